"""The label picker and the command palette, by key and mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotator.app import Program
from annotator.model.project import Status
from annotator.ui.quick_open import FOUND_ROLE, QuickOpen
from tests.end_to_end.conftest import ARTICLE, OTHER
from tests.end_to_end.test_annotate import spans
from tools.hands import NONE, SHIFT, Hands, settle

pytestmark = pytest.mark.gui

Start = Callable[..., Hands]


def popup(hands: Hands) -> QuickOpen | None:
    """The popup that is open."""
    made = [one for one in hands.window.findChildren(QuickOpen) if one.isVisible()]
    assert len(made) < 2
    return made[0] if made else None


def titles(hands: Hands) -> list[str]:
    shown = popup(hands)
    assert shown is not None
    return [found.entry.title for found in shown.model.rows]


def test_a_few_letters_label_the_word_at_the_caret(started: Start) -> None:
    hands = started(ARTICLE)
    hands.click(hands.range_of("warga")[0] + 1)
    hands.keys("/")
    assert popup(hands) is not None
    hands.type("vote")
    hands.key(Qt.Key.Key_Return)
    assert popup(hands) is None
    assert spans(hands) == [("warga", "violation.vote_buying", {})]
    assert hands.view.hasFocus()
    assert hands.window.annotate.labels.group == "VIOLATION"
    hands.keys("Shift+2")
    assert spans(hands)[0][2] == {"factuality": "alleged"}


def test_labels_are_found_in_both_languages_by_code_and_by_group(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("/")
    for typed in ("politik uang", "Vote buying", "pug", "violation.vote_b", "viol uang"):
        hands.keys("Ctrl+A")
        hands.type(typed)
        assert titles(hands)[0] == "Vote buying", typed
    hands.type("xyzxyz")
    assert titles(hands) == []
    hands.key(Qt.Key.Key_Return)
    assert popup(hands) is not None
    hands.key(Qt.Key.Key_Escape)


def test_the_picker_changes_the_focused_span_and_labels_a_selection(started: Start) -> None:
    hands = started(ARTICLE)
    hands.double_click(hands.range_of("dibagikan")[0])
    hands.keys("3 M /")
    hands.type("black")
    hands.key(Qt.Key.Key_Return)
    assert spans(hands) == [("dibagikan", "violation.black_campaign", {})]
    hands.drag(*hands.range_of("politik uang"))
    hands.keys("/")
    hands.type("vote")
    hands.key(Qt.Key.Key_Return)
    assert [label for _, label, _ in spans(hands)] == [
        "violation.vote_buying",
        "violation.black_campaign",
    ]


def test_escape_leaves_everything_as_it_was(started: Start) -> None:
    hands = started(ARTICLE)
    hands.drag(*hands.range_of("politik uang"))
    group = hands.window.annotate.labels.group
    before = hands.view.selection(), hands.view.caret()
    hands.keys("/")
    hands.type("kpu")
    hands.key(Qt.Key.Key_Down)
    hands.key(Qt.Key.Key_Escape)
    assert popup(hands) is None
    assert (hands.view.selection(), hands.view.caret()) == before
    assert hands.view.hasFocus()
    assert hands.window.annotate.labels.group == group
    assert spans(hands) == []


def test_a_group_is_made_current(started: Start) -> None:
    hands = started(ARTICLE)
    hands.click(hands.range_of("laporan", 2)[0])
    hands.keys("/")
    hands.type("action")
    hands.key(Qt.Key.Key_Return)
    assert spans(hands) == []
    assert hands.window.annotate.labels.group == "ACTION"
    hands.keys("L")
    assert spans(hands) == [("laporan", "action.report", {})]


def test_labels_used_last_come_first_also_after_a_restart(started: Start, program: Program) -> None:
    hands = started(ARTICLE)
    for words, keys in (("warga", "1 V"), ("dibagikan", "3 M")):
        hands.double_click(hands.range_of(words)[0])
        hands.keys(keys)
    hands.keys("/")
    assert titles(hands)[:3] == ["Vote buying", "Voters or public", "Actor"]
    hands.key(Qt.Key.Key_Escape)
    path = hands.window.session.project.path
    hands.keys("Ctrl+Q")
    assert program.open(path)
    hands = Hands(program.window)
    hands.keys("/")
    assert titles(hands)[:2] == ["Vote buying", "Voters or public"]
    hands.key(Qt.Key.Key_Escape)


def test_arrows_pages_and_the_mouse_choose(started: Start) -> None:
    hands = started(ARTICLE)
    hands.click(hands.range_of("warga")[0])
    hands.keys("/")
    shown = popup(hands)
    assert shown is not None
    rows = shown.list.currentIndex
    hands.keys("Up")
    assert rows().row() == shown.model.rowCount() - 1
    hands.keys("Down PgDown PgDown")
    middle = rows().row()
    assert 8 < middle < shown.model.rowCount() - 1
    hands.keys("PgUp PgUp PgUp")
    assert rows().row() == 0
    hands.type("voters or")
    place = shown.list.visualRect(shown.model.index(0)).center()
    QTest.mouseClick(shown.list.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    settle()
    assert spans(hands) == [("warga", "actor.voter", {})]


def test_a_click_beside_the_popup_leaves_it_and_labels_nothing(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("/")
    shown = popup(hands)
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, NONE, QPoint(2, 2))
    settle()
    assert popup(hands) is None
    assert hands.view.hasFocus()


@pytest.mark.parametrize("size", [(820, 520), (1280, 720), (1440, 900), (2560, 1440)])
@pytest.mark.parametrize("place", ["Ctrl+Home", "Ctrl+End"])
def test_the_popup_lies_inside_the_window(
    started: Start, size: tuple[int, int], place: str
) -> None:
    hands = started(ARTICLE * 30)
    hands.window.resize(*size)
    settle()
    hands.keys(place)
    for key in ("/", "Ctrl+K"):
        hands.keys(key)
        shown = popup(hands)
        assert shown is not None
        assert shown.rect().contains(shown.card.geometry()), (key, shown.card.geometry())
        hands.window.resize(900, 600)
        settle()
        assert shown.rect().contains(shown.card.geometry())
        assert shown.rect().size() == hands.window.size()
        hands.window.resize(*size)
        hands.key(Qt.Key.Key_Escape)


def test_keys_of_the_window_mean_nothing_while_a_popup_is_open(started: Start) -> None:
    hands = started(ARTICLE, OTHER)
    first = hands.window.session.document
    hands.keys("/ Ctrl+Return Ctrl+PgDown Ctrl+B")
    assert hands.window.session.document == first
    assert hands.window.session.annotations.status is Status.NEW  # type: ignore[union-attr]
    hands.keys("Escape")


def test_the_palette_does_what_an_action_does_and_shows_it_first_next_time(
    started: Start,
) -> None:
    hands = started(ARTICLE)
    hands.keys("Ctrl+G Ctrl+K")
    assert "Undo" in titles(hands)
    hands.type("flag the")
    hands.key(Qt.Key.Key_Return)
    assert hands.window.session.annotations.status is Status.FLAGGED  # type: ignore[union-attr]
    hands.keys("Ctrl+K")
    assert titles(hands)[0] == "Flag the article"
    hands.keys("Ctrl+K")
    assert popup(hands) is None


def test_the_palette_runs_an_action_of_the_text_with_the_keyboard_in_the_text(
    started: Start,
) -> None:
    hands = started(ARTICLE)
    hands.click(hands.range_of("warga")[0])
    hands.keys("1 V Ctrl+G Ctrl+K")
    hands.type("remove the label")
    hands.key(Qt.Key.Key_Return)
    assert spans(hands) == []
    assert hands.view.hasFocus()


def test_the_palette_labels_chooses_groups_and_opens_articles(started: Start) -> None:
    hands = started(ARTICLE, OTHER)
    hands.click(hands.range_of("warga")[0])
    hands.keys("Ctrl+K")
    hands.type("voters or")
    assert titles(hands)[0] == "Label: Voters or public"
    hands.key(Qt.Key.Key_Return)
    assert spans(hands) == [("warga", "actor.voter", {})]
    hands.keys("Ctrl+K")
    hands.type("group: viol")
    hands.key(Qt.Key.Key_Return)
    assert hands.window.annotate.labels.group == "VIOLATION"
    hands.keys("Ctrl+K")
    hands.type("daftar pem")
    assert titles(hands)[-1] == "Open: KPU Samudra tetapkan daftar pemilih"
    hands.keys("Up")
    hands.key(Qt.Key.Key_Return)
    assert hands.text == OTHER
    assert hands.view.hasFocus()


def test_what_cannot_be_done_now_is_shown_and_not_done(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Ctrl+K")
    hands.type("redo")
    shown = popup(hands)
    assert shown is not None
    assert shown.current.title == "Redo"  # type: ignore[union-attr]
    spoken = shown.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("not possible now")
    hands.key(Qt.Key.Key_Return)
    assert popup(hands) is shown
    hands.key(Qt.Key.Key_Escape)


def test_the_palette_says_what_undo_would_undo(started: Start) -> None:
    hands = started(ARTICLE)
    hands.click(hands.range_of("warga")[0])
    hands.keys("1 V Ctrl+K")
    assert "Undo: “warga” → Voters or public" in titles(hands)
    hands.type("undo")
    assert popup(hands).current.title.startswith("Undo: ")  # type: ignore[union-attr]
    hands.key(Qt.Key.Key_Return)
    assert spans(hands) == []


def test_the_entry_in_the_top_bar_opens_the_palette(started: Start) -> None:
    hands = started(ARTICLE)
    hands.press_button(hands.window.top_bar.palette_button)
    assert popup(hands) is not None
    hands.key(Qt.Key.Key_Escape)


def test_a_screen_reader_hears_each_row(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("/")
    hands.type("pug")
    index = popup(hands).model.index(0)  # type: ignore[union-attr]
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Vote buying, Violation, M"
    assert index.data(FOUND_ROLE).entry.detail
    hands.key(Qt.Key.Key_Escape)


def test_shift_digit_is_kept_from_the_pickers_key(started: Start) -> None:
    """On a German keyboard Shift+7 types `/`; a real keyboard would then open the picker."""
    hands = started(ARTICLE)
    assert hands.window.annotate.features.feature("pick_label")
    taken = []
    for key, held in ((Qt.Key.Key_7, SHIFT), (Qt.Key.Key_7, NONE), (Qt.Key.Key_Slash, NONE)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held, "/")
        event.ignore()
        QApplication.sendEvent(hands.view, event)
        taken.append(event.isAccepted())
    assert taken == [True, False, False]


def test_nothing_else_over_the_window_covers_the_popup(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Ctrl+K")
    cover = QWidget(hands.window)
    cover.setGeometry(hands.window.rect())
    cover.show()
    settle()
    shown = popup(hands)
    assert shown is not None
    assert hands.window.childAt(shown.card.geometry().center()) in shown.findChildren(QWidget)
    hands.key(Qt.Key.Key_Escape)
