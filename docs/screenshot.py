"""Takes the README's picture of the window: `make screenshot` writes docs/screenshot.png."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from mapper.data import SAMPLES
from mapper.ui.application import application
from mapper.ui.settings import Settings
from mapper.ui.style.appearance import Appearance
from mapper.ui.window import MainWindow

SAMPLE = SAMPLES / "childcare-licensing.wardley"
CONTRACT = "C7"
WIDTH, HEIGHT = 1600, 1000
LONGEST = 30
"""Seconds to wait for the map to be laid out."""
REST = 500
"""Milliseconds in which panels catch up."""


def main() -> None:
    application()
    QGuiApplication.styleHints().setColorScheme(Qt.ColorScheme.Light)
    with TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.ini")
        window = MainWindow(settings, Appearance(settings))
        window.resize(WIDTH, HEIGHT)
        window.show()
        window.open([SAMPLE])
        opened = window.maps.front
        assert opened is not None
        session = opened.session
        session.select(id for id, contract in session.document.contracts.items() if contract.ref == CONTRACT)
        for _ in range(LONGEST * 1000 // REST):
            _wait(REST)
            if opened.canvas.is_laid_out:
                break
        _wait(REST)
        taken = Path(folder) / "taken.png"
        window.grab().save(str(taken))
        _keep(taken, Path(__file__).with_name("screenshot.png"))
        session.saved(session.document)
        window.close()


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _keep(taken: Path, target: Path) -> None:
    """With 256 colours, and dots for those between, the file is a third as large and looks the same."""
    with Image.open(taken) as picture:
        full = picture.convert("RGB")
    colours = full.quantize(256, Image.Quantize.MAXCOVERAGE, kmeans=3)
    full.quantize(palette=colours, dither=Image.Dither.FLOYDSTEINBERG).save(target, optimize=True)


if __name__ == "__main__":
    main()
