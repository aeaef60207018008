"""A window of a grid that is the same for the whole page, and the strokes that a field on it is made of."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Field = NDArray[np.float32]
Points = NDArray[np.float64]

Indices = NDArray[np.intp]
Bones = NDArray[np.float64]
"""Rows of x1, y1, x2, y2 and three radii: at the start, in the middle, at the end."""
Radii = Sequence[float] | NDArray[np.float64]

FAR = 45.0
"""A field is exact up to this distance from what it is made of, and this beyond."""
DEEP = 30.0
"""No point of a field is further inside than this."""


@dataclass(frozen=True)
class Grid:
    """`columns` × `rows` points, `cell` apart, the first at (`column` × cell, `row` × cell)."""

    cell: float
    column: int
    row: int
    columns: int
    rows: int

    @classmethod
    def around(cls, points: Points, margin: float, cell: float) -> Grid:
        """The window that holds these points with a margin. Windows of one cell size share their grid points."""
        left, top = np.floor((points.min(0) - margin) / cell).astype(int)
        right, bottom = np.ceil((points.max(0) + margin) / cell).astype(int)
        return cls(cell, int(left), int(top), int(right - left) + 1, int(bottom - top) + 1)

    @cached_property
    def x(self) -> Field:
        return ((self.column + np.arange(self.columns)) * self.cell).astype(np.float32)

    @cached_property
    def y(self) -> Field:
        return ((self.row + np.arange(self.rows)) * self.cell).astype(np.float32)

    def blank(self) -> Field:
        return np.full((self.rows, self.columns), FAR, np.float32)

    def part(self, left: float, top: float, right: float, bottom: float) -> tuple[slice, slice]:
        """The rows and columns between these bounds, with one to spare."""
        first, last = self._index(left) - self.column, self._index(right) + 2 - self.column
        upper, lower = self._index(top) - self.row, self._index(bottom) + 2 - self.row
        return slice(max(0, upper), max(0, min(self.rows, lower))), slice(
            max(0, first), max(0, min(self.columns, last))
        )

    def shared(self, other: Grid) -> tuple[tuple[slice, slice], tuple[slice, slice]] | None:
        """What two windows have in common, as seen in each; None if nothing."""
        top, left = max(self.row, other.row), max(self.column, other.column)
        bottom = min(self.row + self.rows, other.row + other.rows)
        right = min(self.column + self.columns, other.column + other.columns)
        if top >= bottom or left >= right:
            return None
        mine = slice(top - self.row, bottom - self.row), slice(left - self.column, right - self.column)
        theirs = slice(top - other.row, bottom - other.row), slice(left - other.column, right - other.column)
        return mine, theirs

    def nearest(self, x: float, y: float) -> tuple[int, int]:
        """The (row, column) of the grid point nearest to a place."""
        row, column = round(y / self.cell) - self.row, round(x / self.cell) - self.column
        return min(self.rows - 1, max(0, row)), min(self.columns - 1, max(0, column))

    def _index(self, along: float) -> int:
        return math.floor(along / self.cell)


def add_bones(field: Field, grid: Grid, bones: Bones) -> None:
    """Join bridges whose radius goes from the first to the last, narrowing to the second in the middle."""
    for view, distance in _bones(field, grid, bones):
        np.minimum(view, distance, out=view)


def cut_bones(field: Field, grid: Grid, bones: Bones) -> None:
    """Take out what lies within such bridges."""
    for view, distance in _bones(field, grid, bones):
        np.maximum(view, -distance, out=view)


def _bones(field: Field, grid: Grid, bones: Bones) -> Iterator[tuple[Field, Field]]:
    """For each bone, the part of the field around it and how far outside the bone each point there is."""
    x1, y1, x2, y2, first, _, last = bones.T
    margin = np.maximum(first, last) + FAR
    left, right = _span(np.minimum(x1, x2) - margin, np.maximum(x1, x2) + margin, grid.cell, grid.column, grid.columns)
    top, bottom = _span(np.minimum(y1, y2) - margin, np.maximum(y1, y2) + margin, grid.cell, grid.row, grid.rows)
    windows = np.column_stack([left, right, top, bottom]).tolist()
    for bone, (first_column, end_column, first_row, end_row) in zip(bones.astype(np.float32), windows, strict=True):
        x, y = grid.x[None, first_column:end_column], grid.y[first_row:end_row, None]
        yield field[first_row:end_row, first_column:end_column], _from_bone(x, y, bone)


def _from_bone(x: Field, y: Field, bone: Field) -> Field:
    """How far outside a bone each point is."""
    x1, y1, x2, y2, first, waist, last = bone
    across, down = x2 - x1, y2 - y1
    x, y = x - x1, y - y1
    length = across * across + down * down + np.float32(1e-6)
    along = np.clip(x * (across / length) + y * (down / length), 0, 1)
    off_x, off_y = x - along * across, y - along * down
    distance: Field = np.sqrt(off_x * off_x + off_y * off_y)
    if first == waist == last:
        distance -= first
        return distance
    middle = 4 * along * (1 - along)
    middle *= np.sqrt(middle)
    radius = first + (last - first) * along
    distance -= radius - (radius - waist) * middle
    return distance


def add_discs(field: Field, grid: Grid, spots: Points, radii: Radii) -> None:
    """Join discs."""
    where, distance = _discs(grid, spots, np.asarray(radii, np.float64), FAR)
    np.minimum.at(field, where, distance)


def cut_discs(field: Field, grid: Grid, spots: Points, radii: Radii) -> None:
    """Take discs out."""
    where, distance = _discs(grid, spots, np.asarray(radii, np.float64), DEEP)
    np.maximum.at(field, where, -distance)


def _discs(grid: Grid, spots: Points, radii: Points, beyond: float) -> tuple[tuple[Indices, Indices], Field]:
    """The grid points in and around discs, and how far outside each is."""
    reach = (radii + beyond)[:, None]
    row, column, each = _windows(grid, *(spots - reach).T, *(spots + reach).T)
    at = spots.astype(np.float32)[each]
    x, y = grid.x[column] - at[:, 0], grid.y[row] - at[:, 1]
    distance: Field = np.sqrt(x * x + y * y)
    return (row, column), distance - radii.astype(np.float32)[each]


def _windows(grid: Grid, left: Points, top: Points, right: Points, bottom: Points) -> tuple[Indices, Indices, Indices]:
    """All grid points between bounds, with one to spare, for many bounds at once: row, column, and which bounds'."""
    first, last = _span(left, right, grid.cell, grid.column, grid.columns)
    upper, lower = _span(top, bottom, grid.cell, grid.row, grid.rows)
    wide, high = last - first, lower - upper
    counts = wide * high
    each = np.repeat(np.arange(len(counts)), counts)
    at = np.arange(len(each)) - np.repeat(np.cumsum(counts) - counts, counts)
    down, across = np.divmod(at, wide[each])
    return upper[each] + down, first[each] + across, each


def _span(low: Points, high: Points, cell: float, start: int, count: int) -> tuple[Indices, Indices]:
    first = np.clip(np.floor(low / cell).astype(np.intp) - start, 0, count)
    last = np.clip(np.floor(high / cell).astype(np.intp) + 2 - start, first, count)
    return first, last


def blurred(field: Field, passes: int) -> Field:
    """The field after so many passes of a 3 × 3 binomial, which are twice as many of each two neighbours' sum."""
    summed = np.pad(field, passes, mode="edge")
    for _ in range(2 * passes):
        summed = summed[:-1] + summed[1:]
    for _ in range(2 * passes):
        summed = summed[:, :-1] + summed[:, 1:]
    # A power of two: nothing is lost by leaving it to the end.
    return summed * np.float32(0.0625**passes)
