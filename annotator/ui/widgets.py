"""Small widgets that the window is built of, painted with the theme's colours.

A style sheet for the whole window would cost more time at start than everything else in it, so
these few paint themselves.
"""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QSplitter,
    QSplitterHandle,
    QWidget,
)

from annotator.compat import override
from annotator.ui.theme import Theme, font, mix


class Heading(QLabel):
    """A small heading in capitals above a section of a panel."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        made = font(11, QFont.Weight.DemiBold)
        made.setCapitalization(QFont.Capitalization.AllUppercase)
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.8)
        self.setFont(made)
        self.setTextFormat(Qt.TextFormat.PlainText)
        colours = self.palette()
        colours.setColor(self.foregroundRole(), QColor(theme.muted))
        self.setPalette(colours)


class Words(QLabel):
    """Plain words in one of the theme's colours; markup in them is never interpreted."""

    def __init__(
        self,
        text: str,
        colour: str,
        *,
        size: float = 12,
        weight: QFont.Weight = QFont.Weight.Normal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(size, weight))
        self.set_colour(colour)

    def set_colour(self, colour: str) -> None:
        colours = self.palette()
        colours.setColor(self.foregroundRole(), QColor(colour))
        self.setPalette(colours)


class Elided(Words):
    """Words on one line that end in dots where there is no room for them."""

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(self.rect(), flags, shown)
        painter.end()


class Line(QFrame):
    """A hairline between two parts."""

    def __init__(self, theme: Theme, *, vertical: bool = False) -> None:
        super().__init__()
        self._colour = QColor(theme.hairline)
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._colour)
        painter.end()


class Card(QFrame):
    """A rounded frame in the colour of the ground."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._theme.hairline))
        painter.setBrush(QColor(self._theme.base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()


class FocusFrame(QFrame):
    """A rounded frame around an input, in the accent colour while that has the keyboard."""

    def __init__(self, inner: QWidget, theme: Theme, margins: tuple[int, int, int, int]) -> None:
        super().__init__()
        self._theme = theme
        self._inner = inner
        inner.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(*margins)
        row.addWidget(inner)
        self.setFocusProxy(inner)

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self._inner.hasFocus()
        painter.setPen(QPen(QColor(theme.accent), 1.5) if focused else QColor(theme.hairline))
        painter.setBrush(QColor(theme.base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        painter.end()


class Field(FocusFrame):
    """A line of input in a rounded frame."""

    def __init__(self, theme: Theme, placeholder: str) -> None:
        self.line = QLineEdit()
        self.line.setFrame(False)
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(placeholder)
        colours = self.line.palette()
        colours.setColor(self.line.backgroundRole(), QColor(theme.base))
        self.line.setPalette(colours)
        super().__init__(self.line, theme, (9, 6, 9, 6))


class Splitter(QSplitter):
    """Panes side by side with a hairline between them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._colour = QColor(theme.hairline)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    @override
    def createHandle(self) -> QSplitterHandle:
        return _Handle(self._colour, self)


class _Handle(QSplitterHandle):
    def __init__(self, colour: QColor, splitter: QSplitter) -> None:
        super().__init__(splitter.orientation(), splitter)
        self._colour = colour

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect().center().x(), 0, 1, self.height(), self._colour)
        painter.end()


SCROLL_BAR_WIDTH = 10


def quiet_scroll_bar(bar: QScrollBar, theme: Theme, ground: str) -> None:
    """Make a scroll bar a thin handle without arrows, on the `ground` of what it scrolls."""
    bar.setStyleSheet(
        f"QScrollBar {{ background: {ground}; width: {SCROLL_BAR_WIDTH}px; margin: 0; }}"
        f"QScrollBar::handle {{ background: {theme.key_edge}; border-radius: 3px;"
        f" min-height: 32px; margin: 2px; }}"
        f"QScrollBar::handle:hover {{ background: {theme.muted}; }}"
        f"QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}"
        f"QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}"
    )


def quiet_buttons(part: QPushButton | QDialogButtonBox, theme: Theme, height: int = 26) -> None:
    """Give a button, or those of a dialog, the look of the inputs: rounded, without shading."""
    part.setStyleSheet(
        f"QPushButton {{ background: {theme.base}; color: {theme.text}; padding: 0 14px;"
        f" border: 1px solid {theme.key_edge}; border-radius: 6px; min-height: {height}px; }}"
        f"QDialogButtonBox QPushButton {{ min-width: 56px; }}"
        f"QPushButton:hover, QPushButton:pressed {{ background: {theme.hover}; }}"
        f"QPushButton:default {{ border-color: {theme.accent}; }}"
        f"QPushButton:focus {{ border: 2px solid {theme.accent}; padding: 0 13px;"
        f" min-height: {height - 2}px; }}"
        f"QPushButton:disabled {{ color: {mix(theme.muted, theme.panel, 0.6)};"
        f" border-color: {theme.hairline}; }}"
    )


def quiet_area(area: QAbstractScrollArea, theme: Theme, ground: str) -> None:
    """Let what scrolls lie on a `ground` without a frame, with a thin bar at the right alone."""
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    quiet_scroll_bar(area.verticalScrollBar(), theme, ground)
    colours = area.palette()
    colours.setColor(area.backgroundRole(), QColor(ground))
    area.setPalette(colours)


def quiet_list(rows: QAbstractItemView, theme: Theme, ground: str) -> None:
    """Let a list whose rows are painted scroll by pixels on a `ground`; none is edited."""
    rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    quiet_area(rows, theme, ground)


class Progress(QWidget):
    """A thin bar: how much of the work is done."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self.setFixedHeight(5)

    def set_share(self, share: float) -> None:
        """Show a share from 0 to 1."""
        self._share = min(1.0, max(0.0, share))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.hairline))
        painter.drawRoundedRect(self.rect(), 2.5, 2.5)
        if self._share:
            painter.setBrush(QColor(self._theme.accent))
            painter.drawRoundedRect(QRectF(0, 0, max(5, self.width() * self._share), 5), 2.5, 2.5)
        painter.end()


def plain_tip(text: str) -> str:
    """Return `text` so that a tool tip shows it as it is: Qt would read markup in it."""
    if not text:
        return ""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<qt>{escaped}</qt>"
