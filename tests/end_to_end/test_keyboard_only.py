"""A whole article, annotated as densely as the sample's own, with the keyboard alone."""

import json
from collections.abc import Callable
from statistics import mean

import pytest

from annotator.assets import asset
from annotator.model.annotation import Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.attributes import Attributes
from tools.hands import Hands
from tools.typist import Typist

pytestmark = pytest.mark.gui


def sample(number: int) -> tuple[str, list[Span], list[Relation]]:
    """Return text, spans (with three of their attributes) and relations of a sample article."""
    lines = asset("sample", "pilkada-sample.jsonl").read_text(encoding="utf-8").split("\n")
    annotated = [line for line in map(json.loads, filter(None, lines)) if line["annotation_sets"]]
    chosen = annotated[number]
    [said] = chosen["annotation_sets"]
    spans = [
        Span(x["id"], x["start"], x["end"], x["label"], chosen_of(x["attributes"]))
        for x in said["spans"]
    ]
    relations = [Relation(x["id"], x["source"], x["target"], x["label"]) for x in said["relations"]]
    return chosen["text"], spans, relations


def chosen_of(attributes: dict[str, object]) -> Attributes:
    kept = ("factuality", "polarity", "genericity")
    return Attributes({key: str(attributes[key]) for key in kept if key in attributes})


def said(spans: list[Span], relations: list[Relation]) -> tuple[set, set]:
    """Return what spans and relations say, without their ids."""
    places = {
        span.id: (span.start, span.end, span.label, tuple(sorted(span.attributes.items())))
        for span in spans
    }
    links = set()
    for relation in relations:
        ends = (places[relation.source], places[relation.target])
        links.add((relation.label, frozenset(ends) if relation.label == "same_as" else ends))
    return set(places.values()), links


def result(found: AnnotationSet) -> tuple[set, set]:
    return said(list(found.spans), list(found.relations))


@pytest.mark.slow
def test_a_sample_article_is_annotated_without_the_mouse(started: Callable[..., Hands]) -> None:
    text, spans, relations = sample(0)
    hands = started(text)
    typist = Typist(hands)
    typist.annotate(spans, relations)

    assert result(typist.result()) == said(spans, relations)
    keys = {
        what: [one.keys for one in typist.presses if one.what == what]
        for what in ("span", "relation", "attributes")
    }
    assert any(span.attributes.get("genericity") for span in spans)
    assert keys["attributes"]
    assert len(keys["span"]) == len(spans)
    assert len(keys["relation"]) == len(relations)
    assert mean(keys["span"]) <= 5, keys["span"]
    assert mean(keys["relation"]) <= 4, keys["relation"]
