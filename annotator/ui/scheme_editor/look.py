"""How spans of a label look, in light and dark, and what is wrong with their colours."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from annotator.compat import override
from annotator.model.colour import APART, Vision
from annotator.model.scheme import Group, Scheme
from annotator.model.scheme_edit import Part, Put, Ref
from annotator.ui.scheme_editor.colours import better_fill, better_ink, contrasts, near
from annotator.ui.scheme_editor.parts import Button, forget
from annotator.ui.theme import CONTRAST, DARK, LIGHT, Theme, font, mark_colours
from annotator.ui.widgets import Heading, Words

_MOST_FINDINGS = 4


class Look(QWidget):
    """The pane at the right of the form. `offered` carries the edit of a better colour."""

    offered = Signal(object)

    def __init__(self, theme: Theme, language: str) -> None:
        super().__init__()
        self._theme = theme
        self._language = language
        self._samples = [_Sample(LIGHT), _Sample(DARK)]
        self._heading = Heading(self.tr("How it looks"), theme)
        self._findings = QVBoxLayout()
        self._findings.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._heading)
        for sample in self._samples:
            column.addWidget(sample)
        column.addLayout(self._findings)

    def show_entry(self, scheme: Scheme, ref: Ref, *, may_edit: bool) -> None:
        """Show how spans of a label or group look; for anything else nothing."""
        label = scheme.label(ref.id) if ref.part is Part.LABEL else None
        group_id = label.group if label else ref.id if ref.part is Part.GROUP else ""
        group = scheme.group(group_id)
        self.setVisible(group is not None)
        forget(self._findings)
        if group is None:
            return
        first = label or next(iter(scheme.labels_of(group.id)), None)
        words = first.example if first and first.example else self.tr("some words")
        for sample in self._samples:
            sample.show_mark(group, first.code if first else "", words)
        if ref.part is Part.GROUP and not group.of_documents:
            self._show_findings(scheme, group, may_edit=may_edit)

    @property
    def findings(self) -> list[str]:
        """What is said about the colours, for those who cannot see it."""
        items = (self._findings.itemAt(n) for n in range(self._findings.count()))
        widgets = [item.widget() for item in items if item is not None]
        return [widget.text() for widget in widgets if isinstance(widget, Words)]

    def _show_findings(self, scheme: Scheme, group: Group, *, may_edit: bool) -> None:
        low = [item for item in contrasts(group) if not item.is_enough]
        close = near(scheme, group)
        for item in low:
            words = (
                self.tr("Lines and codes, %1: contrast %2, wanted %3. They are drawn otherwise.")
                if item.of_ink
                else self.tr("Text on it, %1: contrast %2, wanted %3. It is drawn otherwise.")
            )
            self._say(
                words.replace("%1", self._theme_name(item.theme))
                .replace("%2", f"{item.ratio:.1f}")
                .replace("%3", f"{item.theme.least_contrast:.1f}")
            )
        for place in close[:_MOST_FINDINGS]:
            words = self.tr("Hardly told from %1 with %2, %3: distance %4, wanted %5.")
            name = place.group.names.best(self._language)
            self._say(
                words.replace("%1", name)
                .replace("%2", self._vision_name(place.vision))
                .replace("%3", self._theme_name(place.theme))
                .replace("%4", f"{place.distance:.1f}")
                .replace("%5", f"{APART:.1f}")
            )
        ref = Ref(Part.GROUP, group.id)
        fill = better_fill(scheme, group) if close or any(not x.of_ink for x in low) else None
        dark = any(x.of_ink and x.theme.is_dark for x in low)
        if dark and fill is None:
            fill = better_fill(scheme, group)
        if fill is not None and fill.upper() != group.fill.upper():
            self._offer(Put(ref, "fill", fill.upper()), may_edit=may_edit)
        if any(x.of_ink and not x.theme.is_dark for x in low):
            ink = better_ink(group)
            if ink is not None:
                self._offer(Put(ref, "ink", ink.upper()), may_edit=may_edit)
        if not low and not close:
            text = self.tr("Readable in all colours, and told from the others by everybody.")
            self._say(text, self._theme.done)

    def _say(self, text: str, colour: str = "") -> None:
        words = Words(text, colour or self._theme.warning, size=11.5)
        words.setWordWrap(True)
        self._findings.addWidget(words)

    def _offer(self, edit: Put, *, may_edit: bool) -> None:
        text = self.tr("Take the nearest better one: %1").replace("%1", str(edit.value))
        button = Button(text, self._theme)
        button.setEnabled(may_edit)
        button.clicked.connect(lambda: self.offered.emit(edit))
        self._findings.addWidget(button)

    def _theme_name(self, theme: Theme) -> str:
        if theme is CONTRAST:
            return self.tr("high contrast")
        return self.tr("dark colours") if theme.is_dark else self.tr("light colours")

    def _vision_name(self, vision: Vision) -> str:
        return {
            Vision.NORMAL: self.tr("normal sight"),
            Vision.PROTANOPIA: self.tr("red-blindness"),
            Vision.DEUTERANOPIA: self.tr("green-blindness"),
            Vision.TRITANOPIA: self.tr("blue-blindness"),
        }[vision]


class _Sample(QWidget):
    """A line of text with one span, drawn as the text view draws it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._group: Group | None = None
        self._code = ""
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_mark(self, group: Group, code: str, words: str) -> None:
        self._group, self._code, self._words = group, code, words
        self.setAccessibleName(f"{code} {words}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(220, 58)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._group is None:
            return
        theme = self._theme
        colours = mark_colours(theme, self._group.fill, self._group.ink)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.hairline))
        painter.setBrush(QColor(theme.base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        body, chip = font(15), font(10, QFont.Weight.Bold)
        metrics = QFontMetricsF(body)
        room = self.width() - 32
        words = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        box = QRectF(14, 24, metrics.horizontalAdvance(words) + 4, metrics.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.fill))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QPen(QColor(colours.ink), 2))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setFont(chip)
        painter.drawText(QPointF(box.left() + 1, box.top() - 4), self._code)
        painter.setFont(body)
        painter.setPen(QColor(colours.text))
        painter.drawText(QPointF(box.left() + 2, box.top() + metrics.ascent()), words)
        painter.end()
