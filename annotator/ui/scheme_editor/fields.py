"""Fields of the scheme editor's form: a title, an input, and what is wrong with it."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from annotator.compat import override
from annotator.ui.inputs import Line
from annotator.ui.scheme_editor.choices import Choice, Choices
from annotator.ui.speech import announce
from annotator.ui.theme import Theme, font
from annotator.ui.ticks import TickBox
from annotator.ui.widgets import Words, quiet_scroll_bar

ABSENT: Final = None
"""What a field gives where it is empty."""
Options = Sequence[tuple[str, str]]
_PAUSE: Final = 250
"""Milliseconds without a key before what was typed is tried."""


class FormField(QWidget):
    """One key of an entry. `changed` carries the new JSON value, None where there is none.

    Whoever places it places its `error_line` below, where there is room for it.
    """

    changed = Signal(object)

    def __init__(self, key: str, title: str, theme: Theme) -> None:
        super().__init__()
        self.key = key
        self.theme = theme
        self.title = title
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self._name = Words(title, theme.muted, size=11.5)
        self._column.addWidget(self._name)
        self.error_line = Words("", theme.danger, size=11.5)
        self.error_line.setWordWrap(True)
        self.error_line.hide()

    @property
    def error(self) -> str:
        """What is wrong with what stands in the field, "" where nothing is."""
        return "" if self.error_line.isHidden() else self.error_line.text()

    def show_error(self, words: str) -> None:
        """Say below the field what is wrong with it, "" for nothing; read out as well."""
        if words and words != self.error:
            announce(self.error_line, words)
        self.error_line.setText(words)
        self.error_line.setVisible(bool(words))

    def show_value(self, value: Any) -> None:
        """Show a value without announcing it."""
        raise NotImplementedError

    def commit(self) -> None:
        """Give out what was typed and not yet tried."""

    def hold(self, widget: QWidget) -> None:
        """Put the input in its place."""
        widget.setFont(font(12.5))
        widget.setAccessibleName(self.title)
        widget.setObjectName(self.key)
        self._name.setBuddy(widget)
        self.setFocusProxy(widget)
        self._column.addWidget(widget)
        self._column.addStretch(1)


class _Typed(FormField):
    """A field that is typed into: tried when the typist pauses or goes on."""

    def __init__(self, key: str, title: str, theme: Theme) -> None:
        super().__init__(key, title, theme)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._try)

    def typed(self) -> None:
        self._pause.start()

    @override
    def commit(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._try()

    def _try(self) -> None:
        self.changed.emit(self.typed_value())

    def typed_value(self) -> Any:
        """Return the JSON value of what stands in the input."""
        raise NotImplementedError


class LineField(_Typed):
    """One line. `several` takes a list of texts, separated by commas."""

    def __init__(
        self, key: str, title: str, theme: Theme, *, most: int = 400, several: bool = False
    ) -> None:
        super().__init__(key, title, theme)
        self._several = several
        self.line = Line(theme)
        self.line.setMaxLength(most)
        self.line.textEdited.connect(self.typed)
        self.line.editingFinished.connect(self.commit)
        self.hold(self.line)

    @override
    def show_value(self, value: Any) -> None:
        words = ", ".join(value) if isinstance(value, list) else "" if value is None else str(value)
        if words != self.line.text():
            self.line.setText(words)
            self.line.setCursorPosition(0)

    @override
    def typed_value(self) -> Any:
        text = self.line.text().strip()
        if self._several:
            return [item.strip() for item in text.split(",") if item.strip()] or ABSENT
        return text or ABSENT


class NumberField(LineField):
    """A number, or what somebody typed instead of one."""

    @override
    def typed_value(self) -> Any:
        text = self.line.text().strip().replace(",", ".")
        for kind in (int, float):
            try:
                return kind(text)
            except ValueError:
                continue
        return text or ABSENT


class TextField(_Typed):
    """A few lines of text. Tab goes on to the next field."""

    def __init__(self, key: str, title: str, theme: Theme, *, rows: int = 3) -> None:
        super().__init__(key, title, theme)
        self.text = _Text(theme)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(14 + 17 * rows)
        self.text.textChanged.connect(self._edited)
        self.text.installEventFilter(self)
        self.hold(self.text)
        self._quiet = False

    @override
    def show_value(self, value: Any) -> None:
        words = "" if value is None else str(value)
        if words != self.text.toPlainText():
            self._quiet = True
            self.text.setPlainText(words)
            self._quiet = False

    @override
    def typed_value(self) -> Any:
        return self.text.toPlainText().strip() or ABSENT

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.commit()
        return False

    def _edited(self) -> None:
        if not self._quiet:
            self.typed()


class _Text(QPlainTextEdit):
    """A text input in the look of the others."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.document().setDocumentMargin(6)
        quiet_scroll_bar(self.verticalScrollBar(), theme, theme.base)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        theme = self._theme
        painter.setPen(QPen(QColor(theme.accent), 1.5) if focused else QColor(theme.key_edge))
        painter.drawRoundedRect(self.viewport().rect().adjusted(0, 0, -1, -1), 6, 6)
        painter.end()


class PickField(FormField):
    """One of a list; with `empty` none of them as well."""

    def __init__(
        self, key: str, title: str, theme: Theme, options: Options, *, empty: bool = False
    ) -> None:
        super().__init__(key, title, theme)
        self.box = Choice(theme)
        self.box.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        if empty:
            self.box.addItem("–", ABSENT)
        for value, name in options:
            self.box.addItem(name, value)
        self.box.activated.connect(lambda place: self.changed.emit(self.box.itemData(place)))
        self.hold(self.box)

    @override
    def show_value(self, value: Any) -> None:
        place = self.box.findData(value)
        if place < 0:
            self.box.addItem(str(value), value)
            place = self.box.count() - 1
        self.box.setCurrentIndex(place)


class PicksField(FormField):
    """Several of a list, ticked in a menu; an empty list is a value where `keep_empty`."""

    def __init__(
        self, key: str, title: str, theme: Theme, options: Options, *, keep_empty: bool = False
    ) -> None:
        super().__init__(key, title, theme)
        self._keep_empty = keep_empty
        self.button = Choices(theme)
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._menu = QMenu(self.button)
        self._actions = []
        for value, name in options:
            action = self._menu.addAction(name.replace("&", "&&"))
            action.setCheckable(True)
            action.setData(value)
            action.triggered.connect(self._chosen)
            self._actions.append(action)
        self.button.setMenu(self._menu)
        self.hold(self.button)

    @override
    def show_value(self, value: Any) -> None:
        chosen = value if isinstance(value, list) else []
        for action in self._actions:
            action.setChecked(action.data() in chosen)
        self._show_words()

    def _show_words(self) -> None:
        names = [x.text().replace("&&", "&") for x in self._actions if x.isChecked()]
        self.button.show_words(", ".join(names))
        self.button.setAccessibleDescription(", ".join(names))

    def _chosen(self) -> None:
        chosen = [action.data() for action in self._actions if action.isChecked()]
        self._show_words()
        self.changed.emit(chosen if chosen or self._keep_empty else ABSENT)


class YesNoField(FormField):
    """A tick; no is no value."""

    def __init__(self, key: str, title: str, theme: Theme) -> None:
        super().__init__(key, title, theme)
        self._name.hide()
        self.box = TickBox(title.replace("&", "&&"), theme)
        self.box.clicked.connect(lambda on: self.changed.emit(on or ABSENT))
        self.hold(self.box)

    @override
    def show_value(self, value: Any) -> None:
        self.box.setChecked(bool(value))


class ColourField(LineField):
    """A colour as `#RRGGBB`, with a swatch that opens the colour dialog."""

    def __init__(self, key: str, title: str, theme: Theme) -> None:
        super().__init__(key, title, theme, most=7)
        self._swatch = _Swatch(theme)
        self._swatch.setAccessibleName(self.tr("Choose: %1").replace("%1", title))
        self._swatch.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.setSpacing(6)
        self._column.removeWidget(self.line)
        row.addWidget(self._swatch)
        row.addWidget(self.line, 1)
        self._column.insertLayout(1, row)
        self.line.textChanged.connect(self._swatch.show_colour)

    def _choose(self) -> None:
        from PySide6.QtWidgets import QColorDialog

        dialog = QColorDialog(QColor(self.line.text()), self)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.setWindowTitle(self.title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(lambda colour: self.changed.emit(colour.name().upper()))
        dialog.open()


class _Swatch(QPushButton):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._colour = QColor()
        self.setFixedSize(27, 27)

    def show_colour(self, text: str) -> None:
        self._colour = QColor(text)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        theme = self._theme
        painter.setPen(QPen(QColor(theme.accent), 2) if focused else QColor(theme.key_edge))
        painter.setBrush(self._colour if self._colour.isValid() else QColor(theme.base))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 6, 6)
        painter.end()
