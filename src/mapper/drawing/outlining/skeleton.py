"""Which members of a contract are joined, and how: bridges, the triangles between them, corridors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mapper.drawing.layout import Ways
from mapper.drawing.outlining.corridors import hold_together
from mapper.drawing.outlining.grid import Points

Indices = NDArray[np.intp]
Floats = NDArray[np.float64]

LONGEST = 208.0
"""Members further apart are not bridged, only joined by a corridor if need be."""
CLEAR = 33.0
"""A bridge keeps this far from other components."""
_MANY = 40
"""Beyond so many members only the nearest of each can be bridged."""
_NEAREST = 10
_CHUNK = 40_000


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Bridges as pairs of members, triangles as triples, and the ways that hold all together.

    Strength falls from 1 to −1 as a bridge grows too long or another component nears it, so that nothing appears or
    vanishes at a stroke.
    """

    bridges: Indices
    bridge_strength: Floats
    triangles: Indices
    triangle_strength: Floats
    ways: Ways

    @property
    def corridors(self) -> tuple[Points, ...]:
        """Lines of points."""
        return tuple(np.array(line) for line in self.ways.corridors if line)


def skeleton(members: Points, others: Points, before: Ways | None = None) -> Skeleton:
    """How the members hang together. `others` are the components near them that must stay outside.

    `before` is how they hung together a moment ago, if that is known.
    """
    pairs, lengths = _candidates(members)
    nearest, hits = _clearance(members, others, pairs)
    strength = np.minimum(np.clip((LONGEST - lengths) / 12, -1, 1), np.clip((nearest - CLEAR) / 3, -1, 1))
    held = strength > -1
    bridges, bridge_strength = pairs[held], strength[held]
    triangles, triangle_strength = _triangles(members, others, bridges, bridge_strength)
    ways = hold_together(members, others, pairs, strength, hits, before)
    return Skeleton(bridges, bridge_strength, triangles, triangle_strength, ways)


def _candidates(members: Points) -> tuple[Indices, Floats]:
    """Pairs of members that may be joined, with their distance: all, or the nearest of each in a large contract."""
    count = len(members)
    first, second = np.triu_indices(count, 1)
    lengths = np.hypot(*(members[first] - members[second]).T)
    if count > _MANY:
        distance = np.zeros((count, count))
        distance[first, second] = distance[second, first] = lengths
        reach = np.partition(distance, _NEAREST, axis=1)[:, _NEAREST]
        near = lengths <= np.maximum(reach[first], reach[second])
        first, second, lengths = first[near], second[near], lengths[near]
    return np.column_stack([first, second]), lengths


def _clearance(members: Points, others: Points, pairs: Indices) -> tuple[Floats, Floats]:
    """For each pair's segment: the distance to the nearest other component, and how many are nearer than CLEAR."""
    nearest, hits = np.full(len(pairs), 1e9), np.zeros(len(pairs))
    if not len(others):
        return nearest, hits
    spots, beside = members.astype(np.float32), others.astype(np.float32)
    step = max(1, _CHUNK // len(others))
    for at in range(0, len(pairs), step):
        part = slice(at, at + step)
        start = spots[pairs[part, 0]][..., None]
        way = spots[pairs[part, 1]][..., None] - start
        x, y = beside[:, 0] - start[:, 0], beside[:, 1] - start[:, 1]
        length = way[:, 0] * way[:, 0] + way[:, 1] * way[:, 1] + np.float32(1e-6)
        along = np.clip((x * way[:, 0] + y * way[:, 1]) / length, 0, 1)
        x, y = x - along * way[:, 0], y - along * way[:, 1]
        square = x * x + y * y
        nearest[part] = np.sqrt(square.min(1))
        hits[part] = (square < CLEAR * CLEAR).sum(1)
    return nearest, hits


def _triangles(members: Points, others: Points, bridges: Indices, strength: Floats) -> tuple[Indices, Floats]:
    """The triangles of bridges with no other component inside, the weakest first."""
    count = len(members)
    power = np.full((count, count), -2.0)
    power[bridges[:, 0], bridges[:, 1]] = power[bridges[:, 1], bridges[:, 0]] = strength
    first, second = bridges[:, 0], bridges[:, 1]
    both = (power[first] > -1) & (power[second] > -1) & (np.arange(count)[None] > second[:, None])
    edge, third = np.nonzero(both)
    corners = np.column_stack([first[edge], second[edge], third])
    weakest = np.minimum(strength[edge], np.minimum(power[corners[:, 0], third], power[corners[:, 1], third]))
    empty = _empty(members[corners[:, 0]], members[corners[:, 1]], members[corners[:, 2]], others)
    corners, weakest = corners[empty], weakest[empty]
    order = np.argsort(weakest, kind="stable")
    return corners[order], weakest[order]


def _empty(a: Points, b: Points, c: Points, others: Points) -> NDArray[np.bool_]:
    """Which of the triangles a b c have an area and none of the others inside."""
    ab, ac = b - a, c - a
    area = ab[:, 0] * ac[:, 1] - ac[:, 0] * ab[:, 1]
    flat = np.abs(area) < 1
    empty: NDArray[np.bool_] = ~flat
    if not len(others):
        return empty
    area = np.where(flat, 1.0, area)
    step = max(1, _CHUNK // len(others))
    for at in range(0, len(a), step):
        part = slice(at, at + step)
        offset = others[None] - a[part, None]
        u = (offset[..., 0] * ac[part, None, 1] - ac[part, None, 0] * offset[..., 1]) / area[part, None]
        v = (ab[part, None, 0] * offset[..., 1] - offset[..., 0] * ab[part, None, 1]) / area[part, None]
        empty[part] &= ~((u >= 0) & (v >= 0) & (u + v <= 1)).any(1)
    return empty
