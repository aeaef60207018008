"""Channels: where others are enclosed on all sides, the outline opens towards them rather than have a hole."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from mapper.drawing.layout import Point
from mapper.drawing.outlining.grid import Field, Grid, Points, cut_bones

_LEAST = 16.0
"""A channel's middle is nowhere nearer to a member than this."""
_HALF, _WIDEST = 6.0, 44.0
"""Half of its width."""
_ROUND_MEMBERS = 33.0
"""A wide channel leaves so much round each member."""
_LIKES_ROOM = 0.8
"""How much longer it may be for each unit of room to its sides."""
_KNOWN, _NEAR_KNOWN = 0.5, 40.0
"""What the length of a channel counts where there was one before: one that ends so near."""
_TRIED = 2_000
_INSIDE_OUT = 12.0
"""A channel begins so far within the hole and ends so far outside."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A straight way from a hole to the outside, and how far from its middle the nearest member is."""

    start: Point
    end: Point
    room: float

    def cut(self, field: Field, grid: Grid, *, wide: bool) -> None:
        """Take it out of the field: `wide`, all that lies between the members' own surroundings."""
        (x1, y1), (x2, y2) = self.start, self.end
        length = max(1e-6, math.hypot(x2 - x1, y2 - y1))
        across, down = (x2 - x1) / length * _INSIDE_OUT, (y2 - y1) / length * _INSIDE_OUT
        half = max(_HALF, 0.8 * grid.cell)
        if wide:
            half = min(_WIDEST, max(half, self.room - _ROUND_MEMBERS))
        cut_bones(field, grid, np.array([[x1 - across, y1 - down, x2 + across, y2 + down, half, half, half]]))


def channel(hole: Points, round_all: Points, members: Points, known: Sequence[Point]) -> Channel | None:
    """The best way from a hole through its ring: short, with room to the sides; None if members leave no room."""
    starts, ends = hole[::2], round_all
    way = ends[None] - starts[:, None]
    price = np.hypot(way[..., 0], way[..., 1])
    for end in known:
        price[:, np.hypot(*(ends - np.array(end)).T) < _NEAR_KNOWN] *= _KNOWN
    likely = np.argsort(price, axis=None, kind="stable")[:_TRIED]
    row, column = np.unravel_index(likely, price.shape)
    room = _room(starts[row], way[row, column], members)
    cost = price[row, column] - _LIKES_ROOM * np.minimum(room, _ROUND_MEMBERS + _WIDEST)
    cost[room < _LEAST] = np.inf
    best = int(cost.argmin())
    if not np.isfinite(cost[best]):
        return None
    (x1, y1), (x2, y2) = starts[row[best]].tolist(), ends[column[best]].tolist()
    return Channel((x1, y1), (x2, y2), float(room[best]))


def _room(starts: Points, ways: Points, members: Points) -> Points:
    """From each of the straight ways to the nearest member."""
    off = members[None] - starts[:, None]
    along = (off * ways[:, None]).sum(2) / ((ways * ways).sum(1)[:, None] + 1e-9)
    rest = off - np.clip(along, 0, 1)[..., None] * ways[:, None]
    room: Points = np.sqrt((rest * rest).sum(2).min(1))
    return room
