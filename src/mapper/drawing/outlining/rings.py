"""From a field to closed rings, joined until every member is in one."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from contourpy import contour_generator
from numpy.typing import NDArray

from mapper.drawing.layout import Point
from mapper.drawing.outlining.channels import Channel, channel
from mapper.drawing.outlining.grid import Field, Grid, Points, add_bones, cut_discs
from mapper.drawing.outlining.ways import cheapest_ways

_POINTS_APART = 1.6
"""In cells."""
_MOST_JOINS = 6
_MOST_CHANNELS = 4
_ROUND_OTHERS = 20.0
_BLOCKED = 9.0
_KNOWN = 0.5
"""What a step costs where there was a thread before."""
_BESIDE = 30.0
_MOST_CELLS = 6_000
"""A way is looked for on no more grid points than this; on a wider field some are passed over."""


@dataclass(frozen=True, slots=True)
class Repairs:
    """Threads that join pieces, and the outer ends of channels that lead to what would be holes."""

    threads: tuple[tuple[Point, ...], ...] = ()
    channels: tuple[Point, ...] = ()


def closed_rings(
    field: Field, grid: Grid, members: Points, others: Points, before: Repairs
) -> tuple[list[Points], Repairs]:
    """The rings of a field, largest first, and how they were repaired; what was done `before` is done again if it may.

    Pieces that were cut apart are joined by the cheapest ways between them. Where there is room, a hole becomes a bay.
    """
    threads: list[tuple[Point, ...]] = []
    rings = _rings(field, grid, members, others)
    room: Field | None = None
    for _ in range(_MOST_JOINS):
        pieces = _pieces(rings, members)
        if len(pieces) < 2:
            break
        room = _room(others, grid) if room is None else room
        threads += _join(field, grid, pieces, members, others, room, before.threads)
        rings = _rings(field, grid, members, others)
    rings, channels = _without_holes(rings, field, grid, members, others, before.channels)
    return rings, Repairs(tuple(threads), channels)


def _without_holes(
    rings: list[Points], field: Field, grid: Grid, members: Points, others: Points, known: tuple[Point, ...]
) -> tuple[list[Points], tuple[Point, ...]]:
    """The rings with channels cut to the holes, largest first, wherever all stays in one piece."""
    ends: list[Point] = []
    while len(rings) > 1 and len(ends) < _MOST_CHANNELS:
        best = channel(rings[1], rings[0], members, known)
        opened = None if best is None else _opened(best, rings, field, grid, members, others)
        if best is None or opened is None:
            break
        rings, field = opened
        ends.append(best.end)
    return rings, tuple(ends)


def _opened(
    best: Channel, rings: list[Points], field: Field, grid: Grid, members: Points, others: Points
) -> tuple[list[Points], Field] | None:
    """The rings and the field with a channel cut, as wide as may be; None if all would not stay in one piece."""
    for wide in (True, False):
        trial = field.copy()
        best.cut(trial, grid, wide=wide)
        opened = _rings(trial, grid, members, others)
        if 0 < len(opened) < len(rings) and holds(opened[0], members).all():
            return opened, trial
    return None


def holds(ring: Points, points: Points) -> NDArray[np.bool_]:
    """Which of the points lie inside a ring."""
    x, y = ring[:, 0], ring[:, 1]
    next_x, next_y = np.roll(x, -1), np.roll(y, -1)
    py = points[:, 1:2]
    point, edge = np.nonzero((y > py) != (next_y > py))
    x, y, next_x, next_y = x[edge], y[edge], next_x[edge], next_y[edge]
    passed = points[point, 0] < (next_x - x) * (points[point, 1] - y) / (next_y - y) + x
    inside: NDArray[np.bool_] = np.bincount(point[passed], minlength=len(points)) % 2 == 1
    return inside


def _rings(field: Field, grid: Grid, members: Points, others: Points) -> list[Points]:
    """Rings with members in them, and those without that go round another component."""
    found = []
    for line in contour_generator(grid.x, grid.y, field).lines(0.0):
        ring = np.asarray(line[:-1], np.float64)
        if len(ring) >= 6 and (_holds_any(ring, members) or _holds_any(ring, others)):
            found.append(even(ring, grid.cell * _POINTS_APART))
    return sorted(found, key=lambda ring: -abs(area(ring)))


def _holds_any(ring: Points, points: Points) -> bool:
    near = points[(points > ring.min(0)).all(1) & (points < ring.max(0)).all(1)]
    return len(near) > 0 and bool(holds(ring, near).any())


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


def _pieces(rings: list[Points], members: Points) -> list[Points]:
    """The members by the largest ring that holds them, each that is in none alone; empty if the first is in none."""
    home = np.full(len(members), -1)
    for at, ring in enumerate(rings):
        home[(home < 0) & holds(ring, members)] = at
    if home[0] < 0:
        return []
    lost = np.flatnonzero(home < 0)
    home[lost] = len(rings) + np.arange(len(lost))
    return [members[home == at] for at in dict.fromkeys(home.tolist())]


def _join(
    field: Field,
    grid: Grid,
    pieces: list[Points],
    members: Points,
    others: Points,
    room: Field,
    before: tuple[tuple[Point, ...], ...],
) -> Iterator[tuple[Point, ...]]:
    """Lay paths over the grid that join all pieces to the first, clear of other components."""
    cost = np.where(field < 0, 0.15, 1.0) + 60 * np.clip((_ROUND_OTHERS - room) / 12, 0, 1) ** 2
    for row, column in {grid.nearest(x, y) for line in before for x, y in line}:
        cost[max(0, row - 1) : row + 2, max(0, column - 1) : column + 2] *= _KNOWN
    cost[room < _BLOCKED] = 1e4
    stride = max(1, math.ceil(math.sqrt(cost.size / _MOST_CELLS)))
    starts = [[_block(grid, x, y, stride) for x, y in piece.tolist()] for piece in pieces]
    for way in cheapest_ways(_dearest(cost, stride), starts):
        cells = np.array(way).reshape(-1, 2) * stride + stride // 2
        path = (cells[:, ::-1] + (grid.column, grid.row)) * grid.cell
        _lay(field, grid, path, others)
        _cut_free(field, grid, path, members, others, _BESIDE + stride * grid.cell)
        yield tuple((x, y) for x, y in path.tolist())


def _block(grid: Grid, x: float, y: float, stride: int) -> tuple[int, int]:
    row, column = grid.nearest(x, y)
    return row // stride, column // stride


def _lay(field: Field, grid: Grid, path: Points, others: Points) -> None:
    """A thread along the path, thinner where others are close."""
    middles = (path[1:] + path[:-1]) / 2
    radius = np.clip(_nearest(middles, others) - 7, 4.0, 9.0)[:, None]
    add_bones(field, grid, np.hstack([path[:-1], path[1:], radius, radius, radius]))


def _cut_free(field: Field, grid: Grid, path: Points, members: Points, others: Points, reach: float) -> None:
    """Keep the components beside a path out of it."""
    if not len(others):
        return
    beside = others[_nearest(others, path) < reach]
    cut_discs(field, grid, beside, np.minimum(6.0, 0.45 * _nearest(beside, members)))


def _nearest(points: Points, targets: Points) -> NDArray[np.float64]:
    """From each point to the nearest target; far, where there is none."""
    if not len(targets) or not len(points):
        return np.full(len(points), 1e9)
    distance = np.hypot(points[:, 0:1] - targets[:, 0], points[:, 1:2] - targets[:, 1])
    nearest: NDArray[np.float64] = distance.min(1)
    return nearest


def _dearest(cost: NDArray[np.float64], stride: int) -> NDArray[np.float64]:
    """The cost of each block of so many grid points to a side: that of its dearest."""
    if stride == 1:
        return cost
    rows, columns = (-(-size // stride) for size in cost.shape)
    padded = np.zeros((rows * stride, columns * stride))
    padded[: cost.shape[0], : cost.shape[1]] = cost
    dearest: NDArray[np.float64] = padded.reshape(rows, stride, columns, stride).max((1, 3))
    return dearest


def _room(others: Points, grid: Grid) -> Field:
    """From each grid point to the nearest of the others, where it is near enough to matter."""
    far = np.full((grid.rows, grid.columns), 1e9, np.float32)
    for x, y in others.tolist():
        part = grid.part(x - 2 * _ROUND_OTHERS, y - 2 * _ROUND_OTHERS, x + 2 * _ROUND_OTHERS, y + 2 * _ROUND_OTHERS)
        distance = np.hypot(grid.x[part[1]][None, :] - np.float32(x), grid.y[part[0]][:, None] - np.float32(y))
        view = far[part]
        np.minimum(view, distance, out=view)
    return far
