"""Features: made when wanted, their actions and panels."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from annotator.compat import override
from annotator.services.settings import Settings
from annotator.ui.actions import ACTIONS
from annotator.ui.annotate.feature import Desk, Feature, Handler
from annotator.ui.annotate.features import FEATURES, Features, Row
from annotator.ui.side_bar import SideBar
from annotator.ui.theme import LIGHT

pytestmark = pytest.mark.gui


class Counting(Feature):
    """Counts how often its action was asked for."""

    made = 0

    def __init__(self, desk) -> None:
        super().__init__(desk)
        type(self).made += 1
        self.count = 0

    @override
    def handlers(self) -> Mapping[str, Handler]:
        return {"count": self.one_more}

    def one_more(self) -> None:
        self.count += 1

    @override
    def make_panel(self) -> QWidget:
        return QLabel("panel")


def test_every_feature_answers_to_its_rows_actions() -> None:
    known = {action.id for action in ACTIONS}
    named = [action for row in FEATURES for action in row.actions]
    assert set(named) <= known
    assert len(named) == len(set(named))


def desk_on(screen: QWidget, tmp_path: Path) -> Desk:
    settings = Settings(tmp_path / "settings.json")
    parts = dict.fromkeys(
        (
            "view",
            "presenter",
            "labels",
            "documents",
            "side_bar",
            "notice",
            "open_document",
            "focus_text",
            "over_text",
        )
    )
    return Desk(screen, None, LIGHT, "en", settings, **parts)


def test_a_feature_is_made_when_its_action_is_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    screen = QWidget()
    qtbot.addWidget(screen)
    Counting.made = 0
    features = Features(desk_on(screen, tmp_path), (Row("counting", Counting, ("count",)),))
    handler = features.handlers()["count"]
    assert Counting.made == 0
    handler()
    handler()
    features.make_all()
    assert Counting.made == 1
    [feature] = features.made
    assert feature is features.feature("counting")
    assert feature.count == 2
    with qtbot.waitSignals([features.told, features.refused]):
        feature.told.emit("well")
        feature.refused.emit("no")


def test_the_tabs_show_only_when_there_are_several_panels(qtbot: QtBot) -> None:
    bar = SideBar(LIGHT)
    qtbot.addWidget(bar)
    made = []

    def make(name: str) -> Callable[[], QWidget]:
        def maker() -> QWidget:
            made.append(name)
            return QLabel(name)

        return maker

    bar.add("documents", "Articles", make("documents"))
    bar.show()
    assert not bar.tab("documents").isVisible()
    bar.add("search", "Search", make("search"))
    assert bar.tab("documents").isVisible()
    assert (bar.current, made) == ("documents", ["documents"])
    bar.tab("search").click()
    assert (bar.current, made) == ("search", ["documents", "search"])
    bar.show_panel("documents", focus=True)
    bar.show_panel("search")
    assert made == ["documents", "search"]
