"""A window of a grid that is the same for the whole page, and the strokes that a field on it is made of."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Field = NDArray[np.float32]
Points = NDArray[np.float64]

FAR = 60.0
"""A field is exact up to this distance from what it is made of, and this beyond."""


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


def add_bone(field: Field, grid: Grid, start: Points, end: Points, radii: tuple[float, float, float]) -> None:
    """Join a bridge whose radius goes from the first to the last, narrowing to the second in its middle."""
    first, waist, last = radii
    (x1, y1), (x2, y2) = map(float, start), map(float, end)
    margin = max(first, last) + FAR
    part = grid.part(min(x1, x2) - margin, min(y1, y2) - margin, max(x1, x2) + margin, max(y1, y2) + margin)
    across, down = x2 - x1, y2 - y1
    x, y = grid.x[part[1]][None, :] - np.float32(x1), grid.y[part[0]][:, None] - np.float32(y1)
    length = across * across + down * down + 1e-6
    along = np.clip(x * np.float32(across / length) + y * np.float32(down / length), 0, 1)
    distance = np.hypot(x - along * np.float32(across), y - along * np.float32(down))
    middle = 4 * along * (1 - along)
    radius = first + (last - first) * along
    radius -= (radius - waist) * middle * np.sqrt(middle)
    view = field[part]
    np.minimum(view, distance - radius, out=view)


def add_disc(field: Field, grid: Grid, at: Points, radius: float) -> None:
    """Join a disc."""
    _disc(field, grid, at, radius, lambda view, distance: np.minimum(view, distance, out=view))


def cut_disc(field: Field, grid: Grid, at: Points, radius: float) -> None:
    """Take a disc out."""
    _disc(field, grid, at, radius, lambda view, distance: np.maximum(view, -distance, out=view))


def _disc(field: Field, grid: Grid, at: Points, radius: float, apply: Callable[[Field, Field], Field]) -> None:
    x, y = float(at[0]), float(at[1])
    margin = radius + FAR
    part = grid.part(x - margin, y - margin, x + margin, y + margin)
    distance = np.hypot(grid.x[part[1]][None, :] - np.float32(x), grid.y[part[0]][:, None] - np.float32(y))
    apply(field[part], distance - np.float32(radius))


def blurred(field: Field, passes: int) -> Field:
    """The field after so many passes of a 3 × 3 binomial."""
    padded = np.empty((field.shape[0] + 2, field.shape[1] + 2), np.float32)
    for _ in range(passes):
        padded[1:-1, 1:-1] = field
        padded[0, 1:-1], padded[-1, 1:-1] = field[0], field[-1]
        padded[:, 0], padded[:, -1] = padded[:, 1], padded[:, -2]
        across = padded[:, :-2] + 2 * padded[:, 1:-1] + padded[:, 2:]
        field = (across[:-2] + 2 * across[1:-1] + across[2:]) / np.float32(16)
    return field
