"""Small pictures drawn once and put down many times: the canvas's discs and words at one scale."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPixmap, QTransform

from mapper.drawing.layout import Point
from mapper.drawing.marks import Gradient, Hatch
from mapper.ui.canvas.styles import EM, Lettering, Style, draw_hatch, shade

ROOM = 24_000_000
"""So many pixels of stamps are kept; beyond, all are dropped and those in view drawn again."""
SMALLEST = 3.5
"""Letters smaller than this on the screen, in pixels, are left out: nobody can read them."""
LARGEST = 72.0
"""Letters larger than this, in pixels, are drawn afresh."""
_ROUND, _FINE, _MOST_PERIODS = 16, 4, 24


@dataclass(frozen=True, slots=True)
class Stamp:
    """A picture and where its top left corner is, seen from its point, in logical pixels."""

    pixmap: QPixmap
    corner: QPointF


class Stamps:
    """The stamps for one scale: device-independent pixels per page unit, and device pixels per such pixel."""

    def __init__(self, scale: float, ratio: float) -> None:
        self.scale = scale
        self.ratio = ratio
        self.smallest_letters = SMALLEST / scale
        self._words: dict[tuple[Lettering, str], Stamp] = {}
        self._spots: dict[tuple[Style, float], list[Stamp]] = {}
        self._hatchings: dict[Hatch, QBrush] = {}
        self._shadings: dict[tuple[Gradient, float], QBrush] = {}
        self._pixels = 0

    def put(self, painter: QPainter, stamp: Stamp, x: float, y: float) -> None:
        """Put a stamp's point on the device pixel nearest to (x, y), in logical pixels."""
        ratio = self.ratio
        at = QPointF(round(x * ratio) / ratio, round(y * ratio) / ratio)
        painter.drawPixmap(at + stamp.corner, stamp.pixmap)

    def is_stampable(self, size: float) -> bool:
        """Whether letters of this size are small enough to be kept as stamps."""
        return size * self.scale <= LARGEST

    def put_spots(
        self, painter: QPainter, style: Style, radius: float, draw: Callable[[QPainter], None], at: Iterable[Point]
    ) -> None:
        """Put down what `draw` paints round (0, 0), a disc of a style, at points of the page to a quarter of a pixel."""
        spots = self._spots.get((style, radius))
        if spots is None:
            spots = self._spots[style, radius] = [self._spot(style, radius, draw, n) for n in range(_FINE * _FINE)]
        ratio, fine, put = self.ratio, self.ratio * _FINE, painter.drawPixmap
        to_screen = painter.worldTransform()
        scale, right, down = to_screen.m11() * fine, to_screen.dx() * fine, to_screen.dy() * fine
        corner_x, corner_y = spots[0].corner.toTuple()  # the same for all
        pictures = [spot.pixmap for spot in spots]
        painter.resetTransform()
        for page_x, page_y in at:
            x, y = round(page_x * scale + right), round(page_y * scale + down)
            picture = pictures[x % _FINE * _FINE + y % _FINE]
            put(QPointF(x // _FINE / ratio + corner_x, y // _FINE / ratio + corner_y), picture)
        painter.setTransform(to_screen)

    def _spot(self, style: Style, radius: float, draw: Callable[[QPainter], None], fraction: int) -> Stamp:
        """A disc that lies some quarters of a pixel right and down of a pixel's corner."""
        right, down = divmod(fraction, _FINE)
        edge = math.ceil((radius + style.reach) * self.scale) + 2
        box = QRectF(-edge, -edge, 2 * edge, 2 * edge)
        shift = QPointF(right, down) / (_FINE * self.ratio)
        return Stamp(self._draw(box.translated(-shift), draw).pixmap, box.topLeft())

    def hatching(self, hatch: Hatch) -> QBrush:
        """The hatch as a pattern of pixels. Its lines lie a little closer or wider, so that it repeats seamlessly."""
        brush = self._hatchings.get(hatch)
        if brush is None:
            period = hatch.gap * math.sqrt(2) * self.scale * self.ratio
            times = min(range(1, _MOST_PERIODS), key=lambda n: abs(n * period - round(n * period)) / n)
            edge = max(1, round(times * period))
            image = QImage(edge, edge, QImage.Format.Format_RGB32)
            image.fill(QColor(hatch.ground))
            with QPainter(image) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                units = edge / (times * hatch.gap * math.sqrt(2))
                painter.scale(units, units)
                draw_hatch(painter, QRectF(0, 0, edge / units, edge / units), hatch)
            brush = self._hatchings[hatch] = QBrush(image)
            brush.setTransform(QTransform.fromScale(1 / self.ratio, 1 / self.ratio))
        return brush

    def shading(self, gradient: Gradient, width: float) -> QBrush:
        """A gradient over so many page units as a row of pixels: Qt copies pixels many times as fast as it shades."""
        brush = self._shadings.get((gradient, width))
        if brush is None:
            row = QImage(math.ceil(width * self.scale * self.ratio) + 1, 1, QImage.Format.Format_RGB32)
            with QPainter(row) as painter:
                painter.fillRect(row.rect(), shade(gradient, QRectF(0, 0, width * self.scale * self.ratio, 1)))
            brush = self._shadings[gradient, width] = QBrush(row)
            brush.setTransform(QTransform.fromScale(1 / self.ratio, 1 / self.ratio))
        return brush

    def words(self, lettering: Lettering, text: str) -> Stamp:
        """A text with its halo; its point is the left end of the baseline."""
        stamp = self._words.get((lettering, text))
        if stamp is None:
            if self._pixels > ROOM:
                self._words.clear()
                self._pixels = 0
            stamp = self._words[lettering, text] = self._set(lettering, text)
            self._pixels += stamp.pixmap.width() * stamp.pixmap.height()
        return stamp

    def _set(self, lettering: Lettering, text: str) -> Stamp:
        metrics, scale = lettering.metrics, lettering.size / EM * self.scale
        letters = metrics.boundingRect(text) | QRectF(0, -metrics.ascent(), metrics.horizontalAdvance(text), EM)
        pad = 2 + (lettering.halo_width / 2 * self.scale if lettering.halo else 0)
        around = QRectF(letters.topLeft() * scale, letters.size() * scale).adjusted(-pad, -pad, pad, pad)
        box = QRectF(around.toAlignedRect())

        def draw_in(colour: str) -> Callable[[QPainter], None]:
            def draw(painter: QPainter) -> None:
                painter.scale(lettering.size / EM, lettering.size / EM)
                painter.setFont(lettering.font)
                painter.setPen(QColor(colour))
                painter.drawText(QPointF(), text)

            return draw

        if lettering.halo is None:
            return self._draw(box, draw_in(lettering.colour or "#000000"))
        halo = self._spread(self._draw(box, draw_in(lettering.halo)).pixmap, lettering.halo_width / 2)
        if lettering.colour is not None:
            with QPainter(halo) as painter:
                painter.drawPixmap(QPointF(), self._draw(box, draw_in(lettering.colour)).pixmap)
        return Stamp(halo, box.topLeft())

    def _spread(self, letters: QPixmap, reach: float) -> QPixmap:
        """The letters grown by `reach` page units on every side: put down again all round themselves."""
        radius, ratio = reach * self.scale * self.ratio, self.ratio
        turns = (math.tau * n / _ROUND for n in range(_ROUND))
        steps = {(round(radius * math.cos(turn)), round(radius * math.sin(turn))) for turn in turns}
        grown = self._blank(letters.deviceIndependentSize().width(), letters.deviceIndependentSize().height())
        with QPainter(grown) as painter:
            for right, down in steps | {(0, 0)}:
                painter.drawPixmap(QPointF(right / ratio, down / ratio), letters)
        return grown

    def _draw(self, box: QRectF, draw: Callable[[QPainter], None]) -> Stamp:
        pixmap = self._blank(box.width(), box.height())
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-box.topLeft())
            painter.scale(self.scale, self.scale)
            draw(painter)
        return Stamp(pixmap, box.topLeft())

    def _blank(self, width: float, height: float) -> QPixmap:
        pixmap = QPixmap(math.ceil(width * self.ratio), math.ceil(height * self.ratio))
        pixmap.setDevicePixelRatio(self.ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        return pixmap
