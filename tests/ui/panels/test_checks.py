"""The panel of the checks by itself."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.model.ids import DocumentId
from annotator.services.looking import ToLookAt
from annotator.ui.panels import checks
from annotator.ui.panels.checks import ChecksPanel
from annotator.ui.theme import LIGHT
from tests.builders import default_scheme


def test_thousands_of_articles_are_counted_and_the_first_listed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "_MOST_ARTICLES", 2)
    panel = ChecksPanel(default_scheme(), LIGHT)
    qtbot.addWidget(panel)
    panel.show_articles([ToLookAt(DocumentId(f"d{n}"), f"Judul {n}", n) for n in range(1, 6)])
    rows = [panel.articles.item(place) for place in range(panel.articles.count())]
    assert [row.text() for row in rows] == ["Judul 1 · 1", "Judul 2 · 2", "… +3"]
    assert rows[-1].flags() == Qt.ItemFlag.NoItemFlags
    assert "15" in panel._again.text()
    panel.show_articles([])
    assert panel.articles.count() == 0
