"""Buttons that show keys, and chips that lead somewhere."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.compat import override
from annotator.ui.speech import explain
from annotator.ui.theme import Theme, font, readable

RADIUS = 6.0


class KeyButton(QAbstractButton):
    """A choice with the key that takes it: a small key cap, then words.

    `framed` ones look like a button (label groups), the others like a row of a list. A checked
    one is filled with `fill`, or with the theme's soft accent where that is empty.
    """

    def __init__(
        self, theme: Theme, *, framed: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._framed = framed
        self._key = ""
        self._fill = ""
        self._swatch = ""
        self._name = ""
        self._is_proposed = self._is_current = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(font(12.5))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # As wide as the pane lets it be: long names are shortened, the tool tip has them whole.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_choice(
        self, key: str, text: str, *, fill: str = "", swatch: str = "", hint: str = ""
    ) -> None:
        """Set what the button offers. `hint` becomes its plain-text tool tip."""
        self._key = key
        self._fill = fill
        self._swatch = swatch
        self.setText(text.replace("&", "&&"))
        self._name = f"{text} ({key})" if key else text
        self.setAccessibleName(self._name)
        explain(self, hint)
        self.update()

    def show_proposed(self, words: str) -> None:
        """Draw a dashed outline: this is proposed, and `words` say so; "" for no proposal."""
        if self._is_proposed != bool(words):
            self._is_proposed = bool(words)
            self.setAccessibleName(f"{self._name}, {words}" if words else self._name)
            self.update()

    def show_current(self, current: bool) -> None:  # noqa: FBT001 - what is shown
        """Draw the ring of the keyboard, which something else has on the button's behalf."""
        if self._is_current != current:
            self._is_current = current
            self.update()

    @property
    def words(self) -> str:
        """The words on the button."""
        return self.text().replace("&&", "&")

    @override
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.words) + 52
        return QSize(width, 32 if self._framed else 26)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(64, self.sizeHint().height())

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground = self._ground()
        if ground or self._framed:
            painter.setBrush(QColor(ground) if ground else QColor(theme.panel))
            edge = self._framed and not self.isChecked()
            painter.setPen(QColor(theme.hairline) if edge else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self._is_proposed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 1.25, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if self.hasFocus() or self._is_current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)
        made = QFont(self.font())
        made.setItalic(self._is_proposed)
        if self.isChecked():
            made.setWeight(QFont.Weight.DemiBold)
        painter.setFont(made)
        metrics = painter.fontMetrics()
        cap = self._cap_width()
        left = 6.0
        if self._framed:
            words = metrics.horizontalAdvance(self.words)
            left = max(6.0, (self.width() - cap - 8 - words) / 2)
        if self._key:
            self._paint_key(painter, QRectF(left, self.height() / 2 - 9, cap, 18))
            left += cap + 8
        if self._swatch:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._swatch))
            painter.drawEllipse(QPointF(left + 4, self.height() / 2), 4, 4)
            left += 14
        painter.setFont(made)
        painter.setPen(QColor(self._ink(ground)))
        space = QRect(round(left), 0, self.width() - round(left) - 4, self.height())
        shown = metrics.elidedText(self.words, Qt.TextElideMode.ElideRight, space.width())
        painter.drawText(space, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()

    def _ground(self) -> str:
        if self.isChecked():
            return self._fill or self._theme.accent_soft
        if self.isDown() or (self.underMouse() and self.isEnabled()):
            return self._theme.hover
        return ""

    def _ink(self, ground: str) -> str:
        theme = self._theme
        if not self.isEnabled():
            return theme.muted
        if self.isChecked():
            return readable(
                theme.text if self._fill else theme.accent, ground, theme.least_contrast
            )
        return theme.text

    def _cap_width(self) -> float:
        return max(20.0, 10.0 + self.fontMetrics().horizontalAdvance(self._key)) if self._key else 0

    def _paint_key(self, painter: QPainter, box: QRectF) -> None:
        theme = self._theme
        painter.setPen(QColor(theme.key_edge))
        painter.setBrush(QColor(theme.key))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(QColor(theme.muted))
        painter.setFont(font(11, QFont.Weight.DemiBold))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)


class TabButton(QAbstractButton):
    """The tab of a panel: an icon and words, underlined while its panel is shown.

    Where there is no room for the words the icon stands alone; the tool tip has the words.
    """

    def __init__(self, title: str, theme: Theme, icon: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._icons_are_ready = False
        self.setCheckable(True)
        self.setFont(font(11.5, QFont.Weight.Medium))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_title(title)

    @property
    def words(self) -> str:
        """The words on the tab."""
        return self.text().replace("&&", "&")

    def show_title(self, title: str) -> None:
        """Set the words of the tab."""
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(title)
        explain(self, title)
        self.updateGeometry()
        self.update()

    def show_icon(self) -> None:
        """Show the icon from now on: drawing the first one loads a library, so not at the start."""
        self._icons_are_ready = True
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.words) + 12, 30)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(28, 30)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.underMouse() or self.hasFocus():
            painter.setPen(
                QPen(QColor(theme.accent), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen
            )
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(box.adjusted(1, 3, -1, -4), 5, 5)
        colour = theme.accent if self.isChecked() else theme.muted
        painter.setPen(QColor(colour))
        if self._words_fit() or not self._icon or not self._icons_are_ready:
            text = painter.fontMetrics().elidedText(
                self.words, Qt.TextElideMode.ElideRight, self.width() - 2
            )
            painter.drawText(box.adjusted(0, 0, 0, -2), Qt.AlignmentFlag.AlignCenter, text)
        else:
            self._paint_icon(painter, colour)
        if self.isChecked():
            painter.fillRect(QRectF(5, box.bottom() - 2, box.width() - 10, 2), QColor(theme.accent))
        painter.end()

    def _words_fit(self) -> bool:
        return self.fontMetrics().horizontalAdvance(self.words) <= self.width() - 2

    def _paint_icon(self, painter: QPainter, colour: str) -> None:
        from annotator.ui.icons import SIZE, picture

        made = picture(self._icon, colour, SIZE, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - SIZE) // 2, (self.height() - SIZE) // 2 - 1, made)


class KeyCap(QWidget):
    """A key as it looks on a keyboard, for sheets of keys."""

    def __init__(self, key: str, theme: Theme, fill: str = "") -> None:
        super().__init__()
        self._key = key
        self._theme = theme
        self._fill = fill or theme.key
        self.setFont(font(11, QFont.Weight.DemiBold))
        self.setAccessibleName(key)
        width = max(20, self.fontMetrics().horizontalAdvance(key) + 12)
        self.setFixedSize(width, 20)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._theme.key_edge))
        painter.setBrush(QColor(self._fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(QColor(readable(self._theme.text, self._fill, self._theme.least_contrast)))
        painter.setFont(self.font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._key)
        painter.end()


class Chip(QAbstractButton):
    """A few words on a coloured ground that lead somewhere, such as the end of a relation."""

    def __init__(self, text: str, fill: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFont(font(12))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_words(text, fill)

    def show_words(self, text: str, fill: str) -> None:
        """Set words and ground."""
        self._fill = fill
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        explain(self, text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        text = self.text().replace("&&", "&")
        return QSize(self.fontMetrics().horizontalAdvance(text) + 16, 22)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(40, 22)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = min(self.width(), self.sizeHint().width())
        box = QRectF(0, 0, width, self.height())
        painter.setPen(
            QPen(QColor(self._theme.accent), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen
        )
        painter.setBrush(QColor(self._fill))
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
        painter.setPen(QColor(readable(self._theme.text, self._fill, self._theme.least_contrast)))
        text = self.text().replace("&&", "&")
        inner = box.adjusted(8, 0, -6, 0).toRect()
        shown = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, inner.width() + 2
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()
