"""What becomes of the labels of a file, and that a saved mapping is the same mapping."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.model.annotation import DocumentLabel, Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import Attributes
from annotator.model.ids import AnnotatorId, DocumentId, DocumentLabelId, RelationId, SpanId
from annotator.model.label_mapping import (
    AS_IT_IS,
    Dropped,
    LabelMapping,
    mapping_from_json,
)
from annotator.model.project import Status

_names = st.text(min_size=1, max_size=8)
_targets = st.dictionaries(_names, st.none() | _names, max_size=5)
_values = st.dictionaries(
    st.tuples(_names, _names),
    st.none()
    | _names
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.lists(_names, max_size=3).map(tuple),
    max_size=5,
)
_mappings = st.builds(LabelMapping, _targets, _targets, _targets, _targets, _values)


def _span(name: str, label: str, **attributes: Any) -> Span:
    return Span(SpanId(name), 0, 3, label, Attributes(attributes))


def _set(*annotations: Any) -> AnnotationSet:
    return AnnotationSet(DocumentId("d"), AnnotatorId("a"), annotations, Status.DONE, "why")


@given(_mappings)
def test_a_saved_mapping_is_the_same_one(mapping: LabelMapping) -> None:
    assert mapping_from_json(json.loads(json.dumps(mapping.to_json()))) == mapping


def test_without_a_decision_everything_stays_as_it_is() -> None:
    within = _set(_span("s", "PER", role="saksi"))
    assert AS_IT_IS.mapped(within) == (within, ())


def test_labels_are_named_anew_or_left_out_with_their_links() -> None:
    within = _set(
        _span("s", "PER"),
        _span("t", "MISC"),
        _span("u", "LOC"),
        Relation(RelationId("r"), SpanId("s"), SpanId("t"), "near"),
        Relation(RelationId("q"), SpanId("s"), SpanId("u"), "near"),
        DocumentLabel(DocumentLabelId("l"), "PER"),
    )
    mapping = LabelMapping({"PER": "actor.candidate", "MISC": None}, {"PER": None}, {"near": "at"})
    made, dropped = mapping.mapped(within)
    assert {item.id: item.label for item in made.annotations} == {
        "s": "actor.candidate",
        "u": "LOC",
        "q": "at",
    }
    assert dropped == (
        Dropped("end_left_out", "near", 1),
        Dropped("label_left_out", "MISC", 1),
        Dropped("label_left_out", "PER", 1),
    )
    assert (made.status, made.status_reason) == (Status.DONE, "why")


def test_attributes_and_their_values_are_mapped_one_by_one() -> None:
    within = _set(_span("s", "X", fakta="dugaan", kelas=("a", "b", "c"), sure=True, other=1))
    mapping = LabelMapping(
        attributes={"fakta": "factuality", "other": None},
        values={
            ("fakta", "dugaan"): "alleged",
            ("kelas", "a"): "pidana",
            ("kelas", "b"): None,
            ("sure", "true"): "yes",
        },
    )
    made, dropped = mapping.mapped(within)
    (span,) = made.spans
    assert dict(span.attributes) == {
        "factuality": "alleged",
        "kelas": ("pidana", "c"),
        "sure": "yes",
    }
    assert dropped == (
        Dropped("attribute_left_out", "other", 1),
        Dropped("value_left_out", "kelas = b", 1),
    )


def test_of_two_attributes_that_become_one_the_second_is_told() -> None:
    mapping = LabelMapping(attributes={"a": "note", "b": "note"})
    made, dropped = mapping.mapped(_set(_span("s", "X", a="satu", b="dua")))
    (span,) = made.spans
    assert len(span.attributes) == 1
    assert [item.reason for item in dropped] == ["attribute_twice"]


def test_what_is_decided_later_counts_over_what_was_proposed() -> None:
    proposed = LabelMapping({"PER": "a", "LOC": "b"})
    assert LabelMapping({"PER": None}).over(proposed).labels == {"PER": None, "LOC": "b"}


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        {},
        {"format": "annotator-mapping", "version": 2},
        {"format": "annotator-mapping", "version": 1, "labels": []},
        {"format": "annotator-mapping", "version": 1, "labels": {"PER": 3}},
        {"format": "annotator-mapping", "version": 1, "labels": {"PER": ""}},
        {"format": "annotator-mapping", "version": 1, "values": {"a": 1}},
        {"format": "annotator-mapping", "version": 1, "values": {"a": {"b": {}}}},
    ],
)
def test_what_is_no_mapping_is_refused(wrong: object) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        mapping_from_json(wrong)
