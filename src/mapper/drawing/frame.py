"""Where the map lies on the page."""

from __future__ import annotations

import math
from dataclasses import dataclass

from mapper.model import Document, Look, Position

NARROWEST, WIDEST = 1.25, 2.5
"""Plots are between so many times as wide as high: names run across, and need their room."""
ROOMY = 80
"""Up to so many components the page has its normal size; beyond, it grows so that each keeps its share of ground."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A page of `width` × `height` units and the plot on it: evolution runs right, visibility runs up."""

    width: float = 1600.0
    height: float = 1000.0
    left: float = 84.0
    top: float = 40.0
    right: float = 1560.0
    bottom: float = 918.0

    @classmethod
    def of(cls, document: Document) -> Frame:
        """The page for a document, in the proportions that its author wants, if they can be drawn in.

        It grows in steps of a quarter, so that adding one component seldom changes it.
        """
        normal = cls()
        crowd = len(document.components) / ROOMY
        scale = 1.0 if crowd <= 1 else math.ceil(4 * math.sqrt(crowd)) / 4
        stretch = _stretch(document.look, normal.plot_width / normal.plot_height)
        if scale == stretch == 1:
            return normal
        wider = normal.plot_width * (scale * stretch - 1)
        higher = normal.plot_height * (scale / stretch - 1)
        return cls(
            width=normal.width + wider,
            height=normal.height + higher,
            right=normal.right + wider,
            bottom=normal.bottom + higher,
        )

    @property
    def plot_width(self) -> float:
        return self.right - self.left

    @property
    def plot_height(self) -> float:
        return self.bottom - self.top

    def x(self, evolution: float) -> float:
        return self.left + evolution * self.plot_width

    def y(self, visibility: float) -> float:
        return self.bottom - visibility * self.plot_height

    def to_map(self, x: float, y: float) -> Position:
        """The place on the map under a point of the page, kept within the map, to four decimals."""
        return Position(
            evolution=round(min(1.0, max(0.0, (x - self.left) / self.plot_width)), 4),
            visibility=round(min(1.0, max(0.0, (self.bottom - y) / self.plot_height)), 4),
        )


def _stretch(look: Look, usual: float) -> float:
    """How much wider than usual the plot is, and as much lower: so it keeps its area."""
    if look.width is None or look.height is None:
        return 1.0
    wanted = min(WIDEST, max(NARROWEST, look.width / look.height))
    return math.sqrt(wanted / usual)
