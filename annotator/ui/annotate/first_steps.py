"""First steps: five cards beside what they speak of, shown once, in the sample project.

A card goes on by itself when its step was done, so that a newcomer learns with the hands; "Next"
goes on without.
"""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from annotator.compat import override
from annotator.model.annotation import Span
from annotator.services.changes import Changes
from annotator.services.sample import sample_path
from annotator.ui.annotate.feature import Desk, Feature, Handler
from annotator.ui.annotate.step_card import StepCard
from annotator.ui.panels.labels import key_attribute
from annotator.ui.theme import Theme

_SECOND = 2
_GAP = 14
"""Pixels between a card and what it speaks of."""


class _Step(NamedTuple):
    title: str
    words: str
    target: QWidget


class FirstSteps(Feature):
    """Shows the cards, in a new user's sample project by itself, else from the help menu."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._step = -1
        self._card: StepCard | None = None
        self._frame: _Frame | None = None
        self._steps: tuple[_Step, ...] = ()
        desk.session.opened.connect(self._opened)
        desk.session.changed.connect(self._changed)
        desk.view.selection_changed.connect(self._selected)
        new_here = not desk.settings.get("first_steps")
        if new_here and desk.session.project.path == sample_path().resolve():
            self.start()

    @override
    def handlers(self) -> Mapping[str, Handler]:
        return {"first_steps": self.start}

    @property
    def card(self) -> StepCard | None:
        """The card that is shown."""
        return self._card

    def start(self) -> None:
        """Show the first card."""
        self.stop()
        self.desk.settings.set("first_steps", "seen")
        self._steps = self._made_steps()
        window = self.desk.window
        self._frame = _Frame(self.desk.theme, window)
        self._card = StepCard(self.desk.theme, len(self._steps), window)
        self._card.forward.connect(self._forward)
        self._card.back.connect(self._back)
        self._card.closed.connect(self.stop)
        window.installEventFilter(self)
        self._show(0)

    def stop(self) -> None:
        """Put the cards away."""
        self._step = -1
        self.desk.window.removeEventFilter(self)
        for widget in (self._card, self._frame):
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._card = self._frame = None
        self.desk.focus_text()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._place()
        return False

    @override
    def press(self, event: QKeyEvent) -> bool:
        if self._card is None or event.key() != Qt.Key.Key_Escape or self.desk.presenter.selected:
            return False
        self.stop()
        return True

    # -- inside ----------------------------------------------------------------------------------

    def _made_steps(self) -> tuple[_Step, ...]:
        desk = self.desk
        steps = [
            _Step(
                self.tr("The articles"),
                self.tr(
                    "Each article is a row; its sign tells how far you are. "
                    "Open the next one with Ctrl+PgDn, or click one."
                ),
                desk.side_bar,
            ),
            _Step(
                self.tr("Select words"),
                self.tr(
                    "Click a word in the text, then hold Shift and Ctrl and press the right "
                    "arrow. Double click and dragging do it too. What you select snaps to "
                    "whole words."
                ),
                desk.view,
            ),
            _Step(self.tr("Give them a label"), self._label_words(), desk.labels),
            _Step(self.tr("Say how sure the text is"), self._factuality_words(), desk.labels),
            _Step(
                self.tr("Done, and next"),
                self.tr(
                    "Ctrl+Enter marks the article done and opens the next one. Everything is "
                    "saved at once; Ctrl+Z takes it back. Press ? in the text for all keys."
                ),
                desk.view,
            ),
        ]
        return tuple(steps)

    def _label_words(self) -> str:
        """Say which keys give a label of a group that needs factuality, else of any group."""
        desk, scheme = self.desk, self.desk.scheme
        attribute = key_attribute(scheme)
        groups = [group for group in scheme.groups if group.key]
        needing = [x for x in groups if attribute is not None and x.id in attribute.required_for]
        for group in [*needing, *groups]:
            label = next((one for one in scheme.labels_of(group.id) if one.key), None)
            if label is not None:
                words = self.tr(
                    "%1 chooses the group %2, then %3 says %4. Each label has its letter here."
                )
                names = [one.names.best(desk.language) for one in (group, label)]
                parts = group.key, names[0], label.key.upper(), names[1]
                for place, part in enumerate(parts, 1):
                    words = words.replace(f"%{place}", part)
                return words
        return self.tr("Click one of the labels here.")

    def _factuality_words(self) -> str:
        attribute = key_attribute(self.desk.scheme)
        if attribute is None or len(attribute.choices) < _SECOND:
            return self.tr("What else a label carries is asked here.")
        words = self.tr(
            "A violation in the news may have occurred, be alleged or only be warned against. "
            "With its label chosen, Shift+2 says: %1. Without this the article cannot be done."
        )
        return words.replace("%1", attribute.choices[1].names.best(self.desk.language))

    def _show(self, number: int) -> None:
        card = self._card
        if card is None:
            return
        self._step = number
        step = self._steps[number]
        card.show_step(number, step.title, step.words)
        self._place()
        self.desk.view.announce(f"{step.title}. {step.words}")

    def _back(self) -> None:
        self._show(max(0, self._step - 1))

    def _forward(self) -> None:
        if self._step + 1 < len(self._steps):
            self._show(self._step + 1)
        else:
            self.stop()

    def _place(self) -> None:
        """Put the card beside its target, and the frame around it, within the window."""
        if self._card is None or self._frame is None:
            return
        window, target = self.desk.window, self._steps[self._step].target
        area = QRect(target.mapTo(window, target.rect().topLeft()), target.size())
        self._frame.setGeometry(window.rect())
        self._frame.show_around(area)
        self._card.move(_beside(area, self._card.rect(), window.rect()).topLeft())
        for widget in (self._frame, self._card):
            widget.show()
            widget.raise_()

    def _did(self, number: int) -> None:
        if self._step == number:
            self._forward()

    def _opened(self) -> None:
        self._did(0)
        self._did(4)

    def _selected(self, start: int, end: int) -> None:
        if start != end:
            self._did(1)

    def _changed(self, changes: Changes) -> None:
        if changes.edit is None:
            return
        for change in changes.edit.changes:
            before, after = change.before, change.after
            if not isinstance(after, Span):
                continue
            if before is None:
                self._did(2)
            elif isinstance(before, Span) and before.attributes != after.attributes:
                self._did(3)


def _beside(target: QRect, card: QRect, window: QRect) -> QRect:
    """Return where a card goes: right of its target, else left of it, else inside at the bottom."""
    placed = QRect(card)
    top = min(max(target.top() + 40, _GAP), window.height() - card.height() - _GAP)
    if target.right() + _GAP + card.width() <= window.right() and target.left() < _GAP:
        placed.moveTopLeft(target.topRight())
        placed.moveLeft(target.right() + _GAP)
    elif target.left() - _GAP - card.width() >= window.left() and target.right() > (
        window.right() - _GAP
    ):
        placed.moveLeft(target.left() - _GAP - card.width())
    else:
        placed.moveLeft(target.center().x() - card.width() // 2)
        top = target.bottom() - card.height() - 2 * _GAP
    placed.moveTop(top)
    return placed


class _Frame(QWidget):
    """A frame over the window around what a card speaks of; the mouse goes through it."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._area = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_around(self, area: QRect) -> None:
        self._area = area
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self._area.adjusted(2, 2, -2, -2), 8, 8)
        painter.end()
