"""The screen on which articles are labelled: articles, text, labels."""

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.compat import override
from annotator.model.ids import DocumentId
from annotator.model.project import FirstLook
from annotator.services.changes import Changes
from annotator.services.settings import Settings
from annotator.text import segmentation
from annotator.ui.annotate.empty import EmptyProject
from annotator.ui.annotate.feature import Desk
from annotator.ui.annotate.features import ARTICLES, Features
from annotator.ui.annotate.kept_place import kept_place
from annotator.ui.annotate.link_presenter import LinkPresenter
from annotator.ui.annotate.presenter import AnnotatePresenter
from annotator.ui.annotate.status_presenter import StatusPresenter
from annotator.ui.annotate.voice import Voice
from annotator.ui.keys import digit_of, letter_of
from annotator.ui.list_finder import ListFinder
from annotator.ui.panels.documents import QUEUE, QUEUE_LOOK, ROWS_AROUND, DocumentsPanel
from annotator.ui.panels.labels import LabelsPanel
from annotator.ui.session import Session
from annotator.ui.side_bar import SideBar
from annotator.ui.status_bar import Notice
from annotator.ui.text_look import TextLook
from annotator.ui.text_view.view import TextView
from annotator.ui.theme import Theme, text_style
from annotator.ui.widgets import Splitter, quiet_scroll_bar

translate = QCoreApplication.translate
_AFTER_FIRST_PAINT = 300
"""Milliseconds until what is not needed for the first look is done."""
DOCUMENTS = "documents"
"""Name of the side bar's panel with the articles."""
LEFT, RIGHT = 280, 322
"""Widths of the side panes in pixels."""


class AnnotateScreen(QWidget):
    """Three panes and the keys of the text."""

    add_requested = Signal()
    told = Signal(str, bool)
    """Words for the status line, and whether they are a refusal."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        language: str,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.documents = DocumentsPanel(ListFinder(session), theme, language)
        self.side_bar = SideBar(theme)
        self.side_bar.add(
            DOCUMENTS, translate("Features", ARTICLES), lambda: self.documents, "newspaper"
        )
        self.labels = LabelsPanel(session.project.scheme, theme, language)
        self.view = TextView()
        style = text_style(theme, session.project.scheme)
        self.text_look = TextLook(settings, self.view, style, self)
        quiet_scroll_bar(self.view.verticalScrollBar(), theme, theme.base)
        self.view.setAccessibleName(self.tr("Text of the article"))
        self.notice = Notice(theme)
        self.empty = EmptyProject(theme)
        self.presenter = AnnotatePresenter(session, self.view, self.labels, language, self)
        self.links = LinkPresenter(session, self.view, self.presenter, language, self)
        self.status = StatusPresenter(session, self.presenter, theme, language, self)
        self._voice = Voice(session, self.view, self.presenter, language, self)
        self._all_arcs = False
        self.features = Features(
            Desk(
                self,
                session,
                theme,
                language,
                settings,
                view=self.view,
                presenter=self.presenter,
                labels=self.labels,
                documents=self.documents,
                side_bar=self.side_bar,
                notice=self.notice,
                open_document=self._open,
                focus_text=self.focus_text,
                over_text=lambda bar: self._column.insertWidget(
                    self._column.indexOf(self.view), bar
                ),
            )
        )
        self.features.add_panels()

        middle = QWidget()
        self._column = column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        self.splitter = Splitter(theme)
        for pane in (self.side_bar, middle, self.labels):
            self.splitter.addWidget(pane)
        self.side_bar.setMinimumWidth(200)
        middle.setMinimumWidth(360)
        self.labels.setMinimumWidth(240)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([LEFT, 10_000, RIGHT])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)
        self.setTabOrder(self.side_bar, self.view)
        self.setTabOrder(self.view, self.labels)

        self.documents.document_chosen.connect(self._open)
        self.documents.entered_text.connect(self.focus_text)
        self.empty.add_requested.connect(self.add_requested)
        self.status.done.connect(lambda: self.step_document(1, unsettled=True))
        for part in (self.presenter, self.links, self.features):
            part.told.connect(self.tell)
            part.refused.connect(self.refuse)
        session.opened.connect(self._opened)
        session.changed.connect(self._changed)
        self.reload()
        self._warm_up = QTimer(self, singleShot=True, interval=_AFTER_FIRST_PAINT)
        self._warm_up.timeout.connect(self._finish_start)

    def reload(self) -> None:
        """Read the list of articles again, and open the first one with work left."""
        if self._session.document is not None:
            self.documents.reload()
        else:
            self._look_first()
        is_empty = self.documents.model.total == 0
        self.view.setVisible(not is_empty)
        self.empty.setVisible(is_empty)

    def filter_documents(self) -> None:
        """Show the list of articles with the keyboard in its filter."""
        self.side_bar.show_panel(DOCUMENTS)
        self.documents.filter.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _look_first(self) -> None:
        """Show the list and the first article with work left, as quickly as can be."""
        project, person = self._session.project, self._session.annotator
        kept = project.view_state(QUEUE)
        place = kept_place(project)
        self.documents.restore_queue(kept, person.id if person is not None else "")
        wanted = place.document
        look = (
            self._kept_look(wanted) if kept else project.documents.first_look(ROWS_AROUND, wanted)
        )
        if look is None:  # a queue of which nothing is known: the list comes when it is found
            look = project.documents.first_look(ROWS_AROUND, wanted)._replace(
                first_row=0, rows=(), shown=0
            )
            self.documents.set_first_look(look)
            self.documents.complete()
            model = self.documents.model
            first = model.neighbour(None, 1, unsettled=True) or model.neighbour(None, 1)
            if not model.is_complete:
                first = look.current
        else:
            self.documents.set_first_look(look)
            first = look.current
        if first is not None:
            self._session.open(first)
        if first is not None and first == wanted:
            self.view.set_caret(place.caret)

    def _kept_look(self, wanted: str) -> FirstLook | None:
        """Return what was seen of the queue when the project was left; None where that is gone."""
        project = self._session.project
        row, shown, *near = project.view_state(QUEUE_LOOK).split() or ("0", "0")
        if not near:
            return None
        return project.documents.look_again(near, int(row), int(shown), wanted)

    def focus_text(self) -> None:
        """Put the keyboard into the text."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step_document(self, direction: int, *, unsettled: bool = False) -> bool:
        """Open the next or previous article of the list; False at its end."""
        shown = self._session.document
        following = self.documents.model.neighbour(
            shown.id if shown is not None else None, direction, unsettled=unsettled
        )
        if following is None:
            self.refuse(
                self.tr("Every article in the list is done.")
                if unsettled
                else self.tr("There is no further article in the list.")
            )
            return False
        self._open(following)
        self.focus_text()
        return True

    def finish(self) -> None:
        """Mark the article done and open the next one with work left."""
        self.labels.commit()
        self.status.finish()

    def tell(self, words: str) -> None:
        """Say something in the status line."""
        self.told.emit(words, False)

    def refuse(self, words: str) -> None:
        """Say why nothing happened."""
        self.told.emit(words, True)

    def toggle_arcs(self) -> None:
        """Show the arcs of all relations, or of the chosen span only."""
        self._all_arcs = not self._all_arcs
        self.view.set_show_all_arcs(self._all_arcs)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self._warm_up.start()
        super().showEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._warm_up.stop()
        super().hideEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that the text view leaves alone: digits and letters."""
        if not self.view.hasFocus() or not self._take(event):
            super().keyPressEvent(event)

    def _take(self, event: QKeyEvent) -> bool:
        if self.links.press(event):
            return True
        return any(one.press(event) for one in self.features.made) or self._press(event)

    def _press(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        digit = digit_of(event)
        if digit and held == Qt.KeyboardModifier.ShiftModifier:
            return self.presenter.press_shift_digit(digit)
        if held != Qt.KeyboardModifier.NoModifier:
            return False
        if digit:
            return self.presenter.press_group(digit)
        if event.key() == Qt.Key.Key_Space:
            return self.presenter.select_under_caret()
        return self._press_plain(event)

    def _press_plain(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.presenter.select("")
            return True
        letter = letter_of(event)
        if letter:
            self.presenter.press_letter(letter)
        return bool(letter)

    def _finish_start(self) -> None:
        self.documents.complete()
        # The rules of words take 60 ms to compile: better now than under the first key.
        segmentation.word_at("kata", 0)
        self.features.make_all()
        self.side_bar.show_icons()

    def _open(self, document: str) -> None:
        shown = self._session.document
        if shown is None or shown.id != document:
            self.presenter.select("")
            self._session.open(DocumentId(document))

    def _opened(self) -> None:
        document = self._session.document
        if document is not None:
            self.documents.set_current(document.id)

    def _changed(self, changes: Changes) -> None:
        if changes.list_changed:
            self._session.project.lists.forget()
            self.reload()
            return
        for document in changes.documents:
            self.documents.update_summary(self._session.project.documents.summary(document))
