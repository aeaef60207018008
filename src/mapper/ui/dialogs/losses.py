"""What a format has no place for, told before the export."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from mapper.export.exporter import Exporter
from mapper.model import Document
from mapper.ui.task import Task

HURRY = 0.1
TALLEST = 132
"""Pixels; a longer list scrolls."""


class Losses(QScrollArea):
    """A list that is worked out beside the window, since the map may be large. It is as tall as what it says.

    `told` comes when it is there.
    """

    told = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._task: Task[tuple[str, ...]] | None = None
        self.has_any = False
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(self.words)
        self.setAccessibleName("Limits of the format")
        self.viewport().installEventFilter(self)

    def look_at(self, exporter: Exporter) -> None:
        """Say what this format leaves out, or holds in another way."""
        if self._task is not None:
            self._task.drop()
        document = self._document
        self._say("Looking…")
        self._task = Task(self, lambda: exporter.losses(document), self._show, _raise)
        self._task.hurry(HURRY)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _show(self, losses: tuple[str, ...]) -> None:
        self.has_any = bool(losses)
        self._say("\n".join(f"•  {loss}" for loss in losses) or "None: all of the map goes along.")
        self.told.emit()

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(min(TALLEST, self.words.heightForWidth(self.viewport().width())))


def _raise(error: BaseException) -> None:
    raise error
