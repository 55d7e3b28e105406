"""The sample a stranger sees first: invented articles, some of them annotated."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from annotator.assets import asset
from annotator.formats.base import Bundle
from annotator.formats.registry import registry
from annotator.model.annotation import Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.project import Status
from annotator.model.scheme import Scheme
from annotator.model.validation import problems_of, span_problems
from annotator.text.segmentation import snap
from tools import make_sample

ANNOTATED = 4
TARGETS = {"place": "context.place", "time": "context.time", "basis": "context.law"}


@pytest.fixture(scope="module")
def scheme() -> Scheme:
    return make_sample.scheme()


@pytest.fixture(scope="module")
def bundles() -> list[Bundle]:
    return make_sample.bundles()


@pytest.fixture(scope="module")
def annotated(bundles: list[Bundle]) -> list[tuple[str, AnnotationSet]]:
    found = [(b.document.text, item) for b in bundles for item in b.annotation_sets]
    assert len(found) == ANNOTATED
    return found


def test_the_articles_are_twelve_files_of_ordinary_length(bundles: list[Bundle]) -> None:
    files = sorted(path.name for path in make_sample.SOURCES.glob("*.txt"))
    assert [bundle.document.metadata["source"] for bundle in bundles] == files
    assert len(files) == 12
    for bundle in bundles:
        text = bundle.document.text
        assert 900 <= len(text) <= 2500, bundle.document.title
        assert text.startswith(bundle.document.title + "\n\n")
        assert bundle.document.metadata["date"].startswith("2024-")
        assert "\r" not in text


def test_one_article_is_english_and_one_has_characters_outside_the_basic_plane(
    bundles: list[Bundle],
) -> None:
    assert Counter(bundle.document.language.code for bundle in bundles) == {"id": 11, "en": 1}
    wide = [b for b in bundles if any(ord(character) > 0xFFFF for character in b.document.text)]
    assert [len(b.annotation_sets) for b in wide] == [1]
    assert "“" in wide[0].document.text


def test_statuses_show_several_states_of_work(annotated: list[tuple[str, AnnotationSet]]) -> None:
    counts = Counter(item.status for _, item in annotated)
    assert counts == {Status.DONE: 3, Status.FLAGGED: 1}


def test_nothing_is_wrong_with_any_annotation(
    annotated: list[tuple[str, AnnotationSet]], scheme: Scheme
) -> None:
    for text, item in annotated:
        for span in item.spans:
            assert span_problems(span, scheme, len(text)) == [], text[span.start : span.end]
        for relation in item.relations:
            assert problems_of(relation, scheme, item) == [], relation.label


def test_spans_are_where_snapping_puts_them(annotated: list[tuple[str, AnnotationSet]]) -> None:
    for text, item in annotated:
        for span in item.spans:
            place = span.start, span.end
            assert snap(text, *place) == place, text[span.start : span.end]


def test_violations_say_what_the_domain_demands(
    annotated: list[tuple[str, AnnotationSet]],
) -> None:
    seen: Counter[object] = Counter()
    for _, item in annotated:
        for span in item.spans:
            if span.label.startswith("violation."):
                assert {"factuality", "polarity", "genericity"} <= set(span.attributes)
                assert span.attributes["factuality"] != "urged"
                if span.attributes["factuality"] == "warned":
                    assert span.attributes["genericity"] == "generic"
                seen[span.attributes["factuality"]] += 1
                seen[span.attributes["polarity"]] += 1
            elif span.label.startswith("actor."):
                assert "mention" in span.attributes
    assert {"dismissed", "proven", "investigated", "alleged", "denied", "warned"} <= set(seen)
    assert {"hypothetical", "occurred", "negated"} <= set(seen)


def test_relations_keep_to_labels_and_are_said_once(
    annotated: list[tuple[str, AnnotationSet]], scheme: Scheme
) -> None:
    for text, item in annotated:
        seen = Counter((x.source, x.label, x.target) for x in item.relations)
        assert max(seen.values()) == 1, text[:40]
        assert len(seen) >= 15
        for relation in item.relations:
            source, target = item.span(relation.source), item.span(relation.target)
            assert source is not None
            assert target is not None
            if wanted := TARGETS.get(relation.label):
                assert target.label == wanted
            if relation.label == "same_as":
                groups = {x.group for y in (source, target) if (x := scheme.label(y.label))}
                assert len(groups) == 1


def test_only_the_dateline_stands_alone(annotated: list[tuple[str, AnnotationSet]]) -> None:
    for text, item in annotated:
        linked = {end for x in item.relations for end in (x.source, x.target)}
        alone = [span for span in item.spans if span.id not in linked]
        assert [span.label for span in alone] == ["context.place"]
        assert text[alone[0].end :].startswith(" (")


def test_the_same_words_are_not_labelled_alike_twice(
    annotated: list[tuple[str, AnnotationSet]],
) -> None:
    for _, item in annotated:
        places = Counter((span.start, span.end, span.label) for span in item.spans)
        assert max(places.values()) == 1


def _file() -> Path:
    return asset("sample", "pilkada-sample.jsonl")


def test_the_shipped_file_is_what_the_sources_give(tmp_path: Path) -> None:
    make_sample.write(tmp_path / "sample.jsonl")
    assert (tmp_path / "sample.jsonl").read_bytes() == _file().read_bytes()


def test_the_shipped_file_reads_back_as_the_same_annotations(bundles: list[Bundle]) -> None:
    importer = registry().guess_importer(_file())
    assert importer is not None
    contents = [reading.content for reading in importer.read(_file())]
    assert all(isinstance(content, Bundle) for content in contents)
    for content, bundle in zip(contents, bundles, strict=True):
        assert isinstance(content, Bundle)
        assert content.document == bundle.document
        assert content.annotation_sets == bundle.annotation_sets


def _spans_with_quotes(line: str) -> list[dict[str, Any]]:
    """Collect the objects of a line that carry offsets, wherever they stand."""
    found: list[dict[str, Any]] = []

    def keep(value: dict[str, Any]) -> dict[str, Any]:
        if {"start", "end"} <= set(value):
            found.append(value)
        return value

    json.loads(line, object_hook=keep)
    return found


def test_every_quote_in_the_shipped_file_is_the_text_between_its_offsets(
    bundles: list[Bundle],
) -> None:
    lines = _file().read_text(encoding="utf-8").splitlines()
    count = 0
    for line, bundle in zip(lines, bundles, strict=True):
        for span in _spans_with_quotes(line):
            assert bundle.document.text[span["start"] : span["end"]] == span["quote"]
            count += 1
    assert count == sum(b.annotation_sets[0].span_count for b in bundles if b.annotation_sets)


def test_a_wrong_word_in_the_source_is_refused() -> None:
    with pytest.raises(ValueError, match="fewer than 2 times 'Lurah'"):
        make_sample._span("x.txt", "Lurah itu", "a1", "actor.village", "Lurah", 2, {})
    span = make_sample._span("x.txt", "Lurah dan lurah", "a1", "actor.village", "Lurah", 1, {})
    assert isinstance(span, Span)
    assert (span.start, span.end) == (0, 5)
