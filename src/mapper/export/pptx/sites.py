"""Where connectors are glued to a shape."""

from __future__ import annotations

import math
from dataclasses import dataclass

from mapper.drawing.layout import Point

_SLANT = math.sqrt(0.5)
OVAL: tuple[Point, ...] = (
    (0, -1),
    (-_SLANT, -_SLANT),
    (-1, 0),
    (-_SLANT, _SLANT),
    (0, 1),
    (_SLANT, _SLANT),
    (1, 0),
    (_SLANT, -_SLANT),
)
SQUARE: tuple[Point, ...] = ((0, -1), (-1, 0), (0, 1), (1, 0))
"""The connection sites of ellipses and rectangles: anticlockwise from the top (ECMA-376, presetShapeDefinitions)."""


@dataclass(frozen=True, slots=True)
class Sites:
    """The places for connectors on a shape whose id is `shape`: `ways` times `reach` from its middle, by number."""

    shape: int
    x: float
    y: float
    reach: float
    ways: tuple[Point, ...] = OVAL

    def towards(self, x: float, y: float) -> int:
        """The number of the site that faces a point."""
        across, down = x - self.x, y - self.y
        return max(range(len(self.ways)), key=lambda n: self.ways[n][0] * across + self.ways[n][1] * down)

    def place(self, number: int) -> Point:
        across, down = self.ways[number]
        return self.x + across * self.reach, self.y + down * self.reach
