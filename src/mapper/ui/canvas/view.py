"""How the page lies in the widget: one scale and one shift."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QTransform

from mapper.drawing.layout import Box

SMALLEST, LARGEST = 0.02, 16.0
"""The limits of zooming, in logical pixels per page unit."""
MARGIN = 12.0
"""Kept free round a page or a part of it that was fitted, in logical pixels."""


@dataclass(frozen=True, slots=True)
class View:
    """`scale` is logical pixels per page unit; (`right`, `down`) is where the page's corner lies in the widget."""

    scale: float = 1.0
    right: float = 0.0
    down: float = 0.0

    @classmethod
    def showing(cls, box: Box, width: float, height: float, largest: float = LARGEST) -> View:
        """The view that shows a box of the page as large as it fits, in the middle."""
        across, high = max(1.0, box.right - box.left), max(1.0, box.bottom - box.top)
        room_across, room_high = max(1.0, width - 2 * MARGIN), max(1.0, height - 2 * MARGIN)
        scale = min(largest, max(SMALLEST, min(room_across / across, room_high / high)))
        x, y = box.middle
        return cls(scale, width / 2 - x * scale, height / 2 - y * scale).snapped()

    def snapped(self) -> View:
        """Shifted to whole pixels, so that a picture of the map can be scrolled."""
        return View(self.scale, round(self.right), round(self.down))

    def zoomed(self, factor: float, about: QPointF) -> View:
        """Larger or smaller; what lies under `about` stays there."""
        scale = min(LARGEST, max(SMALLEST, self.scale * factor))
        grown = scale / self.scale
        return View(
            scale,
            about.x() - (about.x() - self.right) * grown,
            about.y() - (about.y() - self.down) * grown,
        )

    def panned(self, right: float, down: float) -> View:
        return View(self.scale, self.right + right, self.down + down)

    def to_page(self, point: QPointF | QPoint) -> QPointF:
        return QPointF((point.x() - self.right) / self.scale, (point.y() - self.down) / self.scale)

    def to_screen(self, x: float, y: float) -> QPointF:
        return QPointF(x * self.scale + self.right, y * self.scale + self.down)

    def box(self, rectangle: QRect) -> Box:
        """The part of the page that lies under a rectangle of the widget, a pixel of margin included."""
        scale, right, down = self.scale, self.right, self.down
        return Box(
            (rectangle.left() - 1 - right) / scale,
            (rectangle.top() - 1 - down) / scale,
            (rectangle.left() + rectangle.width() + 1 - right) / scale,
            (rectangle.top() + rectangle.height() + 1 - down) / scale,
        )

    def rectangle(self, box: Box) -> QRect:
        """The whole pixels of the widget that a box of the page touches, and one more on every side."""
        left, top = math.floor(box.left * self.scale + self.right) - 1, math.floor(box.top * self.scale + self.down) - 1
        right, bottom = box.right * self.scale + self.right, box.bottom * self.scale + self.down
        return QRect(left, top, math.ceil(right) + 1 - left, math.ceil(bottom) + 1 - top)

    def area(self, box: Box) -> QRectF:
        """A box of the page in the widget."""
        return QRectF(self.to_screen(box.left, box.top), self.to_screen(box.right, box.bottom))

    @property
    def transform(self) -> QTransform:
        """From page units to logical pixels."""
        return QTransform(self.scale, 0, 0, self.scale, self.right, self.down)
