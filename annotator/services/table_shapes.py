"""What a person said about the columns of tables, by the shape of the table."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final, cast

from annotator.formats.base import Importer, Kind, ReadOptions
from annotator.formats.columns import ROLES, Tabular
from annotator.services.settings import Settings

KEY: Final = "table_columns"
_KEPT: Final = 200

Columns = Mapping[str, str]
Shapes = Mapping[str, Columns]
"""From the signature of a table to role -> column."""


def reading_for(
    reading: ReadOptions, shapes: Shapes, importer: Importer, path: Path
) -> ReadOptions:
    """Return how to read a file: with the columns that were named for tables of its shape.

    Raises FormatError, OSError as `Tabular.sample`.
    """
    if not shapes or importer.info.kind is not Kind.TABLE or not hasattr(importer, "sample"):
        return reading
    sample = cast("Tabular", importer).sample(path, 1, ReadOptions(reading.unit))
    columns = shapes.get(sample.signature)
    return reading if columns is None else ReadOptions(reading.unit, columns)


def remembered(settings: Settings) -> dict[str, Columns]:
    """Return what was said about tables before, by shape."""
    found: dict[str, Columns] = {}
    for text in reversed(settings.get(KEY)):
        try:
            item = json.loads(text)
        except ValueError:
            continue
        match item:
            case {"shape": str(shape), "columns": dict(columns)}:
                found[shape] = {
                    role: name
                    for role, name in columns.items()
                    if role in ROLES and isinstance(name, str)
                }
    return found


def remember(settings: Settings, shape: str, columns: Columns) -> None:
    """Keep what was said about a table; of many shapes the latest are kept."""
    others = {key: value for key, value in remembered(settings).items() if key != shape}
    items = [(shape, columns), *reversed(others.items())]
    texts = [json.dumps({"shape": key, "columns": dict(value)}) for key, value in items[:_KEPT]]
    settings.set(KEY, texts)
