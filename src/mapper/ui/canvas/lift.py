"""What is carried, as one picture that follows the pointer, and the links that tie it to what stands still."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from mapper.drawing.frame import Frame
from mapper.drawing.glyphs import glyph
from mapper.drawing.layout import Box, Point
from mapper.drawing.where import centre
from mapper.model import Document, Id, Link
from mapper.ui.canvas.carrying import Carry
from mapper.ui.canvas.items import Item, LineItem, paint_items
from mapper.ui.canvas.layer import MapLayer
from mapper.ui.canvas.scenery import Scenery
from mapper.ui.canvas.styles import Style

RINGS = 12
"""Room round what is carried for the rings of the selection, in pixels."""


class Lift:
    """Made for one view. A picture reaches a widget's width and height beyond the widget: a drag goes no further."""

    def __init__(self, carry: Carry, scenery: Scenery, frame: Frame, layer: MapLayer, room: QRect) -> None:
        self._view, self._room, self._is_much = layer.view, room, carry.is_much
        self._ties = [tie for id in carry.ties for tie in _ties(id, carry, scenery, frame)]
        beyond = room.adjusted(-room.width(), -room.height(), room.width(), room.height())
        self._area = QRect()
        for box in (box for id in carry.rigid for box in scenery.pieces(id)):
            self._area |= self._view.rectangle(box).adjusted(-RINGS, -RINGS, RINGS, RINGS) & beyond
        self._area |= QRect(self._area.topLeft(), QSize(1, 1))  # where nothing but ties is carried
        self._pixmap = _drawn(carry.rigid, scenery, layer, self._area)
        self._shift = QPoint()
        self._lines: dict[Style, list[QLineF]] = {}

    def add(self, over: Sequence[Item], way: Point) -> None:
        """Put on the picture what lies over the map, in pixels of the widget, when it has gone so far."""
        right, down = way
        with QPainter(self._pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-QPointF(self._area.topLeft()) - QPointF(right, down) * self._view.scale)
            paint_items(painter, over)

    def go(self, way: Point) -> QRect:
        """Bring the picture so far, in page units, from where it was lifted; answers with the pixels it is in."""
        right, down = way
        self._shift = QPoint(round(right * self._view.scale), round(down * self._view.scale))
        self._lines = {}
        for tie in self._ties:
            line = tie.line(right, down)
            if line is not None:
                self._lines.setdefault(tie.style, []).append(line)
        if self._is_much:
            return self._room
        covered = self._area.translated(self._shift)
        for style, lines in self._lines.items():
            for line in lines:
                covered |= self._view.rectangle(_box(line, style.reach))
        return covered & self._room

    def paint(self, painter: QPainter) -> None:
        """Put the picture down where it has been brought to."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self._view.transform)
        for style, lines in self._lines.items():
            painter.setPen(style.pen_at(self._view.scale))
            painter.drawLines(lines)
        painter.restore()
        painter.drawPixmap(self._area.topLeft() + self._shift, self._pixmap)


@dataclass(frozen=True, slots=True)
class _Tie:
    """A link that stretches: the middles and radii of what it joins, and whether it begins (or else ends) at what is
    carried.
    """

    style: Style
    start: Point
    end: Point
    radii: Point
    begins_here: bool

    def line(self, right: float, down: float) -> QLineF | None:
        """From rim to rim, when what is carried has gone so far; None where the two symbols touch."""
        (x1, y1), (x2, y2) = self.start, self.end
        if self.begins_here:
            x1, y1 = x1 + right, y1 + down
        else:
            x2, y2 = x2 + right, y2 + down
        length = math.hypot(x2 - x1, y2 - y1)
        if length <= sum(self.radii):
            return None
        across, along = (x2 - x1) / length, (y2 - y1) / length
        first, last = self.radii
        return QLineF(x1 + across * first, y1 + along * first, x2 - across * last, y2 - along * last)


def _box(line: QLineF, reach: float) -> Box:
    """All that a line covers that reaches so far to its sides."""
    (x1, y1), (x2, y2) = line.p1().toTuple(), line.p2().toTuple()
    return Box(min(x1, x2) - reach, min(y1, y2) - reach, max(x1, x2) + reach, max(y1, y2) + reach)


def _ties(id: Id, carry: Carry, scenery: Scenery, frame: Frame) -> Iterator[_Tie]:
    """A link's line; nothing while its symbols touch."""
    document, link = carry.base, carry.base.links[id]
    for items in scenery.of([id]):
        for item in items:
            if isinstance(item, LineItem):
                start, end = _ends(link, document, frame)
                source, target = document.components[link.source], document.components[link.target]
                radii = glyph(source, document).radius, glyph(target, document).radius
                yield _Tie(item.style, start, end, radii, carry.moves(link.source))


def _ends(link: Link, document: Document, frame: Frame) -> tuple[Point, Point]:
    source, target = document.components[link.source], document.components[link.target]
    return centre(source, document, frame), centre(target, document, frame)


def _drawn(records: Iterable[Id], scenery: Scenery, layer: MapLayer, area: QRect) -> QPixmap:
    """A picture of these records alone, of an area of the widget."""
    ratio = layer.stamps.ratio
    pixmap = QPixmap(area.size() * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shift = -QPointF(area.topLeft())
        painter.setTransform(layer.view.panned(shift.x(), shift.y()).transform)
        for items in scenery.of(records):
            paint_items(painter, items, layer.stamps)
    return pixmap
