"""The scheme a new project starts with."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.assets import asset
from annotator.model.scheme import Names, Scheme
from annotator.model.scheme_reader import parse_scheme

DESIGN = Path(__file__).resolve().parents[2] / "shared" / "design" / "default-scheme.json"
LANGUAGES = {"id", "en"}
FACTUALITY = (
    "occurred",
    "alleged",
    "investigated",
    "proven",
    "dismissed",
    "denied",
    "warned",
    "urged",
    "planned",
    "hypothetical",
)


@pytest.fixture(scope="module")
def scheme() -> Scheme:
    return parse_scheme(asset("schemes", "pilkada-default.json").read_text(encoding="utf-8"))


def test_it_holds_what_the_design_counts(scheme: Scheme) -> None:
    assert (scheme.id, scheme.version) == ("pilkada-default", "1.0")
    counts = Counter(label.group for label in scheme.labels)
    design = {"ACTOR": 15, "ACTION": 18, "VIOLATION": 25, "CONTEXT": 3}
    assert counts == {**design, "ARTICLE": 6}
    assert [group.key for group in scheme.span_groups] == ["1", "2", "3", "4"]
    assert [(group.id, group.key) for group in scheme.document_groups] == [("ARTICLE", "")]
    assert len(scheme.attributes) == 13
    assert len(scheme.relations) == 13


def _names(scheme: Scheme) -> Iterator[tuple[str, Names]]:
    for group in scheme.groups:
        yield group.id, group.names
    for label in scheme.labels:
        yield label.id, label.names
    for attribute in scheme.attributes:
        yield attribute.id, attribute.names
        for choice in attribute.choices:
            yield f"{attribute.id}={choice.id}", choice.names
    for relation in scheme.relations:
        yield relation.id, relation.names


def _definitions(scheme: Scheme) -> Iterator[tuple[str, Names]]:
    for label in scheme.labels:
        yield label.id, label.definition
    for attribute in scheme.attributes:
        for choice in attribute.choices:
            if choice.definition.texts:
                yield f"{attribute.id}={choice.id}", choice.definition
    for relation in scheme.relations:
        yield relation.id, relation.definition


def test_every_name_exists_in_both_languages(scheme: Scheme) -> None:
    for owner, names in _names(scheme):
        assert set(names.texts) == LANGUAGES, owner
        assert all(text and text == text.strip() for text in names.texts.values()), owner


def test_every_definition_exists_in_both_languages(scheme: Scheme) -> None:
    for owner, definition in _definitions(scheme):
        assert set(definition.texts) == LANGUAGES, owner
        assert all(text and text == text.strip() for text in definition.texts.values()), owner
        assert definition.texts["id"] != definition.texts["en"], owner


def test_every_label_has_an_example(scheme: Scheme) -> None:
    assert [label.id for label in scheme.labels if not label.example] == []


def test_keys_are_single_letters_and_unique_within_a_group(scheme: Scheme) -> None:
    for group in scheme.groups:
        keys = [label.key for label in scheme.labels_of(group.id)]
        assert len(set(keys)) == len(keys), group.id
        assert all(len(key) == 1 and key in "abcdefghijklmnopqrstuvwxyz" for key in keys)


def test_chips_are_three_capitals_and_unique_within_a_group(scheme: Scheme) -> None:
    for group in scheme.groups:
        codes = [label.code for label in scheme.labels_of(group.id)]
        assert len(set(codes)) == len(codes), group.id
        assert all(len(code) == 3 and code.isascii() and code.isupper() for code in codes)


def test_names_do_not_repeat_within_a_group(scheme: Scheme) -> None:
    for group in scheme.groups:
        for language in LANGUAGES:
            names = [label.names.best(language) for label in scheme.labels_of(group.id)]
            assert len(set(names)) == len(names), (group.id, language)


def test_factuality_is_demanded_of_violations_and_defined_value_by_value(scheme: Scheme) -> None:
    factuality = scheme.attribute("factuality")
    assert factuality is not None
    assert factuality.required_for == {"VIOLATION"}
    assert tuple(choice.id for choice in factuality.choices) == FACTUALITY
    assert all(choice.definition.texts and choice.border for choice in factuality.choices)


def test_default_legal_classes_are_values_of_the_attribute(scheme: Scheme) -> None:
    legal_class = scheme.attribute("legal_class")
    assert legal_class is not None
    for label in scheme.labels:
        assert all(legal_class.choice(value) for value in label.default_legal_class), label.id


def test_relations_say_how_sure_and_carry_a_note(scheme: Scheme) -> None:
    for relation in scheme.relations:
        kinds = [item.id for item in scheme.attributes_of_relation(relation.id)]
        assert kinds == ["note", "confidence"], relation.id


def test_what_is_said_of_articles_has_a_relevance(scheme: Scheme) -> None:
    for label in scheme.labels_of("ARTICLE"):
        carried = {item.id for item in scheme.attributes_of(label.id)}
        assert carried == {"note", "confidence", "relevance", "topic"}


def _assert_kept(original: Any, shipped: Any, where: str) -> None:
    """Fail unless `shipped` says everything `original` says; lists may be longer."""
    if isinstance(original, dict):
        for key, value in original.items():
            assert key in shipped, f"{where}.{key}"
            _assert_kept(value, shipped[key], f"{where}.{key}")
    elif isinstance(original, list):
        ids = [entry.get("id") for entry in original if isinstance(entry, dict)]
        if all(ids) and ids:  # entries of our own may stand between those of the design
            shipped = [entry for entry in shipped if entry["id"] in ids]
        assert len(original) <= len(shipped), where
        for number, (value, copy) in enumerate(zip(original, shipped, strict=False)):
            _assert_kept(value, copy, f"{where}[{number}]")
    else:
        assert original == shipped, where


def test_nothing_of_the_design_is_changed() -> None:
    if not DESIGN.exists():
        pytest.skip("the design folder (../shared/design) is not beside this checkout")
    original = json.loads(DESIGN.read_text(encoding="utf-8"))
    shipped = json.loads(asset("schemes", "pilkada-default.json").read_text(encoding="utf-8"))
    _assert_kept(original, shipped, "scheme")


def test_violations_say_when_when_not_and_give_examples(scheme: Scheme) -> None:
    for label in scheme.labels_of("VIOLATION"):
        for words in (label.when, label.when_not):
            assert set(words.texts) == LANGUAGES, label.id
            assert all(text.endswith(".") and text == text.strip() for text in words.texts.values())
        assert {example.fits for example in label.examples} == {True, False}, label.id


def test_what_another_label_is_better_for_is_named_as_it_is(scheme: Scheme) -> None:
    """What sends people to another label names one that exists, by its full name or its head."""
    for language in LANGUAGES:
        names = {label.names.best(language) for label in scheme.labels}
        for label in scheme.labels_of("VIOLATION"):
            if label.id == "violation.other":  # sends to whatever the sentence tells
                continue
            said = label.when_not.best(language)
            others = names - {label.names.best(language)}
            heads = {re.split(r"/| or |, ", name)[0] for name in others}
            assert any(head in said for head in heads), label.id


def test_contradictions_speak_both_languages(scheme: Scheme) -> None:
    assert {rule.id for rule in scheme.contradictions} >= {"no_perpetrator", "kind_happened"}
    for rule in scheme.contradictions:
        assert set(rule.message.texts) == LANGUAGES, rule.id
