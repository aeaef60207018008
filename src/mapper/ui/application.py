"""The application object, and the first window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from mapper import __version__
from mapper.ui import fonts
from mapper.ui.accessible import voice
from mapper.ui.settings import Settings
from mapper.ui.style.appearance import Appearance
from mapper.ui.window import MainWindow

LEAST_POINTS = 9.5


def application() -> QApplication:
    """The application with the program's name, style and typeface. One that runs already is used."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        made = running
    else:
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
        made = QApplication(sys.argv[:1])
    made.setApplicationName("mapper")
    made.setApplicationDisplayName("Mapper")
    made.setApplicationVersion(__version__)
    made.setDesktopFileName("mapper")
    made.setStyle("Fusion")
    fonts.load()
    voice.install()
    font = made.font()
    font.setFamilies(["Inter", *font.families()])
    font.setPointSizeF(max(LEAST_POINTS, font.pointSizeF()))
    made.setFont(font)
    return made


def show(paths: Sequence[Path]) -> MainWindow:
    """A window with these maps open, or with the start page."""
    settings = Settings()
    window = MainWindow(settings, Appearance(settings))
    window.show()
    window.open(paths)
    return window
