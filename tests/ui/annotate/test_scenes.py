"""What spans look like: by label, factuality and what they still lack."""

import pytest

from annotator.assets import asset
from annotator.model.annotation import Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import EMPTY, Attributes
from annotator.model.document import Document
from annotator.model.ids import AnnotatorId, DocumentId, SpanId
from annotator.model.scheme import Scheme
from annotator.model.scheme_reader import parse_scheme
from annotator.ui.annotate.scenes import SceneMaker, heading_of
from annotator.ui.panels.labels import key_attribute
from annotator.ui.text_view.scene import Border, Mark

DOCUMENT = Document(DocumentId("d"), "Berita", "Berita dari Samudra\n\nWarga menolak amplop.")


@pytest.fixture
def scheme() -> Scheme:
    return parse_scheme(asset("schemes", "pilkada-default.json").read_text(encoding="utf-8"))


@pytest.fixture
def maker(scheme: Scheme) -> SceneMaker:
    return SceneMaker(scheme, key_attribute(scheme), "en")


def spans(*wanted: tuple[str, Attributes]) -> AnnotationSet:
    made = [
        Span(SpanId(f"s{place}"), place, place + 3, label, attributes)
        for place, (label, attributes) in enumerate(wanted)
    ]
    return AnnotationSet(DocumentId("d"), AnnotatorId("a"), made)


def marks(maker: SceneMaker, annotations: AnnotationSet) -> tuple[Mark, ...]:
    return maker.scene(DOCUMENT, annotations, "", ()).marks


def test_a_violation_is_incomplete_until_it_says_how_certain(maker: SceneMaker) -> None:
    alleged = Attributes({"factuality": "alleged"})
    bare, said, actor = marks(
        maker,
        spans(
            ("violation.vote_buying", EMPTY),
            ("violation.vote_buying", alleged),
            ("actor.voter", EMPTY),
        ),
    )
    assert (bare.incomplete, bare.note, bare.border) == (True, "", Border.SOLID)
    assert (said.incomplete, said.note) == (False, "alleged")
    assert said.border is not Border.SOLID
    assert (actor.incomplete, actor.role, bare.role) == (False, "ACTOR", "VIOLATION")
    assert bare.code == said.code != actor.code


def test_what_is_alike_looks_alike_and_keeps_its_place(maker: SceneMaker) -> None:
    notes = [Attributes({"note": f"catatan {number}"}) for number in range(3)]
    made = marks(maker, spans(*(("actor.voter", note) for note in notes)))
    assert [(mark.key, mark.start, mark.end) for mark in made] == [
        ("s0", 0, 3), ("s1", 1, 4), ("s2", 2, 5)
    ]  # fmt: skip
    assert len({(mark.role, mark.code, mark.note, mark.border) for mark in made}) == 1


def test_marks_of_unchanged_spans_are_the_same_objects(maker: SceneMaker) -> None:
    annotations = spans(("actor.voter", EMPTY), ("action.report", EMPTY))
    before = marks(maker, annotations)
    after = marks(maker, annotations)
    assert all(one is other for one, other in zip(before, after, strict=True))


def test_a_proposal_is_a_question_and_leaves_the_mark_incomplete(maker: SceneMaker) -> None:
    alleged = Attributes({"factuality": "alleged"})
    annotations = spans(
        ("violation.vote_buying", EMPTY), ("violation.vote_buying", alleged), ("actor.voter", EMPTY)
    )
    before = marks(maker, annotations)
    asked: list[str] = []

    def propose(span: Span, text: str) -> str:
        assert text == DOCUMENT.text
        asked.append(span.id)
        return "Proven"

    maker.use_proposals(propose)
    bare, said, actor = marks(maker, annotations)
    assert (bare.note, bare.guessed, bare.incomplete) == ("proven?", True, True)
    assert bare.border is Border.SOLID
    assert (said, actor) == before[1:]
    assert not said.guessed
    assert asked == ["s0"]


def test_thousands_of_proposals_are_looked_for_a_few_at_a_time(maker: SceneMaker) -> None:
    many = spans(*[("violation.vote_buying", EMPTY)] * 450)
    asked: list[str] = []
    maker.use_proposals(lambda span, _: asked.append(span.id) or "Proven")
    first = marks(maker, many)
    assert [mark.guessed for mark in first] == [True] * 200 + [False] * 250
    assert maker.has_more
    assert maker.guess_more(DOCUMENT.text)
    assert len(asked) == 400
    assert not maker.guess_more(DOCUMENT.text)
    last = marks(maker, many)
    assert all(mark.guessed for mark in last)
    assert last[:200] == first[:200]
    assert sorted(asked) == sorted(span.id for span in many.spans)


def test_what_is_prepared_has_all_proposals(maker: SceneMaker) -> None:
    many = spans(*[("violation.vote_buying", EMPTY)] * 450)
    maker.use_proposals(lambda *_: "Proven")
    scene = maker.prepare(DOCUMENT, many)
    assert all(mark.guessed for mark in scene.marks)
    assert marks(maker, many) == scene.marks
    assert not maker.has_more


def test_a_label_the_scheme_lacks_shows_its_id(maker: SceneMaker) -> None:
    (mark,) = marks(maker, spans(("actor.stranger", EMPTY)))
    assert (mark.code, mark.role, mark.incomplete) == ("actor.stranger", "", False)


def test_facts_say_where_they_come_from_and_words_are_counted_as_told(maker: SceneMaker) -> None:
    told = {"outlet": "ANTARA", "outlet_from": "text", "place": "Arunika", "author": "Rahma"}
    document = Document(DocumentId("d"), "Berita", "Berita dari Samudra", metadata=told)
    outlet, place, author, _, words = maker.facts(document)
    assert (outlet.text, outlet.hint) == ("ANTARA", "found in the text of the article")
    assert (place.text, place.hint) == ("Arunika", "")
    assert author.text == "Rahma"
    assert words.text == "3 words"
    maker.use_words(lambda _: 2)
    assert maker.facts(document)[-1].text == "2 words"


@pytest.mark.parametrize(
    ("title", "text", "heading"),
    [
        ("Judul", "Judul\n\nIsi", "Judul"),
        ("Judul yang…", "  Judul  yang panjang\nIsi", "Judul  yang panjang"),
        ("Judul", "Beranda / Politik\n\n Judul \n\nIsi", "Judul"),
        ("Judul", "Beranda\n\nJudul lain\n\nIsi", ""),
        ("Judul", "a\nb\nc\nd\ne\nf\nJudul", ""),
        ("", "\nIsi", ""),
    ],
)
def test_the_heading_is_the_line_with_the_title(title: str, text: str, heading: str) -> None:
    found = heading_of(Document(DocumentId("d"), title, text))
    assert (text[slice(*found)] if found else "") == heading
