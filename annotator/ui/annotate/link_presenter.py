"""Linking spans: choose a partner by its letters or pull with the mouse, then the relation."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

from annotator.model.annotation import Span
from annotator.ui.annotate.hinting import hints_for
from annotator.ui.annotate.linking import Link, links_between, partners_of
from annotator.ui.annotate.presenter import AnnotatePresenter
from annotator.ui.annotate.span_words import spoken
from annotator.ui.keys import letter_of
from annotator.ui.session import Session
from annotator.ui.text_view.view import TextView

_MOST: Final = 600
"""Partners that get letters, the nearest: no screen shows more, and two letters reach."""
_MOST_SPOKEN: Final = 30


class LinkPresenter(QObject):
    """While `is_choosing`, letters choose a partner of the focused span and label nothing."""

    told = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        session: Session,
        view: TextView,
        presenter: AnnotatePresenter,
        language: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._view = view
        self._presenter = presenter
        self._language = language
        self._scheme = session.project.scheme
        self._hints: dict[str, str] = {}
        self._typed = ""
        view.relation_requested.connect(self._pulled)
        session.opened.connect(self.stop)
        session.changed.connect(self.stop)
        presenter.selected_changed.connect(self.stop)

    @property
    def is_choosing(self) -> bool:
        return bool(self._hints)

    @property
    def hints(self) -> Mapping[str, str]:
        """The letters of each span that may be chosen now, by its id."""
        return MappingProxyType(self._hints)

    def start(self) -> None:
        """Light up the spans that the focused one may be linked with, each with its letters."""
        focused, annotations = self._presenter.selected, self._session.annotations
        if focused is None or annotations is None:
            self.refused.emit(self.tr("Click a span first, or step to one with ]."))
            return
        if not self._presenter.may_edit():
            return
        partners = partners_of(focused, annotations, self._scheme)
        if not partners:
            self.refused.emit(self.tr("The scheme links this span with no other one here."))
            return
        partners = partners[:_MOST]
        self._hints = hints_for([span.id for span in partners])
        self._typed = ""
        self._view.set_targets(self._hints)
        words = self.tr("Type the letters of the other span, Esc to leave.")
        self.told.emit(words)
        self._view.announce(" ".join([words, *self._spoken_hints(partners)]))

    def _spoken_hints(self, partners: Sequence[Span]) -> list[str]:
        """Return the letters with what they choose, for those who cannot see them in the text."""
        document = self._session.document
        text = document.text if document is not None else ""
        return [
            f"{self._hints[span.id]}: {spoken(span, text, self._scheme, self._language)}."
            for span in partners[:_MOST_SPOKEN]
        ]

    def stop(self) -> None:
        """Stop choosing."""
        if self._hints:
            self._hints = {}
            self._typed = ""
            self._view.set_targets(None)
            self.told.emit("")

    def press(self, event: QKeyEvent) -> bool:
        """Take a key while choosing; everything but letters ends it. False when not choosing."""
        if not self.is_choosing:
            return False
        letter = letter_of(event)
        if event.key() in {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt}:
            return True
        if not letter:
            self.stop()
            return True
        self._typed += letter
        fitting = {key: hint for key, hint in self._hints.items() if hint.startswith(self._typed)}
        if not fitting:
            self.stop()
            self.refused.emit(self.tr("No span has these letters."))
        elif self._typed in fitting.values():
            [chosen] = fitting
            self.stop()
            self._link(chosen)
        else:
            self._view.set_targets(fitting)
        return True

    def _pulled(self, source: str, target: str) -> None:
        self._presenter.select(source)
        if self._presenter.may_edit():
            self._link(target)

    def _link(self, other_id: str) -> None:
        """Make the only relation the scheme allows, or offer the ones it allows."""
        annotations, focused = self._session.annotations, self._presenter.selected
        other = annotations.span(other_id) if annotations is not None else None
        if annotations is None or focused is None or other is None:
            return
        known = {(item.label, item.source, item.target) for item in annotations.relations}
        links = [
            link
            for link in links_between(focused, other, self._scheme)
            if (link.kind.id, link.source, link.target) not in known
        ]
        if not links:
            self.refused.emit(self._why_not(focused, other))
        elif len(links) == 1:
            self._make(links[0])
        else:
            self._offer(links, other)

    def _offer(self, links: list[Link], other: Span) -> None:
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        focused = self._presenter.selected
        for number, link in enumerate(links, 1):
            name = link.kind.names.best(self._language).replace("&", "&&")
            arrow = "→" if focused is not None and link.source == focused.id else "←"
            action = menu.addAction(f"&{number}  {arrow} {name}" if number < 10 else name)  # noqa: PLR2004 - digits
            action.setToolTip(link.kind.definition.best(self._language))
            action.triggered.connect(lambda _=False, link=link: self._make(link))
        menu.setActiveAction(menu.actions()[0])
        box = self._view.range_rect(*other.stretches[0])
        menu.popup(self._view.viewport().mapToGlobal(QPoint(box.left(), box.bottom() + 4)))

    def _make(self, link: Link) -> None:
        self._presenter.link(link.source, link.target, link.kind.id)

    def _why_not(self, one: Span, other: Span) -> str:
        names = []
        for span in (one, other):
            label = self._scheme.label(span.label)
            names.append(label.names.best(self._language) if label else span.label)
        if links_between(one, other, self._scheme):
            return self.tr("These two are linked in every way the scheme allows.")
        text = self.tr("The scheme has no relation between %1 and %2.")
        return text.replace("%1", names[0]).replace("%2", names[1])
