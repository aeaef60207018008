"""PySide6 6.12.0 on Python 3.11 drops a reference of None at each call that returns nothing, and aborts in the end."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QLineF
from PySide6.QtGui import QImage, QPainter

CALLS = 5_000


@pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="from Python 3.12 on, None is immortal and has no count to lose"
)
def test_thousands_of_qt_calls_that_return_nothing_leave_none_as_it_was() -> None:
    image = QImage(50, 50, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    line = QLineF(1, 2, 3, 4)
    painter.drawLine(line)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        painter.drawLine(line)
    after = sys.getrefcount(None)
    painter.end()
    assert abs(after - before) <= 100
