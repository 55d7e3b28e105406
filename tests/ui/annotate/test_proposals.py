"""Proposals: what the text suggests is no attribute until somebody says so."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import EMPTY, Attributes
from annotator.model.document import Document
from annotator.model.ids import AnnotatorId, DocumentId, SpanId
from annotator.model.stretches import put_at
from annotator.model.validation import is_complete
from annotator.ui.annotate.proposals import Proposals
from annotator.ui.annotate.scenes import SceneMaker
from annotator.ui.panels.labels import key_attribute
from tests.builders import default_scheme

TEXT = "Warga Samudra melaporkan dugaan politik uang. Lurah Lengkara terbukti mengancam saksi."
SCHEME = default_scheme()
PROPOSALS = Proposals(SCHEME, key_attribute(SCHEME))


def span(words: str, label: str, attributes: Attributes = EMPTY) -> Span:
    start = TEXT.index(words)
    return Span(SpanId(words), start, start + len(words), label, attributes)


def test_who_gets_a_proposal() -> None:
    buying = PROPOSALS.of(span("politik uang", "violation.vote_buying"), TEXT)
    assert buying is not None
    assert (buying.attribute, buying.choice.id, buying.words) == ("factuality", "alleged", "dugaan")
    threat = PROPOSALS.of(span("mengancam saksi", "violation.intimidation"), TEXT)
    assert threat is not None
    assert (threat.choice.id, threat.words) == ("proven", "terbukti")
    said = Attributes({"factuality": "denied"})
    assert PROPOSALS.of(span("politik uang", "violation.vote_buying", said), TEXT) is None
    assert PROPOSALS.of(span("melaporkan", "action.report"), TEXT) is None  # may carry, need not
    assert PROPOSALS.of(span("Warga", "actor.voter"), TEXT) is None
    assert PROPOSALS.of(span("Warga", "actor.stranger"), TEXT) is None
    assert PROPOSALS.of(None, TEXT) is None
    assert Proposals(SCHEME, None).of(span("politik uang", "violation.vote_buying"), TEXT) is None


def test_of_a_span_in_several_parts_the_sentence_of_the_first_counts() -> None:
    one, other = span("politik uang", "violation.vote_buying"), span("saksi", "actor.voter")
    parted = put_at(one, [(one.start, one.end), (other.start, other.end)])
    assert PROPOSALS.of(parted, TEXT) == PROPOSALS.of(one, TEXT)


spans = st.builds(
    lambda start, length, label, values, number: Span(
        SpanId(f"s{number}"), start, start + length, label, values
    ),
    st.integers(0, len(TEXT) - 20),
    st.integers(1, 20),
    st.sampled_from([label.id for label in SCHEME.labels]),
    st.sampled_from([EMPTY, Attributes({"factuality": "alleged"}), Attributes({"note": "ya"})]),
    st.integers(),
)


@given(st.lists(spans, unique_by=lambda one: one.id))
def test_a_proposal_never_changes_what_is_said(made: list[Span]) -> None:
    document = Document(DocumentId("d"), "Berita", TEXT)
    annotations = AnnotationSet(document.id, AnnotatorId("a"), made)
    before = AnnotationSet(document.id, AnnotatorId("a"), made)
    maker = SceneMaker(SCHEME, key_attribute(SCHEME), "en")
    maker.use_proposals(
        lambda one, text: ((found := PROPOSALS.of(one, text)) and found.choice.id) or ""
    )
    scene = maker.scene(document, annotations, "", ())
    assert annotations == before
    by_id = {one.id: one for one in annotations.spans}
    for mark in scene.marks:
        shown = by_id[SpanId(mark.key)]
        if mark.guessed:
            assert "factuality" not in shown.attributes
            assert mark.note.endswith("?")
            assert not is_complete(shown, SCHEME)
        assert mark.incomplete is not is_complete(shown, SCHEME)
