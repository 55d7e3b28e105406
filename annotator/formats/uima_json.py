"""UIMA CAS as JSON (docs/formats/uima-cas.md)."""

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar, Final

from annotator.formats.base import FormatInfo
from annotator.formats.draft import Draft
from annotator.formats.uima_files import HOLDS, CasFiles

if TYPE_CHECKING:
    from cassis import Cas

_START: Final = re.compile(rb'\{\s*"%(?:TYPES|FEATURE_STRUCTURES|VIEWS)"\s*:')


class UimaJson(CasFiles):
    """JSON: an object an annotation, the types with it."""

    info: ClassVar = FormatInfo(
        "uima-json",
        "UIMA CAS JSON (INCEpTION)",
        (".cas.json.zip", ".cas.json"),
        reads=True,
        writes=True,
        holds=HOLDS,
    )
    suffix: ClassVar = ".json"
    is_xml: ClassVar = False

    def begins(self, head: bytes) -> bool:
        return _START.match(head.removeprefix(b"\xef\xbb\xbf").lstrip()) is not None

    def draft(self, data: bytes, types: bytes | None, place: PurePath) -> Draft:
        from annotator.formats.uima_reading import from_json

        return from_json(data, types, place)

    def data(self, cas: "Cas") -> bytes:
        return (cas.to_json() or "").encode("utf-8")


FORMAT = UimaJson()
