"""Selecting by letters over the words, with real keys."""

from collections.abc import Callable

import pytest

from annotator.ui.annotate.word_hints import WordHintsFeature
from tests.end_to_end.conftest import ARTICLE, OTHER
from tools.hands import SHIFT, Hands, settle

pytestmark = pytest.mark.gui

Start = Callable[..., Hands]
NUMBERS = [f"{ten}{one}" for ten in "abcdef" for one in "klmnopqr"]


def mode(hands: Hands) -> WordHintsFeature:
    feature = hands.window.annotate.features.feature("hints")
    assert isinstance(feature, WordHintsFeature)
    return feature


def hint(hands: Hands, words: str, nth: int = 1, *, last: bool = False) -> str:
    """The letters over the first (or last) word of some words, with blanks between."""
    shown = hands.view.word_hints
    assert shown is not None
    start, end = hands.range_of(words, nth)
    inside = sorted(word for word in shown.hints if start <= word[0] and word[1] <= end)
    return " ".join(shown.hints[inside[-1 if last else 0]].upper())


def choose(hands: Hands, words: str, nth: int = 1) -> int:
    """Type the hints of the first and the last of some words; return how many keys that took."""
    first = hint(hands, words, nth)
    hands.keys(first)
    last = hint(hands, words, nth, last=True)
    hands.keys(last)
    return len(first.split()) + len(last.split())


def spans(hands: Hands) -> list[tuple[str, str, object]]:
    session = hands.window.session
    assert session.document is not None
    stored = session.project.editing.annotation_set(session.document.id)
    return [
        (hands.text[span.start : span.end], span.label, span.attributes.get("factuality"))
        for span in stored.spans
    ]


def selected(hands: Hands) -> str:
    place = hands.view.selection()
    return hands.text[slice(*place)] if place else ""


def test_first_word_last_word_label(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Shift+F")
    assert choose(hands, "Pengawas Pemilihan Umum (Bawaslu") <= 3
    assert selected(hands) == "Pengawas Pemilihan Umum (Bawaslu)"
    assert hands.view.word_hints is None
    hands.keys("1 B")
    assert [span[0] for span in spans(hands)] == ["Pengawas Pemilihan Umum (Bawaslu)"]


def test_same_hint_twice_is_one_word_with_one_letter_and_with_two(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Shift+F")
    assert len(hint(hands, "Samudra").split()) == 1
    assert choose(hands, "Samudra") == 2
    assert selected(hands) == "Samudra"
    hands.keys("Escape Ctrl+Home Shift+F")
    letters = hint(hands, "menyerahkan")
    assert len(letters.split()) == 2
    hands.keys(letters)
    assert hint(hands, "menyerahkan") == letters
    hands.keys(letters)
    assert selected(hands) == "menyerahkan"


def test_last_word_before_the_first(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Shift+F")
    hands.keys(hint(hands, "Karang"))
    hands.keys(hint(hands, "politik"))
    assert selected(hands) == "politik uang di Desa Karang"


@pytest.mark.parametrize("key", ["Space", "Return", "Enter"])
def test_space_and_return_take_the_first_word_alone(started: Start, key: str) -> None:
    hands = started(ARTICLE)
    hands.keys("Shift+F")
    hands.keys(hint(hands, "sembako"))
    hands.keys(key)
    assert selected(hands) == "sembako"
    assert hands.view.word_hints is None


def test_a_group_key_takes_the_first_word_and_makes_the_group_current(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Shift+F")
    hands.keys(hint(hands, "dibagikan"))
    hands.keys("3 M")
    assert [(words, label) for words, label, _ in spans(hands)] == [
        ("dibagikan", "violation.vote_buying")
    ]


def test_a_group_key_before_the_first_word_leaves_the_hints(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Shift+F 3")
    choose(hands, "politik uang")
    hands.keys("M")
    assert spans(hands)[0][:2] == ("politik uang", "violation.vote_buying")


def test_emoji_words_have_hints_too(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Shift+F")
    choose(hands, "👩🏽‍⚖️ pasangan calon")
    assert selected(hands) == "👩🏽‍⚖️ pasangan calon"


def test_backspace_takes_back_a_letter_then_the_first_word(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Shift+F")
    letters = hint(hands, "menyerahkan").split()
    hands.keys(letters[0])
    assert hands.view.word_hints is not None
    assert hands.view.word_hints.typed
    hands.keys("Backspace")
    assert hands.view.word_hints.typed == ""
    hands.keys(" ".join(letters))
    assert hands.view.word_hints.first == hands.range_of("menyerahkan")
    hands.keys("Backspace")
    assert hands.view.word_hints.first is None
    hands.keys("Backspace")
    assert hands.view.word_hints is not None


def test_backspace_while_hints_are_shown_removes_no_label(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Shift+F Shift+F")
    choose(hands, "politik uang")
    hands.keys("3 M Backspace")
    assert len(spans(hands)) == 1


def test_letters_of_no_word_label_nothing(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Shift+F")
    shown = hands.view.word_hints
    assert shown is not None
    begun = hint(hands, "menyerahkan")[0]
    following = {letters[1] for letters in shown.hints.values() if letters[0] == begun.lower()}
    dead = next(letter for letter in "zmnbvcxpoi" if letter not in following)
    hands.keys(f"{begun} {dead}")
    assert "letters" in hands.window.status.remark.text()
    assert hands.view.word_hints is not None
    assert spans(hands) == []


@pytest.mark.parametrize("keys", ["Escape", "Right", "PgDown", "]", "Ctrl++", "Shift+R"])
def test_hints_leave_for_every_other_key(started: Start, keys: str) -> None:
    hands = started(ARTICLE + "\nBaris biasa saja.\n" * 60)
    hands.keys("Shift+F")
    assert hands.view.word_hints is not None
    hands.keys(keys)
    assert hands.view.word_hints is None
    assert not mode(hands).is_shown


def test_hints_leave_for_a_click_and_for_scrolling(started: Start) -> None:
    hands = started(ARTICLE + "\nBaris biasa saja.\n" * 60)
    hands.keys("Shift+F")
    hands.click(hands.range_of("sembako")[0] + 2)
    assert hands.view.word_hints is None
    hands.keys("Shift+F")
    hands.view.verticalScrollBar().setValue(200)
    settle()
    assert hands.view.word_hints is None


def test_staying_hints_give_spans_for_four_keys_each(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("3 Shift+F Shift+F")
    assert hands.window.status.badges == ("Hints stay on. Esc or ⇧F ends it",)
    assert choose(hands, "dugaan bagi-bagi sembako") == 2
    assert hands.view.word_hints is None
    hands.keys("M Shift+2")
    assert hands.view.word_hints is not None
    assert choose(hands, "dugaan politik uang", nth=1) == 2
    hands.keys("M")
    hands.digit("2", SHIFT)
    assert spans(hands) == [
        ("dugaan bagi-bagi sembako", "violation.vote_buying", "alleged"),
        ("dugaan politik uang", "violation.vote_buying", "alleged"),
    ]
    hands.keys("Escape")
    assert hands.view.word_hints is None
    assert hands.window.status.badges == ()


def test_staying_hints_survive_caret_scrolling_and_the_next_article(started: Start) -> None:
    hands = started(ARTICLE + "\nBaris biasa saja.\n" * 60, OTHER)
    hands.keys("Shift+F Shift+F")
    seen = set(hands.view.visible_words())
    hands.keys("PgDown")
    assert hands.view.word_hints is not None
    assert set(hands.view.word_hints.hints) == set(hands.view.visible_words()) != seen
    hands.keys("Ctrl+PgDown")
    assert hands.text == OTHER
    assert hands.view.word_hints is not None
    assert set(hands.view.word_hints.hints) == set(hands.view.visible_words())
    hands.keys("Shift+F")
    assert hands.view.word_hints is None


def test_staying_hints_make_way_for_a_selection_and_come_back(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Shift+F Shift+F Ctrl+Home Ctrl+Shift+Right")
    assert hands.view.word_hints is None
    hands.keys("1 B")
    assert spans(hands)[0][0] == "Bawaslu"
    assert hands.view.word_hints is not None
    hands.drag(*hands.range_of("politik uang"))
    assert hands.view.word_hints is None
    hands.keys("Escape")
    assert hands.view.word_hints is not None


def test_backspace_takes_a_wrong_last_word_back(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("Shift+F Shift+F")
    choose(hands, "politik uang di")
    hands.keys("Backspace")
    assert selected(hands) == ""
    shown = hands.view.word_hints
    assert shown is not None
    assert shown.first == hands.range_of("politik")
    hands.keys(hint(hands, "uang", 1))
    assert selected(hands) == "politik uang"


def test_undo_and_links_work_while_hints_stay(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("4 Shift+F Shift+F")
    choose(hands, "Desa Karang Lila")
    hands.keys("L 3")
    choose(hands, "politik uang")
    hands.keys("M Shift+2 Shift+R")
    assert hands.window.annotate.links.is_choosing
    hands.keys("A")
    assert hands.window.session.annotations is not None
    assert len(list(hands.window.session.annotations.relations)) == 1
    assert hands.view.word_hints is not None
    hands.keys("Ctrl+Z Ctrl+Z Ctrl+Z")
    assert len(spans(hands)) == 1
    assert mode(hands).stays


def test_nothing_in_sight_is_said(started: Start) -> None:
    hands = started("... --- ...\n")
    hands.keys("Shift+F")
    assert hands.view.word_hints is None
    assert "no words" in hands.window.status.remark.text()


def test_shift_and_a_letter_label_the_first_word_alone(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("3 Shift+F")
    hands.keys(hint(hands, "sembako"))
    hands.keys("Shift+M Shift+2")
    assert spans(hands) == [("sembako", "violation.vote_buying", "alleged")]
    assert hands.view.word_hints is None

    hands.keys("Shift+F")
    hands.keys(hint(hands, "warga"))
    hands.keys("Shift+F")  # a label of the group, not the verb
    assert [span[:2] for span in spans(hands)][-1] == ("warga", "violation.state_resources")


def test_hints_that_stay_look_ahead_before_the_words_run_out(started: Start) -> None:
    hands = started("\n\n".join(f"{word} kata lain lagi." for word in NUMBERS))
    hands.keys("1 Shift+F Shift+F")
    for word in NUMBERS[:30]:
        letters = hint(hands, word)
        assert len(letters.split()) == 1, f"{word} costs {letters}"
        hands.keys(letters)
        hands.keys("Shift+U")
    assert [span[0] for span in spans(hands)] == NUMBERS[:30]


def test_a_word_inside_the_span_made_last_costs_one_letter(started: Start) -> None:
    hands = started(ARTICLE)
    hands.keys("1 Shift+F Shift+F")
    choose(hands, "Desa Karang Lila")
    hands.keys("U")
    assert len(hint(hands, "Lila").split()) == 1
