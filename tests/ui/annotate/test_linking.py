"""Which spans may be linked."""

import json

from annotator.assets import asset
from annotator.model.annotation import Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.ids import AnnotatorId, DocumentId, SpanId
from annotator.model.scheme_reader import parse_scheme
from annotator.ui.annotate.linking import links_between, partners_of

SCHEME = parse_scheme(asset("schemes", "pilkada-default.json").read_text(encoding="utf-8"))
BUYING = Span(SpanId("v"), 20, 30, "violation.vote_buying")
TEAM = Span(SpanId("a"), 40, 50, "actor.campaign")
VOTER = Span(SpanId("b"), 0, 5, "actor.voter")
REPORT = Span(SpanId("r"), 10, 18, "action.report")
PLACE = Span(SpanId("p"), 31, 39, "context.place")
TIME = Span(SpanId("t"), 60, 65, "context.time")


def names(one: Span, other: Span) -> list[tuple[str, str, str]]:
    return [(link.kind.id, link.source, link.target) for link in links_between(one, other, SCHEME)]


def test_a_violation_and_an_actor_in_either_order() -> None:
    kinds = ["perpetrator", "victim", "beneficiary", "reporter", "handler", "source"]
    assert names(BUYING, TEAM) == [(kind, "v", "a") for kind in kinds]
    assert names(TEAM, BUYING) == [(kind, "v", "a") for kind in kinds]


def test_context_is_narrowed_to_its_label() -> None:
    assert names(BUYING, PLACE) == [("place", "v", "p")]
    assert names(REPORT, TIME) == [("time", "r", "t")]
    assert names(PLACE, BUYING) == [("place", "v", "p")]


def test_same_as_stays_in_one_group_and_is_offered_once() -> None:
    assert names(TEAM, VOTER) == [("same_as", "a", "b")]
    assert ("same_as", "v", "a") not in names(BUYING, TEAM)


def test_what_is_not_the_same_both_ways_round_is_offered_both_ways() -> None:
    denial = Span(SpanId("d"), 70, 78, "action.deny")
    assert names(REPORT, denial) == [
        ("about", "r", "d"), ("same_as", "r", "d"), ("about", "d", "r"),
    ]  # fmt: skip


def test_nothing_links_context_with_context_or_a_span_with_itself() -> None:
    assert names(PLACE, TIME) == []
    assert names(BUYING, BUYING) == []


def test_partners_come_nearest_first() -> None:
    annotations = AnnotationSet(
        DocumentId("d"), AnnotatorId("x"), [BUYING, TEAM, VOTER, REPORT, PLACE, TIME]
    )
    assert [span.id for span in partners_of(BUYING, annotations, SCHEME)] == [
        "p", "r", "a", "b", "t",
    ]  # fmt: skip


def test_a_scheme_without_narrowing_allows_all_labels_of_the_group() -> None:
    source = json.loads(SCHEME.to_json())
    for relation in source["relations"]:
        relation.pop("to_labels", None)
    wide = parse_scheme(json.dumps(source))
    assert {link.kind.id for link in links_between(BUYING, PLACE, wide)} == {
        "place", "time", "basis",
    }  # fmt: skip
