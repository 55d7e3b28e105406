"""Any order of labelling everywhere, taking back, and ordinary work in between."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from annotator.errors import EditConflict, SchemeViolation
from annotator.model.annotation_set import AnnotationSet
from annotator.model.ids import ActId, DocumentId
from annotator.services.same_text import Options
from annotator.store.fold import fold
from tests.builders import make_project

TEXTS = (
    "Politik uang, politik uang",
    "Warga lapor politik uangnya",
    "Uang politik uang, tidak politik uang",
)
LABELS = ("violation.vote_buying", "violation.disorder", "context.place")


class AnyLabelling(RuleBasedStateMachine):
    """One person in three articles."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.project = make_project(Path(self.folder.name), TEXTS)
        self.documents = [document.id for document in self.project.documents.all()]
        self.acts: dict[ActId, tuple[DocumentId, ...]] = {}

    def teardown(self) -> None:
        self.project.close()
        self.folder.cleanup()

    @property
    def sets(self) -> dict[DocumentId, AnnotationSet]:
        editing = self.project.editing
        return {document: editing.annotation_set(document) for document in self.documents}

    @rule(data=st.data(), label=st.sampled_from(LABELS))
    def label(self, data: st.DataObject, label: str) -> None:
        found = self.project.same_text.find("politik uang", Options(), self.documents[0])
        places = {
            article.document: data.draw(
                st.lists(
                    st.sampled_from([(place.start, place.end) for place in article.places]),
                    unique=True,
                )
            )
            for article in found.articles
        }
        before = self.sets
        done = self.project.same_text.label(places, label)
        if done.documents:
            self.acts[done.act] = done.documents
        for document, chosen in places.items():
            within = self.project.editing.annotation_set(document)
            labelled = {(span.start, span.end) for span in within.spans if span.label == label}
            assert labelled >= set(chosen)
        changed = {document for document, one in self.sets.items() if one != before[document]}
        assert changed == set(done.documents)

    @precondition(lambda self: self.acts)
    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        act = data.draw(st.sampled_from(sorted(self.acts)))
        before = self.sets
        done = self.project.same_text.take_back(act)
        assert set(done.documents) <= set(self.acts[act])
        changed = {document for document, one in self.sets.items() if one != before[document]}
        assert changed == set(done.documents)
        for document in done.documents:
            assert self.project.editing.inverse_of(act, document) is None
        titles = [self.project.documents.summary(each).title for each in self.acts[act]]
        assert set(done.refused) <= set(titles)

    @rule(data=st.data(), label=st.sampled_from(LABELS))
    def work(self, data: st.DataObject, label: str) -> None:
        """Change, remove or link a span in one article."""
        within = self.sets[data.draw(st.sampled_from(self.documents))]
        editing, spans = self.project.editing, list(within.spans)
        if not spans:
            editing.apply(editing.add_span(within, 0, 4, label))
            return
        span, other = data.draw(st.sampled_from(spans)), data.draw(st.sampled_from(spans))
        edits = {
            "relabel": lambda: editing.relabel(within, span.id, label),
            "remove": lambda: editing.remove(within, [span.id]),
            "link": lambda: editing.add_relation(within, span.id, other.id, "place"),
        }
        try:
            editing.apply(edits[data.draw(st.sampled_from(sorted(edits)))]())
        except SchemeViolation:
            return

    @rule(data=st.data(), again=st.booleans())
    def step(self, data: st.DataObject, *, again: bool) -> None:
        document = data.draw(st.sampled_from(self.documents))
        before = self.sets
        try:
            (self.project.editing.redo if again else self.project.editing.undo)(document)
        except EditConflict:
            assert self.sets == before
        others = [each for each in self.documents if each != document]
        assert all(self.sets[each] == before[each] for each in others)

    @invariant()
    def journal_and_tables_agree(self) -> None:
        store = self.project._store
        assert store.tables() == fold(store.journal.entries())

    @invariant()
    def no_relation_hangs_in_the_air(self) -> None:
        for within in self.sets.values():
            for relation in within.relations:
                assert within.span(relation.source) is not None
                assert within.span(relation.target) is not None


AnyLabelling.TestCase.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
TestAnyLabelling = AnyLabelling.TestCase
