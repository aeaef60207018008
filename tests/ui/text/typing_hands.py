"""What a user's hands do to the text beside a map in these tests."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mapper.drawing.where import centre
from mapper.editor import Session
from mapper.model import Component
from mapper.ui.canvas.canvas import Canvas
from mapper.ui.window import MainWindow

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
OWM_TEXT = """title Tea shop
// who drinks it
// and where
anchor Public [0.95, 0.60]
component Cup of tea [0.80, 0.55]
component Tea [0.55, 0.60]
component Kettle [0.25, 0.30]
Public->Cup of tea
Cup of tea->Tea
pipeline Kettle
{
  component Campfire kettle [0.20]
  component Electric kettle [0.60]
}
style wardley
"""


class Typing:
    """A user at the text of a window's map in front."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        self.pane = window.bench.text
        self.field = self.pane.field

    @property
    def session(self) -> Session:
        front = self.window.maps.front
        assert front is not None
        return front.session

    @property
    def canvas(self) -> Canvas:
        front = self.window.maps.front
        assert front is not None
        return front.canvas

    @property
    def lines(self) -> list[str]:
        return self.field.toPlainText().split("\n")

    @property
    def caret(self) -> tuple[int, int]:
        """The caret's line and column, counted from 0."""
        return self.field.place

    @property
    def offered(self) -> list[str]:
        """What the list under the caret offers; nothing if it is hidden."""
        popup = self.field.completion.popup
        return [] if popup.isHidden() else [popup.item(row).text() for row in range(popup.count())]

    def named(self, name: str) -> Component:
        return next(each for each in self.session.document.components.values() if each.name == name)

    def line(self, start: str) -> int:
        return next(place for place, line in enumerate(self.lines) if line.startswith(start))

    def go_to_end_of(self, start: str) -> None:
        """Put the caret after the last letter of the line that begins so."""
        line = self.line(start)
        self.field.go_to(line, len(self.lines[line]))

    def type(self, words: str) -> None:
        self.qtbot.keyClicks(self.field, words)
        QApplication.processEvents()

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            self.qtbot.keyClick(self.field, key, keys)
        QApplication.processEvents()

    def drag(self, name: str, right: float, down: float = 0.0, *, drop: bool = True) -> None:
        """Carry a component over the map with the mouse."""
        document, frame = self.session.document, self.session.frame
        x, y = centre(self.named(name), document, frame)
        start = self.canvas.to_widget(x, y)
        steps = [start + QPointF(right, down) * part / 4 for part in range(1, 5)]
        left = Qt.MouseButton.LeftButton
        self._mouse(QEvent.Type.MouseButtonPress, start, left)
        for step in steps:
            self._mouse(QEvent.Type.MouseMove, step, Qt.MouseButton.NoButton)
        if drop:
            self._mouse(QEvent.Type.MouseButtonRelease, steps[-1], left)

    def drop(self, name: str) -> None:
        x, y = centre(self.named(name), self.session.document, self.session.frame)
        self._mouse(QEvent.Type.MouseButtonRelease, self.canvas.to_widget(x, y), Qt.MouseButton.LeftButton)

    def _mouse(self, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton) -> None:
        held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
        event = QMouseEvent(kind, at, self.canvas.mapToGlobal(at), button, held, NONE)
        QApplication.sendEvent(self.canvas, event)
        QApplication.processEvents()

    def waved(self) -> list[tuple[int, str]]:
        """The words with waves under them, each with its line."""
        found = []
        block = self.field.document().begin()
        while block.isValid():
            for span in block.layout().formats():
                if span.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline:
                    found.append((block.blockNumber(), block.text()[span.start : span.start + span.length]))
            block = block.next()
        return found

    def colours(self, line: int) -> set[str]:
        """The colours of a line's words."""
        formats = self.field.document().findBlockByNumber(line).layout().formats()
        return {each.format.foreground().color().name() for each in formats}

    def wait_for_problems(self, number: int) -> None:
        """Wait until the text is marked with so many lines of problems."""
        self.qtbot.waitUntil(lambda: len({line for line, _ in self.waved()}) == number)
