"""The places of a phrase as a list: a heading per article, a row per place, with ticks."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from annotator.compat import override
from annotator.model.ids import DocumentId
from annotator.model.project import Status
from annotator.model.scheme import Scheme
from annotator.services.same_text import ArticlePlaces, Found, Kind, Place
from annotator.ui.annotate.span_words import required_value
from annotator.ui.edit_titles import status_words
from annotator.ui.widgets import plain_tip

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
CONTEXT = 90
"""Characters shown on either side of a place."""
translate = QCoreApplication.translate
_Key = tuple[DocumentId, int, int]


class HeadingRow(NamedTuple):
    """An article, and the numbers of the rows of its places."""

    article: ArticlePlaces
    rows: range


class PlaceRow(NamedTuple):
    """One place of an article."""

    article: ArticlePlaces
    place: Place

    @property
    def key(self) -> _Key:
        return (self.article.document, self.place.start, self.place.end)

    @property
    def words(self) -> str:
        return " ".join(self.article.text[self.place.start : self.place.end].split())

    @property
    def before(self) -> str:
        """What stands before it on its line."""
        text, start = self.article.text, self.place.start
        line = max(text.rfind("\n", 0, start) + 1, start - CONTEXT)
        return " ".join(text[line:start].split()) + (" " if text[line:start][-1:] == " " else "")

    @property
    def after(self) -> str:
        """What follows it on its line."""
        text, end = self.article.text, self.place.end
        line = text.find("\n", end)
        line = min(len(text) if line < 0 else line, end + CONTEXT)
        return (" " if text[end:line][:1] == " " else "") + " ".join(text[end:line].split())


Row = HeadingRow | PlaceRow


class PlacesModel(QAbstractListModel):
    """Rows of a search. What a person ticked or unticked stays so when the search changes."""

    ticks_changed = Signal()

    def __init__(self, scheme: Scheme, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._language = language
        self._rows: list[Row] = []
        self._ticked: set[_Key] = set()
        self._chosen: dict[_Key, bool] = {}

    def set_found(self, found: Found, shown: DocumentId) -> None:
        """Show what was found.

        Ticked are the places of the article on screen that have the same words and carry no label,
        unless it is done or skipped, and everywhere those that a person ticked.
        """
        self.beginResetModel()
        self._rows = list(_rows(found))
        self._ticked = {
            row.key
            for row in self._rows
            if isinstance(row, PlaceRow)
            and self._chosen.get(row.key, row.article.document == shown and _is_sure(row))
        }
        self.endResetModel()
        self.ticks_changed.emit()

    @property
    def ticked(self) -> dict[DocumentId, list[tuple[int, int]]]:
        """The ticked places by article, in the order of the list."""
        found: dict[DocumentId, list[tuple[int, int]]] = {}
        for row in self._rows:
            if isinstance(row, PlaceRow) and row.key in self._ticked:
                place = (row.place.start, row.place.end)
                found.setdefault(row.article.document, []).append(place)
        return found

    @property
    def usual_label(self) -> str:
        """The id of the label that most of the places carry already, "" where none carries any."""
        labels = Counter(
            span.label
            for row in self._rows
            if isinstance(row, PlaceRow)
            for span in row.place.same_spans
        )
        return labels.most_common(1)[0][0] if labels else ""

    @property
    def ticked_count(self) -> int:
        return len(self._ticked)

    def row(self, number: int) -> Row | None:
        """Return what stands in a row, None beyond the last."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def heading_before(self, number: int) -> int:
        """Return the row of the nearest heading above a row, the row itself if there is none."""
        return self._next_heading(range(number - 1, -1, -1), number)

    def heading_after(self, number: int) -> int:
        """Return the row of the next heading below a row, the row itself if there is none."""
        return self._next_heading(range(number + 1, len(self._rows)), number)

    def toggle(self, number: int) -> None:
        """Tick a place or take the tick off; of a heading all its places."""
        row = self.row(number)
        if row is not None:
            places = list(self._places(row))
            self._tick(places, on=any(place.key not in self._ticked for place in places))

    def tick_all(self, *, on: bool) -> None:
        """Tick every place without a label of one's own, or take all ticks off.

        Articles that are done or skipped are left out: there each place is ticked by itself.
        """
        places = [row for row in self._rows if isinstance(row, PlaceRow)]
        self._tick([row for row in places if not on or _is_free(row)], on=on)

    def labels_at(self, row: PlaceRow) -> tuple[list[str], bool]:
        """Return the labels at a place in words, and whether they are on just these words."""
        same = row.place.same_spans
        names = []
        for span in same or row.place.spans:
            label = self._scheme.label(span.label)
            name = label.names.best(self._language) if label else span.label
            value = required_value(span, self._scheme, self._language).lower()
            names.append(f"{name} · {value}" if value else name)
        return names, bool(same)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.CheckStateRole:
            return self.state_of(row)
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole}:
            return self._spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, PlaceRow):
            return plain_tip("\n".join(self.labels_at(row)[0]))
        return None

    def state_of(self, row: Row) -> Qt.CheckState:
        """Return whether a place is ticked; of a heading whether all, some or none are."""
        ticks = {place.key in self._ticked for place in self._places(row)}
        if ticks == {True}:
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if True in ticks else Qt.CheckState.Unchecked

    def _next_heading(self, numbers: range, otherwise: int) -> int:
        return next(
            (number for number in numbers if isinstance(self._rows[number], HeadingRow)), otherwise
        )

    def _places(self, row: Row) -> Iterator[PlaceRow]:
        if isinstance(row, PlaceRow):
            yield row
            return
        for number in row.rows:
            below = self._rows[number]
            assert isinstance(below, PlaceRow)
            yield below

    def _tick(self, places: list[PlaceRow], *, on: bool) -> None:
        keys = [place.key for place in places]
        self._chosen.update(dict.fromkeys(keys, on))
        if on:
            self._ticked.update(keys)
        else:
            self._ticked.difference_update(keys)
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        self.ticks_changed.emit()

    def _spoken(self, row: Row) -> str:
        """Return a row as a screen reader says it."""
        ticked = {
            Qt.CheckState.Checked: translate("PlacesModel", "ticked"),
            Qt.CheckState.PartiallyChecked: translate("PlacesModel", "partly ticked"),
            Qt.CheckState.Unchecked: translate("PlacesModel", "not ticked"),
        }[self.state_of(row)]
        if isinstance(row, HeadingRow):
            return ", ".join([row.article.title, heading_facts(row), ticked])
        names, _ = self.labels_at(row)
        words = f"{row.before[-40:]}“{row.words}”{row.after[:40]}"
        return ", ".join([words, *names, ticked])


def heading_facts(row: HeadingRow) -> str:
    """Return how many places an article has, and its state where that is not "new"."""
    count = len(row.rows)
    one, more = translate("PlacesModel", "1 place"), translate("PlacesModel", "%1 places")
    words = (one if count == 1 else more).replace("%1", str(count))
    status = row.article.status
    return words if status is Status.NEW else f"{status_words(status)} · {words}"


def _is_free(row: PlaceRow) -> bool:
    return not row.place.spans and row.article.status not in {Status.DONE, Status.SKIPPED}


def _is_sure(row: PlaceRow) -> bool:
    return _is_free(row) and row.place.kind in {Kind.SAME, Kind.CLITIC}


def _rows(found: Found) -> Iterator[Row]:
    number = 0
    for article in found.articles:
        first = number + 1
        number = first + len(article.places)
        yield HeadingRow(article, range(first, number))
        for place in article.places:
            yield PlaceRow(article, place)
