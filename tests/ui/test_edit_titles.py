"""Every kind of edit in words."""

import pytest

from annotator.model.annotation import DocumentLabel, Relation, Span
from annotator.model.attributes import Attributes
from annotator.model.edit import Change, Edit
from annotator.model.ids import AnnotatorId, DocumentId, DocumentLabelId, RelationId, SpanId
from annotator.model.project import Status
from annotator.model.stretches import put_at
from annotator.ui import edit_titles
from annotator.ui.edit_titles import title_of
from tests.builders import TEXT, default_scheme, place_of

SCHEME = default_scheme()


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever language a test of the whole program has left behind."""
    monkeypatch.setattr(edit_titles, "translate", lambda _context, text: text)


def span(words: str, label: str, **values) -> Span:
    return Span(SpanId(words), *place_of(words), label, Attributes(values))


AMPLOP = span("amplop", "violation.vote_buying")
DIDUGA = span("amplop", "violation.vote_buying", factuality="alleged")
WARGA = span("warga", "actor.voter")
LINK = Relation(RelationId("r"), AMPLOP.id, WARGA.id, "perpetrator")
DOUBTED = Relation(RelationId("r"), AMPLOP.id, WARGA.id, "perpetrator", Attributes({"note": "?"}))
KIND = SCHEME.labels_of(SCHEME.document_groups[0].id)[0]
NAME = KIND.names.best("en")
LINKED = SCHEME.relation("perpetrator").names.best("en")
LABEL = DocumentLabel(DocumentLabelId("d"), KIND.id)


def edit(*changes, status=None) -> Edit:
    return Edit(
        DocumentId("a"), AnnotatorId("m"), tuple(Change(*change) for change in changes), status
    )


def parted(*words: str) -> Span:
    return put_at(WARGA, [place_of(each) for each in words])


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (parted("warga"), parted("warga", "amplop"), "part added: “warga … amplop”"),
        (parted("warga", "amplop"), parted("amplop"), "part taken off, left is: “amplop”"),
        (
            parted("amplop dibagikan di"),
            parted("amplop", "di Desa"),
            "edge moved: “amplop … di Desa”",
        ),
        (
            parted("Desa Lengkara pada"),
            parted("Desa", "pada"),
            "part taken off, left is: “Desa … pada”",
        ),
        (
            parted("Desa", "pada"),
            parted("Desa Lengkara pada"),
            "parts joined: “Desa Lengkara pada”",
        ),
        (
            parted("warga", "amplop"),
            parted("warga", "amplop dibagikan"),
            "edge moved: “warga … amplop dibagikan”",
        ),
    ],
)
def test_what_became_of_the_pieces_is_said(before: Span, after: Span, words: str) -> None:
    assert title_of(edit((before, after)), TEXT, SCHEME, "en") == words


@pytest.mark.parametrize(
    ("done", "words"),
    [
        (edit((None, WARGA)), "“warga” → Voters or public"),
        (edit((None, DIDUGA)), "“amplop” → Vote buying · Factuality: Alleged"),
        (edit((WARGA, None)), "“warga”: label removed"),
        (
            edit((LINK, None), (WARGA, None)),
            "“warga”: label removed · 1 relation removed with it",
        ),
        (edit((AMPLOP, DIDUGA)), "“amplop” · Factuality: Alleged"),
        (edit((DIDUGA, AMPLOP)), "“amplop” · Factuality: –"),
        (
            edit(
                (
                    AMPLOP,
                    span("amplop", "violation.vote_buying", legal_class=("kode_etik",), x=True),
                )
            ),
            "“amplop” · Legal class: Code of ethics, x: yes",
        ),
        (edit((None, WARGA), (None, AMPLOP)), "2 spans labelled"),
        (
            edit((None, WARGA), (None, span("laporan", "actor.voter"))),
            "2 spans labelled: Voters or public",
        ),
        (edit((WARGA, None), (AMPLOP, None)), "2 spans removed"),
        (edit((WARGA, None), (None, AMPLOP)), "2 spans changed"),
        (edit((None, LINK)), f"{LINKED}: “amplop” → “warga”"),
        (edit((LINK, None)), f"relation removed: {LINKED}: “amplop” → “warga”"),
        (edit((LINK, DOUBTED)), f"{LINKED}: “amplop” → “warga” · Note: ?"),
        (
            edit((None, LINK), (None, Relation(RelationId("q"), WARGA.id, WARGA.id, "same_as"))),
            "2 relations",
        ),
        (edit((None, LABEL)), f"label of the article: {NAME}"),
        (edit((LABEL, None)), f"label of the article removed: {NAME}"),
        (
            edit((LABEL, DocumentLabel(LABEL.id, LABEL.label, Attributes({"note": "ya"})))),
            f"label of the article: {NAME} · Note: ya",
        ),
        (
            edit((None, LABEL), (None, DocumentLabel(DocumentLabelId("e"), KIND.id))),
            "2 labels of the article changed",
        ),
        (edit(status=(Status.NEW, Status.FLAGGED)), "article: flagged"),
    ],
)
def test_words(done: Edit, words: str) -> None:
    known = {one.id: one for one in (AMPLOP, WARGA)}
    assert title_of(done, TEXT, SCHEME, "en", known.get) == words


def test_ends_that_are_unknown_are_left_open_and_those_of_the_same_act_are_quoted() -> None:
    assert title_of(edit((None, LINK)), TEXT, SCHEME, "en") == f"{LINKED}: “…” → “…”"
    both = edit((LINK, None), (AMPLOP, None), (WARGA, None))
    assert title_of(both, TEXT, SCHEME, "en") == "2 spans removed"
