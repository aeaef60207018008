"""From a field to closed rings, joined until every member is in one."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from contourpy import contour_generator
from numpy.typing import NDArray

from mapper.drawing.outlining.grid import Field, Grid, Points, add_bone, cut_disc

_POINTS_APART = 1.6
"""In cells."""
_MOST_JOINS = 12
_ROUND_OTHERS = 20.0
_BLOCKED = 9.0
_BESIDE = 30.0
_MOST_CELLS = 8_000
"""A way is looked for on no more grid points than this; on a wider field some are passed over."""
_AROUND = tuple(
    (down, across, 1.0 if 0 in (down, across) else 1.41)
    for down in (-1, 0, 1)
    for across in (-1, 0, 1)
    if (down, across) != (0, 0)
)

Cell = tuple[int, int]


def closed_rings(field: Field, grid: Grid, members: Points, others: Points) -> list[Points]:
    """The rings of a field, largest first. Pieces that were cut apart are joined by the cheapest way between them."""
    rings = _rings(field, grid, members, others)
    for _ in range(_MOST_JOINS):
        apart = _apart(rings, members)
        if apart is None:
            break
        _join(field, grid, apart, members, others)
        rings = _rings(field, grid, members, others)
    return rings


def holds(ring: Points, points: Points) -> NDArray[np.bool_]:
    """Which of the points lie inside a ring."""
    x, y = ring[:, 0], ring[:, 1]
    next_x, next_y = np.roll(x, -1), np.roll(y, -1)
    px, py = points[:, 0:1], points[:, 1:2]
    over = (y > py) != (next_y > py)
    rise = np.where(next_y == y, 1.0, next_y - y)
    inside: NDArray[np.bool_] = (over & (px < (next_x - x) * (py - y) / rise + x)).sum(1) % 2 == 1
    return inside


def _rings(field: Field, grid: Grid, members: Points, others: Points) -> list[Points]:
    """Rings with members in them, and those without that go round another component."""
    found = []
    for line in contour_generator(grid.x, grid.y, field).lines(0.0):
        ring = np.asarray(line[:-1], np.float64)
        if len(ring) < 6:
            continue
        if holds(ring, members).any() or (len(others) and holds(ring, others).any()):
            found.append(even(ring, grid.cell * _POINTS_APART))
    return sorted(found, key=lambda ring: -abs(area(ring)))


def even(ring: Points, step: float) -> Points:
    """Points at equal distances along a ring, about `step` apart."""
    lengths = np.hypot(*(np.roll(ring, -1, 0) - ring).T)
    along = np.concatenate([[0.0], np.cumsum(lengths)])
    count = max(10, int(along[-1] / step))
    at = np.arange(count) * along[-1] / count
    whole = np.vstack([ring, ring[:1]])
    return np.column_stack([np.interp(at, along, whole[:, 0]), np.interp(at, along, whole[:, 1])])


def area(ring: Points) -> float:
    """Signed: positive clockwise on the page."""
    x, y = ring[:, 0], ring[:, 1]
    return 0.5 * float(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y))


def _apart(rings: list[Points], members: Points) -> NDArray[np.bool_] | None:
    """Which members are in one ring with the first; None when all are, or when the first is in none."""
    home = next((inside for ring in rings if (inside := holds(ring, members))[0]), None)
    return None if home is None or home.all() else home


def _join(field: Field, grid: Grid, home: NDArray[np.bool_], members: Points, others: Points) -> None:
    """Lay a path over the grid from the members at home to the nearest that is not, clear of other components."""
    far = _distance_to(others, grid)
    cost = np.where(field < 0, 0.15, 1.0) + 60 * np.clip((_ROUND_OTHERS - far) / 12, 0, 1) ** 2
    cost[far < _BLOCKED] = 1e4
    stride = max(1, math.ceil(math.sqrt(cost.size / _MOST_CELLS)))
    starts, goals = (
        {(row // stride, column // stride) for row, column in (grid.nearest(x, y) for x, y in spots.tolist())}
        for spots in (members[home], members[~home])
    )
    way = np.array(_cheapest(_dearest(cost, stride), starts, goals)).reshape(-1, 2) * stride + stride // 2
    path = (way[:, ::-1] + (grid.column, grid.row)) * grid.cell
    for start, end in pairwise(path):
        room = float(np.hypot(*(others - (start + end) / 2).T).min()) - 7 if len(others) else 9.0
        radius = max(4.0, min(9.0, room))
        add_bone(field, grid, start, end, (radius, radius, radius))
    beside = [
        other for other in others if len(path) and np.hypot(*(path - other).T).min() < _BESIDE + stride * grid.cell
    ]
    for other in beside:
        cut_disc(field, grid, other, min(6.0, 0.45 * float(np.hypot(*(members - other).T).min())))


def _dearest(cost: NDArray[np.float64], stride: int) -> NDArray[np.float64]:
    """The cost of each block of so many grid points to a side: that of its dearest."""
    if stride == 1:
        return cost
    rows, columns = (-(-size // stride) for size in cost.shape)
    padded = np.zeros((rows * stride, columns * stride))
    padded[: cost.shape[0], : cost.shape[1]] = cost
    dearest: NDArray[np.float64] = padded.reshape(rows, stride, columns, stride).max((1, 3))
    return dearest


def _distance_to(others: Points, grid: Grid) -> Field:
    far = np.full((grid.rows, grid.columns), 1e9, np.float32)
    for x, y in others.tolist():
        part = grid.part(x - 2 * _ROUND_OTHERS, y - 2 * _ROUND_OTHERS, x + 2 * _ROUND_OTHERS, y + 2 * _ROUND_OTHERS)
        distance = np.hypot(grid.x[part[1]][None, :] - np.float32(x), grid.y[part[0]][:, None] - np.float32(y))
        far[part] = np.minimum(far[part], distance)
    return far


def _cheapest(cost: NDArray[np.float64], starts: set[Cell], goals: set[Cell]) -> list[Cell]:
    """Dijkstra over the grid's eight directions."""
    prices: list[list[float]] = cost.tolist()
    heap: list[tuple[float, Cell, Cell | None]] = [(0.0, cell, None) for cell in sorted(starts)]
    came: dict[Cell, Cell | None] = {}
    while heap:
        spent, at, before = heapq.heappop(heap)
        if at in came:
            continue
        came[at] = before
        if at in goals:
            return list(_back(at, came))
        for cell, length in _around(at, *cost.shape):
            if cell not in came:
                heapq.heappush(heap, (spent + length * prices[cell[0]][cell[1]], cell, at))
    return []


def _around(at: Cell, rows: int, columns: int) -> list[tuple[Cell, float]]:
    """The cells beside a cell with the way to each."""
    row, column = at
    return [
        ((row + down, column + across), length)
        for down, across, length in _AROUND
        if 0 <= row + down < rows and 0 <= column + across < columns
    ]


def _back(at: Cell, came: dict[Cell, Cell | None]) -> Iterator[Cell]:
    before: Cell | None = at
    while before is not None:
        yield before
        before = came[before]
