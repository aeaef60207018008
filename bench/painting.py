"""The floor for the canvas: QPainter and the same marks, all made ready beforehand, in one go."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPainterPath, QPen, QPixmap, QTransform

from mapper.drawing.marks import (
    Align,
    Circle,
    Clipped,
    Close,
    Curve,
    Fill,
    Gradient,
    Hatch,
    Line,
    Mark,
    Move,
    Path,
    Rectangle,
    Straight,
    Stroke,
    Text,
)

SMALLEST_TEXT = 3.5
"""Letters below this height in pixels are left out, as on the canvas."""


class RawPainter:
    """Paints marks into an image: lines in batches, discs and words as ready-made pixmaps. Nothing can be quicker."""

    def __init__(self, marks: Iterable[Mark], to_pixels: QTransform, width: int, height: int) -> None:
        self._image = QImage(width, height, QImage.Format.Format_RGB32)
        self._to_pixels = to_pixels
        self._view = to_pixels.inverted()[0].mapRect(QRectF(0, 0, width, height))
        self._lines: dict[Stroke, list[QLineF]] = defaultdict(list)
        self._paths: list[tuple[QPainterPath, Stroke | None, Fill | None]] = []
        self._discs: dict[tuple[float, Fill | None, Stroke | None], list[QPointF]] = defaultdict(list)
        self._words: list[tuple[QPointF, QPixmap]] = []
        for mark in _flat(marks):
            self._prepare(mark)
        discs = [stamp for style, points in self._discs.items() for stamp in self._stamped(*style, points)]
        self._stamps = discs + self._words

    def paint(self) -> None:
        self._image.fill(Qt.GlobalColor.white)
        painter = QPainter(self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self._image.rect())
        painter.setTransform(self._to_pixels)
        for path, stroke, fill in self._paths:
            painter.setPen(_pen(stroke))
            painter.setBrush(_brush(fill))
            painter.drawPath(path)
        for line_stroke, lines in self._lines.items():
            painter.setPen(_pen(line_stroke))
            painter.drawLines(lines)
        painter.resetTransform()
        for at, stamp in self._stamps:
            painter.drawPixmap(at, stamp)
        painter.end()

    def _prepare(self, mark: Mark) -> None:
        match mark:
            case Line():
                line = QLineF(mark.x1, mark.y1, mark.x2, mark.y2)
                if self._view.intersects(_box(line)):
                    self._lines[mark.stroke].append(line)
            case Circle():
                if self._view.adjusted(-mark.radius, -mark.radius, mark.radius, mark.radius).contains(mark.x, mark.y):
                    self._discs[mark.radius, mark.fill, mark.stroke].append(QPointF(mark.x, mark.y))
            case Rectangle() | Path():
                path = _path(mark)
                if self._view.intersects(path.controlPointRect()):
                    self._paths.append((path, mark.stroke, mark.fill))
            case Text():
                self._prepare_text(mark)

    def _prepare_text(self, text: Text) -> None:
        size = text.size * self._to_pixels.m11()
        if size < SMALLEST_TEXT or not self._view.contains(text.x, text.y):
            return
        font = QFont("Inter")
        font.setPixelSize(max(1, round(size)))
        pixmap = QPixmap(math.ceil(size * 0.6 * max(1, len(text.text))), math.ceil(size * 1.4))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setFont(font)
        painter.setPen(QColor(text.colour or text.halo or "#000000"))
        painter.drawText(QPointF(0, size), text.text)
        painter.end()
        back = {Align.START: 0.0, Align.MIDDLE: 0.5, Align.END: 1.0}[text.align] * pixmap.width()
        at = self._to_pixels.map(QPointF(text.x, text.y))
        self._words.append((QPointF(at.x() - back, at.y() - size), pixmap))

    def _stamped(
        self, radius: float, fill: Fill | None, stroke: Stroke | None, points: list[QPointF]
    ) -> Iterator[tuple[QPointF, QPixmap]]:
        """One ready-made disc, and each place where it goes."""
        scale = self._to_pixels.m11()
        edge = max(3, math.ceil(2 * scale * (radius + (stroke.width if stroke else 0))) + 2)
        pixmap = QPixmap(edge, edge)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(edge / 2, edge / 2)
        painter.scale(scale, scale)
        painter.setPen(_pen(stroke))
        painter.setBrush(_brush(fill))
        painter.drawEllipse(QPointF(), radius, radius)
        painter.end()
        for point in points:
            yield self._to_pixels.map(point) - QPointF(edge / 2, edge / 2), pixmap


def _flat(marks: Iterable[Mark]) -> Iterator[Mark]:
    for mark in marks:
        if isinstance(mark, Clipped):
            yield from _flat(mark.marks)
        else:
            yield mark


def _box(line: QLineF) -> QRectF:
    return QRectF(line.p1(), line.p2()).normalized().adjusted(-1, -1, 1, 1)


def _pen(stroke: Stroke | None) -> QPen:
    if stroke is None:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(QColor(stroke.colour), stroke.width)
    if stroke.dash:
        pen.setDashPattern([length / stroke.width for length in stroke.dash])
    return pen


def _brush(fill: Fill | None) -> QBrush:
    match fill:
        case str():
            return QBrush(QColor(fill))
        case Hatch():
            return QBrush(QColor(fill.ground))
        case Gradient():
            return QBrush(QColor(fill.stops[0][1]))
        case _:
            return QBrush(Qt.BrushStyle.NoBrush)


def _path(mark: Rectangle | Path) -> QPainterPath:
    path = QPainterPath()
    if isinstance(mark, Rectangle):
        path.addRoundedRect(QRectF(mark.x, mark.y, mark.width, mark.height), mark.radius, mark.radius)
        return path
    for step in mark.steps:
        match step:
            case Move():
                path.moveTo(step.x, step.y)
            case Straight():
                path.lineTo(step.x, step.y)
            case Curve():
                path.quadTo(step.cx, step.cy, step.x, step.y)
            case Close():
                path.closeSubpath()
    return path
