"""The status bar: where the pointer is, what the tool waits for, zoom, saved or not."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from mapper.ui.panels.elided import Clauses, Elided

NEWS = 12_000
"""Milliseconds for which something that was done is told."""


class Status(QStatusBar):
    """`fit_asked` comes from a click on the zoom."""

    fit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._readout = ""
        self.place = Elided()
        self.place.setAccessibleName("Under the pointer")
        self.hint = Clauses()
        self.hint.setObjectName("quiet")
        self.news = Elided()
        self.news.setAccessibleName("What was done")
        self.news.hide()
        self._old = QTimer(self, singleShot=True, interval=NEWS)
        self._old.timeout.connect(self._forget)
        self.saved = QLabel()
        self.saved.setObjectName("quiet")
        self.saved.setTextFormat(Qt.TextFormat.PlainText)
        self.zoom = QToolButton()
        self.zoom.setToolTip("Fit the map into the window")
        self.zoom.clicked.connect(self.fit_asked)
        self.addWidget(self.place, 2)
        self.addWidget(self.hint, 3)
        self.addWidget(self.news, 5)
        self.addPermanentWidget(self.saved)
        self.addPermanentWidget(self.zoom)
        self.setContentsMargins(8, 0, 8, 0)

    def show_place(self, words: str) -> None:
        """Where the pointer is; while something is dragged, what that says goes before."""
        if not self._readout:
            self._place(words)

    def show_readout(self, words: str) -> None:
        """Where what is dragged stands; "" when nothing is."""
        self._readout = words
        self._place(words)

    def _place(self, words: str) -> None:
        """It goes before what else the bar says, and keeps the room that it once needed: nothing beside it jumps."""
        self.place.setText(words)
        needed = self.place.fontMetrics().horizontalAdvance(words) + 8
        self.place.setMinimumWidth(max(self.place.minimumWidth(), min(needed, self.width() // 2)))

    def show_zoom(self, scale: float) -> None:
        self.zoom.setText(f"{scale * 100:.0f} %")
        self.zoom.setAccessibleName(f"Zoom {scale * 100:.0f} per cent, fit the map into the window")

    def tell(self, words: str) -> None:
        """Say what was just done, for a while in place of the hint."""
        self.news.setText(words)
        self.hint.hide()
        self.news.show()
        self._old.start()

    def _forget(self) -> None:
        self.news.hide()
        self.hint.show()

    def show_saved(self, words: str) -> None:
        self.saved.setText(words)
