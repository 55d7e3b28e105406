"""Puts the program together: application object, fonts, words, project, window."""

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QLocale, QObject, Qt, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from annotator.assets import asset
from annotator.errors import AnnotatorError
from annotator.model.scheme_reader import parse_scheme
from annotator.services.projects import SUFFIX, Project, create_project, open_project
from annotator.services.settings import Settings
from annotator.ui.main_window import MainWindow
from annotator.ui.messages import Reporter, words_for
from annotator.ui.session import Session
from annotator.ui.theme import (
    Theme,
    font,
    load_fonts,
    palette,
    style_sheet,
    system_wants_contrast,
    theme_named,
)

if TYPE_CHECKING:
    from annotator.ui.welcome import WelcomeWindow

LANGUAGES = ("id", "en")
_AFTER_FIRST_PAINT = 300
"""Milliseconds until what is not needed for the first look is done."""


class Program(QObject):
    """The running program: at most one project, in one window."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.window: MainWindow | None = None
        self._welcome: WelcomeWindow | None = None
        self._translators: list[QTranslator] = []
        self._reporter = Reporter()
        load_fonts()
        QApplication.setFont(font())
        QGuiApplication.setApplicationName("annotator")
        QGuiApplication.setApplicationDisplayName("Annotator")
        QGuiApplication.setDesktopFileName("annotator")
        QGuiApplication.setQuitOnLastWindowClosed(True)
        self.theme = self._theme_of(settings.get("theme"))
        self._apply_theme()
        self.language = language_named(settings.get("language"))
        self._install_words()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def finish_start(self) -> None:
        """Do what the first look did not need."""
        from PySide6.QtGui import QIcon

        QGuiApplication.setWindowIcon(QIcon(str(asset("icons", "annotator.png"))))
        self.follow_contrast()
        hints = QGuiApplication.styleHints()  # kept, see system_wants_contrast
        hints.accessibility().contrastPreferenceChanged.connect(self.follow_contrast)
        gc.freeze()  # what is there now stays: no collection need look at it
        gc.enable()

    def report_bugs(self) -> None:
        """Show unexpected exceptions in a dialog instead of losing them."""
        self._reporter.install()

    # -- projects ------------------------------------------------------------------------------

    def open(self, path: Path) -> bool:
        """Open a project in place of the one that is open; False when it cannot be."""
        if self.window is not None and self.window.session.project.path == path.resolve():
            self.window.activateWindow()  # opened twice it could only be read
            return True
        try:
            project = open_project(path)
        except AnnotatorError as error:
            self._complain(error)
            return False
        self._show(project)
        return True

    def create(self, path: Path) -> bool:
        """Make a new project with the default scheme and open it."""
        scheme = parse_scheme(asset("schemes", "pilkada-default.json").read_text(encoding="utf-8"))
        try:
            if path.suffix != SUFFIX:
                path = path.with_name(path.name + SUFFIX)
            project = create_project(path, scheme)
        except AnnotatorError as error:
            self._complain(error)
            return False
        self._show(project)
        return True

    def open_sample(self) -> None:
        """Open the sample project; the first time it is asked who annotates, and it is made."""
        from annotator.services.sample import sample_path

        path = sample_path()
        if path.exists():
            self.open(path)
            return
        from annotator.ui.dialogs.name import NameDialog

        dialog = NameDialog([], self.suggested_name, self.theme, self._parent)
        dialog.accepted.connect(lambda: self.make_sample(dialog.name))
        dialog.rejected.connect(self.nothing_opened)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def make_sample(self, annotator: str) -> bool:
        """Make the sample project, whose labels belong to `annotator`, and open it."""
        from annotator.services.sample import make_sample, sample_path

        self.settings.set("annotator_name", annotator)
        try:
            make_sample(sample_path(), annotator)
        except (AnnotatorError, OSError) as error:
            self._complain(error)
            return False
        return self.open(sample_path())

    @property
    def suggested_name(self) -> str:
        """A name to offer when it is asked who annotates."""
        known = str(self.settings.get("annotator_name"))
        if known:
            return known
        import getpass

        try:
            return getpass.getuser()
        except (OSError, KeyError):
            return ""

    def welcome(self) -> None:
        """Show what a person sees before a project is open."""
        recent = [path for path in self.settings.get("recent_projects") if Path(path).exists()]
        from annotator.ui.welcome import WelcomeWindow

        window = WelcomeWindow(self.theme, recent)
        window.new_requested.connect(self.ask_new)
        window.open_requested.connect(self.ask_open)
        window.sample_requested.connect(self.open_sample)
        window.recent_requested.connect(lambda path: self.open(Path(path)))
        self._welcome = window
        window.show()

    def ask_new(self) -> None:
        """Ask where a new project shall be."""
        from annotator.ui.dialogs.files import Ask, file_dialog

        dialog = file_dialog(
            self._parent, self.tr("New project"), Ask.NEW_FILE, self._filters, f"pilkada{SUFFIX}"
        )
        dialog.fileSelected.connect(lambda name: self.create(Path(name)))
        dialog.open()

    def ask_open(self) -> None:
        """Ask for a project to open."""
        from annotator.ui.dialogs.files import Ask, file_dialog

        dialog = file_dialog(self._parent, self.tr("Open project"), Ask.FILE, self._filters)
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        dialog.open()

    # -- looks ---------------------------------------------------------------------------------

    def set_theme(self, name: str) -> None:
        """Change the colours of the whole program and remember it."""
        self.settings.set("theme", name)
        self.theme = self._theme_of(name)
        self._apply_theme()
        self.rebuild()

    def set_language(self, name: str) -> None:
        """Change the language of the whole program and remember it."""
        self.settings.set("language", name)
        self.language = language_named(name)
        self._install_words()
        self.rebuild()

    def rebuild(self) -> None:
        """Make the window anew around the open project: other colours, words or labels.

        A window is made in some 0.1 s, so this is simpler and safer than telling each widget.
        """
        if self.window is None:
            return
        if self.window.session.is_awaited:
            # What runs reports to this window; the new one comes when it is done.
            once = Qt.ConnectionType.SingleShotConnection
            self.window.session.idle.connect(self.rebuild, once)
            return
        old, session = self.window, self.window.session
        shown = session.document
        caret, panel = old.annotate.view.caret(), old.annotate.side_bar.current
        old.finish()
        session.disconnect(old)
        self._place_window(Session(session.project), old)
        assert self.window is not None
        told = old.files.told()
        if told is not None:
            self.window.files.tell_again(told)
        if shown is not None:
            self.window.session.open(shown.id)
            self.window.annotate.view.set_caret(caret)
        self.window.annotate.side_bar.show_panel(panel)
        self.window.annotate.focus_text()

    # -- inside ----------------------------------------------------------------------------------

    def _show(self, project: Project) -> None:
        old = self.window
        if old is not None:
            self._remember(old)
            old.finish()
            old.session.close()
        self._place_window(Session(project), old)
        recent = [str(project.path), *self.settings.get("recent_projects")]
        self.settings.set("recent_projects", list(dict.fromkeys(recent))[:12])
        if self._welcome is not None:
            self._welcome.close()
            self._welcome = None
        assert self.window is not None
        if project.annotator is None and not project.read_only:
            self.window.ask_name()

    def _place_window(self, session: Session, old: MainWindow | None) -> None:
        window = MainWindow(
            session,
            self.theme,
            self.language,
            self.settings,
            suggested_name=self.suggested_name,
        )
        window.new_requested.connect(self.ask_new)
        window.open_requested.connect(self.ask_open)
        window.sample_requested.connect(self.open_sample)
        window.theme_requested.connect(self.set_theme)
        window.language_requested.connect(self.set_language)
        window.rebuild_requested.connect(self.rebuild)
        window.name_chosen.connect(lambda name: self.settings.set("annotator_name", name))
        window.closed.connect(self._closed)
        if old is None:
            places = [
                QByteArray.fromBase64(str(self.settings.get(key)).encode())
                for key in ("window_place", "pane_places")
            ]
            window.restore_geometry(*places)
        else:
            window.restore_geometry(*old.save_geometry())
        self.window = window
        window.show()
        if old is not None:
            old.retire()

    def _closed(self) -> None:
        if self.window is not None:
            self._remember(self.window)
            self.window.session.close()
            self.window.deleteLater()
            self.window = None

    def _remember(self, window: MainWindow) -> None:
        for key, place in zip(("window_place", "pane_places"), window.save_geometry(), strict=True):
            self.settings.set(key, bytes(place.toBase64().data()).decode())

    def nothing_opened(self) -> None:
        """Show the welcome where otherwise nothing would be on the screen."""
        if self.window is None and self._welcome is None:
            self.welcome()

    def _complain(self, error: AnnotatorError | OSError) -> None:
        import logging

        words = words_for(error)
        logging.getLogger("annotator").info("%s", error)
        if self.window is not None:
            self.window.annotate.notice.show_words(words, bad=True)
            return
        if self._welcome is None:
            self.welcome()
        assert self._welcome is not None
        self._welcome.complain(words)

    def _apply_theme(self) -> None:
        QApplication.setPalette(palette(self.theme))
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        sheet = style_sheet(self.theme)
        if sheet != application.styleSheet():
            application.setStyleSheet(sheet)

    def _theme_of(self, name: str) -> Theme:
        return theme_named(name, contrast=self.settings.get("system_contrast") == "high")

    def follow_contrast(self) -> None:
        """Take over whether the system asks for high contrast.

        It is remembered, for asking takes longer than the start of the program may.
        """
        wanted = "high" if system_wants_contrast() else ""
        if wanted != self.settings.get("system_contrast"):
            self.settings.set("system_contrast", wanted)
            self._follow_system()

    def _follow_system(self) -> None:
        if self.settings.get("theme") == "system":
            self.set_theme("system")

    def _install_words(self) -> None:
        application = QApplication.instance()
        assert application is not None
        for translator in self._translators:
            application.removeTranslator(translator)
        self._translators = []
        QLocale.setDefault(QLocale(self.language))
        if self.language == "en":
            return
        translator = QTranslator(self)
        if translator.load(str(asset("i18n", f"annotator_{self.language}.qm"))):
            application.installTranslator(translator)
            self._translators.append(translator)

    @property
    def _parent(self) -> QWidget | None:
        return self.window or self._welcome

    @property
    def _filters(self) -> list[str]:
        return [self.tr("Annotator projects") + f" (*{SUFFIX})"]


def language_named(name: object) -> str:
    """Return "id" or "en" for a setting; "system" takes Indonesian unless the system is English."""
    if name in LANGUAGES:
        return str(name)
    return "en" if QLocale.system().name().startswith("en") else "id"


def make_application() -> QApplication:
    """Return the application object, in the style that takes our colours on each system."""
    # Named here, because setting it later would load QStyle with all its enums: 6 ms.
    return QApplication([*sys.argv[:1], "-style", "fusion"])


def main(path: Path | None = None, *, sample: bool = False) -> int:
    """Open the window and run until it is closed. Returns the exit code."""
    application = make_application()
    program = Program(Settings.load())
    program.report_bugs()
    if sample:
        program.open_sample()
    elif path is None or not program.open(path):
        program.nothing_opened()
    # from now on only: on a slow computer it would come before the paint else
    QTimer.singleShot(_AFTER_FIRST_PAINT, program, program.finish_start)
    return application.exec()
