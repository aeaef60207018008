"""Which members of a contract are joined, and how: bridges, the triangles between them, corridors."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mapper.drawing.outlining.grid import Points

Indices = NDArray[np.intp]
Floats = NDArray[np.float64]

LONGEST = 208.0
"""Members further apart are not bridged, only joined by a corridor if need be."""
CLEAR = 33.0
"""A bridge keeps this far from other components."""
CORRIDOR_CLEAR = 35.0
_MANY = 40
"""Beyond so many members only the nearest of each can be bridged."""
_NEAREST = 10
_CHUNK = 400_000


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Bridges as pairs of members, triangles as triples, corridors as lines of points.

    Strength falls from 1 to −1 as a bridge grows too long or another component nears it, so that nothing appears or
    vanishes at a stroke.
    """

    bridges: Indices
    bridge_strength: Floats
    triangles: Indices
    triangle_strength: Floats
    corridors: tuple[Points, ...]


def skeleton(members: Points, others: Points) -> Skeleton:
    """How the members hang together. `others` are the components near them that must stay outside."""
    pairs, lengths = _candidates(members)
    nearest, hits = _clearance(members, others, pairs)
    strength = np.minimum(np.clip((LONGEST - lengths) / 12, -1, 1), np.clip((nearest - CLEAR) / 3, -1, 1))
    held = strength > -1
    bridges, bridge_strength = pairs[held], strength[held]
    triangles, triangle_strength = _triangles(members, others, bridges, bridge_strength)
    order = np.argsort(np.where(strength > 0, lengths, 1e5 + lengths * (1 + hits)), kind="stable")
    corridors = _corridors(members, others, pairs[order], strength[order])
    return Skeleton(bridges, bridge_strength, triangles, triangle_strength, corridors)


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
    step = max(1, _CHUNK // len(others))
    for at in range(0, len(pairs), step):
        chunk = pairs[at : at + step]
        start = members[chunk[:, 0]]
        way = members[chunk[:, 1]] - start
        offset = others[None] - start[:, None]
        along = np.einsum("ijk,ik->ij", offset, way) / (np.einsum("ik,ik->i", way, way)[:, None] + 1e-9)
        along = np.clip(along, 0, 1)
        distance = np.hypot(offset[..., 0] - along * way[:, None, 0], offset[..., 1] - along * way[:, None, 1])
        nearest[at : at + step] = distance.min(1)
        hits[at : at + step] = (distance < CLEAR).sum(1)
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


def _corridors(members: Points, others: Points, pairs: Indices, strength: Floats) -> tuple[Points, ...]:
    """Lines that join what full bridges leave apart: the spanning tree stands, come what may."""
    parts = _Parts(len(members))
    found: list[Points] = []
    for (one, other), power in zip(pairs.tolist(), strength.tolist(), strict=True):
        if parts.join(one, other) and power < 1:
            found.append(routed(members[one], members[other], others, CORRIDOR_CLEAR))
    while parts.count > 1:
        one, other = _closest_apart(members, parts)
        parts.join(one, other)
        found.append(routed(members[one], members[other], others, CORRIDOR_CLEAR))
    return tuple(found)


def _closest_apart(members: Points, parts: _Parts) -> tuple[int, int]:
    """The nearest two members of which one hangs together with the first member and the other does not."""
    home = parts.of(0)
    inside = np.array([parts.of(at) == home for at in range(len(members))])
    near, far = np.flatnonzero(inside), np.flatnonzero(~inside)
    distance = np.hypot(*(members[near][:, None] - members[far][None]).transpose(2, 0, 1))
    row, column = np.unravel_index(int(distance.argmin()), distance.shape)
    return int(near[row]), int(far[column])


class _Parts:
    """Which members hang together already."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._parent = list(range(count))

    def of(self, member: int) -> int:
        parent = self._parent
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    def join(self, one: int, other: int) -> bool:
        """Whether they were apart."""
        first, second = self.of(one), self.of(other)
        if first == second:
            return False
        self._parent[first] = second
        self.count -= 1
        return True


def routed(start: Points, end: Points, others: Points, clear: float, depth: int = 0) -> Points:
    """A line from start to end, bent round the component that it would pass closest to, then each half likewise."""
    straight = np.array([start, end])
    way = end - start
    length = float(way @ way)
    if depth > 4 or not len(others) or length < 1:
        return straight
    along = ((others - start) @ way) / length
    off = others - start - np.clip(along, 0, 1)[:, None] * way
    distance = np.hypot(off[:, 0], off[:, 1])
    distance[(along < 0.02) | (along > 0.98)] = 1e9
    closest = int(distance.argmin())
    near = float(distance[closest])
    if near >= clear * 0.98:
        return straight
    aside = off[closest] / near if near > 1e-3 else np.array([-way[1], way[0]]) / math.sqrt(length)
    bend = others[closest] - aside * (clear + 3)
    if np.hypot(*(bend - start)) < 3 or np.hypot(*(bend - end)) < 3:
        return straight
    before = routed(start, bend, others, clear, depth + 1)
    return np.vstack([before[:-1], routed(bend, end, others, clear, depth + 1)])
