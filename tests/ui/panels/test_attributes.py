"""Attribute rows: every kind of value said by key, and what cannot be stored."""

import json
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotator.model.attributes import Attributes
from annotator.model.scheme_reader import parse_scheme
from annotator.ui.panels.attributes import AttributeRows, fields_of
from annotator.ui.panels.choices import Face
from annotator.ui.panels.editors import ClosedEditor
from annotator.ui.theme import LIGHT
from annotator.ui.widgets import Words

pytestmark = pytest.mark.gui

REGIONS = [f"Kabupaten {name}" for name in ("Samudra", "Lengkara", "Arunika", "Mekar")]
SCHEME: dict[str, Any] = {
    "id": "uji",
    "version": "1",
    "groups": [{"id": "A", "fill": "#B3DDF5", "ink": "#005A8C"}],
    "labels": [{"id": "a.x", "group": "A"}],
    "attributes": [
        {
            "id": "mood",
            "name": "Mood",
            "kind": "single",
            "applies": ["A"],
            "default": "calm",
            "values": [
                {"id": "angry", "name": "Angry"},
                {"id": "calm", "name": "Calm"},
            ],
        },
        {
            "id": "tags",
            "name": "Tags",
            "kind": "multi",
            "applies": ["A"],
            "values": [{"id": name, "name": name.title()} for name in ("one", "two", "three")],
        },
        {"id": "sure", "name": "Sure", "kind": "yes_no", "applies": ["A"]},
        {"id": "note", "name": "Note", "kind": "text", "applies": ["A"]},
        {"id": "count", "name": "Count", "kind": "number", "applies": ["A"]},
        {"id": "day", "name": "Day", "kind": "date", "applies": ["A"], "required_for": ["A"]},
        {
            "id": "region",
            "name": "Region",
            "kind": "single",
            "applies": ["A"],
            "values": [{"id": str(n), "name": f"{REGIONS[n % 4]} {n}"} for n in range(200)],
        },
        {"id": "gone", "name": "Gone", "kind": "text", "applies": ["A"], "retired": True},
    ],
}
UJI = parse_scheme(json.dumps(SCHEME))


class Desk:
    """Rows with their values stored as the program would."""

    def __init__(self, qtbot: QtBot) -> None:
        self.rows = AttributeRows(LIGHT, "en")
        qtbot.addWidget(self.rows)
        self.values = Attributes()
        self.left = 0
        self.passed: list[int] = []
        self.refusals: list[str] = []
        self.rows.changed.connect(self.store)
        self.rows.left.connect(self.leave)
        self.rows.passed.connect(self.passed.append)
        self.rows.refused.connect(self.refusals.append)
        self.show()
        self.rows.resize(300, 600)
        self.rows.show()
        self.rows.activateWindow()
        self.rows.enter()
        QApplication.processEvents()

    def show(self) -> None:
        attributes = UJI.attributes_of("a.x")
        fields = fields_of(attributes, self.values, UJI.label("a.x"))
        self.rows.show_attributes(fields, self.values)

    def store(self, key: str, value: Any) -> None:
        attribute = UJI.attribute(key)
        assert value is None or (attribute is not None and attribute.takes(value))
        self.values = self.values.with_value(key, value)
        self.show()

    def leave(self) -> None:
        self.left += 1

    @property
    def focus(self) -> str:
        focused = QApplication.focusWidget()
        return focused.objectName() if focused is not None else ""

    def go(self, name: str) -> None:
        self.rows.editor(name).widget.setFocus()
        QApplication.processEvents()

    def keys(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.rows, key)
            QApplication.processEvents()

    def type(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.rows, text)
        QApplication.processEvents()

    def face(self, name: str) -> Face:
        editor = self.rows.editor(name)
        assert isinstance(editor, ClosedEditor)
        return editor.face


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_required_ones_come_first_and_are_marked(desk: Desk) -> None:
    assert desk.focus == "day"
    assert "required" in desk.rows.editor("day").widget.accessibleName()
    assert "gone" not in [child.objectName() for child in desk.rows.findChildren(QWidget)]


def test_up_and_down_walk_and_leave_at_the_ends(desk: Desk) -> None:
    seen = [desk.focus]
    for _ in range(6):
        desk.keys(Qt.Key.Key_Down)
        seen.append(desk.focus)
    assert seen == ["day", "mood", "tags", "sure", "note", "count", "region"]
    desk.keys(Qt.Key.Key_Down)
    assert desk.passed == [1]
    desk.go("day")
    desk.keys(Qt.Key.Key_Up)
    assert desk.passed == [1, -1]
    desk.keys(Qt.Key.Key_Tab)
    assert desk.focus == "mood"
    desk.keys(Qt.Key.Key_Backtab)
    assert desk.focus == "day"


def test_one_of_a_list_by_its_digit_goes_on_to_the_next(desk: Desk) -> None:
    desk.go("mood")
    desk.keys(Qt.Key.Key_1)
    assert desk.values == Attributes({"mood": "angry"})
    assert desk.focus == "tags"


def test_one_of_a_list_by_arrows_and_space_and_away_again(desk: Desk) -> None:
    desk.go("mood")
    desk.keys(Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert desk.values == Attributes({"mood": "angry"})
    desk.keys(Qt.Key.Key_Space)
    assert desk.values == Attributes()
    desk.keys(Qt.Key.Key_1)
    desk.go("mood")
    desk.keys(Qt.Key.Key_Backspace)
    assert desk.values == Attributes()


def test_a_default_is_shown_as_one_and_stored_when_chosen(desk: Desk) -> None:
    face = desk.face("mood")
    assert face.accessibleName() == "Mood: Calm (default)"
    assert desk.values == Attributes()
    desk.go("mood")
    desk.keys(Qt.Key.Key_Space)
    assert desk.values == Attributes({"mood": "calm"})
    assert face.accessibleName() == "Mood: Calm"


def test_several_of_a_list_stay_in_the_order_of_the_scheme(desk: Desk) -> None:
    desk.go("tags")
    desk.keys(Qt.Key.Key_3, Qt.Key.Key_1)
    assert desk.values == Attributes({"tags": ("one", "three")})
    assert desk.focus == "tags"
    desk.keys(Qt.Key.Key_1, Qt.Key.Key_3)
    assert desk.values == Attributes()


def test_yes_and_no_by_space_and_by_letter(desk: Desk) -> None:
    desk.go("sure")
    desk.keys(Qt.Key.Key_Space)
    assert desk.values == Attributes({"sure": True})
    desk.keys(Qt.Key.Key_Space)
    assert desk.values == Attributes({"sure": False})
    desk.keys(Qt.Key.Key_Backspace)
    assert desk.values == Attributes()
    desk.type("n")
    desk.keys(Qt.Key.Key_Space)
    assert desk.values == Attributes({"sure": False})


def test_a_long_list_is_narrowed_by_typing(desk: Desk) -> None:
    desk.go("region")
    drawer = desk.rows.editor("region").drawer
    assert drawer is not None
    assert drawer.height() < 300
    desk.type("lengkara")
    desk.keys(Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert desk.values == Attributes({"region": "5"})
    assert desk.left == 1


def test_esc_gives_up_typing_before_it_leaves(desk: Desk) -> None:
    desk.go("region")
    desk.type("mek")
    desk.keys(Qt.Key.Key_Backspace)
    assert desk.face("region").is_typing
    desk.keys(Qt.Key.Key_Escape)
    assert not desk.face("region").is_typing
    assert (desk.left, desk.values) == (0, Attributes())
    desk.keys(Qt.Key.Key_Escape)
    assert desk.left == 1


def test_nothing_fits_what_is_typed(desk: Desk) -> None:
    desk.go("region")
    desk.type("zz")
    desk.keys(Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert desk.values == Attributes()


def test_text_is_stored_by_return_and_by_going_on(desk: Desk) -> None:
    desk.go("note")
    desk.type("kata pelapor")
    desk.keys(Qt.Key.Key_Return)
    assert (desk.values, desk.left) == (Attributes({"note": "kata pelapor"}), 1)
    desk.type(" 2")
    desk.keys(Qt.Key.Key_Down)
    assert desk.values == Attributes({"note": "kata pelapor 2"})
    desk.go("note")
    desk.keys(*[Qt.Key.Key_Backspace] * 14, Qt.Key.Key_Escape)
    assert (desk.values, desk.left) == (Attributes(), 2)


@pytest.mark.parametrize(
    ("name", "wrong", "right", "value", "shown"),
    [
        ("count", "dua", "1,500", 1500, "1500"),
        ("day", "31/02/2024", "25/11/2024", "2024-11-25", "2024-11-25"),
    ],
)
def test_wrong_input_is_refused_with_words(
    desk: Desk, name: str, wrong: str, right: str, value: object, shown: str
) -> None:
    desk.go(name)
    desk.type(wrong)
    desk.keys(Qt.Key.Key_Return)
    assert (desk.left, desk.values, desk.focus) == (0, Attributes(), name)
    [words] = desk.refusals
    assert wrong in words
    desk.keys(*[Qt.Key.Key_Backspace] * len(wrong))
    desk.type(right)
    desk.keys(Qt.Key.Key_Return)
    assert (desk.left, desk.values.get(name)) == (1, value)
    assert desk.rows.editor(name).widget.text() == shown  # type: ignore[attr-defined]


def test_wrong_input_is_dropped_with_words_when_the_row_is_left(desk: Desk) -> None:
    desk.go("count")
    desk.type("dua")
    desk.keys(Qt.Key.Key_Tab)
    assert (desk.focus, desk.values) == ("region", Attributes())
    assert len(desk.refusals) == 1
    assert desk.rows.editor("count").widget.text() == ""  # type: ignore[attr-defined]
    desk.go("count")
    desk.type("dua")
    desk.keys(Qt.Key.Key_Escape)
    assert (desk.left, desk.values) == (1, Attributes())
    assert len(desk.refusals) == 2


def test_what_was_not_stored_does_not_look_stored(desk: Desk) -> None:
    desk.rows.changed.disconnect(desk.store)
    desk.go("mood")
    desk.keys(Qt.Key.Key_2)
    assert desk.face("mood").accessibleName() == "Mood: Calm (default)"


def test_a_value_the_scheme_lost_is_shown_and_can_be_taken_away(desk: Desk) -> None:
    desk.values = Attributes({"mood": "odd", "gone": "kept"})
    desk.show()
    assert desk.face("mood").accessibleName() == "Mood: odd"
    assert desk.rows.editor("gone").widget.text() == "kept"  # type: ignore[attr-defined]
    desk.go("mood")
    desk.keys(Qt.Key.Key_Backspace)
    assert desk.values == Attributes({"gone": "kept"})


def test_the_mouse_opens_and_takes(desk: Desk) -> None:
    face = desk.face("mood")
    assert not face.drawer.isVisible()
    QTest.mouseClick(face, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert face.drawer.isVisible()
    QTest.mouseClick(face.drawer.cell(0), Qt.MouseButton.LeftButton)
    assert desk.values == Attributes({"mood": "angry"})
    assert face.drawer.isVisible()


def test_rows_are_kept_for_the_kinds_of_span_one_comes_back_to(desk: Desk) -> None:
    everything = fields_of(UJI.attributes_of("a.x"), desk.values, UJI.label("a.x"))
    kept = desk.rows.editor("note")
    desk.rows.show_attributes(everything[:2], desk.values)
    assert not kept.widget.isVisible()
    desk.rows.show_attributes(everything, desk.values)
    assert desk.rows.editor("note") is kept
    assert kept.widget.isVisible()
    for number in range(9):  # more kinds than are kept
        desk.rows.show_attributes(everything[number % 7 :] + everything[: number % 5], desk.values)
        QApplication.processEvents()
    desk.rows.show_attributes(everything, Attributes({"note": "baru"}))
    assert desk.rows.editor("note").widget.text() == "baru"  # type: ignore[attr-defined]


def test_words_on_a_wrong_value_go_with_its_annotation(desk: Desk) -> None:
    desk.go("count")
    desk.type("dua")
    desk.keys(Qt.Key.Key_Tab)
    remarks = [one for one in desk.rows.findChildren(Words) if "dua" in one.text()]
    assert [one.isVisible() for one in remarks] == [True]
    desk.show()
    assert [one.isVisible() for one in remarks] == [False]
