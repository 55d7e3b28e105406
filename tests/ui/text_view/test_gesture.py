from annotator.ui.text_view.gesture import (
    Activate,
    Gather,
    Gesture,
    Link,
    Press,
    Preview,
    Pull,
    Resize,
    Select,
)
from annotator.ui.text_view.hit_test import Edge, Hit

TEXT = 'Warga melihat "bagi-bagi amplop" di desa. Polisi datang.'
AMPLOP = TEXT.index("amplop")
BAGI = TEXT.index("bagi-bagi")
DESA = TEXT.index("desa")
QUOTED = (BAGI, AMPLOP + len("amplop"))
PIECE = (BAGI, BAGI + 9)


def hit(position: int, *marks: str, **more: object) -> Hit:
    return Hit(position, position, marks, **more)


def drag(start: int, end: int, *, alt: bool = False, **press: object) -> object:
    gesture = Gesture()
    gesture.press(TEXT, Press(hit(start), alt=alt, **press))
    return gesture.move(TEXT, hit(end), alt=alt, dragged=True)


def click(gesture: Gesture, where: Hit, selected: str = "") -> list[object]:
    gesture.press(TEXT, Press(where))
    return gesture.release(TEXT, where, alt=False, dragged=False, selected=selected)


def test_a_press_puts_the_caret():
    assert Gesture().press(TEXT, Press(hit(9))) == Select(9, 9)


def test_a_trembling_hand_selects_nothing():
    gesture = Gesture()
    gesture.press(TEXT, Press(hit(9)))
    assert gesture.move(TEXT, hit(10), alt=False, dragged=False) is None


def test_a_drag_takes_whole_words_and_leaves_quotes():
    assert drag(BAGI + 2, AMPLOP + 3) == Select(*QUOTED)
    assert drag(BAGI - 1, AMPLOP + 7) == Select(*QUOTED)


def test_a_drag_to_the_left_has_its_caret_at_the_left():
    assert drag(AMPLOP + 3, BAGI + 2) == Select(QUOTED[1], QUOTED[0])


def test_alt_takes_characters():
    assert drag(BAGI + 2, AMPLOP + 3, alt=True) == Select(BAGI + 2, AMPLOP + 3)


def test_alt_may_come_while_dragging():
    gesture = Gesture()
    gesture.press(TEXT, Press(hit(BAGI + 2)))
    assert gesture.move(TEXT, hit(AMPLOP + 3), alt=True, dragged=True) == Select(
        BAGI + 2, AMPLOP + 3
    )
    assert gesture.move(TEXT, hit(AMPLOP + 4), alt=False, dragged=True) == Select(
        BAGI + 2, AMPLOP + 4
    )


def test_a_second_press_at_an_end_of_the_selection_takes_characters():
    start, end = QUOTED
    assert drag(end, end - 2, anchor=start, caret=end) == Select(start, end - 2)
    assert drag(start, start + 3, anchor=start, caret=end) == Select(end, start + 3)


def test_that_press_alone_still_is_a_click():
    gesture = Gesture()
    press = Press(hit(QUOTED[1]), anchor=QUOTED[0], caret=QUOTED[1])
    assert gesture.press(TEXT, press) is None
    released = gesture.release(TEXT, hit(QUOTED[1]), alt=False, dragged=False, selected="")
    assert released == [Select(QUOTED[1], QUOTED[1]), Activate("")]


def test_shift_extends_by_words_and_with_alt_by_characters():
    at = AMPLOP + 2
    extended = Gesture().press(TEXT, Press(hit(at), shift=True, anchor=BAGI, caret=BAGI))
    assert extended == Select(*QUOTED)
    exact = Gesture().press(TEXT, Press(hit(at), shift=True, alt=True, anchor=BAGI, caret=BAGI))
    assert exact == Select(BAGI, at)


def test_double_click_takes_a_word_and_triple_a_sentence():
    word = Gesture().press(TEXT, Press(hit(BAGI + 6), count=2))
    assert word == Select(BAGI, BAGI + len("bagi-bagi"))
    sentence = Gesture().press(TEXT, Press(hit(BAGI), count=3))
    assert sentence == Select(0, TEXT.index(" Polisi"))


def test_a_drag_after_a_double_click_goes_by_words_both_ways():
    gesture = Gesture()
    gesture.press(TEXT, Press(hit(AMPLOP + 1), count=2))
    end = AMPLOP + len("amplop")
    assert gesture.move(TEXT, hit(DESA + 1), alt=False, dragged=True) == Select(AMPLOP, DESA + 4)
    assert gesture.move(TEXT, hit(BAGI + 1), alt=False, dragged=True) == Select(end, BAGI)


def test_a_drag_over_blanks_alone_moves_the_caret():
    gap = TEXT.index(" melihat")
    assert drag(gap, gap + 1) == Select(gap + 1, gap + 1)


def test_clicks_walk_through_the_stack_from_inside():
    gesture, where = Gesture(), hit(9, "inner", "outer")
    assert click(gesture, where)[-1] == Activate("inner")
    assert click(gesture, where, selected="inner")[-1] == Activate("outer")
    assert click(gesture, where, selected="outer")[-1] == Activate("inner")


def test_a_first_click_takes_the_innermost_whatever_is_selected():
    assert click(Gesture(), hit(9, "inner", "outer"), selected="outer")[-1] == Activate("inner")


def test_a_chip_is_exact():
    gesture = Gesture()
    assert click(gesture, hit(9, "inner", "outer", chip="outer"))[-1] == Activate("outer")


def test_dragging_an_edge_shows_and_then_asks():
    gesture = Gesture()
    where = hit(BAGI + 9, edge=Edge.END, piece=PIECE)
    assert gesture.press(TEXT, Press(where, selected="m")) is None
    assert gesture.is_resizing
    moved = gesture.move(TEXT, hit(AMPLOP + 2), alt=False, dragged=True)
    assert moved == Preview("m", PIECE, *QUOTED)
    released = gesture.release(TEXT, hit(AMPLOP + 2), alt=False, dragged=True, selected="m")
    assert released == [Resize("m", PIECE, *QUOTED)]
    assert not gesture.is_active


def test_an_edge_never_passes_the_other():
    gesture = Gesture()
    gesture.press(TEXT, Press(hit(BAGI, edge=Edge.START, piece=PIECE), selected="m"))
    moved = gesture.move(TEXT, hit(DESA), alt=True, dragged=True)
    assert moved == Preview("m", PIECE, BAGI + 8, BAGI + 9)
    gesture.press(TEXT, Press(hit(BAGI, edge=Edge.END, piece=PIECE), selected="m"))
    assert gesture.move(TEXT, hit(0), alt=False, dragged=True) == Preview(
        "m", PIECE, BAGI, BAGI + 9
    )


def test_a_click_on_an_edge_is_a_click():
    gesture = Gesture()
    where = hit(BAGI, "m", edge=Edge.START)
    gesture.press(TEXT, Press(where, selected="m"))
    released = gesture.release(TEXT, hit(BAGI), alt=False, dragged=False, selected="m")
    assert released == [Select(BAGI, BAGI), Activate("m")]


# -- words for the selected mark


def test_words_for_the_selected_mark_are_selected_and_then_told():
    gesture = Gesture()
    gesture.press(TEXT, Press(hit(AMPLOP + 2), selected="m", gather=True))
    assert gesture.is_gathering
    found = gesture.move(TEXT, hit(AMPLOP + 5), alt=False, dragged=True)
    assert found == Select(AMPLOP, AMPLOP + 6)
    released = gesture.release(TEXT, hit(AMPLOP + 5), alt=False, dragged=True, selected="m")
    assert released == [Gather(AMPLOP, AMPLOP + 6)]
    assert not gesture.is_gathering


def test_they_are_told_in_order_whichever_way_the_mouse_went():
    gesture = Gesture()
    gesture.press(TEXT, Press(hit(AMPLOP + 3), selected="m", gather=True))
    gesture.move(TEXT, hit(BAGI + 2), alt=False, dragged=True)
    released = gesture.release(TEXT, hit(BAGI + 2), alt=False, dragged=True, selected="m")
    assert released == [Gather(*QUOTED)]


def test_a_double_click_is_enough_and_a_click_is_a_click():
    gesture = Gesture()
    gesture.press(TEXT, Press(hit(AMPLOP + 2), count=2, selected="m", gather=True))
    released = gesture.release(TEXT, hit(AMPLOP + 2), alt=False, dragged=False, selected="m")
    assert released == [Gather(AMPLOP, AMPLOP + 6)]
    gesture.press(TEXT, Press(hit(AMPLOP + 2), selected="m", gather=True))
    released = gesture.release(TEXT, hit(AMPLOP + 2), alt=False, dragged=False, selected="m")
    assert released == [Select(AMPLOP + 2, AMPLOP + 2), Activate("")]


def test_where_no_mark_is_selected_words_are_just_selected():
    gesture = Gesture()
    gesture.press(TEXT, Press(hit(AMPLOP + 2), gather=True))
    assert not gesture.is_gathering
    gesture.move(TEXT, hit(AMPLOP + 5), alt=False, dragged=True)
    assert gesture.release(TEXT, hit(AMPLOP + 5), alt=False, dragged=True, selected="") == []


# -- pulling a mark by its chip

CHIP = hit(BAGI, "m", chip="m")


def pulled(where: Hit = CHIP) -> Gesture:
    gesture = Gesture()
    gesture.press(TEXT, Press(where, selected="m"))
    return gesture


def test_the_selected_marks_chip_is_pulled_onto_another_mark():
    gesture = pulled()
    assert gesture.move(TEXT, hit(DESA), alt=False, dragged=True) == Pull("m", "")
    over = hit(DESA, "other")
    assert gesture.move(TEXT, over, alt=False, dragged=True) == Pull("m", "other")
    released = gesture.release(TEXT, over, alt=False, dragged=True, selected="m")
    assert released == [Link("m", "other")]
    assert not gesture.is_active


def test_a_pull_onto_a_chip_means_its_mark():
    gesture = pulled()
    over = hit(DESA, "inner", "outer", chip="outer")
    assert gesture.move(TEXT, over, alt=False, dragged=True) == Pull("m", "outer")


def test_a_mark_is_not_linked_to_itself_but_to_one_around_it():
    gesture = pulled()
    gesture.move(TEXT, hit(DESA), alt=False, dragged=True)
    over = hit(BAGI + 2, "m", "outer")
    assert gesture.move(TEXT, over, alt=False, dragged=True) == Pull("m", "outer")
    assert gesture.move(TEXT, CHIP, alt=False, dragged=True) == Pull("m", "")


def test_a_pull_let_go_beside_all_marks_links_nothing():
    gesture = pulled()
    gesture.move(TEXT, hit(DESA, "other"), alt=False, dragged=True)
    assert gesture.release(TEXT, hit(DESA), alt=False, dragged=True, selected="m") == []


def test_a_cancelled_pull_links_nothing():
    gesture = pulled()
    gesture.move(TEXT, hit(DESA, "other"), alt=False, dragged=True)
    gesture.cancel()
    over = hit(DESA, "other")
    assert gesture.release(TEXT, over, alt=False, dragged=True, selected="m") == []


def test_a_click_on_the_selected_marks_chip_is_a_click():
    gesture = pulled()
    assert gesture.move(TEXT, CHIP, alt=False, dragged=False) is None
    released = gesture.release(TEXT, CHIP, alt=False, dragged=False, selected="m")
    assert released[-1] == Activate("m")


def test_the_chip_of_another_mark_is_not_pulled():
    gesture = pulled(hit(BAGI, "x", chip="x"))
    moved = gesture.move(TEXT, hit(DESA, "other"), alt=False, dragged=True)
    assert isinstance(moved, Select)
