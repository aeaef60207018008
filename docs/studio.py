"""A window to take pictures of, and hands that work it by real events."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PySide6.QtCore import QEvent, QEventLoop, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mapper.data import SAMPLES
from mapper.ui.maps import OpenMap
from mapper.ui.settings import Settings
from mapper.ui.style.appearance import Appearance
from mapper.ui.window import MainWindow

PICTURES = Path(__file__).with_name("pictures")
USUAL = (1280, 800)
LONGEST = 60
"""Seconds to wait for a map to be laid out."""
REST = 400
"""Milliseconds in which panels catch up."""
NONE = Qt.KeyboardModifier.NoModifier
LEFT, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
EMPTY = (0.02, 0.6)
"""Where no map has anything: who clicks there holds a mouse, so no ring shows where the keyboard is."""

Place = tuple[float, float]
"""Evolution and visibility, 0 to 1, or a place where something stands on the map."""


class Studio:
    """A window with one map in front, and hands to work it with."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window, self._folder = window, folder

    @property
    def front(self) -> OpenMap:
        front = self.window.maps.front
        assert front is not None
        return front

    def open(self, sample: str) -> None:
        self.window.open([SAMPLES / f"{sample}.wardley"])
        self.settle()

    def settle(self) -> None:
        """Wait until names and outlines have found their places and the panels follow."""
        for _ in range(LONGEST * 1000 // REST):
            wait(REST)
            if self.window.maps.front is not None and self.front.canvas.is_laid_out:
                break
        wait(REST)

    def keep(self, name: str, of: QWidget | None = None) -> None:
        """The picture of the window, or of another."""
        taken = self._folder / f"{name}.png"
        (of or self.window).grab().save(str(taken))
        PICTURES.mkdir(exist_ok=True)
        _keep(taken, PICTURES / taken.name)

    # What hands do.

    def do(self, *commands: str) -> None:
        """Choose commands from their menus."""
        for command in commands:
            QApplication.processEvents()
            assert self.window.menus.actions[command].isEnabled(), command
            self.window.menus.actions[command].trigger()

    def at(self, place: str | Place) -> QPointF:
        """Where a named component is on the screen, or a place of the map."""
        session = self.front.session
        if isinstance(place, str):
            found = next(each for each in session.document.components.values() if each.name == place)
            place = (found.evolution, found.visibility)
        return self.front.canvas.to_widget(session.frame.x(place[0]), session.frame.y(place[1]))

    def press(self, place: str | Place, keys: Qt.KeyboardModifier = NONE) -> None:
        self._mouse(QEvent.Type.MouseButtonPress, self.at(place), LEFT, LEFT, keys)

    def draw(self, *places: str | Place, keys: Qt.KeyboardModifier = NONE) -> None:
        """Go through these places with the button held, as steadily as a hand does."""
        points = [self.at(place) for place in places]
        for start, end in pairwise(points):
            for step in range(1, 9):
                self._mouse(QEvent.Type.MouseMove, start + (end - start) * (step / 8), NO_BUTTON, LEFT, keys)
                QApplication.processEvents()

    def release(self, place: str | Place) -> None:
        self._mouse(QEvent.Type.MouseButtonRelease, self.at(place), LEFT, NO_BUTTON, NONE)
        QApplication.processEvents()

    def click(self, place: str | Place, keys: Qt.KeyboardModifier = NONE) -> None:
        self.press(place, keys)
        self.release(place)

    def turn_wheel(self, place: str | Place, notches: int) -> None:
        at, canvas = self.at(place), self.front.canvas
        turned = QPointF(0, 120 * notches).toPoint()
        phase = Qt.ScrollPhase.NoScrollPhase
        where = canvas.mapToGlobal(at)
        QApplication.sendEvent(
            canvas, QWheelEvent(at, where, QPointF().toPoint(), turned, NO_BUTTON, NONE, phase, False)
        )

    def type(self, text: str) -> None:
        QApplication.processEvents()
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)
        QApplication.processEvents()

    def enter(self) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, Qt.Key.Key_Return)

    def toggle(self, panel: str) -> None:
        """Show a panel, or hide it."""
        next(each for each in self.window.bench.toggles if each.text() == panel).trigger()

    def _mouse(
        self, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, held: Qt.MouseButton, keys: Qt.KeyboardModifier
    ) -> None:
        canvas = self.front.canvas
        QApplication.sendEvent(canvas, QMouseEvent(kind, at, canvas.mapToGlobal(at), button, held, keys))


@contextmanager
def studio(sample: str, size: tuple[int, int] = USUAL, *, alone: bool = False) -> Iterator[Studio]:
    """A new window with a sample open, and with settings of its own; with the map `alone` in it, or panels beside it."""
    with TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.ini")
        settings.folder = Path("/home/ada/Maps")
        window = MainWindow(settings, Appearance(settings))
        window.resize(*size)
        window.show()
        made = Studio(window, Path(folder))
        made.open(sample)
        if alone:
            made.toggle("Inspector")
            made.toggle("Contracts panel")
            made.do("zoom-to-fit")
            made.settle()
        made.click(EMPTY)
        yield made
        made.front.session.cancel()
        made.front.session.saved(made.front.session.document)
        window.close()
        window.deleteLater()


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _keep(taken: Path, target: Path) -> None:
    """With 256 colours, and dots for those between, the file is a third as large and looks the same."""
    with Image.open(taken) as picture:
        full = picture.convert("RGB")
    colours = full.quantize(256, Image.Quantize.MAXCOVERAGE, kmeans=3)
    full.quantize(palette=colours, dither=Image.Dither.FLOYDSTEINBERG).save(target, optimize=True)
