"""What the parts of the annotating screen have in common: the desk they work at, and how they act.

A feature brings its own actions (rows in `annotator/ui/actions.py`), may take keys while it has a
mode, and adds panels to the side bar. It is made when one of its actions is first asked for, or a
moment after the first look at the window: what it imports costs the start nothing.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.model.ids import DocumentId
from annotator.model.scheme import Scheme
from annotator.services.settings import Settings
from annotator.ui.annotate.presenter import AnnotatePresenter
from annotator.ui.panels.documents import DocumentsPanel
from annotator.ui.panels.labels import LabelsPanel
from annotator.ui.session import Session
from annotator.ui.side_bar import SideBar
from annotator.ui.status_bar import Notice
from annotator.ui.text_view.view import TextView
from annotator.ui.theme import Theme

Handler = Callable[[], object]


class Desk:
    """What lies on the annotator's desk, for the features to work with.

    `open_document` shows an article, `focus_text` puts the keyboard into its text, `over_text`
    places a bar above it.
    """

    def __init__(
        self,
        screen: QWidget,
        session: Session,
        theme: Theme,
        language: str,
        settings: Settings,
        *,
        view: TextView,
        presenter: AnnotatePresenter,
        labels: LabelsPanel,
        documents: DocumentsPanel,
        side_bar: SideBar,
        notice: Notice,
        open_document: Callable[[DocumentId], None],
        focus_text: Callable[[], None],
        over_text: Callable[[QWidget], None],
    ) -> None:
        self.screen = screen
        self.session = session
        self.theme = theme
        self.language = language
        self.settings = settings
        self.view = view
        self.presenter = presenter
        self.labels = labels
        self.documents = documents
        self.side_bar = side_bar
        self.notice = notice
        self.open_document = open_document
        self.focus_text = focus_text
        self.over_text = over_text

    @property
    def scheme(self) -> Scheme:
        return self.session.project.scheme

    @property
    def window(self) -> QWidget:
        """The window, as the parent of dialogs."""
        return self.screen.window()

    def show_place(
        self,
        document: DocumentId,
        start: int,
        end: int,
        *,
        span_id: str = "",
        stay: bool = False,
    ) -> None:
        """Open an article at [start, end), selected; a span that is named is focused instead.

        The keyboard goes into the text, unless it shall `stay` where it is.
        """
        self.open_document(document)
        shown = self.session.document
        if shown is None or shown.id != document:
            return
        if span_id:
            self.presenter.go_to(span_id)
        else:
            self.presenter.select("")
            self.view.select(start, end)
            self.view.reveal(start, end)
        if not stay:
            self.focus_text()


class Feature(QObject):
    """One thing the annotating screen can do besides labelling and linking."""

    told = Signal(str)
    """Words for the status line."""
    refused = Signal(str)
    """Words for the status line that say why nothing happened; read out as well."""
    lasting = Signal(str)
    """Words that stay in the status line until others come; "" takes them away."""
    badged = Signal(str, object)
    """A mode's name and the `Badge` that shows while it is on; None when it is over."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.screen)
        self.desk = desk

    def handlers(self) -> Mapping[str, Handler]:
        """Return what each of the feature's actions does, by the action's id."""
        return {}

    def press(self, event: QKeyEvent) -> bool:
        """Take a key of the text before labels do, while in a mode; False to leave it to them."""
        del event
        return False

    def finish(self) -> None:
        """Store what still waits: the window is about to go away."""

    def make_panel(self) -> QWidget:
        """Make the panel for the side bar; only of features whose row has a title."""
        raise NotImplementedError
