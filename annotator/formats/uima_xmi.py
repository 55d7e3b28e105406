"""UIMA CAS as XMI (docs/formats/uima-cas.md)."""

from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from annotator.formats.base import FormatInfo
from annotator.formats.draft import Draft
from annotator.formats.uima_files import HOLDS, CasFiles

if TYPE_CHECKING:
    from cassis import Cas


class UimaXmi(CasFiles):
    """XML: an element an annotation."""

    info: ClassVar = FormatInfo(
        "uima-xmi",
        "UIMA CAS XMI (INCEpTION)",
        (".xmi.zip", ".xmi"),
        reads=True,
        writes=True,
        holds=HOLDS,
    )
    suffix: ClassVar = ".xmi"
    is_xml: ClassVar = True

    def begins(self, head: bytes) -> bool:
        start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
        return start.startswith(b"<") and b"http://www.omg.org/XMI" in head and b"XMI" in start

    def draft(self, data: bytes, types: bytes | None, place: PurePath) -> Draft:
        from annotator.formats.uima_reading import from_xmi

        return from_xmi(data, types, place)

    def data(self, cas: "Cas") -> bytes:
        return (cas.to_xmi() or "").encode("utf-8")


FORMAT = UimaXmi()
