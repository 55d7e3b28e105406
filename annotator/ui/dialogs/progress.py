"""My progress: articles for each day, pace, and what is left. For oneself, not for others."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from annotator.compat import override
from annotator.services.progress import Day, ProgressReport
from annotator.ui.dates import count_words, date_words
from annotator.ui.durations import rough_words
from annotator.ui.theme import Theme, font
from annotator.ui.ticks import TickBox
from annotator.ui.widgets import Heading, Words, quiet_buttons

_MOST_DAYS = 14
_WIDTH = 460


class ProgressDialog(QDialog):
    """`measured_changed` comes when active time shall be measured or no longer."""

    measured_changed = Signal()

    def __init__(
        self,
        report: ProgressReport,
        active_seconds: int,
        theme: Theme,
        language: str,
        parent: QWidget,
        *,
        measured: bool,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("My progress"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._language = language
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(Heading(self.tr("Articles finished each day"), theme))
        if report.days:
            column.addWidget(DayChart(report.days, theme, language))
        else:
            column.addWidget(Words(self.tr("No article is finished yet."), theme.muted, size=13))
        column.addSpacing(8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(0, 1)
        for row, (name, value) in enumerate(self._facts(report, active_seconds)):
            grid.addWidget(Words(name, theme.muted, size=13), row, 0)
            shown = Words(value, theme.text, size=13, weight=QFont.Weight.DemiBold)
            shown.setAccessibleName(f"{name}: {value}")
            grid.addWidget(shown, row, 1, Qt.AlignmentFlag.AlignRight)
        column.addLayout(grid)
        column.addSpacing(6)
        self.measured = TickBox(self.tr("Measure my active time"), theme)
        self.measured.setChecked(measured)
        self.measured.toggled.connect(self.measured_changed)
        column.addWidget(self.measured)
        words = Words(
            self.tr(
                "Time counts while you press keys or use the mouse in this window, and stops"
                " 60 seconds after the last time. It is kept in the project file only, for each"
                " person and article, and never exported."
            ),
            theme.muted,
        )
        words.setWordWrap(True)
        column.addWidget(words)
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        quiet_buttons(close, theme)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column.addLayout(foot)
        self.setMinimumWidth(_WIDTH)

    def _facts(self, report: ProgressReport, active_seconds: int) -> list[tuple[str, str]]:
        facts = [
            (self.tr("Articles done"), count_words(report.done, self._language)),
            (self.tr("Spans in them"), count_words(report.spans, self._language)),
            (
                self.tr("Active time in all"),
                rough_words(active_seconds) if active_seconds else "–",
            ),
        ]
        pace = report.pace
        unknown = self.tr("from the 3rd finished article on")
        facts.append(
            (
                self.tr("Active time for an article, median"),
                unknown if pace is None else rough_words(pace.seconds_per_article),
            )
        )
        facts.append((self.tr("Articles left"), count_words(report.left, self._language)))
        left = report.seconds_left
        words = unknown
        if left is not None:
            words = f"±{rough_words(left)}" if left else "–"
        facts.append((self.tr("Time left at this pace"), words))
        return facts


class DayChart(QWidget):
    """A bar for each of the last days on which something was finished."""

    def __init__(self, days: Sequence[Day], theme: Theme, language: str) -> None:
        super().__init__()
        self._days = days[-_MOST_DAYS:]
        self._theme = theme
        self._language = language
        said = [
            f"{date_words(day.date.isoformat(), language)}: {day.articles}" for day in self._days
        ]
        self.setAccessibleName(", ".join(said))
        self.setFixedHeight(132)

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, 132)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max(day.articles for day in self._days)
        step = self.width() / max(7, len(self._days))
        width = min(28.0, step * 0.6)
        ground = self.height() - 22.0
        room = ground - 20
        painter.fillRect(QRectF(0, ground, self.width(), 1), QColor(theme.hairline))
        for number, day in enumerate(self._days):
            middle = step * (number + 0.5)
            height = max(3.0, room * day.articles / most)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            bar = QRectF(middle - width / 2, ground - height, width, height)
            painter.drawRoundedRect(bar, 3, 3)
            painter.setFont(font(11, QFont.Weight.DemiBold))
            painter.setPen(QColor(theme.text))
            above = QRectF(middle - step / 2, bar.top() - 17, step, 15)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(day.articles))
            painter.setFont(font(10.5))
            painter.setPen(QColor(theme.muted))
            below = QRectF(middle - step / 2, ground + 4, step, 16)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._day_words(number))
        painter.end()

    def _day_words(self, number: int) -> str:
        """Return the day, with its month where there is room or where a month begins."""
        day = self._days[number].date
        words = date_words(day.isoformat(), self._language).rpartition(" ")[0]
        first = number == 0 or self._days[number - 1].date.month != day.month
        roomy = len(self._days) <= 7  # noqa: PLR2004 - what fits
        return words if roomy or first else str(day.day)
