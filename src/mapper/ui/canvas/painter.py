"""Paints any marks with QPainter: the canvas's and the PNG's way from a drawing to pixels."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from mapper.drawing.belonging import Remembered
from mapper.drawing.marks import (
    Circle,
    Clipped,
    Close,
    Curve,
    Line,
    Mark,
    Move,
    Path,
    Rectangle,
    Step,
    Straight,
    Text,
)
from mapper.ui.canvas.items import ClippedItem, DiscItem, DotsItem, Item, LineItem, PathItem, TextItem, paint_items
from mapper.ui.canvas.styles import is_dotted, style_of


def paint(painter: QPainter, marks: Iterable[Mark]) -> None:
    """Paint marks exactly. The painter's transform is from page units."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_items(painter, [item_of(mark) for mark in marks])


def item_of(mark: Mark) -> Item:
    """A mark made ready for painting."""
    match mark:
        case Line(x1, y1, x2, y2, stroke):
            return LineItem(style_of(None, stroke), QLineF(x1, y1, x2, y2))
        case Circle(x, y, radius, fill, stroke):
            return DiscItem(style_of(fill, stroke), QPointF(x, y), radius)
        case Text():
            return TextItem(mark)
        case Clipped(path=within, marks=marks):
            return ClippedItem(_kept_path(within.steps), tuple(item_of(inner) for inner in marks))
        case Rectangle() | Path():
            return _shape_item(mark)


def _shape_item(mark: Rectangle | Path) -> PathItem:
    stroke, style = mark.stroke, style_of(mark.fill, mark.stroke)
    if isinstance(mark, Rectangle):
        path = QPainterPath()
        path.addRoundedRect(QRectF(mark.x, mark.y, mark.width, mark.height), mark.radius, mark.radius)
    else:
        path = _kept_path(mark.steps)
    if mark.fill is None and stroke is not None and is_dotted(stroke):
        return DotsItem(style, stroke, path)
    return PathItem(style, path)


def path_of(steps: Iterable[Step]) -> QPainterPath:
    """The steps of a path, which Qt too fills by the even-odd rule."""
    path = QPainterPath()
    for step in steps:
        match step:
            case Move(x, y):
                path.moveTo(x, y)
            case Straight(x, y):
                path.lineTo(x, y)
            case Curve(cx, cy, x, y):
                path.quadTo(cx, cy, x, y)
            case Close():
                path.closeSubpath()
    return path


_kept_path = Remembered(path_of)
"""A contract's shape is asked for many times in a row: its fill, its outline, and the halo of each label over it."""
