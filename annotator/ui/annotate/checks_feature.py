"""Consistency checks of the open article: quiet marks, jumps, a panel, what is to be re-checked."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from annotator.compat import override
from annotator.model.annotation import Span
from annotator.model.ids import DocumentId, SpanId
from annotator.services.article_checks import ArticleChecks
from annotator.services.changes import Changes
from annotator.services.checks import Check, Remark
from annotator.services.looking import ToLookAt
from annotator.ui.annotate.feature import Desk, Feature, Handler
from annotator.ui.annotate.remark_rows import RowMaker, remark_words
from annotator.ui.edit_titles import quote_of
from annotator.ui.panels.checks import ChecksPanel
from annotator.ui.widgets import plain_tip

_PANEL = "checks"
"""Name of the panel, as its row in the features has it."""
_SLICE = 0.004
"""Seconds of looking at a time: less than a frame."""
_AFTER_PAINT = 50
"""Milliseconds from an article or an edit to the next look, so that it is painted before."""
_AFTER_EDIT = 80
"""Milliseconds from an edit to marks and list, so that fast typing waits for nothing."""
_WORDS_AT_ONCE = 40


class ChecksFeature(Feature):
    """Looks at the open article while nothing else happens, and follows each edit."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._checks: ArticleChecks | None = None
        self._panel: ChecksPanel | None = None
        self._make = RowMaker(desk.session, desk.language)
        self._look = QTimer(self, singleShot=True, interval=_AFTER_PAINT)
        self._look.timeout.connect(self._look_on)
        self._later = QTimer(self, singleShot=True, interval=_AFTER_EDIT)
        self._later.timeout.connect(self._show)
        desk.session.opened.connect(self._open)
        desk.session.changed.connect(self._changed)
        desk.presenter.selected_changed.connect(self._selected)
        desk.view.hover_changed.connect(self._hovered)
        self._open()

    @override
    def handlers(self) -> Mapping[str, Handler]:
        return {
            "next_problem": lambda: self._step(1),
            "previous_problem": lambda: self._step(-1),
            "recheck": self._confirm,
            "checks": lambda: self.desk.side_bar.show_panel(_PANEL, focus=True),
        }

    @override
    def make_panel(self) -> QWidget:
        desk = self.desk
        self._panel = ChecksPanel(desk.scheme, desk.theme)
        self._panel.remarks.span_chosen.connect(self._go_to)
        self._panel.remarks.waive_asked.connect(self._waive)
        self._panel.article_chosen.connect(self._open_article)
        desk.side_bar.panel_shown.connect(lambda name: name == _PANEL and self._later.start())
        self._later.start()
        return self._panel

    @property
    def is_settled(self) -> bool:
        """True when everything was looked at and is shown."""
        return not self._look.isActive() and not self._later.isActive()

    @override
    def finish(self) -> None:
        """Look no further: the project may be closed before the next moment."""
        self._look.stop()
        self._later.stop()

    # -- looking ---------------------------------------------------------------------------------

    def _open(self) -> None:
        self._checks = None
        self.desk.view.set_remarked(frozenset())
        self._look.start(_AFTER_PAINT)
        self._later.start()

    def _made(self) -> ArticleChecks | None:
        """Return the checks of the open article, made when they are first asked for."""
        session = self.desk.session
        document, annotations = session.document, session.annotations
        if self._checks is None and document is not None and annotations is not None:
            raised = session.project.looking.raised()
            self._checks = ArticleChecks(document.text, self.desk.scheme, annotations, raised)
        return self._checks

    def _changed(self, changes: Changes) -> None:
        annotations = self.desk.session.annotations
        if annotations is None or not changes.touches(annotations.document):
            return
        edit, checks = changes.edit, self._checks
        known = checks is not None and checks.annotations.document == annotations.document
        if checks is not None and known and checks.is_noted and edit is not None:
            checks.follow(edit, annotations)
            if checks.unknown_words():
                self._look.start(_AFTER_PAINT)
            self._later.start()
        else:
            self._open()

    def _look_on(self) -> None:
        """Look at spans for a moment, then ask what other articles say about their words."""
        checks = self._made()
        if checks is None:
            return
        if not checks.look(_SLICE):
            self._look.start(0)
            return
        words = checks.unknown_words()[:_WORDS_AT_ONCE]
        if words:
            looking, document = self.desk.session.project.looking, checks.annotations.document
            checks.set_elsewhere(looking.labels_elsewhere(document, words))
            self._look.start(0)
        self._later.start()

    # -- showing ---------------------------------------------------------------------------------

    def _show(self) -> None:
        checks = self._checks
        remarked = {} if checks is None else checks.remarked
        count = sum(len(remarks) for remarks in remarked.values())
        self.desk.view.set_remarked(remarked.keys())
        title = self.tr("Checks")
        self.desk.side_bar.set_title(_PANEL, f"{title} {count}" if count else title)
        if self._panel is not None and self.desk.side_bar.current == _PANEL:
            self._panel.remarks.show_remarks(self._in_order(), self._make)
            self._panel.show_articles(self.desk.session.project.looking.to_look_at())

    def _in_order(self) -> list[Remark]:
        checks = self._checks
        if checks is None:
            return []
        return [one for span_id in checks.in_order() for one in checks.remarks_of(span_id)]

    def _words(self, span_id: str) -> str:
        """Return all that may be wrong with a span, "" where nothing is."""
        checks = self._checks
        if checks is None:
            return ""
        scheme, language = self.desk.scheme, self.desk.language
        return "; ".join(
            remark_words(remark, checks.annotations, scheme, language)
            for remark in checks.remarks_of(span_id)
        )

    def _hovered(self, span_id: str) -> None:
        words = self._words(span_id) if span_id else ""
        self.desk.view.viewport().setToolTip(plain_tip(words))

    def _selected(self, span_id: str) -> None:
        if span_id:
            self.desk.view.announce(self._words(span_id))

    # -- acting ----------------------------------------------------------------------------------

    def _step(self, direction: int) -> None:
        checks = self._made()
        if checks is None:
            return
        checks.look()
        spans = [
            span for span in map(checks.annotations.span, checks.in_order()) if span is not None
        ]
        if not spans:
            self.told.emit(self.tr("The checks find nothing in this article."))
            return
        here = self._here()
        if direction > 0:
            after = (number for number, span in enumerate(spans) if span.sort_key > here)
            place = next(after, 0)
        else:
            place = sum(span.sort_key < here for span in spans) - 1
        span = spans[place]
        self._go_to(span.id)
        words = f"“{quote_of(span, _text_of(self.desk))}”: {self._words(span.id)}"
        number = place % len(spans) + 1
        self.told.emit(f"{words} ({number}/{len(spans)})")

    def _here(self) -> tuple[int, int, str]:
        """Return where we are in reading order."""
        focused = self.desk.presenter.selected
        return focused.sort_key if focused is not None else (self.desk.view.caret(), 0, "")

    def _go_to(self, span_id: str) -> None:
        self.desk.presenter.go_to(span_id)
        self.desk.focus_text()

    def _waive(self, span_id: str, remark: str) -> None:
        presenter, editing = self.desk.presenter, self.desk.session.project.editing
        if Check(remark.partition(":")[0]).can_be_waived:
            if presenter.may_edit():
                presenter.do(lambda within: editing.waive(within, SpanId(span_id), remark))
        else:
            self.refused.emit(self.tr("This cannot be waived: mend it, or confirm it."))

    def _confirm(self) -> None:
        """Say that the focused span is right under the guideline in force too."""
        presenter = self.desk.presenter
        focused = presenter.selected
        if focused is None:
            self.refused.emit(self.tr("Click a span first, or step to one with ]."))
            return
        if not self._is_stale(focused):
            self.refused.emit(self.tr("This span needs no second look."))
        elif presenter.may_edit():
            editing = self.desk.session.project.editing
            presenter.do(lambda within: editing.confirm(within, focused.id))

    def _is_stale(self, span: Span) -> bool:
        raised = self.desk.session.project.looking.raised()
        return span.guideline < raised.get(span.label, 0)

    def _open_article(self, article: ToLookAt) -> None:
        """Open an article at the first span that is to be looked at again."""
        within = self.desk.session.project.editing.annotation_set(DocumentId(article.document))
        for span in within.spans:
            if self._is_stale(span):
                self.desk.show_place(article.document, span.start, span.end, span_id=span.id)
                return


def _text_of(desk: Desk) -> str:
    """Return the text of the open article."""
    document = desk.session.document
    return "" if document is None else document.text
