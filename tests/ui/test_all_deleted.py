"""A full map of which nothing is left."""

from __future__ import annotations

import pytest
from driving import FLAGSHIP
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mapper.ui.canvas.canvas import Canvas
from mapper.ui.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def canvas(window: MainWindow, qtbot: QtBot) -> Canvas:
    """A map whose legend stands in a band below it."""
    window.open([FLAGSHIP])
    qtbot.waitUntil(lambda: window.maps.front is not None)
    assert window.maps.front is not None
    canvas = window.maps.front.canvas
    canvas.setFocus()
    qtbot.waitUntil(lambda: canvas.is_laid_out and canvas.hasFocus(), timeout=20_000)
    assert canvas.session.layout.legend[0].rows is not None
    return canvas


def test_everything_is_deleted_at_once_and_comes_back(canvas: Canvas, qtbot: QtBot) -> None:
    session = canvas.session
    full = session.document
    QTest.keyClick(canvas, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert not session.document.components
    qtbot.waitUntil(lambda: not session.layout.legend, timeout=20_000)
    QTest.keyClick(canvas, Qt.Key.Key_Z, CONTROL)
    assert session.document is full
    qtbot.waitUntil(lambda: bool(session.layout.legend), timeout=20_000)
