"""Sections spread over columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.ui.dialogs.columns import Block, Columns, Section, flow

blocks = st.lists(st.builds(Block, st.integers(1, 60), st.integers(0, 20)), max_size=30)


def height(column: list[int], of: list[Block]) -> int:
    return sum(of[place].height + (of[place].above if at else 0) for at, place in enumerate(column))


def needed(of: list[Block], limit: int) -> float:
    """How many columns that are no higher than `limit` it takes."""
    if any(block.height > limit for block in of):
        return float("inf")
    columns, used = 1, of[0].height
    for block in of[1:]:
        used += block.above + block.height
        if used > limit:
            columns, used = columns + 1, block.height
    return columns


@given(blocks, st.integers(1, 6))
def test_everything_stands_once_in_its_order_and_no_column_could_be_lower(of, count) -> None:
    columns = flow(of, count)
    assert [place for column in columns for place in column] == list(range(len(of)))
    assert len(columns) <= count
    if of:
        highest = max(height(column, of) for column in columns)
        assert needed(of, highest - 1) > count


@pytest.mark.gui
@pytest.mark.parametrize("width", [200, 640, 1400])
def test_rows_neither_overlap_nor_leave_the_width(qtbot: QtBot, width: int) -> None:
    words = "Geser akhir span satu huruf ke kanan, sampai akhir kata yang panjang itu"
    sections = []
    for number in range(5):
        rows = [QLabel(words) for _ in range(3 + 4 * number)]
        for row in rows:
            row.setWordWrap(True)
        sections.append(Section(QLabel(f"Bagian {number}"), rows))
    made = Columns(sections)
    qtbot.addWidget(made)
    made.resize(width, 100)
    made.show()

    def boxes() -> list:
        return [one.geometry() for section in sections for one in (section.heading, *section.rows)
                if not one.isHidden()]  # fmt: skip

    def check() -> None:
        found = boxes()
        assert not any(
            one.intersects(other) for at, one in enumerate(found) for other in found[:at]
        )
        assert all(made.rect().contains(one) for one in found)

    check()
    made.show_rows({*sections[4].rows, sections[0].rows[0]})
    assert sections[4].heading.isHidden()
    assert not sections[0].heading.isHidden()
    check()
    assert len(boxes()) == 4 + sum(len(one.rows) for one in sections[:4]) - 1
