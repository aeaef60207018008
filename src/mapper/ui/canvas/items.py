"""Marks made ready for QPainter: each with the box it covers, runs of one style painted at a stroke."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Self

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPolygonF, QTransform

from mapper.drawing.layout import Box, Point
from mapper.drawing.marks import Align, Gradient, Hatch, Stroke, Text
from mapper.ui.canvas.stamps import Stamps
from mapper.ui.canvas.styles import EM, FINEST_DASH, Lettering, Style, draw_path, is_simple, lettering_of, style_of

PIECE = 64.0
"""A slanting line's box is mostly empty: it is taken in pieces about so many page units high or wide."""
LONG_PATH, STRIDE = 16, 8
"""An unfilled path of so many elements is taken in pieces of so many points."""
BOLD, THIN = 600, 0.7
"""From afar thin letters are the first that cannot be read: of a map seen so, titles and users keep their names."""
LARGEST_SPOT = 64.0
"""A disc of a larger radius, in pixels, is drawn afresh: a stamp of it would save nothing."""


def box_round(rectangle: QRectF, reach: float) -> Box:
    """The box that lies so many units beyond a rectangle on every side."""
    return Box(rectangle.left() - reach, rectangle.top() - reach, rectangle.right() + reach, rectangle.bottom() + reach)


class Item:
    """One mark, ready. `box` is all that it covers, in page units. What `is_costly` is worth a look at what is seen.

    `letters` is the size of the letters of what is nothing but text, that of thin ones less than it is.
    """

    __slots__ = ("box", "style")
    is_costly = False
    letters = math.inf

    def __init__(self, style: object, box: Box) -> None:
        self.style = style
        self.box = box

    def pieces(self) -> Iterator[Box]:
        """Boxes that together cover the mark, closer than `box` where that is mostly empty."""
        yield self.box

    def is_worth_painting(self, is_seen: Callable[[Box], bool]) -> bool:
        """Whether painting would change pixels, asked of what is costly to paint."""
        return is_seen(self.box)

    def paint(self, painter: QPainter, run: Sequence[Self], stamps: Stamps | None) -> None:
        """Paint a run of items of one style. Without stamps everything is drawn exactly, only slower."""
        raise NotImplementedError


def paint_items(painter: QPainter, items: Iterable[Item], stamps: Stamps | None = None) -> None:
    """Paint in the order given. The painter's transform is from page units; antialiasing is the caller's choice."""
    if stamps is not None:
        readable = stamps.smallest_letters
        items = [item for item in items if item.letters >= readable]
    for _, group in groupby(items, attrgetter("__class__", "style")):
        run = list(group)
        run[0].paint(painter, run, stamps)


class LineItem(Item):
    __slots__ = ("line",)
    is_costly = True
    style: Style

    def __init__(self, style: Style, line: QLineF) -> None:
        self.line = line
        super().__init__(style, box_round(QRectF(line.p1(), line.p2()).normalized(), style.reach + 0.5))

    def pieces(self) -> Iterator[Box]:
        line, reach = self.line, self.style.reach + 0.5
        number = max(1, math.ceil(min(abs(line.dx()), abs(line.dy())) / PIECE))
        points = [line.pointAt(n / number) for n in range(number + 1)]
        for start, end in pairwise(points):
            yield box_round(QRectF(start, end).normalized(), reach)

    def paint(self, painter: QPainter, run: Sequence[Self], stamps: Stamps | None) -> None:
        painter.setPen(self.style.pen if stamps is None else self.style.pen_at(stamps.scale))
        painter.drawLines([item.line for item in run])


class DiscItem(Item):
    __slots__ = ("at", "centre", "radius")
    style: Style

    def __init__(self, style: Style, centre: QPointF, radius: float) -> None:
        self.centre, self.radius = centre, radius
        self.at: Point = (centre.x(), centre.y())
        super().__init__(style, box_round(QRectF(centre, centre), radius + style.reach + 0.5))

    def paint(self, painter: QPainter, run: Sequence[Self], stamps: Stamps | None) -> None:
        if stamps is None or max(item.radius for item in run) * stamps.scale > LARGEST_SPOT:
            for item in run:
                item.draw(painter)
            return
        for radius, group in groupby(run, attrgetter("radius")):
            draw = DiscItem(self.style, QPointF(), radius).draw
            stamps.put_spots(painter, self.style, radius, draw, [item.at for item in group])

    def draw(self, painter: QPainter) -> None:
        if isinstance(self.style.fill, Hatch | Gradient):
            path = QPainterPath()
            path.addEllipse(self.centre, self.radius, self.radius)
            draw_path(painter, path, self.style)
            return
        painter.setPen(self.style.pen)
        painter.setBrush(self.style.brush)
        painter.drawEllipse(self.centre, self.radius, self.radius)


class PathItem(Item):
    __slots__ = ("path",)
    is_costly = True
    style: Style

    def __init__(self, style: Style, path: QPainterPath) -> None:
        self.path = path
        super().__init__(style, box_round(path.controlPointRect(), style.reach + 0.5))

    def pieces(self) -> Iterator[Box]:
        """A line that is not filled covers only what lies along it."""
        if self.style.fill is not None or self.path.elementCount() < LONG_PATH:
            yield self.box
            return
        reach = self.style.reach + 0.5
        for polygon in self.path.toSubpathPolygons():
            points = polygon.toList()
            for at in range(0, len(points) - 1, STRIDE):
                yield box_round(QPolygonF(points[at : at + STRIDE + 1]).boundingRect(), reach)

    def is_worth_painting(self, is_seen: Callable[[Box], bool]) -> bool:
        return is_seen(self.box) and (self.style.fill is not None or any(is_seen(piece) for piece in self.pieces()))

    def paint(self, painter: QPainter, run: Sequence[Self], stamps: Stamps | None) -> None:
        fill = self.style.fill
        for item in run:
            if stamps is not None and isinstance(fill, Hatch):
                item._draw_filled(painter, stamps.hatching(fill), QPointF())
            elif stamps is not None and isinstance(fill, Gradient):
                bounds = item.path.boundingRect()
                item._draw_filled(painter, stamps.shading(fill, bounds.width()), bounds.topLeft())
            else:
                draw_path(painter, item.path, self.style)

    def _draw_filled(self, painter: QPainter, pixels: QBrush, origin: QPointF) -> None:
        """With a pattern of pixels that begins at a point of the page."""
        to_screen, seen = painter.worldTransform(), painter.clipBoundingRect()
        is_inside = is_simple(self.path) and not seen.isEmpty() and self.path.contains(seen)
        painter.resetTransform()
        painter.setBrushOrigin(to_screen.map(origin).toPoint())
        if is_inside:
            painter.fillRect(to_screen.mapRect(seen), pixels)
        else:
            painter.fillPath(to_screen.map(self.path), pixels)
        painter.setTransform(to_screen)
        if self.style.reach:
            painter.strokePath(self.path, self.style.pen)


class DotsItem(PathItem):
    """A path drawn as a row of round dots."""

    __slots__ = ("_dots", "stroke")

    def __init__(self, style: Style, stroke: Stroke, path: QPainterPath) -> None:
        super().__init__(style, path)
        self.stroke = stroke
        self._dots = (
            DiscItem(style_of(stroke.colour, None), QPointF(), stroke.width / 2),
            tuple(point.toTuple() for point in dots(path, sum(stroke.dash))),
        )

    def paint(self, painter: QPainter, run: Sequence[Self], stamps: Stamps | None) -> None:
        if stamps is None:
            super().paint(painter, run, stamps)
            return
        if sum(self.stroke.dash) * stamps.scale < FINEST_DASH:
            for item in run:
                painter.strokePath(item.path, self.style.pen_at(stamps.scale))
            return
        for item in run:
            dot, points = item._dots
            stamps.put_spots(painter, dot.style, dot.radius, dot.draw, points)


def dots(path: QPainterPath, apart: float) -> Iterator[QPointF]:
    """Points along a path, each so far from the one before."""
    for polygon in path.toSubpathPolygons():
        ahead = 0.0
        for start, end in pairwise(polygon.toList()):
            line = QLineF(start, end)
            length = line.length()
            while ahead < length:
                yield line.pointAt(ahead / length)
                ahead += apart
            ahead -= length


class TextItem(Item):
    """A text from the left end of its baseline, turned clockwise by `rotation` degrees round `pivot`."""

    __slots__ = ("left", "letters", "pivot", "rotation", "text", "y")
    style: Lettering

    def __init__(self, mark: Text) -> None:
        style = lettering_of(mark)
        width = style.width(mark.text)
        self.left = mark.x - {Align.START: 0.0, Align.MIDDLE: 0.5, Align.END: 1.0}[mark.align] * width
        self.y, self.text = mark.y, mark.text
        self.letters = mark.size if mark.weight >= BOLD else mark.size * THIN
        self.rotation, self.pivot = mark.rotation, QPointF(mark.x, mark.y)
        reach = 1 + mark.size / 8 + (mark.halo_width / 2 if mark.halo else 0)
        flat = QRectF(self.left, mark.y - mark.size, width, mark.size * 1.3)
        super().__init__(style, box_round(self._turn().mapRect(flat), reach))

    def paint(self, painter: QPainter, run: Sequence[Self], stamps: Stamps | None) -> None:
        if stamps is None:
            for item in run:
                item.draw(painter)
            return
        to_screen = painter.worldTransform()
        scale, right, down = to_screen.m11(), to_screen.dx(), to_screen.dy()
        painter.resetTransform()
        for item in run:
            if item.rotation or not stamps.is_stampable(item.style.size):
                painter.setTransform(to_screen)
                item.draw(painter)
                painter.resetTransform()
            else:
                stamp = stamps.words(item.style, item.text)
                stamps.put(painter, stamp, item.left * scale + right, item.y * scale + down)
        painter.setTransform(to_screen)

    def draw(self, painter: QPainter) -> None:
        style = self.style
        before = painter.worldTransform()
        painter.setTransform(self._turn(), True)
        painter.translate(self.left, self.y)
        painter.scale(style.size / EM, style.size / EM)
        if style.halo is not None:
            painter.strokePath(style.outline(self.text), style.halo_pen())
        if style.colour is not None:
            painter.setFont(style.font)
            painter.setPen(QColor(style.colour))
            painter.drawText(QPointF(), self.text)
        painter.setTransform(before)

    def _turn(self) -> QTransform:
        if not self.rotation:
            return QTransform()
        x, y = self.pivot.x(), self.pivot.y()
        return QTransform.fromTranslate(x, y).rotate(self.rotation).translate(-x, -y)


class ClippedItem(Item):
    """Items within a path; its own style, so that it never joins a run."""

    __slots__ = ("items", "letters", "path")
    is_costly = True

    def __init__(self, path: QPainterPath, items: tuple[Item, ...]) -> None:
        self.path, self.items = path, items
        self.letters = max(item.letters for item in items)
        inner = [item.box for item in items]
        super().__init__(
            object(),
            Box(
                min(box.left for box in inner),
                min(box.top for box in inner),
                max(box.right for box in inner),
                max(box.bottom for box in inner),
            ),
        )

    def paint(self, painter: QPainter, run: Sequence[Self], stamps: Stamps | None) -> None:
        painter.save()
        painter.setClipPath(self.path, Qt.ClipOperation.IntersectClip)
        paint_items(painter, self.items, stamps)
        painter.restore()
