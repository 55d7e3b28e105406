"""The panel of the checks: remarks about the open article, articles to look at again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.model.scheme import Scheme
from annotator.services.looking import ToLookAt
from annotator.ui.panels.remark_list import RemarkList
from annotator.ui.theme import Theme, font
from annotator.ui.widgets import Heading, Line, Words, plain_tip, quiet_area, quiet_buttons

_ARTICLES_HEIGHT = 150


class ChecksPanel(QWidget):
    """Shows and asks; it decides nothing."""

    article_chosen = Signal(object)
    """A `ToLookAt`."""

    def __init__(self, scheme: Scheme, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.remarks = RemarkList(scheme, theme, self.tr("Remarks of the checks"))
        self._hint = Words(
            self.tr("F8 goes to the next remark, Shift+F8 to the one before."), theme.muted
        )
        self._hint.setWordWrap(True)
        self.waive_button = QPushButton(self.tr("Not a problem (Del)"))
        self.waive_button.setFont(font(12))
        quiet_buttons(self.waive_button, theme)
        self.waive_button.clicked.connect(self.remarks.waive)
        self.remarks.selectionModel().currentChanged.connect(self._moved)
        self.remarks.model().modelReset.connect(self._moved)
        self._again = Heading("", theme)
        self._again.setWordWrap(True)
        self._again_hint = Words(
            self.tr("Shift+V on a span says that it is still right; any change of it does too."),
            theme.muted,
        )
        self._again_hint.setWordWrap(True)
        self.articles = _article_list(theme)
        self.articles.setAccessibleName(self.tr("Articles to re-check"))
        self.articles.itemActivated.connect(self._choose)
        self.articles.itemClicked.connect(self._choose)
        self._lower = QWidget()
        lower = QVBoxLayout(self._lower)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.addWidget(Line(theme))
        inside = QVBoxLayout()
        inside.setContentsMargins(12, 4, 12, 10)
        for widget in (self._again, self._again_hint, self.articles):
            inside.addWidget(widget)
        lower.addLayout(inside)
        self._lower.hide()
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 12, 10)
        row.addWidget(self.waive_button)
        row.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(14, 10, 14, 0)
        head.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.remarks, 1)
        column.addLayout(row)
        column.addWidget(self._lower)
        self._moved()

    def focus_first(self) -> None:
        """Put the keyboard into the remarks."""
        self.remarks.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_articles(self, articles: Sequence[ToLookAt]) -> None:
        """Show which articles hold spans that are to be looked at again."""
        spans = sum(article.spans for article in articles)
        words = self.tr("Re-check after a change of guideline: %1 spans")
        if spans == 1:
            words = self.tr("Re-check after a change of guideline: 1 span")
        self._again.setText(words.replace("%1", str(spans)))
        self._lower.setVisible(bool(articles))
        place = max(0, self.articles.currentRow())
        self.articles.clear()
        for article in articles:
            item = QListWidgetItem(f"{article.title} · {article.spans}")
            item.setData(Qt.ItemDataRole.UserRole, article)
            item.setToolTip(plain_tip(article.title))
            self.articles.addItem(item)
        self.articles.setCurrentRow(min(place, len(articles) - 1))

    def _moved(self) -> None:
        row = self.remarks.current()
        self.waive_button.setEnabled(row is not None and row.can_be_waived)
        self._hint.setText(
            self.tr("F8 goes to the next remark, Shift+F8 to the one before.")
            if self.remarks.count
            else self.tr("The checks find nothing in this article.")
        )

    def _choose(self, item: QListWidgetItem) -> None:
        self.article_chosen.emit(item.data(Qt.ItemDataRole.UserRole))


def _article_list(theme: Theme) -> QListWidget:
    made = QListWidget()
    made.setFont(font(12))
    made.setMaximumHeight(_ARTICLES_HEIGHT)
    made.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    quiet_area(made, theme, theme.panel)
    return made
