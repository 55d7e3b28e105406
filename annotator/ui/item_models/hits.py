"""Results of a search as rows of a list, read a page at a time."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from annotator.compat import override
from annotator.model.span_query import FoundSpan
from annotator.records import Record
from annotator.services.hit_lines import ArticleLines, KeywordLine, Place
from annotator.text.contexts import Snippet

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
SHOWN_HITS = 3
"""So many lines of an article are shown before the rest is asked for."""


class ArticleRow(Record):
    """The head of an article: its title and how many hits it has."""

    article: ArticleLines

    @property
    def place(self) -> Place:
        """Where it leads: the first hit, the start where the title alone matches."""
        start, end = self.article.hits[0] if self.article.hits else (0, 0)
        return Place(self.article.document, start, end)

    @property
    def words(self) -> str:
        return f"{self.article.title} ({len(self.article.hits)})"


class HitRow(Record):
    """One hit with what stands around it."""

    place: Place
    snippet: Snippet

    @property
    def words(self) -> str:
        return self.snippet.text


class MoreRow(Record):
    """Stands for the hits of an article that are not shown yet, from number `first` on."""

    article: ArticleLines
    first: int

    @property
    def place(self) -> Place:
        return Place(self.article.document, *self.article.hits[self.first])

    @property
    def count(self) -> int:
        return len(self.article.hits) - self.first

    @property
    def words(self) -> str:
        return f"+ {self.count}"


class KeywordRow(Record):
    """A hit in one line, aligned at the word."""

    line: KeywordLine

    @property
    def place(self) -> Place:
        return self.line.place

    @property
    def words(self) -> str:
        context = self.line.context
        return f"{context.left}{context.word}{context.right}, {self.line.title}"


class SpanRow(Record):
    """A span; `label` is its label's name, `facts` the names of its values, `by` who made it."""

    found: FoundSpan
    label: str
    code: str
    group: str
    facts: str
    by: str

    @property
    def place(self) -> Place:
        return Place(self.found.document, self.found.start, self.found.end)

    @property
    def words(self) -> str:
        return ", ".join(filter(None, (self.found.quote, self.label, self.facts, self.found.title)))


Row = ArticleRow | HitRow | MoreRow | KeywordRow | SpanRow


def rows_of(article: ArticleLines) -> list[Row]:
    """Return the rows of an article: its head, its first hits, and one for the others."""
    rows: list[Row] = [ArticleRow(article)]
    rows += hit_rows(article, 0, SHOWN_HITS)
    if len(article.hits) > SHOWN_HITS:
        rows.append(MoreRow(article, SHOWN_HITS))
    return rows


def hit_rows(article: ArticleLines, first: int, end: int | None = None) -> list[HitRow]:
    """Return the rows of some hits of an article."""
    numbers = range(len(article.hits))[first:end]
    return [
        HitRow(Place(article.document, *article.hits[number]), article.snippet(number))
        for number in numbers
    ]


class HitsModel(QAbstractListModel):
    """Rows as they came; asks for more by `more_wanted` when the list comes to its end."""

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._has_more = False

    def reset(self, rows: Sequence[Row], *, has_more: bool) -> None:
        """Show other rows; `has_more` says that more can be asked for."""
        self.beginResetModel()
        self._rows = [*rows]
        self._has_more = has_more
        self.endResetModel()

    def append(self, rows: Sequence[Row], *, has_more: bool) -> None:
        """Add the rows that were asked for."""
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()
        self._has_more = has_more

    def unfold(self, index: Index) -> bool:
        """Put the hits that a row stands for in its place; False for any other row."""
        row = self.row_at(index)
        if not isinstance(row, MoreRow):
            return False
        number = index.row()
        hidden = hit_rows(row.article, row.first)
        self._rows[number] = hidden[0]
        self.dataChanged.emit(self.index(number), self.index(number))
        if len(hidden) > 1:
            self.beginInsertRows(QModelIndex(), number + 1, number + len(hidden) - 1)
            self._rows[number + 1 : number + 1] = hidden[1:]
            self.endInsertRows()
        return True

    def row_at(self, index: Index) -> Row | None:
        """Return what stands in a row, None beyond the last."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.words
        return None

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return self._has_more and not parent.isValid()

    @override
    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._has_more = False  # until they have come
            self.more_wanted.emit()
