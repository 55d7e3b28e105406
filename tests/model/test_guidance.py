"""What a scheme says to annotators: when a label fits, examples, what contradicts itself."""

import json
from copy import deepcopy
from typing import Any

import pytest

from annotator.errors import SchemeError
from annotator.model.scheme import Example, Names, Scheme
from annotator.model.scheme_reader import parse_scheme
from tests.model.test_scheme import SMALL, changed

RULE = {
    "id": "denied_alone",
    "if": {"group": "EVENT", "factuality": ["occurred", "warned"]},
    "and": {"without": "where", "label": ["flood"]},
    "message_id": "Siapa?",
    "message_en": "Who?",
}


def with_rules(*rules: Any) -> str:
    return json.dumps({**SMALL, "contradictions": list(rules)})


def label_with(**keys: Any) -> Scheme:
    scheme: Any = deepcopy(SMALL)
    scheme["labels"][0].update(keys)
    return parse_scheme(json.dumps(scheme))


def test_when_and_when_not_are_two_names() -> None:
    label = label_with(
        when_id="Air", when_en="Water", when_not_id="Pasang", when_not="Tide"
    ).labels[0]
    assert label.when == Names({"id": "Air", "en": "Water"})
    assert label.when_not == Names({"id": "Pasang", "en": "Tide"})


def test_examples_fit_or_do_not() -> None:
    examples = [{"text": "banjir setinggi lutut"}, {"text": "rob", "fits": False, "note": "pasang"}]
    label = label_with(examples=examples, meaning=3).labels[0]
    assert label.examples == (
        Example("banjir setinggi lutut", fits=True),
        Example("rob", fits=False, note="pasang"),
    )
    assert label.meaning == 3


def test_a_label_that_says_nothing_of_it_is_as_before() -> None:
    label = parse_scheme(json.dumps(SMALL)).labels[0]
    assert (label.when.texts, label.when_not.texts, label.examples, label.meaning) == (
        {},
        {},
        (),
        1,
    )


def test_the_guideline_has_the_version_of_the_scheme_unless_it_has_its_own() -> None:
    assert parse_scheme(json.dumps(SMALL)).guideline_version == "2.1"
    assert parse_scheme(changed("guideline_version", "2.1b")).guideline_version == "2.1b"


def test_a_contradiction_is_read() -> None:
    (rule,) = parse_scheme(with_rules(RULE)).contradictions
    one, other = rule.conditions
    assert (rule.id, rule.message.best("id")) == ("denied_alone", "Siapa?")
    assert one.groups == {"EVENT"}
    assert one.values == (("factuality", {"occurred", "warned"}),)
    assert (other.without, other.labels, other.values) == ({"where"}, {"flood"}, ())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (changed("labels.0.examples", ["rob"]), r"labels\[0\].examples\[0\]: an object"),
        (changed("labels.0.examples", [{}]), r"labels\[0\].examples\[0\]: text must be a text"),
        (changed("labels.0.examples", [{"text": "rob", "fits": 1}]), "fits must be"),
        (changed("labels.0.when_id", 5), "when_id must be a text"),
        (changed("labels.0.when_not_id", 5), "when_not_id must be a text"),
        (changed("labels.0.meaning", 0), "meaning must be"),
        (changed("labels.0.meaning", True), "meaning must be"),
        (changed("guideline_version", 2), "guideline_version must be a text"),
        (with_rules({**RULE, "id": ""}), r"contradictions\[0\]: id must be a text"),
        (with_rules(RULE, RULE), "the id denied_alone stands twice"),
        (with_rules({**RULE, "if": {}}), r"contradictions\[0\].if: an object"),
        (with_rules({**RULE, "and": None}), r"contradictions\[0\].and: an object is expected"),
        (with_rules({**RULE, "if": {"group": 5}}), "group must be a list of texts"),
        (with_rules({**RULE, "if": {"factuality": {}}}), "factuality must be a value or a list"),
        (with_rules({**RULE, "if": {"group": "NONE"}}), "if names group NONE"),
        (with_rules({**RULE, "if": {"label": "none"}}), "denied_alone: if names label none"),
        (with_rules({**RULE, "if": {"none": "x"}}), "if names attribute none"),
        (with_rules({**RULE, "and": {"without": ["none"]}}), "and names relation none"),
        (with_rules({"id": "a", "if": {"group": "EVENT"}}), "message must be a text"),
    ],
    ids=lambda item: item[-40:],
)
def test_what_is_refused_and_where(text: str, reason: str) -> None:
    with pytest.raises(SchemeError, match=reason):
        parse_scheme(text)
