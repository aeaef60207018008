"""What a format has no place for, told before the export."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from mapper.export.exporter import Exporter
from mapper.model import Document
from mapper.ui.task import Task

HURRY = 0.1
TALLEST = 168
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
        self.sentences: tuple[str, ...] = ()
        self._list = QWidget()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setAccessibleName("Limits of the format")

    def look_at(self, exporter: Exporter) -> None:
        """Say what this format leaves out, or holds in another way."""
        if self._task is not None:
            self._task.drop()
        document = self._document
        self._say(("Looking…",))
        self._task = Task(self, lambda: exporter.losses(document), self._show, _raise)
        self._task.hurry(HURRY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _show(self, sentences: tuple[str, ...]) -> None:
        self._task = None
        self.sentences = sentences
        self._say(sentences or ("None: all of the map goes along.",))
        self.told.emit()

    def _say(self, sentences: Sequence[str]) -> None:
        self._list = _list(sentences)
        self.setWidget(self._list)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(min(TALLEST, self._list.heightForWidth(self.viewport().width())))

    @property
    def is_looking(self) -> bool:
        return self._task is not None


def _list(sentences: Sequence[str]) -> QWidget:
    """Sentences below one another, with a dot before each if there are several."""
    sheet = QWidget()
    grid = QGridLayout(sheet)
    grid.setContentsMargins(0, 2, 6, 2)
    grid.setHorizontalSpacing(7)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(1, 1)
    for row, sentence in enumerate(sentences):
        words = QLabel(sentence)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if len(sentences) > 1:
            grid.addWidget(QLabel("•"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, row, 1)
    return sheet


def _raise(error: BaseException) -> None:
    raise error
