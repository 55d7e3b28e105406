"""Title (where the text has none of its own) and the line of facts under it. Not selectable."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from annotator.ui.text_view.metrics import Metrics
from annotator.ui.text_view.scene import Fact

_ROW: Final = 26.0
_CHIP_HEIGHT: Final = 20.0
_CHIP_PAD: Final = 9.0
_BETWEEN: Final = 12.0
_AFTER_TITLE: Final = 4.0


class Header:
    """Laid out when made; painted as often as needed. `height` is 0 when there is nothing."""

    def __init__(self, metrics: Metrics, title: str, facts: Sequence[Fact], width: float) -> None:
        self._metrics = metrics
        self._title = _title_layout(metrics, title, width) if title else None
        self.height = 0.0
        if self._title is not None:
            self.height = self._title.boundingRect().height()
        self._facts: list[tuple[Fact, QRectF]] = []
        if facts:
            top = self.height + (_AFTER_TITLE if self._title else 0.0)
            self.height = top + self._place_facts(facts, top, width)

    def _place_facts(self, facts: Sequence[Fact], top: float, width: float) -> float:
        plain = QFontMetricsF(self._metrics.fact_font)
        framed = QFontMetricsF(self._metrics.fact_chip_font)
        x, y = 0.0, top
        for fact in facts:
            if fact.chip:
                wide = framed.horizontalAdvance(fact.text) + 2 * _CHIP_PAD
            else:
                wide = plain.horizontalAdvance(fact.text)
            wide = min(wide, width)
            if x > 0 and x + wide > width:
                x, y = 0.0, y + _ROW
            self._facts.append((fact, QRectF(x, y, wide, _ROW)))
            x += wide + _BETWEEN
        return y + _ROW - top

    def fact_at(self, x: float, y: float) -> Fact | None:
        """Return the fact at a place within the header, None beside all of them."""
        return next((fact for fact, place in self._facts if place.contains(x, y)), None)

    def paint(self, painter: QPainter, left: float, top: float) -> None:
        """Draw with the upper left corner at `left`, `top`."""
        style = self._metrics.style
        if self._title is not None:
            painter.setPen(QColor(style.text))
            self._title.draw(painter, QPointF(left, top))
        muted, frame = QColor(style.muted), QPen(QColor(style.hairline), 1.0)
        for fact, place in self._facts:
            box = place.translated(left, top)
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            if fact.chip:
                inset = (_ROW - _CHIP_HEIGHT) / 2
                painter.setPen(frame)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                outline = box.adjusted(0.5, inset + 0.5, -0.5, -inset - 0.5)
                painter.drawRoundedRect(outline, _CHIP_HEIGHT / 2, _CHIP_HEIGHT / 2)
                painter.setFont(self._metrics.fact_chip_font)
                align = Qt.AlignmentFlag.AlignCenter
            else:
                painter.setFont(self._metrics.fact_font)
            painter.setPen(muted)
            painter.drawText(box, align, fact.text)


def _title_layout(metrics: Metrics, title: str, width: float) -> QTextLayout:
    layout = QTextLayout(" ".join(title.split()), metrics.heading.font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0.0, top))
        top += metrics.heading.pitch
    layout.endLayout()
    return layout
