"""The features of the annotating screen: one row each, with the actions they answer to.

The functions import what they make, so that a feature costs nothing before it is wanted.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from annotator.ui.action import QT_TRANSLATE_NOOP
from annotator.ui.annotate.feature import Desk, Feature, Handler


class Row(NamedTuple):
    """A feature's name, what makes it, the ids of its actions, and the title of its panel.

    The title is marked with QT_TRANSLATE_NOOP("Features", ...); without one there is no panel.
    `icon` is the name of one of the icons in resources/icons/lucide, for a narrow side bar.
    """

    name: str
    make: Callable[[Desk], Feature]
    actions: tuple[str, ...]
    title: str = ""
    icon: str = ""


def _make_search(desk: Desk) -> Feature:
    from annotator.ui.annotate.search import Search

    return Search(desk)


ARTICLES = QT_TRANSLATE_NOOP("Features", "Articles")
"""Title of the side bar's first panel."""


def _make_attributes(desk: Desk) -> Feature:
    from annotator.ui.annotate.attributes_feature import AttributesFeature

    return AttributesFeature(desk)


def _make_checks(desk: Desk) -> Feature:
    from annotator.ui.annotate.checks_feature import ChecksFeature

    return ChecksFeature(desk)


def _make_card(desk: Desk) -> Feature:
    from annotator.ui.annotate.card_feature import CardFeature

    return CardFeature(desk)


def _make_first_steps(desk: Desk) -> Feature:
    from annotator.ui.annotate.first_steps import FirstSteps

    return FirstSteps(desk)


def _make_word_hints(desk: Desk) -> Feature:
    from annotator.ui.annotate.word_hints import WordHintsFeature

    return WordHintsFeature(desk)


def _make_find(desk: Desk) -> Feature:
    from annotator.ui.annotate.find import Find

    return Find(desk)


def _make_pick_label(desk: Desk) -> Feature:
    from annotator.ui.annotate.pick_label import PickLabel

    return PickLabel(desk)


def _make_palette(desk: Desk) -> Feature:
    from annotator.ui.annotate.palette import Palette

    return Palette(desk)


def _make_sticky(desk: Desk) -> Feature:
    from annotator.ui.annotate.sticky import StickyLabel

    return StickyLabel(desk)


def _make_same_text(desk: Desk) -> Feature:
    from annotator.ui.annotate.same_text import SameTextFeature

    return SameTextFeature(desk)


def _make_history(desk: Desk) -> Feature:
    from annotator.ui.annotate.history import HistoryFeature

    return HistoryFeature(desk)


def _make_scheme(desk: Desk) -> Feature:
    from annotator.ui.annotate.scheme_feature import SchemeFeature

    return SchemeFeature(desk)


def _make_queue(desk: Desk) -> Feature:
    from annotator.ui.annotate.queue import QueueFeature

    return QueueFeature(desk)


def _make_notes(desk: Desk) -> Feature:
    from annotator.ui.annotate.notes import NotesFeature

    return NotesFeature(desk)


def _make_work(desk: Desk) -> Feature:
    from annotator.ui.annotate.work import WorkFeature

    return WorkFeature(desk)


def _make_preload(desk: Desk) -> Feature:
    from annotator.ui.annotate.preload import PreloadFeature

    return PreloadFeature(desk)


def _make_place(desk: Desk) -> Feature:
    from annotator.ui.annotate.place import PlaceFeature

    return PlaceFeature(desk)


def _make_original(desk: Desk) -> Feature:
    from annotator.ui.annotate.original import OriginalFeature

    return OriginalFeature(desk)


def _make_pieces(desk: Desk) -> Feature:
    from annotator.ui.annotate.pieces import Pieces

    return Pieces(desk)


def _make_reprints(desk: Desk) -> Feature:
    from annotator.ui.annotate.reprints import ReprintsFeature

    return ReprintsFeature(desk)


def _make_furniture(desk: Desk) -> Feature:
    from annotator.ui.annotate.furniture import FurnitureFeature

    return FurnitureFeature(desk)


def _make_language(desk: Desk) -> Feature:
    from annotator.ui.annotate.article_language import ArticleLanguage

    return ArticleLanguage(desk)


FEATURES: tuple[Row, ...] = (
    Row("attributes", _make_attributes, ("attributes", "confirm_proposal", "document_labels")),
    Row(
        "checks",
        _make_checks,
        ("next_problem", "previous_problem", "recheck", "checks"),
        QT_TRANSLATE_NOOP("Features", "Checks"),
        "list-checks",
    ),
    Row("card", _make_card, ("card", "keep_example")),
    Row("first_steps", _make_first_steps, ("first_steps",)),
    Row("hints", _make_word_hints, ("hints",)),
    Row("find", _make_find, ("find", "find_next", "find_previous")),
    Row("search", _make_search, ("search",), QT_TRANSLATE_NOOP("Features", "Search"), "search"),
    Row("pick_label", _make_pick_label, ("pick_label",)),
    Row("palette", _make_palette, ("palette",)),
    Row("sticky", _make_sticky, ("sticky",)),
    Row("pieces", _make_pieces, ("add_piece", "remove_piece")),
    Row("same_text", _make_same_text, ("next_same", "same_here", "all_same", "take_back")),
    Row(
        "history",
        _make_history,
        ("history",),
        title=QT_TRANSLATE_NOOP("Features", "History"),
        icon="history",
    ),
    Row("scheme", _make_scheme, ("edit_scheme", "scheme")),
    Row("queue", _make_queue, ("queue",)),
    Row(
        "notes",
        _make_notes,
        ("note", "notes"),
        QT_TRANSLATE_NOOP("Features", "Notes"),
        "message-square",
    ),
    Row("preload", _make_preload, ()),
    Row("work", _make_work, ("progress", "work_time")),
    Row("place", _make_place, ()),
    Row("original", _make_original, ("save_original",)),
    Row("furniture", _make_furniture, ("furniture",)),
    Row("reprints", _make_reprints, ("reprints",)),
    Row("language", _make_language, ("language",)),
)


class Features(QObject):
    """Makes the features of a desk when they are wanted, each once."""

    told = Signal(str)
    refused = Signal(str)
    lasting = Signal(str)
    badged = Signal(str, object)

    def __init__(self, desk: Desk, rows: tuple[Row, ...] = FEATURES) -> None:
        super().__init__(desk.screen)
        self.desk = desk
        self._rows = rows
        self._made: dict[str, Feature] = {}

    def feature(self, name: str) -> Feature:
        """Return a feature, making it where it was not wanted before."""
        if name not in self._made:
            row = next(row for row in self._rows if row.name == name)
            made = row.make(self.desk)
            made.told.connect(self.told)
            made.refused.connect(self.refused)
            made.badged.connect(self.badged)
            made.lasting.connect(self.lasting)
            self._made[name] = made
        return self._made[name]

    def add_panels(self) -> None:
        """Put the tabs of all panels into the side bar; a panel is made when it is shown."""
        for row in self._rows:
            if row.title:
                title = QCoreApplication.translate("Features", row.title)
                self.desk.side_bar.add(row.name, title, partial(self._panel, row.name), row.icon)

    @property
    def made(self) -> tuple[Feature, ...]:
        """The features that exist so far, in the order they were made."""
        return tuple(self._made.values())

    def make_all(self) -> None:
        """Make what is left."""
        for row in self._rows:
            self.feature(row.name)

    def finish_all(self) -> None:
        """Let all that exist store what still waits; the window is about to go away."""
        for feature in self.made:
            feature.finish()

    def handlers(self) -> Mapping[str, Handler]:
        """Return what each action of each feature does; the feature is made when it is asked."""
        return {
            action: partial(self._call, row.name, action)
            for row in self._rows
            for action in row.actions
        }

    def _panel(self, name: str) -> QWidget:
        return self.feature(name).make_panel()

    def _call(self, name: str, action: str) -> object:
        return self.feature(name).handlers()[action]()
