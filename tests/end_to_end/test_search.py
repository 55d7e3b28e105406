"""Searching all articles: type, look with the arrow keys, go there; spans, saved searches."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from annotator.services.filters import Filter
from annotator.text.folding import words_of
from annotator.ui.annotate.search import Search
from annotator.ui.dialogs.saved_searches import SavedSearches
from annotator.ui.item_models.hits import ArticleRow, HitRow, KeywordRow, MoreRow, SpanRow
from annotator.ui.panels.search import Mode, SearchPanel
from tests.end_to_end.conftest import ARTICLE, OTHER
from tools.hands import CTRL, Hands, settle, wait_until

pytestmark = pytest.mark.gui

Start = Callable[..., Hands]
MANY = "Amplop.\n\n" + "\n".join(f"Warga {number} menerima amplop." for number in range(9))


def feature_of(hands: Hands) -> Search:
    feature = hands.window.annotate.features.feature("search")
    assert isinstance(feature, Search)
    return feature


def panel_of(hands: Hands) -> SearchPanel:
    panel = hands.window.annotate.side_bar.panel("search")
    assert isinstance(panel, SearchPanel)
    return panel


def rows(hands: Hands) -> list[object]:
    hits = panel_of(hands).list.hits
    return [hits.row_at(hits.index(number)) for number in range(hits.rowCount())]


def await_summary(hands: Hands, words: str) -> None:
    panel = panel_of(hands)
    try:
        wait_until(lambda: panel.summary.text() == words, words, 6)
    except TimeoutError:
        assert panel.summary.text() == words, panel.hint.text()


def chosen(hands: Hands) -> str:
    selection = hands.view.selection()
    return hands.text[slice(*selection)] if selection else ""


def title(hands: Hands) -> str:
    document = hands.window.session.document
    assert document is not None
    return document.title


def test_type_look_and_go_there(started: Start) -> None:
    hands = started(ARTICLE, OTHER)
    hands.keys("Ctrl+Shift+F")
    hands.type("kabupaten samudra ")
    await_summary(hands, "8 hits in 2 articles")
    found = rows(hands)
    assert [type(row) for row in found].count(ArticleRow) == 2
    line = next(row for row in found if isinstance(row, HitRow))
    assert line.snippet.text[slice(*line.snippet.marks[0])].casefold() in {"samudra", "kabupaten"}
    panel = panel_of(hands)
    hands.keys("Down")
    assert QApplication.focusWidget() is panel.list
    shown = set()
    for _ in range(len(found)):
        wait_until(lambda: not panel.list._pause.isActive(), "the place")
        assert chosen(hands).casefold() in {"samudra", "kabupaten"}
        shown.add(title(hands))
        assert QApplication.focusWidget() is panel.list
        hands.keys("Down")
    assert len(shown) == 2
    assert hands.view._shown.found is not None
    hands.keys("Home Return")
    assert QApplication.focusWidget() is hands.view
    assert chosen(hands).casefold() in {"samudra", "kabupaten"}
    hands.keys("Escape Escape")
    assert hands.view._shown.found is None


def test_a_word_is_found_while_it_is_typed(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Ctrl+Shift+F")
    hands.type("semb")
    await_summary(hands, "2 hits in 1 article")
    hands.keys("Return")
    await_summary(hands, "")
    assert panel_of(hands).hint.text() == "Nothing was found."
    panel_of(hands).focus_first()
    hands.keys("Ctrl+A Delete")
    assert "in a row" in panel_of(hands).hint.text()


def test_escape_goes_back_to_the_text_and_the_results_stay(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Ctrl+Shift+F")
    hands.type("sembako ")
    await_summary(hands, "2 hits in 1 article")
    hands.keys("Escape")
    assert QApplication.focusWidget() is hands.view
    hands.keys("Ctrl+Shift+F")
    assert QApplication.focusWidget() is panel_of(hands).line
    assert len(rows(hands)) == 3
    hands.keys("Down Up Up")
    assert QApplication.focusWidget() is panel_of(hands).line


def test_the_rest_of_an_article_is_unfolded(started: Start) -> None:
    hands = started(MANY)
    hands.keys("Ctrl+Shift+F")
    hands.type("amplop ")
    await_summary(hands, "10 hits in 1 article")
    assert isinstance(rows(hands)[-1], MoreRow)
    hands.keys("Down End Return")
    assert len(rows(hands)) == 11
    assert not any(isinstance(row, MoreRow) for row in rows(hands))
    assert QApplication.focusWidget() is panel_of(hands).list


def test_keywords_in_context_are_sorted_by_their_neighbours(started: Start) -> None:
    hands = started(ARTICLE, OTHER)
    hands.keys("Ctrl+Shift+F")
    panel = panel_of(hands)
    hands.press_button(panel.modes[Mode.CONTEXT])
    panel.focus_first()
    hands.type("samudra ")
    await_summary(hands, "6 hits in 2 articles")
    found = rows(hands)
    assert all(isinstance(row, KeywordRow) for row in found)
    panel.order_box.setFocus()

    def following() -> list[list[str]]:
        return [
            words_of(row.line.context.right)[:1]
            for row in rows(hands)
            if isinstance(row, KeywordRow)
        ]

    assert following() != sorted(following())
    hands.keys("Down Down")
    wait_until(
        lambda: len(rows(hands)) == len(found) and following() == sorted(following()), "the order"
    )


def test_selected_words_are_searched(started: Start) -> None:
    hands = started(ARTICLE)
    hands.drag(*hands.range_of("politik uang"))
    hands.keys("Ctrl+Shift+F")
    assert panel_of(hands).text == '"politik uang"'
    await_summary(hands, "1 hit in 1 article")


def label_some(hands: Hands) -> None:
    hands.click(hands.range_of("politik uang")[0])
    hands.keys("Ctrl+Shift+Right Ctrl+Shift+Right 3 M Shift+2")
    hands.double_click(hands.range_of("dibagikan")[0])
    hands.keys("3 M")
    hands.double_click(hands.range_of("warga")[0])
    hands.keys("1 V")


def test_spans_are_found_by_what_is_said_about_them(started: Start) -> None:
    hands = started(ARTICLE, OTHER)
    label_some(hands)
    hands.keys("Ctrl+PgDown Ctrl+Shift+F")
    panel = panel_of(hands)
    hands.press_button(panel.modes[Mode.SPANS])
    await_summary(hands, "3 spans in 1 article")
    panel.focus_first()
    hands.type("label:vote_buying without:factuality")
    await_summary(hands, "1 span in 1 article")
    (row,) = rows(hands)
    assert isinstance(row, SpanRow)
    assert row.found.quote == "dibagikan"
    hands.key(Qt.Key.Key_Return)
    if QApplication.focusWidget() is not panel.list:  # the first one took a suggestion
        hands.key(Qt.Key.Key_Return)
    wait_until(lambda: hands.window.annotate.presenter.selected is not None, "the span")
    hands.keys("Return")
    assert QApplication.focusWidget() is hands.view
    focused = hands.window.annotate.presenter.selected
    assert focused is not None
    assert focused.id == row.found.span
    hands.keys("Shift+2")
    stored = hands.window.session.annotations
    assert stored is not None
    span = stored.span(focused.id)
    assert span is not None
    assert span.attributes["factuality"] == "alleged"


def test_what_nothing_is_called_is_said(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Ctrl+Shift+F")
    panel = panel_of(hands)
    hands.press_button(panel.modes[Mode.SPANS])
    panel.focus_first()
    hands.type("lebel:pug ")
    wait_until(lambda: "lebel" in panel.hint.text(), "the problem")
    assert rows(hands) == []


def test_boxes_write_the_query(started: Start) -> None:
    hands = started(ARTICLE)
    label_some(hands)
    hands.keys("Ctrl+Shift+F")
    panel = panel_of(hands)
    hands.press_button(panel.modes[Mode.SPANS])
    hands.press_button(panel.form_button)
    form = panel.form
    assert form is not None
    form.label.setFocus()
    for _ in range(form.label.findText("    Vote buying")):
        hands.keys("Down")
    assert panel.text == "label:Vote_buying"
    await_summary(hands, "2 spans in 1 article")
    form.attribute.setFocus()
    hands.keys("Down")
    form.value.hidePopup()
    settle()
    form.value.setFocus()
    hands.keys("Down")
    assert panel.text == "label:Vote_buying has:Factuality"
    await_summary(hands, "1 span in 1 article")
    hands.keys("Down")
    assert panel.text == "label:Vote_buying without:Factuality"
    panel.focus_first()
    hands.keys("Ctrl+A")
    hands.type("status:done ")
    assert form.label.currentIndex() == 0
    assert form.status.currentText() == "done"


def test_a_search_is_saved_taken_renamed_and_removed(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Ctrl+Shift+F")
    panel = panel_of(hands)
    hands.type("sembako ")
    await_summary(hands, "2 hits in 1 article")
    filters = hands.window.session.project.filters

    def menu() -> QMenu:
        panel.saved_button.setFocus()
        hands.key(Qt.Key.Key_Space)
        wait_until(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu")
        made = QApplication.activePopupWidget()
        assert isinstance(made, QMenu)
        return made

    def pick(words: str) -> None:
        made = menu()
        action = next(one for one in made.actions() if one.text().startswith(words))
        made.setActiveAction(action)
        from PySide6.QtTest import QTest

        QTest.keyClick(made, Qt.Key.Key_Return)
        settle()

    pick("Save this search")
    wait_until(lambda: QApplication.activeModalWidget() is not None, "the question")
    hands.type("paket")
    hands.key(Qt.Key.Key_Return)
    assert filters.all() == (Filter("paket", "sembako ", "text"),)
    panel.line.clear()
    settle()
    pick("paket")
    assert panel.text == "sembako "
    await_summary(hands, "2 hits in 1 article")
    pick("Rename or remove")
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), QDialog), "the list")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SavedSearches)
    dialog.list.setFocus()
    hands.key(Qt.Key.Key_F2)
    hands.key(Qt.Key.Key_A, CTRL)
    hands.type("sembako")
    hands.key(Qt.Key.Key_Return)
    assert [one.name for one in filters.all()] == ["sembako"]
    dialog.list.setFocus()
    hands.key(Qt.Key.Key_Delete)
    assert filters.all() == ()
    hands.key(Qt.Key.Key_Escape)


def test_new_articles_come_into_the_index_by_themselves(started: Start) -> None:
    hands = started(ARTICLE)
    feature = feature_of(hands)
    search = hands.window.session.project.search
    assert search.behind() == 1
    feature.catch_up()
    wait_until(lambda: search.behind() == 0 and not hands.window.session.is_busy, "the index")
    hands.window.session.project.documents.add_text(OTHER)
    feature.catch_up()
    wait_until(lambda: search.behind() == 0 and not hands.window.session.is_busy, "the index")


def test_a_new_window_takes_the_place_of_one_that_searches(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Ctrl+Shift+F")
    hands.type("sembako ")
    hands.window.theme_requested.emit("dark")
    settle()


def test_a_damaged_index_is_made_anew_and_the_search_is_right_meanwhile(started: Start) -> None:
    hands = started(ARTICLE)
    feature = feature_of(hands)
    project = hands.window.session.project
    feature.catch_up()
    wait_until(lambda: project.search.behind() == 0 and not hands.window.session.is_busy, "it")
    project._store.database.run("DELETE FROM search_index_data")
    hands.keys("Ctrl+Shift+F")
    hands.type("sembako ")
    await_summary(hands, "2 hits in 1 article")
    wait_until(lambda: feature._anew, "the damage is known")
    feature.catch_up()
    wait_until(lambda: not hands.window.session.is_busy, "the index")
    database = project._store.database
    query = "SELECT rowid FROM search_index WHERE search_index MATCH 'sembako'"
    assert database.all(query) == [(1,)]
