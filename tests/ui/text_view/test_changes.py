from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.text_view.changes import changed_marks, difference
from annotator.ui.text_view.scene import Mark


def mark(key: int, start: int = 0) -> Mark:
    return Mark(str(key), start, start + 3, "ACTOR")


def test_one_more_and_one_less():
    marks = [mark(i) for i in range(6)]
    assert changed_marks(marks, [*marks[:3], mark(9), *marks[3:]]) == ([], [mark(9)])
    assert changed_marks(marks, [*marks[:2], *marks[3:]]) == ([marks[2]], [])


def test_a_moved_mark_goes_and_comes():
    marks = [mark(i) for i in range(4)]
    moved = replace(marks[1], end=9)
    assert changed_marks(marks, [marks[0], moved, *marks[2:]]) == ([marks[1]], [moved])


def test_equal_copies_and_another_order_change_nothing():
    marks = [mark(i) for i in range(5)]
    assert changed_marks(marks, [replace(one) for one in marks]) == ([], [])
    assert changed_marks(marks, list(reversed(marks))) == ([], [])


MARKS = st.lists(st.builds(mark, st.integers(0, 5), st.integers(0, 2)), max_size=8)


@given(MARKS, MARKS)
def test_the_changes_lead_from_one_to_the_other(old: list[Mark], new: list[Mark]):
    gone, came = changed_marks(old, new)
    left = list(old)
    for one in gone:
        left.remove(one)
    key = repr
    assert sorted(left + came, key=key) == sorted(new, key=key)


def test_stretches_in_one_selection_only():
    assert difference(None, (2, 5)) == [(2, 5)]
    assert difference((2, 5), (2, 9)) == [(5, 9)]
    assert difference((2, 5), (1, 4)) == [(1, 2), (4, 5)]
    assert difference((2, 5), (2, 5)) == []
