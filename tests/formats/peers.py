"""What the tests of other tools' formats share."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from annotator.errors import FormatError
from annotator.formats.base import USUAL, Bundle, Loss, Reading, ReadOptions
from annotator.model.annotation import Annotation, DocumentLabel, Relation, Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.document import Document
from annotator.model.ids import AnnotatorId, DocumentId
from annotator.model.project import Annotator
from tests.formats.strategies import SCHEME

SAMPLES = Path(__file__).parents[2].parent / "shared" / "data"

WHO = Annotator(AnnotatorId("a1"), "Rahmawati Ladiva")


def samples(name: str) -> Path:
    """Return a folder of real samples; without them the test is skipped."""
    folder = SAMPLES / name
    if not folder.is_dir():
        pytest.skip(f"no samples of {name} here")
    return folder


def bundle(text: str, *annotations: Annotation, title: str = "") -> Bundle:
    document = Document(DocumentId("d1"), title, text)
    found = AnnotationSet(document.id, WHO.id, annotations)
    return Bundle(document, (found,), {WHO.id: WHO}, None)


def written(form: Any, path: Path, made: Iterable[Bundle]) -> list[Loss]:
    lost: list[Loss] = []
    form.write(path, made, SCHEME, lost.append)
    return lost


def readings(form: Any, path: Path, options: ReadOptions = USUAL) -> list[Reading]:
    return list(form.read(path, options))


def read(form: Any, path: Path, options: ReadOptions = USUAL) -> list[Bundle]:
    found = []
    for reading in readings(form, path, options):
        assert isinstance(reading.content, Bundle), reading.content
        found.append(reading.content)
    return found


def faults(form: Any, path: Path) -> list[str]:
    """Return what is told of a broken file: at the file as a whole, or in a document's place."""
    try:
        return [
            item.content.reason for item in form.read(path) if isinstance(item.content, FormatError)
        ]
    except FormatError as error:
        return [error.reason]


def spans(made: Bundle) -> list[tuple[str, str]]:
    """Return quote and label of all spans, in reading order."""
    text = made.document.text
    return [(span.quote(text), span.label) for item in made.annotation_sets for span in item.spans]


def said(item: AnnotationSet) -> list[tuple[object, ...]]:
    """Return what a set says, without the ids that another tool does not keep."""
    found: list[tuple[object, ...]] = []
    places: dict[str, tuple[object, ...]] = {}
    for span in item.spans:
        places[span.id] = (span.start, span.end, span.fragments, span.label)
        found.append(("span", places[span.id], span.attributes.to_json()))
    for other in item.annotations:
        if isinstance(other, Relation):
            ends = places[other.source], places[other.target]
            found.append(("relation", *ends, other.label, other.attributes.to_json()))
        elif isinstance(other, DocumentLabel):
            found.append(("label", other.label, other.attributes.to_json()))
        else:
            assert isinstance(other, Span)
    return sorted(found, key=repr)
