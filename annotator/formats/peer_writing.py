"""What the writers of other tools' formats share."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from annotator.formats.base import LossReason
from annotator.formats.files import replacing
from annotator.formats.losses import Losses
from annotator.model.annotation import Span
from annotator.model.annotation_set import AnnotationSet
from annotator.model.document import UNKNOWN_LANGUAGE
from annotator.model.note import Note
from annotator.model.project import Status

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

WITHOUT_TIME: Final = "without its time"
"""What is written instead of a note where notes have no time."""
PIECE: Final = "annotator:piece"
"""Relation from each piece of a discontinuous span to the next, where a format has no other way."""
IN_PIECES: Final = "a span a piece, linked"
_NEVER: Final = (1980, 1, 1, 0, 0, 0)


class Archive:
    """A ZIP file that is the same whenever it is written."""

    def __init__(self, archive: "ZipFile") -> None:
        self._archive = archive

    def add(self, name: str, data: str) -> None:
        """Add a file of text, in UTF-8."""
        self._archive.writestr(self._entry(name), data.encode("utf-8"))

    def _entry(self, name: str) -> "ZipInfo":
        from zipfile import ZIP_DEFLATED, ZipInfo

        entry = ZipInfo(name, _NEVER)
        entry.compress_type = ZIP_DEFLATED
        entry.external_attr = 0o644 << 16
        return entry

    @contextmanager
    def opened(self, name: str) -> Iterator[Callable[[str], object]]:
        """Hand out how to write a file of text piece by piece; no other is written meanwhile."""
        with self._archive.open(self._entry(name), "w", force_zip64=True) as file:
            yield lambda text: file.write(text.encode("utf-8"))


@contextmanager
def archive_of(target: Path) -> Iterator[Archive]:
    """Open a new ZIP file that takes its name when all of it is on the disk. Raises OSError."""
    from zipfile import ZipFile

    with replacing(target) as file, ZipFile(file, "w") as archive:
        yield Archive(archive)


def tell_state(losses: Losses, keeps: frozenset[Status] = frozenset()) -> None:
    """Tell which states of work a reader will not find again, what was waived, the language.

    A reader takes for done where something is said. `keeps` are states that the format knows.
    """
    if losses.bundle.document.language.code != UNKNOWN_LANGUAGE:
        losses.whole(LossReason.METADATA, "language")
    for item in losses.bundle.annotation_sets:
        usual = Status.DONE if any(True for _ in item.annotations) else Status.NEW
        if (item.status not in keeps and item.status is not usual) or item.status_reason:
            losses.whole(LossReason.METADATA, "status", f"{item.status}")
        for span in item.spans:
            if span.waived:
                losses.of(span, LossReason.METADATA, "waived")


def plain_note(note: Note, item: AnnotationSet) -> bool:
    """Tell whether a note is no more than words of this annotator on the article or a span.

    That is what other tools know of notes: no threads, nothing closed, nothing for the lead.
    """
    content = note.content
    span = item.span(content.span) if content.span else None
    on_span = span is not None and content.place == (span.start, span.end)
    on_article = content.place is None and not content.span
    is_first = not content.thread and not content.for_lead and note.is_open
    return note.author == item.annotator and is_first and (on_span or on_article)


def pieces_of(span: Span, losses: Losses) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a span, told where they are spans of their own with `PIECE`."""
    if span.fragments:
        losses.of(span, LossReason.DISCONTINUOUS, IN_PIECES)
    return span.stretches


def json_text(value: object) -> str:
    """Return JSON on one line, for every reader: characters that break lines are escaped."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=False)
    for char in "\x85\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text
