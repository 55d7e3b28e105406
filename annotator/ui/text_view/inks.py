"""The colours of a style as Qt wants them, each made once."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from annotator.ui.text_view.metrics import RING_WIDTH
from annotator.ui.text_view.scene import Mark, MarkColours, Style

_FAINT_FILL = 0.4
_FAINT_LINE = 0.55
_DIM_FILL = 0.2
_DIM_LINE = 0.3


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
        self.on_accent = QColor(style.on_accent)
        self.selection = QColor(style.selection)
        self.found = QColor(style.found)
        self.warning = QColor(style.warning)
        self.warning_edge = QPen(self.warning, 1.0)
        self.warning_edge.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.ring = QPen(self.accent, RING_WIDTH)
        self._style = style
        self._known: dict[tuple[str, bool, bool], Ink] = {}

    def of(self, mark: Mark, *, dim: bool = False) -> Ink:
        """Return the colours of a mark; nearer to the background for a faint one, or if `dim`."""
        key = mark.role, mark.faint, dim
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._make(mark.role, faint=mark.faint, dim=dim)
        return known

    def _make(self, role: str, *, faint: bool, dim: bool) -> Ink:
        style = self._style
        plain = MarkColours(fill=style.hairline, ink=style.muted, text=style.text)
        colours = style.colours.get(role, plain)
        fill, line = QColor(colours.fill), QColor(colours.ink)
        if faint or dim:
            fill = mixed(fill, self.background, _DIM_FILL if dim else _FAINT_FILL)
            line = mixed(line, self.background, _DIM_LINE if dim else _FAINT_LINE)
            return Ink(fill, line, self.text)
        return Ink(fill, line, QColor(colours.text))


def mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    """Return a colour of which `share` is `colour`, the rest `ground`."""
    return QColor.fromRgbF(
        colour.redF() * share + ground.redF() * (1 - share),
        colour.greenF() * share + ground.greenF() * (1 - share),
        colour.blueF() * share + ground.blueF() * (1 - share),
    )
