"""The history panel, and that undo holds what is promised of it, in the real window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from annotator.app import Program
from annotator.model.annotation import Span
from annotator.model.edit import Change, Edit, Origin
from annotator.model.ids import SpanId
from annotator.services.projects import open_project
from annotator.ui.panels.history import HistoryPanel
from tests.end_to_end.conftest import ARTICLE, OTHER
from tests.end_to_end.test_annotate import spans
from tools.hands import NONE, Hands, settle, wait_until

pytestmark = pytest.mark.gui

Start = Callable[..., Hands]


def panel(hands: Hands) -> HistoryPanel:
    made = hands.window.annotate.side_bar.panel("history")
    assert isinstance(made, HistoryPanel)
    return made


def rows(hands: Hands) -> list[str]:
    """The words of all rows, without their times."""
    model = panel(hands).model
    texts = [str(model.index(row).data()) for row in range(model.rowCount())]
    return [text.partition(": ")[2] for text in texts]


def label(hands: Hands, words: str, keys: str) -> None:
    hands.double_click(hands.range_of(words)[0])
    hands.keys(keys)


def test_every_act_is_a_row_with_its_words_newest_first(started: Start) -> None:
    hands = started(ARTICLE)
    label(hands, "warga", "1 V")
    label(hands, "dibagikan", "3 M Shift+2 B")
    hands.keys("Ctrl+H")
    assert hands.window.annotate.side_bar.current == "history"
    assert panel(hands).list.hasFocus()
    assert rows(hands) == [
        "“dibagikan” → Black campaign",
        "“dibagikan” · Factuality: Alleged",
        "“dibagikan” → Vote buying",
        "“warga” → Voters or public",
    ]
    spoken = panel(hands).model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("“dibagikan” → Black campaign, Rahma")


def test_the_panel_follows_what_is_done_and_the_article_that_is_open(started: Start) -> None:
    hands = started(ARTICLE, OTHER)
    hands.keys("Ctrl+H")
    assert rows(hands) == []
    hands.keys("F6")
    label(hands, "Rahmawati", "1 B")
    assert rows(hands) == ["“Rahmawati” → Election supervisor"]
    hands.keys("Alt+Right Alt+Right")  # one movement, one row
    assert rows(hands)[0] == "edge moved: “Rahmawati Ladiva mengatakan”"
    assert len(rows(hands)) == 2
    hands.keys("Ctrl+Z Ctrl+Z Ctrl+Shift+Z")
    assert rows(hands)[:3] == [
        "redone: “Rahmawati” → Election supervisor",
        "undone: “Rahmawati” → Election supervisor",
        "undone: edge moved: “Rahmawati Ladiva mengatakan”",
    ]
    hands.keys("Ctrl+PgDown")
    assert rows(hands) == []
    hands.keys("Ctrl+B Ctrl+PgUp")
    assert len(rows(hands)) == 5
    hands.keys("Ctrl+PgDown")
    assert rows(hands) == ["article: flagged"]


def test_moving_through_the_rows_jumps_and_return_goes_to_the_text(started: Start) -> None:
    hands = started(ARTICLE)
    label(hands, "warga", "1 V")
    label(hands, "dibagikan", "3 M")
    label(hands, "sembako", "4 H Delete Escape Ctrl+Home")
    caret = hands.view.caret()
    hands.keys("Ctrl+H")
    assert hands.view.caret() == caret  # opening alone moves nothing
    hands.keys("Down")
    assert hands.view.selection() == hands.range_of("sembako")
    assert "gone" in hands.window.status.remark.text()
    hands.keys("Down Down")
    focused = hands.window.annotate.presenter.selected
    assert focused is not None
    assert hands.text[focused.start : focused.end] == "warga"
    assert panel(hands).list.hasFocus()
    hands.key(Qt.Key.Key_Return)
    assert hands.view.hasFocus()
    place = panel(hands).list.visualRect(panel(hands).model.index(2)).center()
    viewport = panel(hands).list.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, NONE, place)
    settle()
    focused = hands.window.annotate.presenter.selected
    assert focused is not None
    assert hands.text[focused.start : focused.end] == "dibagikan"


def test_an_act_in_the_middle_is_taken_back_by_key_and_undo_brings_it_again(
    started: Start,
) -> None:
    hands = started(ARTICLE)
    label(hands, "warga", "1 V")
    label(hands, "dibagikan", "3 M")
    hands.keys("Ctrl+H End Delete")
    assert [words for words, _, _ in spans(hands)] == ["dibagikan"]
    assert rows(hands)[0] == "taken back: “warga” → Voters or public"
    hands.keys("F6 Ctrl+Z")
    assert [words for words, _, _ in spans(hands)] == ["warga", "dibagikan"]


def test_what_stands_in_the_way_is_named(started: Start) -> None:
    hands = started(ARTICLE)
    label(hands, "dibagikan", "3 M B")
    hands.keys("Ctrl+H End Delete")
    assert spans(hands)[0][1] == "violation.black_campaign"
    said = hands.window.status.remark.text()
    assert "“dibagikan” → Black campaign" in said
    assert "stands in the way" in said


def test_back_to_before_an_act_is_one_act_and_one_undo(started: Start) -> None:
    hands = started(ARTICLE)
    label(hands, "warga", "1 V")
    for words, keys in (("dibagikan", "3 M Shift+2"), ("sembako", "4 H"), ("Rahmawati", "1 B")):
        label(hands, words, keys)
    hands.keys("Ctrl+B")
    done = spans(hands)
    status = hands.window.session.annotations.status  # type: ignore[union-attr]
    count = len(rows(hands)) if panel(hands) else 0
    hands.keys("Ctrl+H End Up")
    hands.press_button(panel(hands).back)
    assert [words for words, _, _ in spans(hands)] == ["warga"]
    assert len(rows(hands)) == count + 1
    hands.keys("F6 Ctrl+Z")
    assert spans(hands) == done
    assert hands.window.session.annotations.status == status  # type: ignore[union-attr]


def bulk(hands: Hands, count: int) -> None:
    """One act that labels many places, as a command over all occurrences would."""
    session = hands.window.session

    def build(within) -> Edit:
        made = [Span(SpanId(f"s{n}"), 2 * n, 2 * n + 1, "actor.voter") for n in range(count)]
        return Edit(within.document, within.annotator, tuple(Change(None, one) for one in made))

    hands.window.annotate.presenter.do(build)
    settle()
    assert session.annotations is not None


def test_much_is_asked_about_first_and_a_bulk_act_is_one_row(started: Start) -> None:
    hands = started(ARTICLE)
    label(hands, "warga", "1 V")
    bulk(hands, 80)
    label(hands, "Rahmawati", "1 B")
    hands.keys("Ctrl+H")
    assert rows(hands)[1] == "80 spans labelled"
    for answer, left in (("Leave it", 82), ("Go back", 1)):
        hands.keys("Home Down Shift+Delete")
        wait_until(lambda: QApplication.activeModalWidget() is not None, "the question")
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert "81 annotations would change: 81 go" in box.text()
        button = next(one for one in box.buttons() if one.text().replace("&", "") == answer)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()
        assert len(spans(hands)) == left
    hands.keys("F6 Ctrl+Z")
    assert len(spans(hands)) == 82
    hands.keys("Ctrl+Z Ctrl+Z")
    assert len(spans(hands)) == 1


def test_acts_of_others_are_shown_on_request_and_cannot_be_taken_back(started: Start) -> None:
    hands = started(ARTICLE)
    label(hands, "warga", "1 V")
    hands.window.session.choose_annotator("Sekar Arunika")
    settle()
    label(hands, "dibagikan", "3 M")
    hands.keys("Ctrl+H")
    assert rows(hands) == ["“dibagikan” → Vote buying"]
    QTest.mouseClick(panel(hands).everybody, Qt.MouseButton.LeftButton, NONE, QPoint(8, 8))
    settle()
    assert rows(hands) == ["“dibagikan” → Vote buying", "“warga” → Voters or public"]
    panel(hands).focus_first()
    hands.keys("End")
    assert not panel(hands).revert.isEnabled()
    assert hands.view.selection() == hands.range_of("warga")
    hands.keys("Delete")
    assert "Only who did this" in hands.window.status.remark.text()
    hands.keys("F6")
    label(hands, "Rahmawati", "1 B")
    assert rows(hands)[0] == "“Rahmawati” → Election supervisor"
    assert len(rows(hands)) == 3


def test_a_project_that_can_only_be_read_shows_its_history(
    started: Start, program: Program
) -> None:
    hands = started(ARTICLE)
    label(hands, "warga", "1 V")
    path = hands.window.session.project.path
    hands.keys("Ctrl+Q")
    with open_project(path):
        assert program.open(path)
        assert program.window is not None
        hands = Hands(program.window)
        assert hands.window.session.project.read_only
        hands.keys("Ctrl+H End")
        assert rows(hands) == ["“warga” → Voters or public"]
        assert not panel(hands).revert.isEnabled()
        hands.keys("Delete")
        assert "reading only" in hands.window.status.remark.text()


def test_relations_and_labels_of_the_article_have_words(started: Start) -> None:
    hands = started(ARTICLE)
    label(hands, "mengatakan", "2 S")
    label(hands, "Rahmawati", "1 B")
    presenter, editing = hands.window.annotate.presenter, hands.window.session.project.editing
    one, other = (span.id for span in hands.window.session.annotations.spans)  # type: ignore[union-attr]
    statement, person = (
        (one, other)
        if hands.window.session.annotations.span(one).label.startswith("action")  # type: ignore[union-attr]
        else (other, one)
    )
    presenter.link(statement, person, "agent")
    group = hands.window.session.project.scheme.document_groups[0]
    kind = hands.window.session.project.scheme.labels_of(group.id)[0]
    presenter.do(lambda within: editing.add_document_label(within, kind.id))
    presenter.go_to(statement)
    presenter.remove()
    hands.keys("Ctrl+H")
    assert rows(hands)[:3] == [
        "“mengatakan”: label removed · 1 relation removed with it",
        f"label of the article: {kind.names.best('en')}",
        "Agent: “mengatakan” → “Rahmawati”",
    ]


def test_a_change_of_the_scheme_is_named_and_not_taken_back_here(started: Start) -> None:
    hands = started(ARTICLE)
    label(hands, "warga", "1 V")
    session = hands.window.session
    (old,) = session.annotations.spans  # type: ignore[union-attr]
    new = Span(old.id, old.start, old.end, "actor.candidate")
    edit = Edit(session.document.id, session.annotator.id, (Change(old, new),))  # type: ignore[union-attr]
    session.project.editing.apply(edit, Origin.SCHEME)
    session.reload()
    hands.keys("Ctrl+H Home")
    assert rows(hands)[0] == "change of the scheme: “warga” → Candidate"
    hands.keys("Delete")
    assert "scheme editor" in hands.window.status.remark.text()
    assert spans(hands) == [("warga", "actor.candidate", {})]


# -- undo ----------------------------------------------------------------------------------------


def test_undo_has_no_limit_also_over_a_restart(started: Start, program: Program) -> None:
    hands = started(ARTICLE)
    label(hands, "warga", "1 V")
    for number in range(60):  # two labels in turn on one span
        hands.keys("C" if number % 2 else "M")
    hands.keys("Ctrl+Q")
    path = hands.window.session.project.path
    assert program.open(path)
    assert program.window is not None
    hands = Hands(program.window)
    for _ in range(60):
        hands.keys("Ctrl+Z")
    assert spans(hands) == [("warga", "actor.voter", {})]
    hands.keys("Ctrl+Z")
    assert spans(hands) == []
    for _ in range(61):
        hands.keys("Ctrl+Y")
    assert spans(hands) == [("warga", "actor.candidate", {})]


def test_undo_never_changes_an_article_that_is_not_on_screen(started: Start) -> None:
    hands = started(ARTICLE, OTHER)
    session = hands.window.session
    first = session.document
    assert first is not None
    label(hands, "warga", "1 V")
    kept = session.project.editing.annotation_set(first.id)
    hands.keys("Ctrl+PgDown")
    assert not hands.window.actions_by_id["undo"].isEnabled()
    hands.keys("Ctrl+Z")
    label(hands, "KPU", "1 K Ctrl+Z")
    hands.keys("Ctrl+Z Ctrl+Z Ctrl+Y Ctrl+Y")
    assert session.project.editing.annotation_set(first.id) == kept
    assert [words for words, _, _ in spans(hands)] == ["KPU"]
    hands.keys("Ctrl+Z Ctrl+PgUp Ctrl+Y")  # what was undone there is not done again here
    assert session.project.editing.annotation_set(first.id) == kept
    hands.keys("Ctrl+Z")
    assert spans(hands) == []
    hands.keys("Ctrl+PgDown Ctrl+Y")
    assert [words for words, _, _ in spans(hands)] == ["KPU"]
    assert session.project.editing.annotation_set(first.id).span_count == 0


def test_the_menu_says_what_undo_and_redo_would_do(started: Start, program: Program) -> None:
    hands = started(ARTICLE)
    label(hands, "warga", "1 V")
    label(hands, "dibagikan", "3 M Ctrl+Z")

    def texts(hands: Hands) -> list[str]:
        hands.window.top_bar.by_menu["edit"].aboutToShow.emit()
        return [hands.window.actions_by_id[name].text() for name in ("undo", "redo")]

    assert texts(hands) == ["Undo: “warga” → Voters or public", "Redo: “dibagikan” → Vote buying"]
    hands.keys("Ctrl+Z")
    assert texts(hands)[0] == "Undo"
    program.set_language("id")
    assert program.window is not None
    hands = Hands(program.window)
    assert texts(hands) == ["Urungkan", "Ulangi: “warga” → Pemilih/masyarakat"]
