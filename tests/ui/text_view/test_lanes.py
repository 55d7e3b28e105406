from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.text_view.lanes import MOST_LANES, assign_lanes
from annotator.ui.text_view.scene import Mark


def mark(key: str, start: int, end: int) -> Mark:
    return Mark(key, start, end, "ACTOR")


def lanes_of(*marks: Mark, start: int = 0, end: int = 100) -> dict[str, int]:
    return {part.mark.key: part.lane for part in assign_lanes(marks, start, end).placed}


def test_a_lone_mark_is_outermost():
    assert lanes_of(mark("a", 3, 9)) == {"a": 0}


def test_the_longest_is_outermost_whatever_the_order():
    inner, outer = mark("inner", 2, 5), mark("outer", 0, 9)
    assert lanes_of(inner, outer) == lanes_of(outer, inner) == {"outer": 0, "inner": 1}


def test_equal_marks_get_a_lane_each():
    assert lanes_of(mark("a", 2, 5), mark("b", 2, 5)) == {"a": 0, "b": 1}


def test_neighbours_do_not_push_each_other_down():
    assert lanes_of(mark("a", 0, 4), mark("b", 4, 8)) == {"a": 0, "b": 0}


def test_lanes_are_used_again_beside_what_took_them():
    found = lanes_of(mark("all", 0, 30), mark("a", 0, 8), mark("b", 10, 20), mark("c", 12, 14))
    assert found == {"all": 0, "a": 1, "b": 1, "c": 2}


def test_what_stands_in_a_gap_is_not_pushed_down():
    parted = Mark("p", 0, 30, "ACTOR", pieces=((0, 5), (20, 30)))
    found = assign_lanes([parted, mark("a", 6, 12), mark("b", 18, 40)], 0, 100).placed
    assert [(part.mark.key, part.start, part.lane) for part in found] == [
        ("p", 0, 0),
        ("a", 6, 0),
        ("b", 18, 0),
        ("p", 20, 1),
    ]
    assert [part.opens for part in found if part.mark is parted] == [True, False]


def test_a_mark_of_another_line_leaves_no_hole():
    long, short = mark("long", 0, 50), mark("short", 60, 65)
    assert lanes_of(long, short, start=60, end=80) == {"short": 0}


def test_parts_are_cut_to_the_line():
    (part,) = assign_lanes([mark("a", 5, 50)], 10, 20).placed
    assert (part.start, part.end, part.opens) == (10, 20, False)


def test_what_finds_no_lane_is_counted_per_cluster():
    marks = [mark(f"m{number}", 10, 20) for number in range(200)] + [mark("alone", 30, 40)]
    found = assign_lanes(marks, 0, 100)
    assert found.depth == MOST_LANES
    assert [(lost.count, lost.end) for lost in found.overflow] == [(200 - MOST_LANES, 20)]
    assert [part.lane for part in found.placed if part.mark.key == "alone"] == [0]


def test_lanes_with_something_written_on_them():
    found = assign_lanes([mark("a", 0, 50), mark("b", 12, 14)], 10, 20)
    assert found.with_chips() == [False, True]


SPANS = st.tuples(st.integers(0, 40), st.integers(1, 20))


@given(st.lists(SPANS, max_size=20), st.integers(0, 30), st.integers(1, 30))
def test_no_two_parts_of_a_lane_overlap_and_no_mark_is_lost(
    spans: list[tuple[int, int]], start: int, length: int
):
    marks = [mark(f"m{i}", first, first + size) for i, (first, size) in enumerate(spans)]
    end = start + length
    found = assign_lanes(marks, start, end)
    for one, other in combinations(found.placed, 2):
        if one.lane == other.lane:
            assert one.end <= other.start or other.end <= one.start
    here = sum(1 for one in marks if one.start < end and one.end > start)
    assert len(found.placed) + sum(lost.count for lost in found.overflow) == here
    if found.placed:
        assert {part.lane for part in found.placed} == set(range(found.depth))
