"""Web pages with an article: the main text by trafilatura (docs/formats/news-files.md).

Nothing is fetched and no script is run; the page itself is kept beside the text.
"""

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from annotator.errors import FormatError
from annotator.formats.base import USUAL, FormatInfo, Kind, Left, Reading, ReadOptions, StandsAlone
from annotator.formats.news_file import Article, reading_of
from annotator.model.document import Original

LIMIT: Final = 8 * 1024 * 1024
"""Largest page in bytes: what is longer is no article."""
_START: Final = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*|<!--.{0,4000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|article|main|div|section|h1|p)\b[^<]{0,4000}[>\s]",
    re.IGNORECASE | re.DOTALL,
)
_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DECLARED: Final = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([-\w:]{2,40})""", re.IGNORECASE
)
_DECLARED_WITHIN: Final = 4096
_MOST_TAGS: Final = 30_000
"""Pages with more tags are too costly for trafilatura, whose work grows with their square: tables
of 150,000 cells take it minutes. A page of news has some 2,000."""
_BLANKS: Final = re.compile(r"[ \t\xa0]+")
_NOT_SHOWN: Final = ("script", "style", "noscript", "template", "svg", "iframe", "head")
_LINES: Final = frozenset(
    {"address", "article", "blockquote", "br", "dd", "div", "dt", "figcaption", "footer", "h1"}
    | {"h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "p", "pre", "section", "table", "tr"}
)
_FACTS: Final = {"date": "date", "author": "author", "outlet": "sitename", "url": "url"}
"""Names of our metadata and of trafilatura's."""


class Html(StandsAlone):
    """One article a page."""

    info = FormatInfo("html", "Web page", (".html", ".htm", ".xhtml"), reads=True, kind=Kind.NEWS)

    def accepts(self, head: bytes, path: Path) -> bool:  # noqa: ARG002 - the head says it
        return _START.match(_narrow(head[: 2 * _DECLARED_WITHIN])) is not None

    def read(self, path: Path, options: ReadOptions = USUAL) -> Iterator[Reading]:  # noqa: ARG002
        return reading_of(path, _article, LIMIT)


FORMAT = Html()


def article_of(page: str) -> Article:
    """Return the article in a page. Where no main text is found, all its text, and that is said."""
    page = page.replace("\0", "\ufffd")
    found = _extracted(page) if page.count("<") <= _MOST_TAGS else None
    if found is None or not (found.text or "").strip():
        text = _whole(page)
        return Article(text, left=(Left("whole_page"),) if text else ())
    title = " ".join((found.title or "").split())
    text = found.text.strip()
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    metadata: dict[str, str] = {}
    for ours, theirs in _FACTS.items():
        value = getattr(found, theirs, None)
        if isinstance(value, str) and value.strip():
            metadata |= {ours: value.strip(), f"{ours}_from": "page"}
    return Article(text, title, metadata)


def _extracted(page: str) -> Any:
    """Return what trafilatura finds, None where it finds nothing or fails."""
    from trafilatura import bare_extraction

    # what it finds wrong with a page is in our report; its log would tell the same once more
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except (RecursionError, ValueError, TypeError, AttributeError):
        # a library for pages as they are meets a page as none should be: its text is there still
        return None


def _article(path: Path) -> Article:
    data = path.read_bytes()
    page, encoding = _decoded(path, data)
    article = article_of(page)
    return article._replace(
        metadata={"encoding": encoding, **article.metadata},
        original=Original(path.name, "text/html", data),
    )


def _narrow(head: bytes) -> bytes:
    """Return a head with one byte a character, whichever mark it begins with."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace").encode("latin-1", "replace")
    return head


def _decoded(path: Path, data: bytes) -> tuple[str, str]:
    """Return a page as text: by its mark, by what it declares where that fits, else as any text."""
    from annotator.text.decoding import DecodeRefused, decode

    declared = _DECLARED.search(data[:_DECLARED_WITHIN])
    is_marked = data.startswith(tuple(mark for mark, _ in _MARKS))
    if declared and not is_marked:
        name = declared[1].decode("ascii", "replace").lower()
        try:
            # browsers read these names as cp1252, which has the quotation marks
            codec = "cp1252" if name in {"iso-8859-1", "latin1", "us-ascii"} else name
            text = data.decode(codec)
        except (LookupError, ValueError):
            pass  # it declares what it is not
        else:
            return text.replace("\r\n", "\n").replace("\r", "\n"), codec
    try:
        decoded = decode(data)
    except DecodeRefused as error:
        raise FormatError(path, 0, f"no text: {error.reason}") from error
    return decoded.text, decoded.encoding


def _whole(page: str) -> str:
    """Return all text a page shows, a line for each block."""
    from lxml import etree

    try:
        root = etree.fromstring(page.encode("utf-8"), etree.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    if root is None:
        return ""
    pieces: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if not name or name in _NOT_SHOWN:
                walk.skip_subtree()
                continue
            pieces.append("\n" * (name in _LINES) + (element.text or ""))
        else:
            pieces.append("\n" * (name in _LINES) + (element.tail or ""))
    lines = (_BLANKS.sub(" ", line).strip() for line in "".join(pieces).splitlines())
    return "\n".join(line for line in lines if line)
