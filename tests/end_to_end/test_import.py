"""Piles come in through the window: tables, files of other people, by real events."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from annotator.app import Program
from annotator.services.jobs import Progress
from annotator.services.transfer import AS_USUAL, unfinished_import
from annotator.services.walking import measure
from annotator.ui.dialogs.import_dialog import ImportDialog
from annotator.ui.dialogs.import_report import ImportReportDialog
from tests.services.foreign import foreign_file
from tools.hands import NONE, Hands, settle, wait_until

pytestmark = pytest.mark.gui

Start = Callable[..., Hands]
LONG = "Warga Desa Lengkara melapor ke kantor kecamatan pada malam tenang, kata Rahmawati Ladiva. "


def drop(hands: Hands, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NONE)
    QApplication.sendEvent(hands.window, QDragEnterEvent(QPoint(300, 300), *how))
    QApplication.sendEvent(hands.window, QDropEvent(QPointF(300, 300), *how))


def dialog_of(kind: type) -> ImportDialog:
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), kind), "the dialog")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.activateWindow()
    settle()
    return dialog  # type: ignore[return-value]


def choose(box: QComboBox, data: str) -> None:
    """Choose by keys, as in any list."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.findData(data)):
        QTest.keyClick(box, Qt.Key.Key_Down)
    settle()
    assert box.currentData() == data


def idle(hands: Hands) -> None:
    wait_until(lambda: not hands.window.session.is_busy, "the job")
    settle()


def table(folder: Path) -> Path:
    rows = [f"{n};Berita {n};{LONG}Nomor {n}.;Catatan redaksi {n}" for n in range(12)]
    path = folder / "berita.csv"
    path.write_text("\n".join(["no;kepala;naskah;isi", *rows]) + "\n", encoding="utf-8")
    return path


def test_a_table_is_dropped_a_column_corrected_and_its_articles_are_there(
    started: Start, tmp_path: Path
) -> None:
    hands = started()
    drop(hands, table(tmp_path))
    dialog = dialog_of(ImportDialog)
    assert dialog.columns is not None
    choose(dialog.columns.boxes["text"], "naskah")
    choose(dialog.columns.boxes["title"], "kepala")
    assert "naskah" in dialog.columns.rows.horizontalHeaderItem(0).text() + str(
        dialog.columns.rows.horizontalHeaderItem(1).text()
    )
    hands.press_button(dialog.take)
    idle(hands)
    summaries = list(hands.window.session.project.documents.summaries())
    assert sorted(row.title for row in summaries)[:2] == ["Berita 0", "Berita 1"]
    assert len(summaries) == 12
    texts = [document.text for document in hands.window.session.project.documents.all()]
    assert all(text.startswith(LONG.strip()[:40]) for text in texts)

    # a table of the same shape is read in the same way the next time
    drop(hands, table(tmp_path))
    dialog = dialog_of(ImportDialog)
    assert dialog.columns is not None
    assert dialog.columns.boxes["text"].currentData() == "naskah"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    assert not hands.window.session.is_busy


def test_unknown_labels_are_mapped_left_out_and_added(
    started: Start, program: Program, tmp_path: Path
) -> None:
    hands = started()
    path = foreign_file(tmp_path / "lain", "PER", "MISC", "LOC", "PER", relations=["near"])
    drop(hands, path)
    dialog = dialog_of(ImportDialog)
    assert dialog.labels is not None
    boxes = {box.accessibleName().split()[0]: box for box in dialog.labels.boxes}
    assert set(boxes) == {"PER", "MISC", "LOC", "near"}
    choose(boxes["PER"], "=actor.candidate")
    choose(boxes["MISC"], "-")
    assert boxes["LOC"].currentData() == "+"
    hands.press_button(dialog.take)
    wait_until(lambda: program.window is not hands.window, "the window with the new labels")
    assert program.window is not None
    hands = Hands(program.window)
    project = hands.window.session.project
    (document,) = project.documents.all()
    (within,) = project.editing.annotation_sets(document.id)
    assert [span.label for span in within.spans] == [
        "actor.candidate",
        "berita.loc",
        "actor.candidate",
    ]
    assert project.scheme.relation("near") is not None
    assert not list(within.relations)  # its other end was left out
    notice = hands.window.annotate.notice
    assert notice.isVisible()
    hands.press_button(notice.button)
    report = dialog_of(ImportReportDialog)
    report.copy.click()  # type: ignore[attr-defined]
    text = QGuiApplication.clipboard().text()
    assert "MISC" in text
    assert "near" in text
    report.close()


def test_a_mapping_is_saved_by_name_and_used_again(started: Start, tmp_path: Path) -> None:
    hands = started()
    path = foreign_file(tmp_path / "lain", "PER", "MISC")
    drop(hands, path)
    dialog = dialog_of(ImportDialog)
    assert dialog.labels is not None
    for box in dialog.labels.boxes:
        choose(box, "=actor.candidate" if box.accessibleName().startswith("PER") else "-")
    dialog.labels.name.setFocus()
    QTest.keyClicks(dialog.labels.name, "ner lama")
    hands.press_button(dialog.labels.keep)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    drop(hands, path)
    dialog = dialog_of(ImportDialog)
    assert dialog.labels is not None
    assert {box.currentData() for box in dialog.labels.boxes} == {"+"}
    dialog.labels.saved.setFocus()
    QTest.keyClick(dialog.labels.saved, Qt.Key.Key_Down)
    QTest.keyClick(dialog.labels.saved, Qt.Key.Key_Space)
    popup = dialog.labels.saved.view()
    QTest.keyClick(popup, Qt.Key.Key_Return)
    settle()
    assert {box.currentData() for box in dialog.labels.boxes} == {"=actor.candidate", "-"}
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()


def test_cells_from_a_spreadsheet_are_asked_about(started: Start) -> None:
    hands = started()
    rows = "\n".join(f"Berita {n}\t{LONG}Nomor {n}." for n in range(3))
    QGuiApplication.clipboard().setText(f"judul\tisi\n{rows}\n")
    hands.keys("Ctrl+Shift+V")
    dialog = dialog_of(ImportDialog)
    hands.press_button(dialog.take)
    idle(hands)
    assert len(list(hands.window.session.project.documents.summaries())) == 3


def test_an_import_that_was_cut_off_is_offered_and_goes_on(
    started: Start, program: Program, tmp_path: Path
) -> None:
    hands = started()
    folder = tmp_path / "berita"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"Berita {number}\n\n{LONG}", encoding="utf-8")
    project = hands.window.session.project
    path = project.path
    project.import_run.begin([folder], AS_USUAL, measure([folder], Progress()))
    assert program.create(tmp_path / "lain.annotator")
    assert program.window is not None
    Hands(program.window).answer_name("Sari")
    assert program.open(path)
    assert program.window is not None
    hands = Hands(program.window)
    notice = hands.window.annotate.notice
    wait_until(notice.isVisible, "the offer")
    assert "berita" in notice.words
    assert notice.other is not None
    assert notice.button.text() == "Continue"
    hands.press_button(notice.button)
    idle(hands)
    assert len(list(hands.window.session.project.documents.summaries())) == 3
    assert unfinished_import(hands.window.session.project) is None


def test_an_import_that_was_cut_off_can_be_forgotten(
    started: Start, program: Program, tmp_path: Path
) -> None:
    hands = started()
    hands.window.session.project.import_run.begin([tmp_path], AS_USUAL, measure([], Progress()))
    hands.window.files.offer_to_continue()
    notice = hands.window.annotate.notice
    assert notice.other is not None
    hands.press_button(notice.other)
    assert notice.isHidden()
    assert unfinished_import(hands.window.session.project) is None
