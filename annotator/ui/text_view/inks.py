"""The colours of a style as Qt wants them, each made once."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from annotator.ui.text_view.metrics import RING_WIDTH
from annotator.ui.text_view.scene import Mark, MarkColours, Style

_FAINT_FILL = 0.4
_FAINT_LINE = 0.55


@dataclass(frozen=True, slots=True)
class Ink:
    """What one role is drawn with."""

    fill: QColor
    line: QColor
    text: QColor
    pens: dict[tuple[float, int, float], QPen] = field(default_factory=dict)


class Inks:
    """Colours of a style; roles it does not know are drawn in its plain colours."""

    def __init__(self, style: Style) -> None:
        self.background = QColor(style.background)
        self.text = QColor(style.text)
        self.muted = QColor(style.muted)
        self.accent = QColor(style.accent)
        self.selection = QColor(style.selection)
        self.warning = QColor(style.warning)
        self.warning_edge = QPen(self.warning, 1.0)
        self.warning_edge.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.ring = QPen(self.accent, RING_WIDTH)
        self._style = style
        self._known: dict[tuple[str, bool], Ink] = {}

    def of(self, mark: Mark) -> Ink:
        """Return the colours of a mark; a faint one's are nearer to the background."""
        known = self._known.get((mark.role, mark.faint))
        if known is None:
            known = self._known[mark.role, mark.faint] = self._make(mark.role, faint=mark.faint)
        return known

    def _make(self, role: str, *, faint: bool) -> Ink:
        style = self._style
        plain = MarkColours(fill=style.hairline, ink=style.muted, text=style.text)
        colours = style.colours.get(role, plain)
        fill, line = QColor(colours.fill), QColor(colours.ink)
        if faint:
            fill = _mixed(fill, self.background, _FAINT_FILL)
            line = _mixed(line, self.background, _FAINT_LINE)
            return Ink(fill, line, self.text)
        return Ink(fill, line, QColor(colours.text))


def _mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    return QColor.fromRgbF(
        colour.redF() * share + ground.redF() * (1 - share),
        colour.greenF() * share + ground.greenF() * (1 - share),
        colour.blueF() * share + ground.blueF() * (1 - share),
    )
