"""Articles in PDF files: the text layer, by PDFium (docs/formats/news-files.md)."""

import re
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from typing import Final

from annotator.errors import FormatError
from annotator.formats.base import USUAL, FormatInfo, Kind, Left, Reading, ReadOptions, StandsAlone
from annotator.formats.news_file import TEXT_LIMIT, Article, reading_of

MOST_PAGES: Final = 2_000
_MAGIC: Final = b"%PDF-"
_MAGIC_WITHIN: Final = 1024
_PDFIUM: Final = Lock()
"""PDFium may be used by one thread at a time, and a preview runs beside an import."""
_HYPHENS: Final = "\x02\ufffe\u00ad"
"""What PDFium writes for a hyphen at the end of a line that parts a word."""
_JOINED: Final = re.compile(f"[{_HYPHENS}]\n?")
_SENTENCE_ENDS: Final = (".", "!", "?", ":", '"', "”", "’", ")", "…")
_FULL: Final = 0.8
"""A line of at least so much of the usual width goes on in the next one."""
_WIDE_AT: Final = 0.9
_TOO_NARROW: Final = 40
"""Lines of so few characters at most are a list or a table, and are left as they are."""


class Pdf(StandsAlone):
    """One article a file."""

    info = FormatInfo("pdf", "PDF with a text layer", (".pdf",), reads=True, kind=Kind.NEWS)

    def accepts(self, head: bytes, path: Path) -> bool:  # noqa: ARG002 - the head says it
        return _MAGIC in head[:_MAGIC_WITHIN] and b"\0" not in head[: head.find(_MAGIC)]

    def read(self, path: Path, options: ReadOptions = USUAL) -> Iterator[Reading]:  # noqa: ARG002
        return reading_of(path, _article)


FORMAT = Pdf()


def _article(path: Path) -> Article:
    with _PDFIUM:
        pages = _pages(path)
    scanned = [str(number) for number, page in enumerate(pages, 1) if not page.strip()]
    if len(scanned) == len(pages):
        raise FormatError(path, 0, "scanned: there is no text layer, only pictures of pages")
    left = (Left("scanned_pages", detail=", ".join(scanned)),) if scanned else ()
    return Article("\n\n".join(flowing(page) for page in pages if page.strip()), left=left)


def _pages(path: Path) -> list[str]:
    """Return the text of each page, lines as they are set."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(path)
    except PdfiumError as error:
        protected = "password" in str(error).lower()
        reason = "it is protected by a password" if protected else "the PDF is damaged"
        raise FormatError(path, 0, reason) from error
    pages: list[str] = []
    length = 0
    try:
        if not 0 < len(document) <= MOST_PAGES:
            raise FormatError(path, 0, f"it has {len(document)} pages, not 1 to {MOST_PAGES}")
        for number in range(len(document)):
            page = document[number]
            layer = page.get_textpage()
            pages.append(layer.get_text_bounded().replace("\r\n", "\n").replace("\r", "\n"))
            layer.close()
            page.close()
            length += len(pages[-1])
            if length > TEXT_LIMIT:
                raise FormatError(path, 0, f"the text is longer than {TEXT_LIMIT} characters")
    except PdfiumError as error:
        raise FormatError(path, 0, f"page {len(pages) + 1} is damaged") from error
    finally:
        document.close()
    return pages


def flowing(page: str) -> str:
    """Return the text of a page with the lines of a paragraph joined.

    A line goes on in the next one where it is nearly as wide as the page's lines are and does not
    end as a sentence does, or where a word is parted. Nothing but line ends, the blanks around
    them and parting hyphens is changed.
    """
    lines = [line.strip() for line in _JOINED.sub("", page).split("\n")]
    widths = sorted(len(line) for line in lines if line)
    usual = widths[min(len(widths) - 1, int(_WIDE_AT * len(widths)))] if widths else 0
    if usual <= _TOO_NARROW:
        return "\n".join(lines).strip("\n")
    made: list[str] = []
    goes_on = False
    for line in lines:
        if goes_on and line:
            made[-1] = f"{made[-1]} {line}"
        else:
            made.append(line)
        is_full = len(line) >= _FULL * usual
        ends = line.endswith(_SENTENCE_ENDS) and len(line) < usual
        goes_on = is_full and not ends
    return "\n".join(made).strip("\n")
