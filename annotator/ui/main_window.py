"""The window of one project: places the bars and the screen, and connects the actions."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from annotator import __version__
from annotator.assets import guide
from annotator.compat import override
from annotator.errors import AnnotatorError
from annotator.model.project import Status
from annotator.services.changes import Changes
from annotator.services.settings import Settings
from annotator.ui.action import Action, Where
from annotator.ui.actions import ACTIONS, EDIT, action_named
from annotator.ui.annotate.screen import AnnotateScreen
from annotator.ui.choices import VIEW
from annotator.ui.commands import FileCommands
from annotator.ui.messages import read_only_words, words_for
from annotator.ui.session import Session
from annotator.ui.status_bar import StatusBar
from annotator.ui.theme import Theme
from annotator.ui.top_bar import TopBar


class MainWindow(QMainWindow):
    """Signals ask the program for what concerns more than this project."""

    new_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal()
    theme_requested = Signal(str)
    language_requested = Signal(str)
    name_chosen = Signal(str)
    rebuild_requested = Signal()
    closed = Signal()

    def __init__(
        self,
        session: Session,
        theme: Theme,
        language: str,
        settings: Settings,
        *,
        suggested_name: str = "",
    ) -> None:
        super().__init__()
        self.session = session
        self._settings = settings
        self._finished = self._retired = False
        self._theme = theme
        self._language = language
        self._suggested_name = suggested_name
        project = session.project
        self.setWindowTitle(f"{project.name} – Annotator")
        self.resize(1440, 900)
        self.setMinimumSize(820, 520)
        self.setAcceptDrops(True)

        self.annotate = AnnotateScreen(session, theme, language, settings)
        self.status = StatusBar(theme)
        self.files = FileCommands(session, self.annotate, theme, self, settings, language)
        self.actions_by_id = self._make_actions()
        self.top_bar = TopBar(project.name, str(project.path), self.actions_by_id, theme)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.annotate, 1)
        column.addWidget(self.status)
        self.setCentralWidget(middle)

        self.top_bar.by_menu[EDIT].aboutToShow.connect(self._name_steps)
        self.top_bar.annotator_clicked.connect(self.ask_name)
        self.top_bar.theme_clicked.connect(self._switch_theme)
        self.top_bar.by_menu[VIEW].aboutToShow.connect(self._show_choices)
        self.annotate.text_look.font_wanted.connect(self._choose_font)
        self.annotate.add_requested.connect(self.files.add)
        self.annotate.told.connect(self._tell)
        self.annotate.features.badged.connect(self.status.show_badge)
        self.annotate.features.lasting.connect(self.status.lasting.setText)
        self.annotate.view.selection_changed.connect(self._show_selection)
        self.annotate.presenter.selected_changed.connect(self._show_selection)
        self.annotate.view.context_menu_requested.connect(self._show_context_menu)
        session.started.connect(self.status.tasks.follow)
        session.failed.connect(self._failed)
        session.changed.connect(self._changed)
        session.opened.connect(self._changed)
        session.scheme_replaced.connect(self.rebuild_requested)
        self._show_annotator()
        self._changed()
        self.annotate.focus_text()

    def ask_name(self) -> None:
        """Ask who annotates."""
        if self.session.project.read_only:
            self._tell(self.tr("The project is open for reading only."), refusal=True)
            return
        from annotator.ui.dialogs.name import NameDialog

        known = [person.name for person in self.session.project.annotators()]
        now = self.session.annotator
        suggestion = now.name if now else (known[0] if known else self._suggested_name)
        dialog = NameDialog(known, suggestion, self._theme, self)
        dialog.accepted.connect(lambda: self._choose_annotator(dialog.name))
        dialog.open()

    def save_geometry(self) -> tuple[QByteArray, QByteArray]:
        """Return the place of window and panes, to be restored later."""
        return self.saveGeometry(), self.annotate.splitter.saveState()

    def restore_geometry(self, window: QByteArray, panes: QByteArray) -> None:
        """Put window and panes where they were."""
        if not window.isEmpty():
            self.restoreGeometry(window)
        if not panes.isEmpty():
            self.annotate.splitter.restoreState(panes)

    # -- actions -------------------------------------------------------------------------------

    def _make_actions(self) -> dict[str, QAction]:
        handlers = self._handlers()
        made: dict[str, QAction] = {}
        for action in ACTIONS:
            item = QAction(self)
            item.setText(action.words)  # given at once, it could be an icon: QIcon would be loaded
            item.setObjectName(action.id)
            if action.keys:
                item.setShortcuts(action.sequences)
            self._place(action, item)
            item.triggered.connect(partial(_call, handlers[action.id]))
            made[action.id] = item
        return made

    def _place(self, action: Action, item: QAction) -> None:
        """Let the action's keys work where the table says."""
        if action.where is Where.TEXT:
            item.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.annotate.view.addAction(item)
        else:
            self.addAction(item)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        annotate, presenter = self.annotate, self.annotate.presenter
        edges = {
            f"{edge}_{side}{unit}": (edge, step, bool(unit))
            for edge in ("start", "end")
            for side, step in (("left", -1), ("right", 1))
            for unit in ("", "_character")
        }
        return {
            "new": self.new_requested.emit,
            "open": self.open_requested.emit,
            "sample": self.sample_requested.emit,
            "add": self.files.add,
            "add_folder": self.files.add_folder,
            "paste": self.files.paste,
            "export": self.files.export,
            "annotator": self.ask_name,
            "quit": self.close,
            "undo": presenter.undo,
            "redo": presenter.redo,
            "copy": annotate.view.copy,
            "select_all": annotate.view.select_all,
            "delete": presenter.remove,
            "next_span": lambda: presenter.step(1),
            "previous_span": lambda: presenter.step(-1),
            **{
                name: partial(presenter.move_edge, edge, step, by_character=by_character)
                for name, (edge, step, by_character) in edges.items()
            },
            "link": annotate.links.start,
            "arcs": annotate.toggle_arcs,
            "done_next": annotate.finish,
            "next": lambda: annotate.step_document(1),
            "previous": lambda: annotate.step_document(-1),
            "flag": lambda: annotate.status.toggle_status(Status.FLAGGED),
            "skip": lambda: annotate.status.toggle_status(Status.SKIPPED),
            "reopen": lambda: annotate.status.set_status(Status.IN_PROGRESS),
            "filter": annotate.filter_documents,
            "to_text": annotate.focus_text,
            **annotate.text_look.handlers(),
            **{
                f"theme_{name}": partial(self.theme_requested.emit, name)
                for name in ("light", "dark", "contrast", "system")
            },
            "in_indonesian": lambda: self.language_requested.emit("id"),
            "in_english": lambda: self.language_requested.emit("en"),
            **annotate.features.handlers(),
            "key_sheet": self._show_keys,
            "keys_window": self._show_keys,
            "guide": self._open_guide,
            "about": self._about,
        }

    # -- what is shown ---------------------------------------------------------------------------

    def _changed(self, changes: Changes | None = None) -> None:
        session, status = self.session, self.status
        if session.project.read_only:
            status.show_saved(read_only_words(session.project), well=False)
        elif changes is None or changes.edit is not None:
            status.show_saved(self.tr("Saved"))
        annotations = session.annotations
        if annotations is not None:
            spans = annotations.span_count
            relations = sum(1 for _ in annotations.relations)
            words = self.tr("1 span") if spans == 1 else self.tr("%1 spans")
            words = words.replace("%1", str(spans))
            if relations:
                more = self.tr("1 relation") if relations == 1 else self.tr("%1 relations")
                words += " · " + more.replace("%1", str(relations))
            status.counts.setText(words)
        status.hints.setText(
            self.tr("1–4 group · letter: label · ⇧1: factuality · ⇧F: hints · ?: keys")
        )
        self.actions_by_id["undo"].setEnabled(session.can_undo)
        self.actions_by_id["redo"].setEnabled(session.can_redo)
        self._show_selection()

    def _name_steps(self) -> None:
        """Say in the menu what undo and redo would do, looked up only when it is opened."""
        from annotator.ui.annotate.step_titles import step_titles

        titles = step_titles(self.session, self._language)
        for action_id in ("undo", "redo"):
            words = titles.get(action_id, action_named(action_id).words)
            self.actions_by_id[action_id].setText(words.replace("&", "&&"))

    def _show_selection(self) -> None:
        self.status.forget_refusal()
        document = self.session.document
        place = self.annotate.view.selection()
        focused = self.annotate.presenter.selected
        if document is not None and place is not None:
            (start, end), words = place, document.text[slice(*place)]
        elif document is not None and focused is not None:
            start, end, words = focused.start, focused.end, focused.quote(document.text)
        else:
            self.status.selection.setText("")
            return
        words = " ".join(words.split())
        if len(words) > 32:  # noqa: PLR2004 - what fits beside the rest
            words = words[:31] + "…"
        self.status.selection.setText(f"“{words}” {start}–{end}")

    def _tell(self, words: str, refusal: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        self.status.tell(words, refusal=refusal)
        if refusal:
            self.annotate.view.announce(words)

    def _failed(self, error: BaseException) -> None:
        words = words_for(error)
        self.annotate.notice.show_words(words, bad=True)

    def _show_annotator(self) -> None:
        person = self.session.annotator
        self.top_bar.show_annotator(person.name if person else "")

    def _choose_annotator(self, name: str) -> None:
        try:
            self.session.choose_annotator(name)
        except AnnotatorError as error:
            self._failed(error)
            return
        self.name_chosen.emit(name)
        self._show_annotator()
        self.annotate.reload()
        self._changed()
        self.annotate.focus_text()

    def _switch_theme(self) -> None:
        self.theme_requested.emit("light" if self._theme.is_dark else "dark")

    def _show_choices(self) -> None:
        """Tick in the View menu what holds."""
        chosen = self.annotate.text_look.chosen | {f"theme_{self._settings.get('theme')}"}
        chosen.add("in_indonesian" if self._language == "id" else "in_english")
        document = self.session.document
        if document and not self.session.project.furniture.is_all_story(document.id):
            chosen.add("furniture")
        for action in ACTIONS:
            if action.is_choice:
                self.actions_by_id[action.id].setCheckable(True)
                self.actions_by_id[action.id].setChecked(action.id in chosen)

    def _choose_font(self, family: str) -> None:
        from annotator.ui.dialogs.fonts import FontDialog

        dialog = FontDialog(family, self._theme, self)
        dialog.accepted.connect(lambda: self.annotate.text_look.set_font(dialog.family))
        dialog.open()

    def _show_context_menu(self, span_id: str, place: object) -> None:
        from PySide6.QtWidgets import QMenu

        if span_id:
            self.annotate.presenter.select(span_id)
        self._name_steps()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        steps = ("next_span", "previous_span", "next_same", "all_same")
        for action_id in ("copy", "delete", "undo", "redo", *steps):
            menu.addAction(self.actions_by_id[action_id])
        menu.popup(place)  # type: ignore[arg-type]

    def _show_keys(self) -> None:
        from annotator.ui.dialogs.key_sheet import KeySheet

        KeySheet(self.session.project.scheme, self._theme, self._language, self).open()

    def _open_guide(self) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        path = str(guide("panduan.md" if self._language == "id" else "guide.md"))
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
            words = self.tr("No program here opens this file: %1")
            self.annotate.notice.show_words(words.replace("%1", path))

    def _about(self) -> None:
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self)
        box.setWindowTitle(self.tr("About Annotator"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(f"Annotator {__version__}")
        words = self.tr("Project: %1\nNothing leaves this computer unless you export it.")
        box.setInformativeText(words.replace("%1", str(self.session.project.path)))
        box.open()

    def finish(self) -> None:
        """Store what is still being typed or counted, while the project is open; once."""
        if not self._finished:
            self._finished = True
            self.annotate.labels.commit()
            self.annotate.features.finish_all()
            for timer in self.findChildren(QTimer):
                timer.stop()  # what it would do later it would do to a closed project

    def retire(self) -> None:
        """Go away after `finish` without closing the project: another window has its place."""
        self._retired = True
        self.session.stop_looking()
        self.close()
        self.deleteLater()

    # -- the window itself -----------------------------------------------------------------------

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.files.take(event.mimeData())
        event.acceptProposedAction()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.finish()
        event.accept()
        if self._retired:
            return
        self.closed.emit()


def _call(handler: Callable[[], object], *_checked: bool) -> None:
    """Call a handler without the "checked" that Qt sends along."""
    handler()
