"""The scheme editor: changed, counted, stored and taken back through the window."""

import json
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QMessageBox,
    QPushButton,
    QTableWidget,
    QWidget,
)

from annotator.app import Program
from annotator.assets import asset
from annotator.model.scheme import Example
from annotator.model.scheme_edit import Part, Ref
from annotator.model.scheme_reader import parse_scheme
from annotator.services.projects import open_project
from annotator.services.schemes import SchemeService, SchemeUsage
from annotator.ui.inputs import Line
from annotator.ui.scheme_editor.dialog import SchemeDialog
from annotator.ui.scheme_editor.examples import ExampleDialog, ExamplesField
from annotator.ui.scheme_editor.fields import FormField
from annotator.ui.scheme_editor.new_entry import ChooseDialog, NewEntryDialog
from annotator.ui.scheme_editor.vanishing import VanishingDialog
from tests.end_to_end.conftest import ARTICLE
from tools.hands import NONE, Hands, settle, wait_until

pytestmark = pytest.mark.gui

Start = Callable[..., Hands]
Dialog = TypeVar("Dialog", bound=QWidget)
WARGA = Ref(Part.LABEL, "actor.voter")


def shown(kind: type[Dialog]) -> Dialog:
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), kind), kind.__name__)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind)
    dialog.activateWindow()
    settle()
    return dialog


def opened(hands: Hands) -> SchemeDialog:
    hands.window.actions_by_id["edit_scheme"].trigger()
    dialog = shown(SchemeDialog)
    wait_until(lambda: dialog.uses.is_there, "the uses")
    return dialog


def choose(dialog: SchemeDialog, ref: Ref, hands: Hands, words: str = "") -> None:
    """Look an entry up by its words and click it."""
    tree = dialog.edit.tree
    if words:
        hands.keys("Ctrl+F")
        hands.keys("Ctrl+A")
        hands.type(words)
    item = tree._items[ref]
    tree.tree.scrollToItem(item)
    place = tree.tree.visualItemRect(item).center()
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(tree.tree.viewport(), left, NONE, QPoint(60, place.y()))
    settle()
    assert dialog.edit.form.ref == ref


def fill(dialog: SchemeDialog, key: str, text: str, hands: Hands) -> FormField:
    """Type into a field of the form and leave it."""
    field = dialog.edit.form.fields[key]
    target = field.focusProxy()
    assert target is not None
    target.setFocus()
    hands.keys("Ctrl+A")
    hands.type(text)
    hands.key(Qt.Key.Key_Tab)
    return dialog.edit.form.fields[key]


def press(hands: Hands, button: QPushButton) -> None:
    assert button.isEnabled()
    hands.press_button(button)


def label_warga(hands: Hands) -> None:
    hands.double_click(hands.range_of("warga")[0])
    hands.keys("1 V")


def default() -> Any:
    return json.loads(asset("schemes", "pilkada-default.json").read_text(encoding="utf-8"))


def labels(program: Program) -> list[str]:
    assert program.window is not None
    annotations = program.window.session.annotations
    assert annotations is not None
    return [span.label for span in annotations.spans]


def applied(dialog: SchemeDialog, hands: Hands) -> None:
    press(hands, dialog.edit.apply)
    wait_until(dialog.impact.apply.isEnabled, "the count")
    press(hands, dialog.impact.apply)
    wait_until(lambda: dialog.done_words, "the new scheme")


def test_a_label_is_renamed_and_the_window_says_so(started: Start, program: Program) -> None:
    hands = started(ARTICLE)
    label_warga(hands)
    dialog = opened(hands)
    choose(dialog, WARGA, hands, "voters")
    assert "1 span in 1 article by 1 annotator" in dialog.edit.form._facts.text()
    fill(dialog, "name_en", "Citizens", hands)
    assert dialog.edit.changes.item(0).text() == (
        "Voters or public · Name, English: Voters or public → Citizens"
    )
    assert hands.window.session.project.scheme_version == 1
    applied(dialog, hands)
    assert dialog.done_words == "Version 1.1 of the scheme is in force."
    press(hands, dialog._done.close_button)
    wait_until(lambda: program.window is not hands.window, "the new window")
    assert program.window is not None
    project = program.window.session.project
    assert (project.scheme_version, project.scheme.version) == (2, "1.1")
    label = project.scheme.label(WARGA.id)
    assert label is not None
    assert label.names.best("en") == "Citizens"
    assert labels(program) == [WARGA.id]


def test_the_editor_is_there_before_the_uses_are_counted(
    started: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = started(ARTICLE)
    label_warga(hands)
    may_count, usage = Event(), SchemeService.usage

    def slow(service: SchemeService) -> SchemeUsage:
        may_count.wait(20)
        return usage(service)

    monkeypatch.setattr(SchemeService, "usage", slow)
    hands.window.actions_by_id["edit_scheme"].trigger()
    dialog = shown(SchemeDialog)
    choose(dialog, WARGA, hands, "voters")
    form = dialog.edit.form
    assert "counting" in form._facts.text()
    assert not form.delete.isEnabled()
    name = form.fields["name_en"].focusProxy()
    assert isinstance(name, Line)
    name.setFocus()
    hands.keys("Ctrl+A")
    hands.type("Citiz")
    hands.keys("Ctrl+Return")  # waits for the count
    assert dialog.edit.isVisible()
    may_count.set()
    wait_until(dialog.impact.isVisible, "the preview")
    assert dialog.uses.is_there
    assert "1 span in 1 article by 1 annotator" in form._facts.text()
    assert name.text() == "Citiz"
    assert dialog.edit.tree._items[WARGA].text(2) == "1"
    wait_until(dialog.impact.apply.isEnabled, "the count")


def test_examples_of_a_label_are_kept_in_its_form(started: Start, program: Program) -> None:
    hands = started(ARTICLE)
    dialog = opened(hands)
    choose(dialog, WARGA, hands, "voters")
    field = dialog.edit.form.fields["examples"]
    assert isinstance(field, ExamplesField)
    before = [field.list.item(row).text() for row in range(field.list.count())]
    field.list.setFocus()
    hands.keys("Insert")
    asked = shown(ExampleDialog)
    hands.keys("Return")
    assert asked.text.error == "Words are needed."
    hands.type("warga Samudra")
    hands.keys("Return")
    shown(SchemeDialog)
    row = field.list.count() - 1
    assert field.list.item(row).text() == "✓ warga Samudra"
    assert field.list.hasFocus()
    assert field.list.currentRow() == row
    hands.keys("Return")
    asked = shown(ExampleDialog)
    asked.does_not_fit.setFocus()
    hands.key(Qt.Key.Key_Space)
    asked.note.line.setFocus()
    hands.type("Hanya penduduk")
    hands.keys("Return")
    shown(SchemeDialog)
    assert field.list.item(row).text() == "✗ warga Samudra — Hanya penduduk"
    press(hands, field.add_button)
    asked = shown(ExampleDialog)
    hands.type("warga Samudra")
    hands.keys("Return")
    assert asked.text.error == "These words are an example already."
    hands.keys("Ctrl+A")
    hands.type("penduduk")
    hands.keys("Return")
    shown(SchemeDialog)
    field.list.setFocus()
    hands.keys("Delete")
    assert field.list.count() == len(before) + 1
    assert len(dialog.edit.draft.steps) == 1
    assert dialog.edit.changes.item(0).text().startswith("Voters or public · Examples: ")
    assert "{" not in dialog.edit.changes.item(0).text()
    applied(dialog, hands)
    press(hands, dialog._done.close_button)
    wait_until(lambda: program.window is not hands.window, "the new window")
    assert program.window is not None
    label = program.window.session.project.scheme.label(WARGA.id)
    assert label is not None
    assert label.examples[-1] == Example("warga Samudra", False, "Hanya penduduk")


def test_what_is_wrong_is_said_beside_the_field_and_never_kept(started: Start) -> None:
    hands = started(ARTICLE)
    dialog = opened(hands)
    choose(dialog, WARGA, hands, "actor.voter")
    field = fill(dialog, "key", "b", hands)
    assert field.error == (
        "the key b is taken twice in group ACTOR: by label actor.supervisor and by"
        " label actor.voter"
    )
    assert not dialog.edit.draft.steps
    assert not dialog.edit.apply.isEnabled()
    fill(dialog, "key", "[", hands)
    assert "action “Previous span”" in dialog.edit.form.fields["key"].error
    fill(dialog, "key", "q", hands)
    assert dialog.edit.form.fields["key"].error == ""
    assert len(dialog.edit.draft.steps) == 1
    fill(dialog, "key", "b", hands)
    choose(dialog, Ref(Part.LABEL, "actor.media"), hands, "media")
    assert dialog.edit._told.text().startswith("Not taken: Key: the key b is taken twice")
    choose(dialog, WARGA, hands, "actor.voter")
    assert dialog.edit.form.fields["key"].error == ""
    assert dialog.edit.form.fields["key"].line.text() == "q"  # type: ignore[attr-defined]
    press(hands, dialog.edit.undo_button)
    assert not dialog.edit.draft.steps
    line = dialog.edit.form.fields["key"].line  # type: ignore[attr-defined]
    assert line.text() == "v"
    dialog.close()
    settle()
    assert hands.window.session.project.scheme_version == 1


def test_a_label_is_mapped_after_counting_and_taken_back(
    started: Start, program: Program, tmp_path: Path
) -> None:
    hands = started(ARTICLE)
    label_warga(hands)
    dialog = opened(hands)
    choose(dialog, WARGA, hands, "voters")
    assert not dialog.edit.form.delete.isEnabled()
    press(hands, dialog.edit.form.map)
    targets = shown(ChooseDialog)
    hands.type("supporters")
    hands.key(Qt.Key.Key_Return)
    wait_until(lambda: QApplication.activeModalWidget() is dialog, "the editor")
    del targets
    press(hands, dialog.edit.apply)
    wait_until(dialog.impact.apply.isEnabled, "the count")
    assert "Voters or public → Supporters or crowd: 1 span in 1 article by 1 annotator" in (
        dialog.impact.lines
    )
    assert "Get another label: 1" in dialog.impact.lines
    assert not dialog.impact._whose.isVisible()
    assert labels(program) == [WARGA.id]
    press(hands, dialog.impact.apply)
    wait_until(lambda: dialog.done_words, "the new scheme")
    assert program.window is not None
    project = program.window.session.project
    document = project.documents.summaries()[0].id
    assert [x.label for x in project.editing.annotation_set(document).spans] == ["actor.supporter"]
    press(hands, dialog._done.take_back)
    wait_until(lambda: "taken back" in dialog.done_words, "the old scheme")
    assert [x.label for x in project.editing.annotation_set(document).spans] == [WARGA.id]
    press(hands, dialog._done.close_button)
    wait_until(lambda: program.window is not hands.window, "the new window")
    assert labels(program) == [WARGA.id]
    with open_project(tmp_path / "pilkada.annotator", write=False) as again:
        assert (again.scheme_version, again.scheme.version) == (3, "1.0")


@pytest.mark.parametrize("everybody", [False, True])
def test_spans_of_others_change_only_where_that_was_chosen(
    started: Start, program: Program, everybody: bool
) -> None:
    hands = started(ARTICLE)
    label_warga(hands)
    hands.window.session.choose_annotator("Teguh Armino")
    label_warga(hands)
    dialog = opened(hands)
    choose(dialog, WARGA, hands, "voters")
    press(hands, dialog.edit.form.map)
    shown(ChooseDialog)
    hands.type("supporters")
    hands.key(Qt.Key.Key_Return)
    wait_until(lambda: QApplication.activeModalWidget() is dialog, "the editor")
    press(hands, dialog.edit.apply)
    wait_until(dialog.impact.apply.isEnabled, "the count")
    assert dialog.impact.own.isChecked()
    assert dialog.impact.own.text().startswith("Only mine (1)")
    assert "Get another label: 1" in dialog.impact.lines
    if everybody:
        dialog.impact.everybody.setFocus()
        hands.key(Qt.Key.Key_Space)
        wait_until(lambda: "Get another label: 2" in dialog.impact.lines, "the count")
        wait_until(dialog.impact.apply.isEnabled, "the end of the count")
    press(hands, dialog.impact.apply)
    wait_until(lambda: dialog.done_words, "the new scheme")
    project = hands.window.session.project
    sets = project.editing.annotation_sets(project.documents.summaries()[0].id)
    found = sorted(span.label for item in sets for span in item.spans)
    other = "actor.supporter" if everybody else WARGA.id
    assert found == sorted(["actor.supporter", other])
    press(hands, dialog._done.close_button)
    wait_until(lambda: program.window is not hands.window, "the new window")


def test_a_new_label_can_be_used_at_once(started: Start, program: Program) -> None:
    hands = started(ARTICLE)
    dialog = opened(hands)
    choose(dialog, Ref(Part.GROUP, "ACTOR"), hands)
    hands.keys("Ctrl+N")
    new = shown(NewEntryDialog)
    hands.type("Saksi mata")
    assert new.fields["id"].line.text() == "actor.saksi_mata"
    hands.key(Qt.Key.Key_Return)
    wait_until(lambda: QApplication.activeModalWidget() is dialog, "the editor")
    assert dialog.edit.form.ref == Ref(Part.LABEL, "actor.saksi_mata")
    fill(dialog, "key", "q", hands)
    applied(dialog, hands)
    press(hands, dialog._done.close_button)
    wait_until(lambda: program.window is not hands.window, "the new window")
    assert program.window is not None
    hands = Hands(program.window)
    hands.double_click(hands.range_of("warga")[0])
    hands.keys("1 Q")
    assert labels(program) == ["actor.saksi_mata"]


def test_a_change_of_meaning_is_asked_for(started: Start, program: Program) -> None:
    hands = started(ARTICLE)
    label_warga(hands)
    dialog = opened(hands)
    choose(dialog, WARGA, hands, "voters")
    fill(dialog, "when_id", "Hanya warga yang berhak memilih.", hands)
    press(hands, dialog.edit.apply)
    wait_until(dialog.impact.apply.isEnabled, "the count")
    box = dialog.impact.meanings[WARGA.id]
    assert not box.isChecked()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, NONE, QPoint(8, box.height() // 2))
    assert box.isChecked()
    press(hands, dialog.impact.apply)
    wait_until(lambda: dialog.done_words, "the new scheme")
    label = hands.window.session.project.scheme.label(WARGA.id)
    assert label is not None
    assert label.meaning == 2
    press(hands, dialog._done.close_button)
    wait_until(lambda: program.window is not hands.window, "the new window")


def test_changes_are_not_lost_by_a_slip(started: Start) -> None:
    hands = started(ARTICLE)
    dialog = opened(hands)
    choose(dialog, WARGA, hands, "voters")
    fill(dialog, "code", "WRG", hands)
    hands.key(Qt.Key.Key_Escape)
    box = shown(QMessageBox)
    assert "1" in box.text()
    hands.key(Qt.Key.Key_Escape)
    wait_until(lambda: QApplication.activeModalWidget() is dialog, "the editor")
    hands.key(Qt.Key.Key_Escape)
    box = shown(QMessageBox)
    hands.press_button(next(x for x in box.buttons() if "Throw" in x.text()))
    wait_until(lambda: QApplication.activeModalWidget() is None, "the window")
    assert hands.window.session.project.scheme_version == 1


def load(hands: Hands, source: Any, tmp_path: Path) -> None:
    file = tmp_path / "skema.json"
    file.write_text(source if isinstance(source, str) else json.dumps(source), encoding="utf-8")
    hands.window.actions_by_id["scheme"].trigger()
    hands.fill_file_dialog(file)


def faults(hands: Hands) -> list[list[str]]:
    wait_until(
        lambda: not isinstance(QApplication.activeModalWidget(), QFileDialog | None), "the report"
    )
    report = QApplication.activeModalWidget()
    assert report is not None
    table = report.findChild(QTableWidget)
    assert isinstance(table, QTableWidget)
    rows = range(table.rowCount())
    cells = [[table.item(row, column).text() for column in (0, 1)] for row in rows]  # type: ignore[union-attr]
    report.close()
    settle()
    return cells


def test_a_broken_scheme_changes_nothing(started: Start, tmp_path: Path) -> None:
    hands = started(ARTICLE)
    before = hands.window.session.project.scheme
    load(hands, '{"id": "x"', tmp_path)
    assert len(faults(hands)) == 1
    assert hands.window.session.project.scheme == before


def test_each_fault_of_a_scheme_is_listed_with_its_place(started: Start, tmp_path: Path) -> None:
    hands = started(ARTICLE)
    scheme = default()
    scheme["groups"][0]["fill"] = "blue"
    scheme["labels"][2]["group"] = "NONE"
    load(hands, scheme, tmp_path)
    assert faults(hands) == [
        ["groups[0] ACTOR", "fill must be a colour like #B3DDF5"],
        ["labels[2] actor.security", "group names group NONE, which is not declared"],
    ]
    assert hands.window.session.project.scheme_version == 1


def test_a_scheme_whose_keys_are_taken_is_refused(started: Start, tmp_path: Path) -> None:
    hands = started(ARTICLE)
    scheme = default()
    scheme["groups"][0]["key"] = "["
    load(hands, scheme, tmp_path)
    ((_, words),) = faults(hands)
    assert "action “Previous span”" in words
    assert "group Actor (ACTOR)" in words
    assert hands.window.session.project.scheme_version == 1


SMALL = {
    "id": "kecil",
    "version": "1",
    "groups": [{"id": "G", "name_en": "Things", "key": "1", "fill": "#B3DDF5", "ink": "#005A8C"}],
    "labels": [{"id": "g.thing", "group": "G", "key": "t", "code": "THG", "name_en": "Thing"}],
}


def store(dialog: SchemeDialog, hands: Hands) -> None:
    wait_until(dialog.impact.apply.isEnabled, "the count")
    press(hands, dialog.impact.apply)
    wait_until(lambda: dialog.done_words, "the new scheme")
    press(hands, dialog._done.close_button)


def test_another_scheme_comes_with_its_labels(
    started: Start, program: Program, tmp_path: Path
) -> None:
    hands = started(ARTICLE)
    load(hands, SMALL, tmp_path)
    dialog = shown(SchemeDialog)
    wait_until(dialog.impact.apply.isEnabled, "the count")
    assert "   New label: Thing" in dialog.impact.lines
    assert "   Election organiser goes (label)" in dialog.impact.lines
    store(dialog, hands)
    wait_until(lambda: program.window is not hands.window, "the new window")
    assert program.window is not None
    hands = Hands(program.window)
    hands.double_click(hands.range_of("warga")[0])
    hands.keys("1 T")
    assert labels(program) == ["g.thing"]
    assert program.window.session.project.scheme.version == "1"


def test_a_scheme_that_lacks_what_is_used_orphans_nothing(
    started: Start, program: Program, tmp_path: Path
) -> None:
    hands = started(ARTICLE)
    label_warga(hands)
    hands.double_click(hands.range_of("pelapor")[0])
    hands.keys("1 S")
    load(hands, SMALL, tmp_path)
    asked = shown(VanishingDialog)
    assert {ref.id for ref in asked.boxes} == {WARGA.id, "actor.supporter"}
    box = asked.boxes[WARGA]
    box.setFocus()
    hands.key(Qt.Key.Key_Down)
    assert box.currentText() == "Map to: Thing · Things"
    hands.key(Qt.Key.Key_Return)
    dialog = shown(SchemeDialog)
    store(dialog, hands)
    wait_until(lambda: program.window is not hands.window, "the new window")
    assert labels(program) == ["g.thing", "actor.supporter"]
    assert program.window is not None
    scheme = program.window.session.project.scheme
    kept = scheme.label("actor.supporter")
    assert kept is not None
    assert kept.retired
    assert scheme.id == "kecil"


def test_an_exported_scheme_is_the_scheme(started: Start, tmp_path: Path) -> None:
    hands = started(ARTICLE)
    dialog = opened(hands)
    dialog.edit.export_asked.emit()
    target = tmp_path / "keluar.json"
    hands.fill_file_dialog(target)
    wait_until(target.exists, "the file")
    settle()
    project = hands.window.session.project
    text = target.read_bytes().decode("utf-8")
    assert parse_scheme(text) == project.scheme
    assert text == project.scheme.to_json()
    dialog.close()
    settle()


def test_a_project_that_can_only_be_read_can_be_looked_at(
    started: Start, program: Program, tmp_path: Path
) -> None:
    hands = started(ARTICLE)
    path = hands.window.session.project.path
    hands.keys("Ctrl+Q")
    with open_project(path):  # somebody else has it open
        assert program.open(path)
        assert program.window is not None
        hands = Hands(program.window)
        dialog = opened(hands)
        choose(dialog, WARGA, hands, "voters")
        assert not dialog.edit.form.fields["name_en"].isEnabled()
        assert not dialog.edit.add_button.isEnabled()
        assert dialog.edit.form.retire.isHidden()
        hands.keys("Ctrl+N Alt+Down")
        assert dialog.edit.tree.current == WARGA
        assert not dialog.edit.draft.steps
        dialog.close()
        settle()
        hands.keys("Ctrl+Q")
