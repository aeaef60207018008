"""The margin of the text: line numbers, marks of problems, and what can be folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from mapper.ui.style.tones import Tones

if TYPE_CHECKING:
    from mapper.ui.text.sheet import Sheet

LEAST_DIGITS = 3


class Margin(QWidget):
    """Painted along the lines of its field. A click on a triangle folds or unfolds."""

    def __init__(self, field: Sheet, tones: Tones) -> None:
        super().__init__(field)
        self._field = field
        self.tones = tones
        self.wrong: frozenset[int] = frozenset()
        self.setMouseTracking(True)

    @property
    def breadth(self) -> int:
        """How many pixels it takes."""
        digits = max(LEAST_DIGITS, len(str(self._field.blockCount())))
        return digits * self._digit + 2 * self._room

    def sizeHint(self) -> QSize:
        return QSize(self.breadth, 0)

    @property
    def _digit(self) -> int:
        return self._field.fontMetrics().horizontalAdvance("9")

    @property
    def _room(self) -> int:
        """What a mark takes, at either side of the numbers."""
        return self._field.fontMetrics().height()

    def paintEvent(self, event: QPaintEvent) -> None:
        tones, field = self.tones, self._field
        caret = field.textCursor().blockNumber()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(event.rect(), QColor(tones.field))
            painter.setFont(field.font())
            for line, place in field.seen_lines():
                row = QRectF(0, place.top(), self.width(), field.fontMetrics().height())
                if row.bottom() < event.rect().top() or row.top() > event.rect().bottom():
                    continue
                painter.setPen(QColor(tones.text if line == caret else tones.quiet))
                numbers = row.adjusted(0, 0, -self._room, 0)
                painter.drawText(numbers, Qt.AlignmentFlag.AlignRight, str(line + 1))
                if line in self.wrong:
                    self._paint_problem(painter, row)
                fold = field.folding.folds.get(line)
                if fold is not None:
                    self._paint_fold(painter, row, is_folded=field.folding.is_folded(fold))

    def _paint_problem(self, painter: QPainter, row: QRectF) -> None:
        """A disc with an exclamation mark: told by its form too."""
        size = row.height() * 0.72
        disc = QRectF(row.left() + (self._room - size) / 2, row.top() + (row.height() - size) / 2, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.tones.wrong))
        painter.drawEllipse(disc)
        painter.setBrush(QColor(self.tones.field))
        middle = disc.center()
        painter.drawRect(QRectF(middle.x() - size * 0.07, disc.top() + size * 0.2, size * 0.14, size * 0.36))
        painter.drawEllipse(middle + QPointF(0, size * 0.24), size * 0.085, size * 0.085)

    def _paint_fold(self, painter: QPainter, row: QRectF, *, is_folded: bool) -> None:
        reach = row.height() * 0.22
        middle = QPointF(row.right() - self._room / 2, row.center().y())
        if is_folded:
            corners = [QPointF(-reach * 0.7, -reach), QPointF(reach * 0.8, 0), QPointF(-reach * 0.7, reach)]
        else:
            corners = [QPointF(-reach, -reach * 0.7), QPointF(reach, -reach * 0.7), QPointF(0, reach * 0.8)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.tones.quiet))
        painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        line = self._line_at(event)
        if line in self._field.folding.folds:
            self._field.turn_fold(line)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        line = self._line_at(event)
        is_fold = line in self._field.folding.folds
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_fold else Qt.CursorShape.ArrowCursor)

    def _line_at(self, event: QMouseEvent) -> int:
        y = event.position().y()
        return next((line for line, place in self._field.seen_lines() if place.top() <= y < place.bottom()), -1)
