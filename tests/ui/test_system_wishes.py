"""What the system asks for is followed."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mapper.ui.bench import Bench
from mapper.ui.maps import Maps
from mapper.ui.settings import Settings
from mapper.ui.style.appearance import Appearance


def test_panels_are_wider_where_letters_are_larger(qtbot: QtBot, settings: Settings) -> None:
    usual = QApplication.font()
    narrow = Bench(Maps().stack, Appearance(settings))
    large = QApplication.font()
    large.setPointSizeF(2 * usual.pointSizeF())
    try:
        QApplication.setFont(large)
        wide = Bench(Maps().stack, Appearance(settings))
        assert wide.right.minimumWidth() > 1.5 * narrow.right.minimumWidth()
    finally:
        QApplication.setFont(usual)
    qtbot.addWidget(narrow)
    qtbot.addWidget(wide)
