"""A line of text that shows as much of itself as there is room for."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_CLAUSE = re.compile(r"[,;] ")


class Elided(QLabel):
    """A label of plain text, cut short with “…”; the whole is in its tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        line = " ".join(text.split())
        super().setText(line)
        # A tooltip would read markup; what is shown is a stranger's text.
        self.setToolTip(f"<span>{escape(line)}</span>" if line else "")

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = self.contentsRect()
        painter.drawText(box, int(self.alignment()), self.fitting(box.width()))

    def fitting(self, room: int) -> str:
        """What is shown of the text in so many pixels."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)


class Clauses(Elided):
    """A label that leaves out whole clauses at the end, and cuts words short only where not even the first has room."""

    def fitting(self, room: int) -> str:
        whole = self.text()
        ends = [len(whole), *(found.start() for found in reversed(list(_CLAUSE.finditer(whole))))]
        parts = (whole[:end] for end in ends if self.fontMetrics().horizontalAdvance(whole[:end]) <= room)
        return next(parts, super().fitting(room))
