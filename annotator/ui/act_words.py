"""The acts of a history in words: what, when, by whom, and where it came from."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from annotator.model.annotation import Relation, Span
from annotator.model.document import Document
from annotator.model.edit import Edit, Origin
from annotator.model.ids import ActId, AnnotatorId
from annotator.model.scheme import Scheme
from annotator.records import Record
from annotator.services.timeline import ActHead, Timeline
from annotator.ui.dates import moment_words
from annotator.ui.edit_titles import count_title, title_of

translate = QCoreApplication.translate
_MANY = 60
"""Entries from which on an act is counted instead of read."""


class ActRow(Record):
    """One act as a history shows it: `when` is short, `moment` has day and time."""

    words: str
    when: str
    moment: str
    who: str


class ActWords:
    """Finds the words of the acts on one document, each when it is asked for, and keeps them."""

    def __init__(
        self,
        timeline: Timeline,
        people: Mapping[AnnotatorId, str],
        document: Document,
        scheme: Scheme,
        language: str,
    ) -> None:
        self._timeline = timeline
        self._people = people
        self._document = document
        self._scheme = scheme
        self._language = language
        self._heads: dict[tuple[AnnotatorId, ActId], ActHead] = {}
        self._rows: dict[ActHead, ActRow] = {}

    def know(self, heads: Iterable[ActHead]) -> None:
        """Take acts in, so that an act which takes back another can name it."""
        self._heads.update(((head.annotator, head.id), head) for head in heads)

    def row(self, head: ActHead) -> ActRow:
        """Return an act in words."""
        if head not in self._rows:
            when, moment = moment_words(
                self._timeline.time(self._document.id, head), self._language
            )
            who = self._people.get(head.annotator, "?")
            self._rows[head] = ActRow(self._words(head), when, moment, who)
        return self._rows[head]

    def place(self, head: ActHead) -> tuple[int, int, str] | None:
        """Return where an act did something: start, end, and the id of the span there."""
        span = self._touched(self._timeline.edit(self._document.id, head), head)
        return None if span is None else (span.start, span.end, span.id)

    def _words(self, head: ActHead) -> str:
        if head.origin is Origin.IMPORT:
            return translate("ActWords", "imported: %1").replace("%1", self._title(head))
        if head.origin is Origin.SCHEME:
            return translate("ActWords", "change of the scheme: %1").replace(
                "%1", self._title(head)
            )
        if not head.of:
            return self._title(head)
        meant = self._heads.get((head.annotator, head.of))
        words = self._title(meant or head)
        if head.origin is Origin.UNDO:
            pattern = translate("ActWords", "undone: %1")
        elif head.origin is Origin.REDO:
            pattern = translate("ActWords", "redone: %1")
        else:
            pattern = translate("ActWords", "taken back: %1")
        return pattern.replace("%1", words) if meant else words

    def _title(self, head: ActHead) -> str:
        if head.entries > _MANY:
            counts = self._timeline.counts(self._document.id, head)
            if any(counts):
                return count_title(*counts)
        edit = self._timeline.edit(self._document.id, head)
        if edit.is_empty:
            return translate("ActWords", "nothing in the end")
        return title_of(edit, self._document.text, self._scheme, self._language, self._finder(head))

    def _finder(self, head: ActHead) -> "_Finder":
        return _Finder(self._timeline, self._document, head)

    def _touched(self, edit: Edit, head: ActHead) -> Span | None:
        """Return the first span an act touched, or where its first relation begins."""
        touched = [change.annotation for change in edit.changes]
        spans = sorted((one for one in touched if isinstance(one, Span)), key=lambda x: x.sort_key)
        if spans:
            return spans[0]
        relations = [one for one in touched if isinstance(one, Relation)]
        return self._finder(head)(relations[0].source) if relations else None


class _Finder:
    """Finds spans as they were when an act was done."""

    def __init__(self, timeline: Timeline, document: Document, head: ActHead) -> None:
        self._timeline = timeline
        self._document = document
        self._head = head

    def __call__(self, span_id: str) -> Span | None:
        return self._timeline.span_at(self._document.id, self._head, span_id)
