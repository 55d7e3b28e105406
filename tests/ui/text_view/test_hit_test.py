from dataclasses import replace

import pytest

from annotator.ui.text_view.geometry import Box, Chip, Fragment, Line
from annotator.ui.text_view.hit_test import Edge, Hit, chip_at, edge_at, stack_at
from annotator.ui.text_view.scene import Mark

OUTER = Mark("outer", 0, 30, "ACTOR", "BWS")
INNER = Mark("inner", 4, 12, "CONTEXT", "TMP")
PARTED = Mark("parted", 0, 26, "ACTOR", "PAS", pieces=((0, 3), (20, 26)))
TWIN = Mark("twin", 4, 12, "ACTION", "LAP")


def line(*fragments: Fragment) -> Line:
    return Line(0, 40, 0.0, 60.0, 14.0, 35.0, (), fragments)


def fragment(mark: Mark, left: float, right: float, lane: int = 0, **more: object) -> Fragment:
    top, bottom = ((13.0, 38.0), (42.0, 44.0))[lane]
    chip_top = 2.0 if lane == 0 else 46.0
    values = {
        "opens": True,
        "closes": True,
        "chip": Chip(Box(left, chip_top, left + 20, chip_top + 9), mark.code, "", warning=False),
    }
    boxes = (Box(left, top, right, bottom),)
    return Fragment(mark, mark.start, mark.end, lane, boxes, **(values | more))


def edge_of(here: Line, key: str, x: float) -> Edge | None:
    found = edge_at(here, key, x, 20)
    return None if found is None else found[0]


def test_a_mark_in_pieces_is_not_in_its_gap_and_is_as_long_as_its_pieces():
    assert stack_at([PARTED, INNER], 6, 7) == ("inner",)
    assert stack_at([PARTED, INNER], 1, 2) == ("parted",)
    assert stack_at([PARTED, INNER, OUTER], 21, 22) == ("parted", "outer")


def test_each_piece_of_the_selected_mark_has_edges():
    first = fragment(PARTED, 0, 20, closes=False)
    last = replace(fragment(PARTED, 120, 160, opens=False, chip=None), start=20, end=26)
    here = line(replace(first, end=3), last)
    assert edge_at(here, "parted", 20, 20) == (Edge.END, (0, 3))
    assert edge_at(here, "parted", 120, 20) == (Edge.START, (20, 26))
    assert edge_at(here, "parted", 160, 20) == (Edge.END, (20, 26))
    assert edge_at(here, "parted", 70, 20) is None


def test_the_innermost_comes_first_and_of_equals_the_later():
    assert stack_at([OUTER, INNER, TWIN], 5, 6) == ("twin", "inner", "outer")
    assert stack_at([OUTER, INNER], 12, 13) == ("outer",)
    assert stack_at([OUTER], 30, 31) == ()


def test_chips_and_lower_lines_mean_their_mark():
    here = line(fragment(OUTER, 0, 200), fragment(INNER, 40, 90, lane=1))
    assert chip_at(here, 5, 5) == "outer"
    assert chip_at(here, 50, 50) == "inner"
    assert chip_at(here, 80, 43) == "inner"
    assert chip_at(here, 80, 25) == ""
    assert chip_at(here, 100, 43) == ""


@pytest.mark.parametrize(
    ("x", "edge"),
    [(0, Edge.START), (4, Edge.START), (9, None), (197, Edge.END), (204, Edge.END), (210, None)],
)
def test_edges_of_the_selected_mark(x: float, edge: Edge | None):
    assert edge_of(line(fragment(OUTER, 0, 200)), "outer", x) is edge


def test_only_the_named_mark_has_edges_and_only_near_its_text():
    here = line(fragment(OUTER, 0, 200))
    assert edge_at(here, "inner", 0, 20) is None
    assert edge_at(here, "outer", 0, 55) is None


def test_a_mark_that_goes_on_has_no_edge_here():
    here = line(fragment(OUTER, 0, 200, opens=False, closes=False))
    assert edge_at(here, "outer", 0, 20) is None
    assert edge_at(here, "outer", 200, 20) is None


def test_leftward_marks_start_at_the_right():
    here = line(fragment(OUTER, 0, 200, right_to_left=True))
    assert edge_of(here, "outer", 200) is Edge.START
    assert edge_of(here, "outer", 0) is Edge.END


def test_a_chip_wins_over_the_text_below_it():
    assert Hit(3, 3, ("inner", "outer"), chip="outer").mark == "outer"
    assert Hit(3, 3, ("inner", "outer")).mark == "inner"
    assert Hit(3).mark == ""
