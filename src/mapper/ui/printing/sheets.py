"""Which part of a map goes on which sheet of paper. Lengths on paper are in points, on the map in page units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

POINTS_TO_UNIT = 0.75
"""At 100 % a page unit is a pixel of 96 to the inch, as in an SVG."""
OVERLAP = 24.0
"""What two neighbouring sheets both show, so that they can be put together by eye."""
MOST = 100
"""More sheets than this nobody means to print."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet, counted from 0 in its row and column; (`left`, `top`) is the point of the map in its corner."""

    column: int
    row: int
    left: float
    top: float


@dataclass(frozen=True, slots=True)
class Sheets:
    """A map of `width` by `height` on sheets that have room for `across` by `down`, at `scale` points to a page unit."""

    width: float
    height: float
    across: float
    down: float
    scale: float

    @classmethod
    def fitting(cls, width: float, height: float, across: float, down: float) -> Sheets:
        """All on one sheet, as large as it fits."""
        return cls(width, height, across, down, min(across / width, down / height))

    @property
    def columns(self) -> int:
        return _needed(self.width * self.scale, self.across)

    @property
    def rows(self) -> int:
        return _needed(self.height * self.scale, self.down)

    @property
    def count(self) -> int:
        return self.columns * self.rows

    def __iter__(self) -> Iterator[Sheet]:
        """Row by row."""
        for row in range(self.rows):
            for column in range(self.columns):
                left, top = column * (self.across - OVERLAP), row * (self.down - OVERLAP)
                yield Sheet(column, row, left / self.scale, top / self.scale)


def _needed(length: float, room: float) -> int:
    if length <= room + 0.01:
        return 1
    return 1 + ceil((length - room) / (room - OVERLAP) - 1e-6)
