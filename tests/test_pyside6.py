"""PySide6 6.12.0 lost a reference to None in each call that returns nothing, and then aborted."""

import sys

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

CALLS = 1000


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None counts no references any more")
@pytest.mark.gui
def test_calls_that_return_nothing_keep_the_references_to_none(qapp) -> None:
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    colour = QColor("#005A8C")
    painter.setPen(colour)  # what is made at the first call is not counted
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        painter.setPen(colour)
    lost = before - sys.getrefcount(None)
    painter.end()
    assert lost < CALLS // 100
