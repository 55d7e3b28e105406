"""The right pane: what it shows stays where it is."""

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from annotator.assets import asset
from annotator.model.annotation import Span
from annotator.model.ids import SpanId
from annotator.model.scheme_reader import parse_scheme
from annotator.ui.panels.labels import LabelsPanel
from annotator.ui.theme import LIGHT


@pytest.fixture
def panel(qtbot: QtBot) -> LabelsPanel:
    text = asset("schemes", "pilkada-default.json").read_text(encoding="utf-8")
    made = LabelsPanel(parse_scheme(text), LIGHT, "en")
    qtbot.addWidget(made)
    made.resize(322, 700)
    made.show()
    QApplication.processEvents()
    return made


def test_buttons_stay_where_they_are_when_the_scroll_bar_comes(panel: LabelsPanel) -> None:
    scroll = panel.findChild(QScrollArea)
    assert scroll is not None
    bar = scroll.verticalScrollBar()
    button = panel.label_button("actor.voter")
    place = button.geometry()
    assert not bar.isVisible()
    panel.show_span(Span(SpanId("s"), 0, 4, "actor.voter"))
    panel.resize(322, 500)
    QApplication.processEvents()
    assert bar.isVisible()
    assert button.geometry() == place
    panel.show_span(None)
    panel.resize(322, 900)
    QApplication.processEvents()
    assert not bar.isVisible()
    assert button.geometry() == place
