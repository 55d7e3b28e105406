"""Work on an article, proposed for its reprint."""

import pytest

from annotator.model.annotation import Span
from annotator.model.attributes import Attributes
from annotator.model.ids import SpanId
from annotator.model.project import Status
from annotator.services.twin_work import edit_of, work_for
from tests.builders import make_project

ONE = "Bawaslu Samudra menduga tim sukses membagikan amplop kepada warga Desa Lengkara."
TWO = "KABAR - Bawaslu Samudra menduga tim sukses membagikan amplop kepada pemilih Desa Lengkara."


@pytest.fixture
def project(tmp_path):
    with make_project(tmp_path, (ONE, TWO)) as made:
        yield made


@pytest.fixture
def both(project):
    return [row.id for row in project.documents.summaries()]


def _label(project, document, text: str, words: str, label: str, **attributes: str) -> SpanId:
    start = text.index(words)
    editing = project.editing
    within = editing.annotation_set(document)
    edit = editing.add_span(within, start, start + len(words), label, Attributes(attributes))
    editing.apply(edit)
    return edit.changes[0].annotation.id


def _work(project, both):
    sets = [project.editing.annotation_set(document) for document in both]
    return work_for(sets[0], ONE, sets[1], TWO), sets[1]


def test_spans_attributes_and_relations_are_proposed_and_made_in_one_act(project, both):
    team = _label(project, both[0], ONE, "tim sukses", "actor.campaign")
    money = _label(
        project, both[0], ONE, "membagikan amplop", "violation.vote_buying", factuality="alleged"
    )
    voters = _label(project, both[0], ONE, "warga", "actor.voter")
    editing = project.editing
    within = editing.annotation_set(both[0])
    editing.apply(editing.add_relation(within, money, team, "perpetrator"))
    work, target = _work(project, both)
    assert [span.quote(TWO) for span in work.spans] == ["tim sukses", "membagikan amplop"]
    assert [span.id for span in work.lost] == [voters]
    assert work.spans[1].attributes.to_json() == {"factuality": "alleged"}
    changes = editing.apply(edit_of(work, {span.id for span in work.spans}, target))
    made = changes.annotation_set
    assert made.status is Status.IN_PROGRESS
    (link,) = made.relations
    assert TWO[slice(made.span(link.target).start, made.span(link.target).end)] == "tim sukses"
    assert editing.undo(both[1]).annotation_set.span_count == 0
    assert not editing.can_undo(both[1])


def test_what_is_there_is_not_proposed_again(project, both):
    _label(project, both[0], ONE, "Bawaslu Samudra", "actor.supervisor")
    _label(project, both[1], TWO, "Bawaslu Samudra", "actor.supervisor")
    work, _ = _work(project, both)
    assert work.is_empty
    assert work.there == 1


def test_relations_come_only_where_both_ends_are_there(project, both):
    team = _label(project, both[0], ONE, "tim sukses", "actor.campaign")
    money = _label(project, both[0], ONE, "amplop", "violation.vote_buying", factuality="alleged")
    editing = project.editing
    editing.apply(editing.add_relation(editing.annotation_set(both[0]), money, team, "perpetrator"))
    work, target = _work(project, both)
    only = {span.id for span in work.spans if span.label == "actor.campaign"}
    edit = edit_of(work, only, target)
    assert [type(change.annotation).__name__ for change in edit.changes] == ["Span"]


def test_a_discontinuous_span_moves_piece_by_piece(project, both):
    start, end = ONE.index("tim"), ONE.index("amplop") + len("amplop")
    pieces = ((start, start + len("tim sukses")), (ONE.index("amplop"), end))
    span = Span(SpanId("s"), start, end, "actor.campaign", fragments=pieces)
    sets = [project.editing.annotation_set(document) for document in both]
    source = type(sets[0])(both[0], sets[0].annotator, [span])
    work = work_for(source, ONE, sets[1], TWO)
    assert [span.quote(TWO, "|") for span in work.spans] == ["tim sukses|amplop"]


def test_waived_remarks_stay_behind(project, both):
    span = Span(SpanId("s"), 0, 7, "actor.supervisor", waived=("x",))
    sets = [project.editing.annotation_set(document) for document in both]
    source = type(sets[0])(both[0], sets[0].annotator, [span])
    assert work_for(source, ONE, sets[1], TWO).spans[0].waived == ()
