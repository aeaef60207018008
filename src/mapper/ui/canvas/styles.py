"""Pens, fills and lettering of marks, as Qt has them: one object for all marks that look alike."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import count

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QLinearGradient, QPainter, QPainterPath, QPen

from mapper.drawing.marks import Cap, Gradient, Hatch, Stroke, Text
from mapper.ui import fonts

FINEST_DASH = 2.5
"""A dash and its gap shorter than this, in pixels, cannot be seen; Qt takes very long to draw them."""
EM = 64
"""Letters are set at this size and scaled, so that any size comes out the same."""


def is_dotted(stroke: Stroke | None) -> bool:
    """Whether a stroke is a row of round dots."""
    return stroke is not None and bool(stroke.dash) and stroke.cap is Cap.ROUND and stroke.dash[0] < stroke.width / 2


@cache
def pen_of(stroke: Stroke | None) -> QPen:
    """One pen for all equal strokes.

    Qt takes a hundred times as long for round ends as for flat ones. Lines of a map are so thin that nobody sees which
    they have, so that only dots are round: dashes are made longer instead.
    """
    if stroke is None:
        return QPen(Qt.PenStyle.NoPen)
    flat = not is_dotted(stroke)
    cap = Qt.PenCapStyle.FlatCap if flat else Qt.PenCapStyle.RoundCap
    pen = QPen(QColor(stroke.colour), stroke.width, Qt.PenStyle.SolidLine, cap, Qt.PenJoinStyle.MiterJoin)
    if stroke.dash:
        longer = stroke.width if flat and stroke.cap is Cap.ROUND else 0.0
        lengths = [length + (-longer if at % 2 else longer) for at, length in enumerate(stroke.dash)]
        pen.setDashPattern([max(0.1, length) / stroke.width for length in lengths])  # Qt counts in widths of the pen
    return pen


_serials = count()


class Style:
    """A pen and a fill. Marks of one style share one object, so that runs are found by identity.

    `reach` is how far beyond a shape its line reaches; `serial` tells which style came first.
    """

    __slots__ = ("brush", "fill", "pen", "reach", "serial", "stroke")

    def __init__(self, fill: str | Hatch | Gradient | None, stroke: Stroke | None) -> None:
        self.fill, self.stroke = fill, stroke
        self.serial = next(_serials)
        self.reach = stroke.width / 2 if stroke is not None else 0.0
        self.pen = pen_of(stroke)
        self.brush = QBrush(Qt.BrushStyle.NoBrush)
        if isinstance(fill, str):
            self.brush = QBrush(QColor(fill))
        elif isinstance(fill, Hatch):
            self.brush = QBrush(QColor(fill.ground))

    def pen_at(self, scale: float) -> QPen:
        """The pen at so many pixels a page unit. Dashes too small to be told apart become a paler line."""
        dash = self.stroke.dash if self.stroke is not None else ()
        if not dash or sum(dash) * scale >= FINEST_DASH:
            return self.pen
        return _pale_pen(self.pen.color().name(), self.pen.widthF(), sum(dash[::2]) / sum(dash))


@lru_cache
def _pale_pen(colour: str, width: float, share: float) -> QPen:
    pale = QColor(colour)
    pale.setAlphaF(max(0.3, share))
    return QPen(pale, width)


@cache
def style_of(fill: str | Hatch | Gradient | None, stroke: Stroke | None) -> Style:
    return Style(fill, stroke)


def is_simple(path: QPainterPath) -> bool:
    """Whether it is soon known if a rectangle lies inside."""
    return path.elementCount() < 16


def draw_path(painter: QPainter, path: QPainterPath, style: Style) -> None:
    """A path in a style, hatched or shaded where its fill asks for that."""
    seen = painter.clipBoundingRect()
    if is_simple(path) and not seen.isEmpty() and path.contains(seen):
        _fill_seen(painter, seen, path, style)
        return
    if isinstance(style.fill, Hatch):
        painter.fillPath(path, style.brush)
        _hatch(painter, path, style.fill)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    elif isinstance(style.fill, Gradient):
        painter.setBrush(shade(style.fill, path.boundingRect()))
    else:
        painter.setBrush(style.brush)
    painter.setPen(style.pen)
    painter.drawPath(path)


def _fill_seen(painter: QPainter, seen: QRectF, path: QPainterPath, style: Style) -> None:
    """Where nothing but the inside of a large path is seen, a rectangle is filled sooner than the path."""
    if isinstance(style.fill, Gradient):
        painter.fillRect(seen, shade(style.fill, path.boundingRect()))
    elif style.fill is not None:
        painter.fillRect(seen, style.brush)
    if isinstance(style.fill, Hatch):
        draw_hatch(painter, seen, style.fill)


def _hatch(painter: QPainter, path: QPainterPath, hatch: Hatch) -> None:
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    draw_hatch(painter, path.boundingRect(), hatch)
    painter.restore()


def draw_hatch(painter: QPainter, area: QRectF, hatch: Hatch) -> None:
    """Lines from bottom left to top right. They lie on one raster for the whole page, so that they never crawl."""
    apart = hatch.gap * math.sqrt(2)
    first = math.floor((area.left() + area.top()) / apart)
    last = math.ceil((area.right() + area.bottom()) / apart)
    painter.setPen(QPen(QColor(hatch.line), hatch.width))
    painter.drawLines(
        [
            QLineF(n * apart - area.top(), area.top(), n * apart - area.bottom(), area.bottom())
            for n in range(first, last + 1)
        ]
    )


def shade(gradient: Gradient, box: QRectF) -> QBrush:
    """A gradient from the left edge of a box to its right edge."""
    slope = QLinearGradient(box.topLeft(), box.topRight())
    for at, colour in gradient.stops:
        slope.setColorAt(at, QColor(colour))
    return QBrush(slope)


@dataclass(frozen=True, slots=True)
class Lettering:
    """How a text looks, whatever it says."""

    family: str
    size: float
    weight: int
    italic: bool
    colour: str | None
    halo: str | None
    halo_width: float

    @property
    def metrics(self) -> QFontMetricsF:
        """At size `EM`."""
        return _metrics(self.family, self.weight, self.italic)

    @property
    def font(self) -> QFont:
        return fonts.font(EM, self.weight, self.italic, self.family)

    def width(self, text: str) -> float:
        """In page units."""
        return _width(self.family, self.weight, self.italic, text) * self.size / EM

    def outline(self, text: str) -> QPainterPath:
        """The letters as a path at size `EM`, from the baseline's left end."""
        path = QPainterPath()
        path.addText(0, 0, self.font, text)
        return path

    def halo_pen(self) -> QPen:
        """For the path at size `EM`."""
        width = self.halo_width * EM / self.size
        round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        return QPen(QColor(self.halo), width, Qt.PenStyle.SolidLine, round_cap, round_join)


@lru_cache
def _metrics(family: str, weight: int, italic: bool) -> QFontMetricsF:
    return QFontMetricsF(fonts.font(EM, weight, italic, family))


@lru_cache(maxsize=20_000)
def _width(family: str, weight: int, italic: bool, text: str) -> float:
    return _metrics(family, weight, italic).horizontalAdvance(text)


@cache
def _shared(
    family: str, size: float, weight: int, italic: bool, colour: str | None, halo: str | None, width: float
) -> Lettering:
    return Lettering(family, size, weight, italic, colour, halo, width)


def lettering_of(text: Text) -> Lettering:
    """One lettering for all texts that look alike."""
    return _shared(text.family, text.size, text.weight, text.italic, text.colour, text.halo, text.halo_width)
