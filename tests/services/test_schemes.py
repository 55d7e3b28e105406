"""A change of the scheme: what uses it, what it does to annotations, and taking it back."""

import json
import tempfile
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.errors import Cancelled, EditConflict, SchemeError
from annotator.model.annotation import Span
from annotator.model.attributes import Attributes
from annotator.model.edit import Change, Edit, Origin
from annotator.model.ids import SpanId, new_id
from annotator.model.scheme import Scheme
from annotator.model.scheme_edit import (
    Add,
    Map,
    Part,
    Put,
    Ref,
    Remove,
    SchemeEdit,
    edited,
    mappings_of,
)
from annotator.model.scheme_reader import parse_scheme
from annotator.services.jobs import Progress
from annotator.services.projects import Project, open_project
from annotator.services.schemes import SchemeChange, Uses
from tests.builders import NAME, OTHER_TEXT, TEXT, make_project, place_of

MONEY, WARGA = "violation.vote_buying", "actor.voter"
BRIBE = Ref(Part.LABEL, "violation.bribe")
OTHER_NAME = "Teguh Armino"


@pytest.fixture
def project(tmp_path: Path) -> Generator[Project]:
    made = make_project(tmp_path, [TEXT, OTHER_TEXT])
    yield made
    made.close()


def documents(project: Project) -> list:
    return [summary.id for summary in project.documents.summaries()]


def add(project: Project, place: int, words: str, label: str, **attributes: str) -> SpanId:
    document = documents(project)[place]
    text = (TEXT, OTHER_TEXT)[place]
    within = project.editing.annotation_set(document)
    edit = project.editing.add_span(
        within, *place_of(words, text), label, attributes=Attributes(attributes)
    )
    project.editing.apply(edit)
    return edit.changes[0].annotation.id


def link(project: Project, place: int, source: str, target: str, label: str) -> None:
    within = project.editing.annotation_set(documents(project)[place])
    edit = project.editing.add_relation(within, SpanId(source), SpanId(target), label)
    project.editing.apply(edit)


def sets(project: Project) -> dict:
    return {
        (document, item.annotator): item
        for document in documents(project)
        for item in project.editing.annotation_sets(document)
    }


def change(project: Project, *edits: SchemeEdit, **options: bool) -> SchemeChange:
    scheme = edited(project.scheme, edits)
    return SchemeChange(scheme, mappings_of(edits), **options)


def bribe(scheme: Scheme) -> Add:
    """A new label beside vote buying."""
    return Add(BRIBE, {"group": "VIOLATION", "name_id": "Suap", "code": "SUA"})


def two_people(project: Project) -> None:
    """Vote buying once by one and twice by another, in two articles."""
    amplop = add(project, 0, "amplop dibagikan", MONEY, factuality="alleged")
    warga = add(project, 0, "warga", WARGA)
    link(project, 0, amplop, warga, "victim")
    project.choose_annotator(OTHER_NAME)
    add(project, 0, "amplop", MONEY, factuality="proven")
    add(project, 1, "membuka kotak suara", MONEY, factuality="denied", note="lama")
    project.choose_annotator(NAME)


def test_usage_counts_annotations_articles_and_people(project: Project) -> None:
    two_people(project)
    usage = project.schemes.usage()
    assert usage.of(Ref(Part.LABEL, MONEY)) == Uses(3, 2, 2, 1)
    assert usage.of(Ref(Part.LABEL, WARGA)) == Uses(1, 1, 1, 1)
    assert usage.of(Ref(Part.LABEL, "actor.media")) == Uses()
    assert usage.of(Ref(Part.ATTRIBUTE, "factuality")) == Uses(3, 2, 2, 1)
    assert usage.of(Ref(Part.VALUE, "proven", "factuality")) == Uses(1, 1, 1, 0)
    assert usage.of(Ref(Part.RELATION, "victim")) == Uses(1, 1, 1, 1)
    assert usage.of(Ref(Part.GROUP, "ACTOR")) == Uses()


def test_values_of_lists_are_counted_one_by_one(project: Project) -> None:
    document = documents(project)[0]
    within = project.editing.annotation_set(document)
    values = Attributes({"legal_class": ("pidana", "kode_etik"), "factuality": "alleged"})
    edit = project.editing.add_span(within, *place_of("amplop"), MONEY, attributes=values)
    project.editing.apply(edit)
    usage = project.schemes.usage()
    for value in ("pidana", "kode_etik"):
        assert usage.of(Ref(Part.VALUE, value, "legal_class")).total == 1
    assert usage.of(Ref(Part.ATTRIBUTE, "legal_class")).total == 1


def test_only_ones_own_spans_are_mapped_unless_everybody_was_chosen(project: Project) -> None:
    two_people(project)
    edits = [bribe(project.scheme), Map(Ref(Part.LABEL, MONEY), BRIBE.id)]
    own = change(project, *edits)
    assert project.schemes.preview(own).relabelled == 1
    everybody = change(project, *edits, everybody=True)
    before = sets(project)
    effects = project.schemes.preview(everybody)
    assert (effects.relabelled, effects.sets) == (3, 3)
    assert sets(project) == before
    assert project.scheme_version == 1
    applied = project.schemes.apply(own)
    assert (applied.version, applied.effects.relabelled) == (2, 1)
    usage = project.schemes.usage()
    assert usage.of(BRIBE) == Uses(1, 1, 1, 1)
    assert usage.of(Ref(Part.LABEL, MONEY)) == Uses(2, 2, 1, 0)
    money = project.scheme.label(MONEY)
    assert money is not None
    assert money.retired


def test_each_set_is_one_act_of_origin_scheme_and_its_annotators(project: Project) -> None:
    two_people(project)
    before = sets(project)
    edits = [bribe(project.scheme), Map(Ref(Part.LABEL, MONEY), BRIBE.id)]
    project.schemes.apply(change(project, *edits, everybody=True))
    entries = [x for x in project._store.journal.entries() if x.scheme_version == 2]
    head, *rest = entries
    assert (head.kind, head.op, head.body) == ("project", "scheme.put", {"sv": 2, "was": 1})
    assert head.annotator == project.annotator.id
    assert {(x.document, x.annotator) for x in rest} == set(before)
    assert {x.act for x in entries} == {head.act}
    assert {x.origin for x in rest} == {Origin.SCHEME}
    store = project._store
    tables = store.tables()
    store.rebuild()
    assert store.tables() == tables
    store.journal.verify_chain()


def test_a_mapped_span_keeps_the_stamp_of_who_looked_at_it(project: Project) -> None:
    two_people(project)
    project.schemes.apply(
        change(project, bribe(project.scheme), Map(Ref(Part.LABEL, MONEY), BRIBE.id))
    )
    within = project.editing.annotation_set(documents(project)[0])
    (mapped,) = [span for span in within.spans if span.label == BRIBE.id]
    assert (project.scheme_version, mapped.guideline) == (2, 1)
    project.editing.apply(project.editing.confirm(within, mapped.id))
    confirmed = project.editing.annotation_set(within.document).span(mapped.id)
    assert confirmed is not None
    assert confirmed.guideline == 2


def test_a_project_with_a_relation_that_inherits_nothing_known_still_opens(
    project: Project,
) -> None:
    source = json.loads(project.scheme.to_json())
    source["relations"][0]["inherits"] = ["suasana"]
    hanging = parse_scheme(json.dumps(source), stored=True)
    project._store.schemes.add(hanging, "")
    with open_project(project.path, write=False) as again:
        assert again.scheme.relations[0].inherits == ("suasana",)


def test_undo_of_an_article_steps_over_a_change_of_the_scheme(project: Project) -> None:
    two_people(project)
    document = documents(project)[0]
    project.schemes.apply(
        change(project, bribe(project.scheme), Map(Ref(Part.LABEL, MONEY), BRIBE.id))
    )
    undone = project.editing.undo(document)
    assert undone is not None  # the relation, made before; not the mapping
    labels = {span.label for span in project.editing.annotation_set(document).spans}
    assert labels == {BRIBE.id, WARGA}
    assert not list(project.editing.annotation_set(document).relations)


def test_a_change_is_taken_back_with_its_scheme(project: Project) -> None:
    two_people(project)
    before, scheme = sets(project), project.scheme
    edits = [bribe(scheme), Map(Ref(Part.LABEL, MONEY), BRIBE.id)]
    project.schemes.apply(change(project, *edits, everybody=True))
    assert project.schemes.undoable() is not None
    undone = project.schemes.undo()
    assert undone is not None
    assert (undone.version, undone.effects.sets) == (3, 3)
    assert project.scheme == scheme
    assert project.scheme.to_json() == scheme.to_json()
    assert sets(project) == before
    assert project.schemes.undoable() is None
    assert project.schemes.undo() is None
    with open_project(project.path, write=False) as again:
        assert (again.scheme_version, again.scheme) == (3, scheme)


def test_what_was_changed_again_since_is_not_taken_back(project: Project) -> None:
    two_people(project)
    edits = [bribe(project.scheme), Map(Ref(Part.LABEL, MONEY), BRIBE.id)]
    project.schemes.apply(change(project, *edits, everybody=True))
    document = documents(project)[0]
    within = project.editing.annotation_set(document)
    span = next(x for x in within.spans if x.label == BRIBE.id)
    project.editing.apply(project.editing.relabel(within, span.id, "violation.sara"))
    after = sets(project)
    with pytest.raises(EditConflict):
        project.schemes.undo()
    assert sets(project) == after
    assert project.scheme_version == 2


def test_what_a_change_brought_and_is_used_is_not_taken_back(project: Project) -> None:
    project.schemes.apply(change(project, bribe(project.scheme)))
    add(project, 0, "amplop", BRIBE.id)
    with pytest.raises(SchemeError, match=r"labels violation\.bribe is or was used"):
        project.schemes.undo()
    assert project.scheme.label(BRIBE.id) is not None


def test_what_is_or_was_used_is_never_dropped(project: Project) -> None:
    two_people(project)
    with pytest.raises(SchemeError, match=r"labels violation\.vote_buying is or was used"):
        project.schemes.apply(change(project, Remove(Ref(Part.LABEL, MONEY))))
    with pytest.raises(SchemeError, match=r"attributes factuality\.values denied"):
        project.schemes.preview(change(project, Remove(Ref(Part.VALUE, "denied", "factuality"))))
    assert project.scheme_version == 1
    within = project.editing.annotation_set(documents(project)[0])
    warga = next(x for x in within.spans if x.label == WARGA)
    project.editing.apply(project.editing.remove(within, [warga.id]))
    with pytest.raises(SchemeError, match=r"labels actor\.voter is or was used"):
        project.schemes.apply(change(project, Remove(Ref(Part.LABEL, WARGA))))
    project.schemes.apply(change(project, Remove(Ref(Part.LABEL, "actor.media"))))
    assert project.scheme.label("actor.media") is None


def test_the_same_scheme_again_is_no_new_version(project: Project) -> None:
    assert project.schemes.apply(SchemeChange(project.scheme)).version == 1
    assert project.schemes.undoable() is None


def test_a_stopped_change_leaves_everything_as_it_was(project: Project) -> None:
    two_people(project)
    before = sets(project)
    edits = [bribe(project.scheme), Map(Ref(Part.LABEL, MONEY), BRIBE.id)]
    asked = []
    progress = Progress(cancelled=lambda: len(asked) > 1, report=lambda *x: asked.append(x))
    with pytest.raises(Cancelled):
        project.schemes.apply(change(project, *edits, everybody=True), progress)
    assert sets(project) == before
    assert (project.scheme_version, project._store.schemes.version()) == (1, 1)


def test_a_scheme_that_came_in_force_meanwhile_is_not_overwritten(project: Project) -> None:
    drafted = change(project, bribe(project.scheme))
    project._store.schemes.add(replace(project.scheme, source={"id": "x"}), "")
    with pytest.raises(EditConflict):
        project.schemes.apply(drafted)


def test_values_are_mapped_and_what_a_label_cannot_carry_is_counted(project: Project) -> None:
    two_people(project)
    denied = Ref(Part.VALUE, "denied", "factuality")
    effects = project.schemes.apply(
        change(project, Map(denied, "dismissed"), everybody=True)
    ).effects
    assert (effects.values, effects.relabelled, effects.sets) == (1, 0, 1)
    assert project.schemes.usage().of(denied).total == 0
    lost = change(project, Map(Ref(Part.LABEL, MONEY), "context.place"), everybody=True)
    assert project.schemes.preview(lost).lost == 3


def test_spans_that_then_say_the_same_become_one_with_its_relations(project: Project) -> None:
    one = add(project, 0, "amplop", MONEY, factuality="alleged")
    other = add(project, 0, "amplop", "violation.sara", note="kedua")
    warga = add(project, 0, "warga", WARGA)
    link(project, 0, one, warga, "victim")
    link(project, 0, other, warga, "victim")
    before = sets(project)
    effects = project.schemes.apply(
        change(project, Map(Ref(Part.LABEL, "violation.sara"), MONEY))
    ).effects
    assert (effects.relabelled, effects.joined) == (1, 2)
    within = project.editing.annotation_set(documents(project)[0])
    (kept,) = [span for span in within.spans if span.label == MONEY]
    assert kept.id == one
    assert dict(kept.attributes) == {"factuality": "alleged", "note": "kedua"}
    assert [(x.source, x.target) for x in within.relations] == [(one, warga)]
    project.schemes.undo()
    assert sets(project) == before


def test_relations_that_become_illegal_stay_or_go_as_chosen(project: Project) -> None:
    two_people(project)
    narrowed = Put(Ref(Part.RELATION, "victim"), "to", ["VIOLATION"])
    stays = project.schemes.preview(change(project, narrowed))
    assert (stays.illegal, stays.removed) == (1, 0)
    goes = project.schemes.apply(change(project, narrowed, drop_illegal=True)).effects
    assert (goes.illegal, goes.removed) == (0, 1)
    assert not list(project.editing.annotation_set(documents(project)[0]).relations)


def test_relation_types_and_attributes_are_mapped_where_the_new_one_fits(project: Project) -> None:
    two_people(project)
    kinds = [
        Add(Ref(Part.RELATION, "hit"), {"from": ["VIOLATION"], "to": ["ACTOR"]}),
        Map(Ref(Part.RELATION, "victim"), "hit"),
        Add(Ref(Part.ATTRIBUTE, "remark"), {"kind": "text", "applies": ["VIOLATION"]}),
        Map(Ref(Part.ATTRIBUTE, "note"), "remark"),
    ]
    effects = project.schemes.apply(change(project, *kinds, everybody=True)).effects
    assert (effects.retyped, effects.values, effects.kept) == (1, 1, 0)
    usage = project.schemes.usage()
    assert usage.of(Ref(Part.RELATION, "hit")).total == 1
    assert usage.of(Ref(Part.ATTRIBUTE, "remark")).total == 1
    assert usage.of(Ref(Part.ATTRIBUTE, "note")).total == 0
    nowhere = [
        Add(Ref(Part.RELATION, "never"), {"from": ["CONTEXT"], "to": ["CONTEXT"]}),
        Map(Ref(Part.RELATION, "hit"), "never"),
    ]
    assert project.schemes.preview(change(project, *nowhere, everybody=True)).kept == 1


def said_after(label: str, edits: list) -> str:
    """Return what says `label` when all is mapped, one after the other: decision 10."""
    now = label
    for edit in edits:
        if isinstance(edit, Map) and edit.ref.part is Part.LABEL and edit.ref.id in {now, label}:
            now = edit.to
    return now


REPORT = "action.report"
LABELS = (MONEY, WARGA, REPORT, "violation.sara", "context.place")
MAP_MONEY, MAP_WARGA = Map(Ref(Part.LABEL, MONEY), REPORT), Map(Ref(Part.LABEL, WARGA), MONEY)
CHAIN = [(0, 0, 1, WARGA, {}), (0, 0, 1, MONEY, {}), (0, 3, 1, REPORT, {}), (0, 3, 1, WARGA, {})]
spans = st.tuples(
    st.integers(0, 1),
    st.integers(0, 12),
    st.integers(1, 3),
    st.sampled_from(LABELS),
    st.sampled_from([{}, {"factuality": "alleged"}, {"note": "x"}, {"legal_class": ("pidana",)}]),
)
mappings = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(LABELS), st.sampled_from(LABELS))
        .filter(lambda pair: pair[0] != pair[1])
        .map(lambda pair: Map(Ref(Part.LABEL, pair[0]), pair[1])),
        st.sampled_from(["proven", ""]).map(
            lambda to: Map(Ref(Part.VALUE, "alleged", "factuality"), to)
        ),
        st.just(Map(Ref(Part.VALUE, "pidana", "legal_class"), "")),
        st.just(Map(Ref(Part.RELATION, "same_as"), "about")),
        st.just(Put(Ref(Part.RELATION, "same_as"), "from", ["ACTOR"])),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=25)
@given(
    st.lists(spans, max_size=10),
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=6),
    mappings,
    st.booleans(),
    st.booleans(),
)
@example(CHAIN, [(0, 1), (0, 2)], [MAP_WARGA, MAP_MONEY], False, False)
@example(CHAIN, [(0, 1), (0, 2)], [MAP_MONEY, MAP_WARGA], False, False)
@example(CHAIN, [], [MAP_MONEY, Map(Ref(Part.LABEL, MONEY), WARGA), MAP_WARGA], True, False)
def test_mapping_and_taking_back_is_as_if_nothing_had_been(
    found: list, links: list, edits: list, everybody: bool, drop: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder, make_project(Path(folder)) as project:
        (document,) = documents(project)
        own = project.annotator
        made: dict[int, list[Span]] = {0: [], 1: []}
        for person, start, length, label, attributes in found:
            span = Span(SpanId(new_id()), start, start + length, label, Attributes(attributes))
            if not any((x.start, x.end, x.label) == (start, start + length, label)
                       for x in made[person]):  # fmt: skip
                made[person].append(span)
        for person, name in ((1, OTHER_NAME), (0, NAME)):
            project.choose_annotator(name)
            within = project.editing.annotation_set(document)
            changes = tuple(Change(None, span) for span in made[person])
            project.editing.apply(Edit(document, within.annotator, changes))
            for source, target in links:
                if max(source, target) < len(made[person]) and source != target:
                    within = project.editing.annotation_set(document)
                    ends = made[person][source].id, made[person][target].id
                    try:
                        edit = project.editing.add_relation(within, *ends, "same_as")
                    except Exception:  # noqa: BLE001 - the scheme or the set forbids it
                        continue
                    project.editing.apply(edit)
        assert own == project.annotator
        before, scheme = sets(project), project.scheme
        asked = change(project, *edits, everybody=everybody, drop_illegal=drop)
        expected = project.schemes.preview(asked)
        assert project.schemes.apply(asked).effects == expected
        for (_, annotator), item in sets(project).items():
            mapped = everybody or annotator == own.id
            keys = [(span.start, span.end, span.label) for span in item.spans]
            if mapped:
                assert len(set(keys)) == len(keys)
                assert set(keys) == {
                    (span.start, span.end, said_after(span.label, edits))
                    for span in before[document, annotator].spans
                }
            else:
                assert item == before[document, annotator]
            ids = {span.id for span in item.spans}
            assert all({x.source, x.target} <= ids for x in item.relations)
        store = project._store
        tables = store.tables()
        store.rebuild()
        assert store.tables() == tables
        project.schemes.undo()
        assert sets(project) == before
        assert json.loads(project.scheme.to_json()) == json.loads(scheme.to_json())
