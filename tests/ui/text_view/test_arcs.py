"""Where arcs run, with plain numbers: lines 40 high, the text from 16 to 36 of each."""

from itertools import pairwise

import pytest

from annotator.ui.text_view.arcs import (
    HEAD,
    MOST_LINES,
    End,
    Placed,
    Point,
    Request,
    Strength,
    head,
    place,
    rounded,
    route,
)
from annotator.ui.text_view.geometry import Box

BOUNDS = (0.0, 800.0)


def end(line: int, left: float, right: float) -> End:
    top = 40.0 * line
    return End(
        line,
        Box(left, top + 16, right, top + 36),
        above=top,
        below=top + 40,
        upper=(left + 5, right - 5),
        lower=(left + 5, right - 5),
    )


def width(text: str) -> float:
    return 10.0 * len(text)


def placed(*requests: Request) -> list[Placed]:
    return place(requests, width, BOUNDS)


def text_crossed(points: tuple[Point, ...]) -> set[int]:
    """Lines whose text a way crosses."""
    crossed = set()
    for one, other in pairwise(points):
        upper, lower = sorted((one.y, other.y))
        crossed |= {line for line in range(12) if upper < 40 * line + 35 and lower > 40 * line + 17}
    return crossed


@pytest.mark.parametrize("turned", [False, True])
def test_on_one_line_it_runs_above_the_text(turned: bool):
    one, other = end(1, 100, 160), end(1, 300, 360)
    source, target = (other, one) if turned else (one, other)
    way = route([source], [target])
    assert way is not None
    assert way[0].y == way[-1].y == 56
    assert way[1].y == way[2].y == 40
    assert source.box.left < way[0].x < source.box.right
    assert target.box.left < way[-1].x < target.box.right
    assert text_crossed(way) == set()


@pytest.mark.parametrize(("source", "target"), [(1, 2), (2, 1)])
def test_to_the_next_line_it_runs_between_them(source: int, target: int):
    way = route([end(source, 100, 160)], [end(target, 300, 360)])
    assert way is not None
    assert way[1].y == 80
    assert text_crossed(way) == set()


@pytest.mark.parametrize(("source", "target"), [(1, 3), (3, 1)])
def test_two_lines_away_it_crosses_one_line_once_and_upright(source: int, target: int):
    way = route([end(source, 100, 160)], [end(target, 300, 360)])
    assert way is not None
    assert text_crossed(way) == {2}
    assert way[2].x == way[3].x


def test_farther_away_there_is_no_way():
    assert route([end(1, 100, 160)], [end(2 + MOST_LINES, 100, 160)]) is None
    assert route([end(1, 100, 160)], []) is None


def test_it_joins_the_parts_that_are_nearest():
    broken = [end(0, 600, 700), end(1, 0, 80)]
    way = route(broken, [end(1, 300, 360)])
    assert way is not None
    assert 0 < way[0].x < 80


def test_one_mark_within_another_has_a_bow_of_its_own():
    way = route([end(1, 100, 200)], [end(1, 100, 200)])
    assert way is not None
    assert abs(way[1].x - way[2].x) >= 10


def test_arcs_leave_to_the_side_of_their_partner():
    middle = end(1, 200, 300)
    left, right = route([middle], [end(1, 0, 60)]), route([middle], [end(1, 500, 560)])
    assert left is not None
    assert right is not None
    assert left[0].x < 250 < right[0].x


def test_the_pill_stands_in_the_middle_of_the_run():
    (arc,) = placed(Request([end(1, 100, 160)], [end(1, 400, 460)], "pelaku"))
    middle = (arc.points[1].x + arc.points[2].x) / 2
    assert (arc.pill.left + arc.pill.right) / 2 == middle
    assert arc.pill.right - arc.pill.left == width("pelaku")
    assert arc.pill.top < arc.points[1].y < arc.pill.bottom


def test_a_run_shorter_than_the_pill_has_it_beside():
    (arc,) = placed(Request([end(1, 100, 130)], [end(2, 100, 130)], "pelaku"))
    assert arc.pill.left > max(point.x for point in arc.points)
    (arc,) = placed(Request([end(1, 760, 790)], [end(2, 760, 790)], "pelaku"))
    assert arc.pill.right < min(point.x for point in arc.points)


def test_pills_do_not_cover_each_other():
    source = end(1, 100, 160)
    arcs = placed(
        *(Request([source], [end(1, left, left + 40)], "pelaku") for left in (400, 420, 640)),
        Request([source], [], "tempat", words=("Bawaslu", "Samudra")),
        Request([source], [], "korban", words=("Bawaslu", "warga")),
    )
    assert len(arcs) == 5
    on_level = sorted((arc.pill for arc in arcs), key=lambda pill: (pill.top, pill.left))
    for one, other in pairwise(on_level):
        assert one.top != other.top or one.right < other.left


def test_a_stub_says_where_it_goes_and_crosses_nothing():
    near, far = end(1, 100, 160), end(9, 100, 160)
    words = ("politik uang", "Rahmawati")
    (down,) = placed(Request([near], [far], "pelaku", words=words))
    assert down.text == "pelaku ↓ Rahmawati"
    assert down.points[0].y == near.box.bottom
    assert text_crossed(down.points) == set()
    assert down.points[-1].x in {down.pill.left, down.pill.right}
    (up,) = placed(Request([far], [near], "pelaku", words=words, downward=False))
    assert up.text == "pelaku ↑ Rahmawati"
    assert up.points[0].y == far.box.top


def test_a_stub_at_the_target_points_to_it():
    request = Request(
        [end(1, 100, 160)], [end(9, 100, 160)], "x", stub_at_source=False, words=("asal", "tujuan")
    )
    (arc,) = placed(request)
    assert arc.text == "x ↑ asal"
    assert arc.points[-1].y == end(9, 100, 160).box.top


def test_a_stub_is_drawn_where_an_end_is_in_sight():
    (arc,) = placed(Request([], [end(4, 100, 160)], "x", words=("asal", "tujuan")))
    assert arc.text == "x ↑ asal"
    assert placed(Request([], [], "x")) == []


def test_a_stub_without_room_turns_and_then_is_left_out():
    source = end(1, 700, 780)
    turned, *none = placed(Request([source], [], "pelaku", words=("", "Rahmawati")))
    assert not none
    assert turned.pill.right < turned.points[0].x
    assert placed(Request([source], [], "p" * 100)) == []


def test_the_strongest_is_painted_last():
    one, other = end(1, 100, 160), end(1, 400, 460)
    arcs = placed(
        Request([one], [other], "a", strength=Strength.SELECTED),
        Request([one], [other], "b", strength=Strength.ALL),
        Request([one], [other], "c", strength=Strength.HOVERED),
    )
    assert [arc.text for arc in arcs] == ["b", "c", "a"]


def test_bends_stay_within_short_ways():
    points = [Point(0, 0), Point(0, 4), Point(100, 4), Point(100, 50)]
    first, second = rounded(points)
    assert first == (Point(0, 2), Point(0, 4), Point(6, 4))
    assert second == (Point(94, 4), Point(100, 4), Point(100, 10))
    assert rounded([Point(5, 5), Point(5, 5), Point(5, 5)])[0][0] == Point(5, 5)


def test_the_head_ends_at_the_tip():
    tip, left, right = head([Point(0, 0), Point(0, 40)])
    assert tip == (0, 40)
    assert left.y == right.y == 40 - HEAD
    assert left.x == -right.x != 0


def test_a_pill_stays_off_what_must_be_read():
    note = Box(95.0, 0.0, 145.0, 20.0)
    source, target = end(1, 100, 140), end(1, 150, 190)
    free = place([Request([source], [target], "pelaku")], lambda _: 50.0, (0.0, 600.0))
    kept = place([Request([source], [target], "pelaku")], lambda _: 50.0, (0.0, 600.0), [note])
    pill = kept[0].pill
    assert pill.right <= note.left or pill.left >= note.right or pill.top >= note.bottom
    assert kept[0].points == free[0].points


def boxes_meet(one: Box, other: Box) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


@pytest.mark.parametrize("levels", [1, 2])
def test_pills_never_stand_on_each_other_nor_on_what_must_stay_clear(levels: int):
    clear = [Box(120, 36, 200, 50), Box(400, 36, 460, 50)]
    requests = [
        Request([end(1, 20 * n, 20 * n + 60)], [end(1, 500 - 20 * n, 560 - 20 * n)], "victim")
        for n in range(8)
    ]
    drawn = place(requests, width, BOUNDS, clear, levels)
    assert len(drawn) == len(requests)
    pills = [arc.pill for arc in drawn if arc.text]
    assert pills
    for number, pill in enumerate(pills):
        for other in (*pills[:number], *clear):
            assert not boxes_meet(pill, other)


def test_arcs_that_would_lie_on_each_other_run_on_two_levels():
    requests = [
        Request([end(1, 100, 160)], [end(1, 300, 360)], "agent"),
        Request([end(1, 40, 90)], [end(1, 500, 560)], "source"),
    ]
    flat = place(requests, width, BOUNDS)
    assert {arc.points[1].y for arc in flat} == {40}
    stacked = {arc.text: arc.points[1].y for arc in place(requests, width, BOUNDS, levels=2)}
    assert stacked["agent"] == 40
    assert stacked["source"] < 40
