"""What a person decided about an import."""

from types import MappingProxyType
from typing import Any, Final, NamedTuple

from annotator.formats.base import ReadOptions, Unit
from annotator.model.label_mapping import AS_IT_IS, LabelMapping, mapping_from_json
from annotator.services.table_shapes import Shapes


class ImportOptions(NamedTuple):
    """Without the name of a `format` it is recognised by content, for each file by itself.

    With `as_annotator` everything belongs to the project's annotator. `reading` is handed to the
    format. `mapping` says what becomes of the words of the file. `detect_language` is for documents
    whose file does not say their language. `shapes` says what the columns of tables are for.
    """

    format: str | None = None
    as_annotator: bool = False
    reading: ReadOptions = ReadOptions()
    mapping: LabelMapping = AS_IT_IS
    detect_language: bool = True
    shapes: Shapes = MappingProxyType({})

    def to_json(self) -> dict[str, Any]:
        """Return what `from_json` makes the same options of."""
        unit, columns = self.reading.unit, self.reading.columns
        return {
            "format": self.format,
            "as_annotator": self.as_annotator,
            "unit": None if unit is None else str(unit),
            "columns": None if columns is None else dict(columns),
            "mapping": self.mapping.to_json(),
            "detect_language": self.detect_language,
            "shapes": {shape: dict(columns) for shape, columns in self.shapes.items()},
        }

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> "ImportOptions":
        """Make the options again. Raises KeyError, ValueError for what `to_json` did not make."""
        unit = None if values["unit"] is None else Unit(values["unit"])
        reading = ReadOptions(unit, values["columns"])
        return cls(
            values["format"],
            values["as_annotator"],
            reading,
            mapping_from_json(values["mapping"]),
            values["detect_language"],
            values["shapes"],
        )


AS_USUAL: Final = ImportOptions()
