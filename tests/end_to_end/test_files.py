"""Articles in, annotations in, datasets out: through the window, by real events."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from annotator.app import Program
from annotator.assets import asset
from annotator.services.projects import open_project
from tests.end_to_end.conftest import ARTICLE, OTHER
from tests.end_to_end.test_import import drop
from tools.hands import NONE, Hands, answer_name, settle, wait_until

pytestmark = pytest.mark.gui

Start = Callable[..., Hands]


def idle(hands: Hands) -> None:
    wait_until(lambda: not hands.window.session.is_busy, "the job")
    settle()


def titles(hands: Hands) -> list[str]:
    return [row.title for row in hands.window.session.project.documents.summaries()]


def test_add_files_by_dialog(started: Start, tmp_path: Path) -> None:
    hands = started()
    file = tmp_path / "berita.txt"
    file.write_bytes(b"\xef\xbb\xbf" + ARTICLE.replace("\n", "\r\n").encode())
    hands.keys("Ctrl+I")
    hands.fill_file_dialog(file)
    wait_until(lambda: hands.window.session.document is not None, "the article")
    assert hands.text == ARTICLE
    assert hands.window.annotate.view.isVisible()


def test_a_folder_dropped_on_the_window(started: Start, tmp_path: Path) -> None:
    hands = started()
    folder = tmp_path / "berita"
    (folder / "dalam").mkdir(parents=True)
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "dalam" / "b.txt").write_text(OTHER, encoding="utf-8")
    (folder / "kosong.txt").write_text("  \n", encoding="utf-8")
    (folder / "gambar.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder))])
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NONE)
    QApplication.sendEvent(hands.window, QDragEnterEvent(QPoint(300, 300), *how))
    QApplication.sendEvent(hands.window, QDropEvent(QPointF(300, 300), *how))
    wait_until(hands.window.annotate.notice.isVisible, "the report")
    assert len(titles(hands)) == 2
    assert hands.window.annotate.notice.isVisible()
    assert "2" in hands.window.annotate.notice.words
    hands.press_button(hands.window.annotate.notice.button)
    wait_until(lambda: QApplication.activeModalWidget() is not None, "the report")
    report = QApplication.activeModalWidget()
    assert report is not None
    report.close()


def test_paste_an_article_and_the_same_again(started: Start) -> None:
    hands = started(OTHER)
    QGuiApplication.clipboard().setText(ARTICLE)
    hands.keys("Ctrl+Shift+V")
    assert hands.text == ARTICLE
    hands.keys("Ctrl+Shift+V")
    assert len(titles(hands)) == 2
    assert "already" in hands.window.annotate.notice.words


def test_export_by_dialog_holds_what_is_stored(started: Start, tmp_path: Path) -> None:
    hands = started(ARTICLE, OTHER)
    hands.double_click(hands.range_of("dibagikan")[0])
    hands.keys("3 M Shift+2 Ctrl+E")
    target = tmp_path / "keluar.jsonl"
    hands.fill_file_dialog(target)
    wait_until(target.exists, "the export")
    idle(hands)
    first, second = (json.loads(x) for x in target.read_text("utf-8").split("\n") if x)
    [annotation_set] = first["annotation_sets"]
    [span] = annotation_set["spans"]
    assert span["quote"] == "dibagikan" == first["text"][span["start"] : span["end"]]
    assert span["attributes"] == {"factuality": "alleged"}
    assert annotation_set["annotator"]["name"] == "Rahma"
    assert second["annotation_sets"] == []
    assert str(target) in hands.window.annotate.notice.words


def test_import_shows_the_annotations(started: Start, program: Program) -> None:
    hands = started()
    hands.keys("Ctrl+I")
    hands.fill_file_dialog(asset("sample", "pilkada-sample.jsonl"))
    wait_until(lambda: hands.window.session.document is not None, "the articles")
    idle(hands)
    assert len(titles(hands)) == 12
    assert program.window is hands.window
    assert hands.window.annotate.notice.words.startswith("Articles added: 12.")


def test_second_window_can_only_read(started: Start, program: Program) -> None:
    hands = started(ARTICLE)
    path = hands.window.session.project.path
    with open_project(path, write=False) as project:
        assert project.read_only
    hands.keys("Ctrl+Q")
    with open_project(path) as holder:
        assert not holder.read_only
        assert program.open(path)
        assert program.window is not None
        hands = Hands(program.window)
        assert hands.window.status.saved.text().startswith("Read only")
        hands.double_click(hands.range_of("warga")[0])
        hands.keys("1 V")
        assert list(hands.window.session.annotations.spans) == []  # type: ignore[union-attr]
        assert "reading" in hands.window.status.remark.text()


def test_opening_what_is_no_project_keeps_the_open_one(
    started: Start, program: Program, tmp_path: Path
) -> None:
    hands = started(ARTICLE)
    other = tmp_path / "catatan.annotator"
    other.write_text("not a database", encoding="utf-8")
    assert not program.open(other)
    assert program.window is hands.window
    assert hands.window.annotate.notice.isVisible()
    assert other.read_text("utf-8") == "not a database"


def test_opening_another_project_closes_the_first(
    started: Start, program: Program, tmp_path: Path
) -> None:
    hands = started(ARTICLE)
    first = hands.window.session.project.path
    assert program.create(tmp_path / "kedua.annotator")
    assert program.window is not None
    Hands(program.window).answer_name("Sari")
    with open_project(first) as project:
        assert not project.read_only


def test_opening_the_open_project_again_keeps_it_writable(started: Start, program: Program) -> None:
    hands = started(ARTICLE)
    assert program.open(hands.window.session.project.path)
    assert program.window is hands.window
    hands.double_click(hands.range_of("warga")[0])
    hands.keys("1 V")
    assert len(list(hands.window.session.annotations.spans)) == 1  # type: ignore[union-attr]


def test_a_dot_in_a_new_projects_name_stays(program: Program, tmp_path: Path) -> None:
    assert program.create(tmp_path / "pilkada.2024")
    assert program.window is not None
    assert program.window.session.project.path.name == "pilkada.2024.annotator"


def test_new_colours_wait_for_an_import_and_its_report(
    started: Start, program: Program, tmp_path: Path
) -> None:
    hands = started()
    folder = tmp_path / "berita"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number}.txt").write_text(f"Berita {number}\n\n{ARTICLE}", encoding="utf-8")
    kept = []

    def change_colours(_task: object) -> None:
        program.set_theme("dark")
        kept.append(program.window is hands.window)

    hands.window.session.started.connect(change_colours)
    drop(hands, folder)
    wait_until(lambda: program.window is not hands.window, "the new window")
    assert kept == [True]
    assert program.window is not None
    assert len(titles(Hands(program.window))) == 30
    assert program.window.annotate.documents.model.total == 30


def test_sample_opens_with_its_annotations(program: Program) -> None:
    program.open_sample()
    answer_name("Sari")
    assert program.window is not None
    hands = Hands(program.window)
    assert len(titles(hands)) == 12
    assert hands.window.session.annotator is not None
    assert hands.window.session.annotator.name == "Sari"
    assert hands.window.annotate.documents.model.settled == 3
