"""The part of the import dialog about tables: which column is for what, with the first rows."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from annotator.formats.columns import ROLES
from annotator.services.preview import TableSeen
from annotator.ui.dialogs.import_parts import QuietTable, Section
from annotator.ui.scheme_editor.choices import Choice
from annotator.ui.theme import Theme, font
from annotator.ui.widgets import Words

_ROWS = 5
_WIDE = 3
_SURE = 0.7
_WIDTH = 150


class ColumnsPart(Section):
    """A choice of column for each role. `changed` comes when another column was chosen."""

    changed = Signal()

    def __init__(
        self,
        tables: Sequence[TableSeen],
        known: Mapping[str, Mapping[str, str]],
        theme: Theme,
    ) -> None:
        super().__init__("", theme)
        self.heading.setText(self.tr("Columns of the table"))
        self._tables = tables
        self._columns = {
            table.sample.signature: self._start(table, known.get(table.sample.signature))
            for table in tables
        }
        self._sure = {
            table.sample.signature: table.sample.guess.confidence
            if table.sample.signature not in known
            else 1.0
            for table in tables
        }
        self.which = Choice(theme)
        self.which.setFont(font(12.5))
        self.which.setAccessibleName(self.tr("Table"))
        for table in tables:
            words = self.tr("%1 (files like this: %2)").replace("%1", table.path.name)
            self.which.addItem(words.replace("%2", str(table.files)), table.sample.signature)
        self.column.addWidget(self.which)
        self.which.setVisible(len(tables) > 1)
        self.boxes: dict[str, Choice] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        for number, role in enumerate(ROLES):
            box = Choice(theme)
            box.setFont(font(12.5))
            box.setMinimumWidth(_WIDTH)
            box.setAccessibleName(self.role_words(role))
            box.currentIndexChanged.connect(self._chosen)
            self.boxes[role] = box
            cell = QVBoxLayout()
            cell.setSpacing(2)
            name = Words(self.role_words(role), theme.muted, size=11.5)
            name.setBuddy(box)
            cell.addWidget(name)
            cell.addWidget(box)
            grid.addLayout(cell, number // _WIDE, number % _WIDE)
        self.column.addLayout(grid)
        self.note = self.words("", theme.flag)
        self.rows = QuietTable(self.tr("First rows of the table"), (), theme)
        self.column.addWidget(self.rows)
        self.which.currentIndexChanged.connect(self._show)
        self._show()

    @property
    def shapes(self) -> dict[str, dict[str, str]]:
        """What was decided, by the signature of each table: role -> column, "" for none."""
        return {shape: dict(columns) for shape, columns in self._columns.items()}

    @property
    def is_complete(self) -> bool:
        """Whether the text is known of every table."""
        return all(columns.get("text") for columns in self._columns.values())

    def role_words(self, role: str) -> str:
        """Return what a column can be for, in words."""
        return {
            "text": self.tr("Text of the article"),
            "title": self.tr("Title"),
            "date": self.tr("Date"),
            "outlet": self.tr("Outlet"),
            "author": self.tr("Author"),
            "place": self.tr("Place"),
            "language": self.tr("Language"),
            "url": self.tr("Address (URL)"),
            "id": self.tr("Number of the article"),
        }.get(role, role)

    def _start(self, table: TableSeen, known: Mapping[str, str] | None) -> dict[str, str]:
        if known is not None and all(
            not column or column in table.sample.columns for column in known.values()
        ):
            return {role: known.get(role, "") for role in ROLES}
        return {role: table.sample.guess.columns.get(role, "") for role in ROLES}

    def _table(self) -> TableSeen:
        return self._tables[max(0, self.which.currentIndex())]

    def _show(self) -> None:
        table = self._table()
        columns = self._columns[table.sample.signature]
        for role, box in self.boxes.items():
            box.blockSignals(True)
            box.clear()
            box.addItem("–", "")
            for name in table.sample.columns:
                box.addItem(name.replace("\n", " ")[:60], name)
            box.setCurrentIndex(max(0, box.findData(columns.get(role, ""))))
            box.blockSignals(False)
        self._show_rows()

    def _show_rows(self) -> None:
        table = self._table()
        columns = self._columns[table.sample.signature]
        roles = {column: role for role, column in columns.items() if column}
        # the columns that are used come first, as in the choices above
        last = len(ROLES)

        def place_of(at: int) -> tuple[int, int]:
            role = roles.get(table.sample.columns[at])
            return (last if role is None else ROLES.index(role), at)

        order = sorted(range(len(table.sample.columns)), key=place_of)
        heads = []
        for at in order:
            name = table.sample.columns[at]
            role = roles.get(name)
            heads.append(f"{name} → {self.role_words(role)}" if role else name)
        self.rows.setColumnCount(len(order))
        self.rows.setHorizontalHeaderLabels(heads)
        rows = [[row[at] if at < len(row) else "" for at in order] for row in table.sample.rows]
        self.rows.show_rows(rows[:_ROWS], _ROWS)
        for place in range(len(order)):
            self.rows.setColumnWidth(place, 300 if place == 0 else 170)
        words = ""
        if not columns.get("text"):
            words = self.tr("Choose the column that holds the text of the articles.")
        elif self._sure[table.sample.signature] < _SURE:
            words = self.tr("Please check the columns: they were guessed and it is not sure.")
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def _chosen(self) -> None:
        box = self.sender()
        shape = self._table().sample.signature
        columns = self._columns[shape]
        role = next(role for role, one in self.boxes.items() if one is box)
        wanted = str(box.currentData() or "")  # type: ignore[attr-defined]
        for other, column in columns.items():
            if column == wanted and wanted and other != role:
                columns[other] = ""  # a column is for one thing
        columns[role] = wanted
        self._sure[shape] = 1.0
        self._show()
        self.changed.emit()
