"""Every control that the keyboard reaches has a name for those who do not see it."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.app import Program
from tools.hands import Hands, settle

pytestmark = pytest.mark.gui
_MOST = 60
"""Rows of a list that are looked at."""


def controls(found: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    """Walk the accessibility tree as a screen reader does."""
    if found is None or not found.isValid() or found.state().invisible:
        return
    yield found
    for number in range(min(found.childCount(), _MOST)):
        yield from controls(found.child(number))


def nameless(root: object) -> list[str]:
    return [
        f"{QAccessible.Role(one.role()).name} {type(one.object()).__name__}"
        for one in controls(QAccessible.queryAccessibleInterface(root))
        if one.object() is not None  # cells of a list may be empty
        and one.state().focusable
        and not one.text(QAccessible.Text.Name)
    ]


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_control_of_the_window_has_a_name(program: Program, language: str) -> None:
    program.settings.set("first_steps", "seen")
    program.set_language(language)
    assert program.make_sample("Rahma")
    window = program.window
    assert window is not None
    hands = Hands(window)
    window.annotate.features.make_all()
    annotated = next(one for one in window.session.project.documents.summaries() if one.span_count)
    window.session.open(annotated.id)
    annotations = window.session.annotations
    assert annotations is not None
    violation = next(one for one in annotations.spans if one.label.startswith("violation"))
    window.annotate.presenter.go_to(violation.id)
    settle()
    seen = 0
    for panel in window.annotate.side_bar.names:
        window.annotate.side_bar.show_panel(panel)
        settle()
        assert nameless(window) == [], panel
        seen += sum(1 for _ in controls(QAccessible.queryAccessibleInterface(window)))
    assert seen > 100 * len(window.annotate.side_bar.names)
    for keys in ("Ctrl+F", "F1", "Shift+D", "Return"):
        window.annotate.focus_text()
        hands.keys(keys)
        assert nameless(window) == [], keys
        hands.keys("Escape")


@pytest.mark.parametrize("action", ["key_sheet", "edit_scheme", "progress", "all_same", "palette"])
def test_every_control_of_a_dialog_has_a_name(program: Program, action: str) -> None:
    program.settings.set("first_steps", "seen")
    assert program.make_sample("Rahma")
    window = program.window
    assert window is not None
    Hands(window)
    window.annotate.view.select(0, 7)
    window.actions_by_id[action].trigger()
    QTest.qWait(100)
    shown = QApplication.activeModalWidget() or window
    assert nameless(shown) == []
    if shown is not window:
        shown.close()
