"""The label picker: a few letters choose among all labels and groups of the scheme."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent

from annotator.compat import override
from annotator.ui.actions import action_named
from annotator.ui.annotate.feature import Desk, Feature, Handler
from annotator.ui.annotate.quick_lists import GROUP, LABEL, label_ids, scheme_entries
from annotator.ui.keys import digit_of
from annotator.ui.quick_entries import Finder
from annotator.ui.quick_open import QuickOpen

_RECENT = 6


class PickLabel(Feature):
    """Opens the picker beside what would be labelled, and labels it as a letter would."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        desk.view.installEventFilter(self)

    @override
    def handlers(self) -> Mapping[str, Handler]:
        return {"pick_label": self.open}

    def open(self) -> None:
        """Show all labels, those used last first."""
        desk = self.desk
        if desk.session.document is None:
            return
        recent = desk.session.project.timeline.recent_labels(_RECENT)
        entries = scheme_entries(desk.scheme, desk.theme, desk.language, current=desk.labels.group)
        popup = QuickOpen(
            desk.window,
            desk.theme,
            Finder(entries, label_ids(recent)),
            self.tr("Pick a label"),
            self.tr("Name, code or a few letters of a label"),
            near=self._place(),
            with_detail=True,
            passed_on=action_named("palette").keys,
        )
        popup.taken.connect(self._take)
        popup.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave Shift+digit to factuality on keyboards where it types the picker's `/`."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if held == Qt.KeyboardModifier.ShiftModifier and digit_of(event):
                event.accept()
                return True
        return False

    def _take(self, entry: str) -> None:
        presenter = self.desk.presenter
        if entry.startswith(GROUP):
            presenter.choose_group(entry.removeprefix(GROUP))
        else:
            presenter.label(entry.removeprefix(LABEL))

    def _place(self) -> QRect:
        """Return where that lies in the window which a label would be for."""
        view, focused = self.desk.view, self.desk.presenter.selected
        place = view.selection()
        if place is None and focused is not None:
            place = focused.stretches[0]
        rect = view.range_rect(*place) if place is not None else view.caret_rect(view.caret())
        shown = view.viewport().rect()
        if not rect.intersects(shown):
            rect = QRect(shown.center(), QSize(1, 1))
        corner = view.viewport().mapTo(self.desk.window, QPoint(0, 0))
        return rect.intersected(shown).translated(corner)
