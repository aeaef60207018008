"""What the window waits for without standing still: a line for each file that is slow, with a way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mapper.ui.panels.elided import Elided

UNSEEN = 400
"""Milliseconds for which a wait is not worth a word: most are over by then."""


class Wait(QWidget):
    """One line: what is waited for, and Cancel. `cancelled` comes at most once, and not after `end`."""

    cancelled = Signal()

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_over = False
        self.words = Elided()
        self.words.setText(words)
        self.button = QPushButton("Cancel")
        self.button.setAccessibleName(f"Cancel: {words}")
        self.button.clicked.connect(self.cancel)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 4, 12, 4)
        line.addWidget(self.words, 1)
        line.addWidget(self.button)
        self.hide()
        self._show = QTimer(self, singleShot=True, interval=UNSEEN)
        self._show.timeout.connect(self.show)
        self._show.start()

    def cancel(self) -> None:
        """Nobody waits any more."""
        if not self._is_over:
            self.end()
            self.cancelled.emit()

    def end(self) -> None:
        """What was waited for is there."""
        self._is_over = True
        self._show.stop()
        self.hide()
        self.deleteLater()


class Waits(QWidget):
    """The lines of all that is waited for now; no room is taken while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("waits")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def add(self, words: str) -> Wait:
        """A line that shows itself if the wait is not over soon."""
        wait = Wait(words, self)
        self._column.addWidget(wait)
        return wait

    def cancel(self) -> None:
        """Give up everything."""
        for wait in self.findChildren(Wait):
            wait.cancel()

    def shown(self) -> list[Wait]:
        """The lines that can be seen."""
        return [wait for wait in self.findChildren(Wait) if not wait.isHidden()]
