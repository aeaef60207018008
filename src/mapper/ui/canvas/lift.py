"""What is carried, as one picture that follows the pointer, and the links that tie it to what stands still."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QLineF, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap

from mapper.drawing.layout import Point
from mapper.ui.canvas.carrying import Carry
from mapper.ui.canvas.items import Item, LineItem, paint_items
from mapper.ui.canvas.layer import MapLayer
from mapper.ui.canvas.scenery import Scenery
from mapper.ui.canvas.styles import Style


class Lift:
    """Made for one view. A picture reaches a widget's width and height beyond the widget: a drag goes no further."""

    def __init__(self, carry: Carry, scenery: Scenery, layer: MapLayer, room: QRect) -> None:
        self._view = layer.view
        rectangles = [self._view.rectangle(box) for id in carry.rigid for box in scenery.pieces(id)]
        area = QRect()
        for rectangle in rectangles:
            area |= rectangle
        beyond = room.adjusted(-room.width(), -room.height(), room.width(), room.height())
        self._area = area.adjusted(-12, -12, 12, 12) & beyond
        ratio = layer.stamps.ratio
        self._pixmap = QPixmap(self._area.size() * ratio)
        self._pixmap.setDevicePixelRatio(ratio)
        self._pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(self._pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            shift = -QPointF(self._area.topLeft())
            painter.setTransform(self._view.panned(shift.x(), shift.y()).transform)
            for items in scenery.of(carry.rigid):
                paint_items(painter, items, layer.stamps)
        self._ties = list(_ties(carry, scenery))

    def add(self, over: Sequence[Item], way: Point) -> None:
        """Put on the picture what lies over the map, in pixels of the widget, when it has gone so far."""
        right, down = way
        with QPainter(self._pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-QPointF(self._area.topLeft()) - QPointF(right, down) * self._view.scale)
            paint_items(painter, over)

    def paint(self, painter: QPainter, way: Point) -> None:
        """Put the picture down so far, in page units, from where it was lifted."""
        right, down = way
        by_style: dict[Style, list[QLineF]] = {}
        for style, line, begins_here in self._ties:
            start = line.p1() + QPointF(right, down) if begins_here else line.p1()
            end = line.p2() if begins_here else line.p2() + QPointF(right, down)
            by_style.setdefault(style, []).append(QLineF(start, end))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self._view.transform)
        for style, lines in by_style.items():
            painter.setPen(style.pen)
            painter.drawLines(lines)
        painter.restore()
        shift = QPointF(round(right * self._view.scale), round(down * self._view.scale))
        painter.drawPixmap(QPointF(self._area.topLeft()) + shift, self._pixmap)


def _ties(carry: Carry, scenery: Scenery) -> Iterable[tuple[Style, QLineF, bool]]:
    """The lines that stretch, and whether each begins (or else ends) at what is carried."""
    for id in carry.loose:
        for items in scenery.of([id]):
            for item in items:
                if isinstance(item, LineItem):
                    yield item.style, item.line, carry.moves(carry.base.links[id].source)
