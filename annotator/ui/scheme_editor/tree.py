"""The entries of a scheme as a tree: groups with labels, attributes with values, relations."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from annotator.model.scheme import Scheme
from annotator.model.scheme_edit import SCHEME, Part, Ref
from annotator.services.schemes import SchemeUsage
from annotator.ui.scheme_editor.words import name_in
from annotator.ui.theme import Theme, font, mix
from annotator.ui.widgets import Field, plain_tip, quiet_scroll_bar

_REF = Qt.ItemDataRole.UserRole
_ROW = 23
ATTRIBUTES = Ref(Part.ATTRIBUTE)
RELATIONS = Ref(Part.RELATION)


class TreePane(QWidget):
    """A line to search with, and the tree below it. `chosen` carries a `Ref`."""

    chosen = Signal(object)
    entered = Signal()
    """Enter was pressed: the form is wanted."""

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self.search = Field(theme, self.tr("Search: name, code, key or id"))
        self.search.line.textChanged.connect(self._filter)
        self.tree = _Tree(theme)
        self.tree.setAccessibleName(self.tr("Entries of the scheme"))
        self.tree.setHeaderLabels([self.tr("Name"), self.tr("Key"), self.tr("Uses")])
        self.tree.currentItemChanged.connect(self._changed)
        self.tree.itemActivated.connect(self._entered)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.tree, 1)
        self._items: dict[Ref, QTreeWidgetItem] = {}
        self._quiet = False

    @property
    def current(self) -> Ref:
        """The entry that is chosen, the scheme itself where none is."""
        item = self.tree.currentItem()
        return SCHEME if item is None else item.data(0, _REF)

    def show_scheme(self, scheme: Scheme, usage: SchemeUsage | None, chosen: Ref) -> None:
        """Show all entries, open as they were, with `chosen` current.

        Without `usage` nothing is said about how often they are used.
        """
        self._quiet = True
        closed = {ref for ref, item in self._items.items() if not item.isExpanded()}
        self.tree.setUpdatesEnabled(False)
        self.tree.clear()
        self._items = {}
        for parent, ref, entry, swatch in _rows(scheme):
            self._add(parent, ref, entry, swatch)
        if usage is not None:
            self.show_usage(usage)
        for ref, item in self._items.items():
            item.setExpanded(ref not in closed)
        self.tree.setCurrentItem(self._items.get(chosen) or self._items[SCHEME])
        self._filter(self.search.line.text())
        self.tree.setUpdatesEnabled(True)
        self._quiet = False

    def show_usage(self, usage: SchemeUsage) -> None:
        """Show beside each entry how often it is used."""
        for ref, item in self._items.items():
            total = usage.of(ref).total
            item.setText(2, str(total) if total else "")

    def choose(self, ref: Ref) -> None:
        """Make an entry current."""
        item = self._items.get(ref)
        if item is not None:
            self.tree.setCurrentItem(item)
            self.tree.scrollToItem(item)

    def _add(self, parent: Ref | None, ref: Ref, entry: dict[str, Any], swatch: str) -> None:
        owner = self._items[parent] if parent is not None else self.tree.invisibleRootItem()
        item = QTreeWidgetItem(owner)
        item.setData(0, _REF, ref)
        item.setSizeHint(0, QSize(0, _ROW))
        item.setText(0, self._title(ref, entry))
        if ref.id:
            item.setToolTip(0, plain_tip(f"{item.text(0)} ({ref.id})"))
        key, code = str(entry.get("key") or ""), str(entry.get("code") or "")
        item.setText(1, " · ".join(filter(None, (key, code))))
        item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for column in (1, 2):
            item.setForeground(column, QBrush(QColor(self._theme.muted)))
        if swatch:
            item.setIcon(0, _dot(swatch))
        if entry.get("retired"):
            item.setForeground(0, QBrush(QColor(self._theme.muted)))
            made = QFont(self.tree.font())
            made.setStrikeOut(True)
            item.setFont(0, made)
        elif parent is None:
            item.setFont(0, font(12.5, QFont.Weight.DemiBold))
        words = [item.text(0), key, code, ref.id]
        item.setData(0, Qt.ItemDataRole.UserRole + 1, " ".join(words).casefold())
        self._items[ref] = item

    def _title(self, ref: Ref, entry: dict[str, Any]) -> str:
        if ref == SCHEME:
            return self.tr("Scheme")
        if ref == ATTRIBUTES:
            return self.tr("Attributes")
        if ref == RELATIONS:
            return self.tr("Relations")
        return name_in(entry, self._language)

    def _filter(self, text: str) -> None:
        """Show what has all the words, with what it stands below."""
        words = text.casefold().split()
        shown: set[int] = set()
        for item in reversed(self._items.values()):
            own = str(item.data(0, Qt.ItemDataRole.UserRole + 1))
            fits = all(word in own for word in words) or id(item) in shown
            item.setHidden(not fits)
            parent = item.parent()
            if fits and parent is not None:
                shown.add(id(parent))

    def _entered(self) -> None:
        self.entered.emit()

    def _changed(self) -> None:
        if not self._quiet:
            self.chosen.emit(self.current)


def _rows(scheme: Scheme) -> Iterator[tuple[Ref | None, Ref, dict[str, Any], str]]:
    """Yield parent, entry, its JSON and its colour, parents first."""
    source = scheme.source
    yield None, SCHEME, {}, ""
    for group in source["groups"]:
        own = Ref(Part.GROUP, group["id"])
        yield None, own, group, group["fill"]
        for label in source.get("labels", []):
            if label["group"] == group["id"]:
                yield own, Ref(Part.LABEL, label["id"]), label, ""
    yield None, ATTRIBUTES, {}, ""
    for attribute in source.get("attributes", []):
        own = Ref(Part.ATTRIBUTE, attribute["id"])
        yield ATTRIBUTES, own, attribute, ""
        for value in attribute.get("values", []):
            yield own, Ref(Part.VALUE, value["id"], attribute["id"]), value, ""
    yield None, RELATIONS, {}, ""
    for relation in source.get("relations", []):
        yield RELATIONS, Ref(Part.RELATION, relation["id"]), relation, ""


class _Tree(QTreeWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setColumnCount(3)
        self.setFont(font(12.5))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setIconSize(QSize(10, 10))
        self.setIndentation(14)
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setSelectionBehavior(QTreeWidget.SelectionBehavior.SelectRows)
        self.setEditTriggers(QTreeWidget.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = self.header()
        header.setStretchLastSection(False)
        header.setFont(font(11))
        header.setStyleSheet(
            f"QHeaderView::section {{ background: {theme.panel}; color: {theme.muted};"
            f" border: 0; border-bottom: 1px solid {theme.hairline}; padding: 3px 2px; }}"
        )
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, 64)
        header.resizeSection(2, 44)
        quiet_scroll_bar(self.verticalScrollBar(), theme, theme.panel)
        colours = self.palette()
        role = colours.ColorRole
        colours.setColor(role.Base, QColor(theme.panel))
        colours.setColor(role.Button, QColor(theme.panel))
        colours.setColor(role.Highlight, QColor(mix(theme.accent, theme.panel, 0.22)))
        colours.setColor(role.HighlightedText, QColor(theme.text))
        self.setPalette(colours)


def _dot(colour: str) -> QIcon:
    picture = QPixmap(20, 20)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(1, 1, 18, 18)
    painter.end()
    return QIcon(picture)
