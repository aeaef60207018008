"""A window with a map and its text beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_hands import OWM_TEXT, Typing

from mapper.ui.window import MainWindow


@pytest.fixture
def typing(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Typing:
    """A map read from a text, with that text in front of the user and the caret in it."""
    path = tmp_path / "tea.owm"
    path.write_text(OWM_TEXT, encoding="utf-8")
    window.open([path])
    qtbot.waitUntil(lambda: window.maps.front is not None)
    window.bench.go_to_text()
    QApplication.processEvents()
    return Typing(window, qtbot)
