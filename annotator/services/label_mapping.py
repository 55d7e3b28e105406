"""Mappings of labels at work: on what a reader hands out, in files, and into the scheme."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Final

from annotator.errors import FormatError
from annotator.formats.base import Bundle, Left
from annotator.formats.files import replacing
from annotator.model.label_mapping import LabelMapping, mapping_from_json
from annotator.model.scheme_edit import edited
from annotator.model.scheme_growth import growth
from annotator.model.vocabulary import Vocabulary
from annotator.services.projects import Project
from annotator.services.schemes import SchemeChange

_LARGEST: Final = 10_000_000


def apply(mapping: LabelMapping, bundle: Bundle) -> tuple[Bundle, tuple[Left, ...]]:
    """Return a document's annotations in the words of the scheme, and what was left out."""
    if not mapping or not bundle.annotation_sets:
        return bundle, ()
    sets, left = [], []
    for said in bundle.annotation_sets:
        made, dropped = mapping.mapped(said)
        sets.append(made)
        left += [Left(item.reason, item.label, f"× {item.times}") for item in dropped]
    return replace(bundle, annotation_sets=tuple(sets)), tuple(left)


def read_mapping(path: Path) -> LabelMapping:
    """Read a mapping from a file. Raises FormatError with plain words, OSError."""
    with path.open("rb") as file:
        data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise FormatError(path, 0, "it is too large for a mapping")
    try:
        return mapping_from_json(json.loads(data.decode("utf-8-sig")))
    except RecursionError as error:
        raise FormatError(path, 0, "nested too deep") from error
    except ValueError as error:
        raise FormatError(path, 0, str(error)) from error


def write_mapping(path: Path, mapping: LabelMapping) -> None:
    """Write a mapping as a file, in place of what was there. Raises OSError."""
    with replacing(path) as file:
        text = json.dumps(mapping.to_json(), ensure_ascii=False, indent=1)
        file.write(f"{text}\n".encode())


def add_to_scheme(project: Project, title: str, words: Vocabulary) -> LabelMapping:
    """Make labels and relation types of these words, as one change of the scheme.

    They stand in a group named `title`. Returns the mapping that leads to them; durable on return.
    Attributes are left alone. Raises SchemeError, EditConflict, ProjectReadOnly,
    StoreUnavailable.
    """
    grown = growth(
        project.scheme,
        title,
        sorted(words.labels),
        sorted(words.document_labels),
        sorted(words.relations),
    )
    if grown.edits:
        project.schemes.apply(SchemeChange(edited(project.scheme, grown.edits)))
    return grown.mapping
