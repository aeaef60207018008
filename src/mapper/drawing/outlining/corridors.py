"""The tree that holds a contract's members together, and the lines along which corridors go round other components."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from mapper.drawing.layout import Point, Ways
from mapper.drawing.outlining.grid import Points

Indices = NDArray[np.intp]
Floats = NDArray[np.float64]

CLEAR = 35.0
"""A corridor keeps this far from other components where it can."""
_BEYOND = 3.0
_TREE_KEPT, _LINE_KEPT = 0.45, 1.7
"""A pair that was joined before counts as so much nearer; a line that was there before may be so much longer."""
_WEAK = 1e5
_KEPT_WEAK = 60.0
_TURNS = 4


def hold_together(
    members: Points, others: Points, pairs: Indices, strength: Floats, hits: Floats, before: Ways | None
) -> Ways:
    """Which pairs of members are joined, with a line for each that no full bridge joins: the tree stands, come what may.

    `hits` is how many others stand close to the straight line between a pair. With the ways of the outline `before` the tree stays, and each line stays on its
    side of other components, unless another would be clearly better: so nothing jumps while something is dragged.
    """
    if before is not None and before.members != len(members):
        before = None
    known = dict(zip(before.tree, before.corridors, strict=True)) if before is not None else {}
    tree: list[tuple[int, int]] = []
    lines: list[tuple[Point, ...]] = []
    for one, other, power in _tree(members, pairs, strength, hits, known):
        tree.append((one, other))
        was = known.get((one, other), ())
        lines.append(_line(members[one], members[other], others, was) if power < 1 else ())
    return Ways(len(members), tuple(tree), tuple(lines))


def _tree(
    members: Points, pairs: Indices, strength: Floats, hits: Floats, known: Iterable[tuple[int, int]]
) -> list[tuple[int, int, float]]:
    """The pairs of a spanning tree, full bridges first, with the strength of their bridge."""
    lengths = np.hypot(*(members[pairs[:, 0]] - members[pairs[:, 1]]).T)
    price = np.where(strength > 0, lengths, _WEAK + lengths * (1 + hits))
    kept = frozenset(known)
    if kept:
        was = np.array([pair in kept for pair in map(tuple, pairs.tolist())], bool)
        price = np.where(was, _TREE_KEPT * lengths + np.where(strength > 0, 0.0, _KEPT_WEAK), price)
    parts = _Parts(len(members))
    order = np.argsort(price, kind="stable")
    found = [
        (one, other, power)
        for (one, other), power in zip(pairs[order].tolist(), strength[order].tolist(), strict=True)
        if parts.join(one, other)
    ]
    while parts.count > 1:
        one, other = _closest_apart(members, parts)
        parts.join(one, other)
        found.append((one, other, -1.0))
    return found


def _closest_apart(members: Points, parts: _Parts) -> tuple[int, int]:
    """The nearest two members of which one hangs together with the first member and the other does not."""
    home = parts.of(0)
    inside = np.array([parts.of(at) == home for at in range(len(members))])
    near, far = np.flatnonzero(inside), np.flatnonzero(~inside)
    distance = np.hypot(*(members[near][:, None] - members[far][None]).transpose(2, 0, 1))
    row, column = np.unravel_index(int(distance.argmin()), distance.shape)
    one, other = int(near[row]), int(far[column])
    return min(one, other), max(one, other)


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


def _line(start: Points, end: Points, others: Points, before: tuple[Point, ...]) -> tuple[Point, ...]:
    """A corridor's line: the one of before, its ends brought along, unless a new one is clearly shorter."""
    near = _along(others, start, end, before)
    fresh = _tightened(routed(start, end, near), near)
    if len(before) > 1:
        line = np.vstack([start, np.array(before[1:-1]).reshape(-1, 2), end])
        kept = _tightened(_mended(line, near), near)
        if _length(kept) <= _LINE_KEPT * _length(fresh):
            fresh = kept
    return tuple((x, y) for x, y in np.round(fresh, 2).tolist())


def _along(others: Points, start: Points, end: Points, before: tuple[Point, ...]) -> Points:
    """The others that a line could have to do with."""
    span = np.vstack([start, end, np.array(before).reshape(-1, 2)])
    reach = 4 * CLEAR
    near: Points = others[((others > span.min(0) - reach) & (others < span.max(0) + reach)).all(1)]
    return near


def _length(line: Points) -> float:
    return float(np.hypot(*(line[1:] - line[:-1]).T).sum())


def _mended(line: Points, others: Points) -> Points:
    """The line with its bends pushed out of others' reach, and each of its parts bent round what lies in the way."""
    if not len(others):
        return line
    bends = [line[0]]
    for bend in line[1:-1]:
        away = bend - others
        distance = np.hypot(away[:, 0], away[:, 1])
        nearest = int(distance.argmin())
        if 1e-3 < distance[nearest] < CLEAR + _BEYOND:
            bend = others[nearest] + away[nearest] / distance[nearest] * (CLEAR + _BEYOND)
        bends.append(bend)
    bends.append(line[-1])
    parts = [routed(one, other, others, depth=3) for one, other in pairwise(bends)]
    return np.vstack([*(part[:-1] for part in parts), line[-1:]])


def _tightened(line: Points, others: Points) -> Points:
    """The line without bends that it can do without: nothing else lies between, and the short cut is as clear."""
    for _ in range(_TURNS):
        bends = list(line)
        at = 1
        while at < len(bends) - 1:
            if _can_go(bends[at - 1], bends[at], bends[at + 1], others):
                del bends[at]
            else:
                at += 1
        if len(bends) == len(line):
            break
        line = np.array(bends)
    return line


def _can_go(before: Points, bend: Points, after: Points, others: Points) -> bool:
    if not len(others):
        return True
    _, distance = _beside(before, after, others)
    if float(distance.min()) < CLEAR * 0.98:
        return False
    one, other = bend - before, after - before
    area = one[0] * other[1] - one[1] * other[0]
    if abs(area) < 1:
        return True
    off = others - before
    u = (off[:, 0] * other[1] - off[:, 1] * other[0]) / area
    v = (one[0] * off[:, 1] - one[1] * off[:, 0]) / area
    return not bool(((u >= 0) & (v >= 0) & (u + v <= 1)).any())


def _beside(start: Points, end: Points, others: Points) -> tuple[Points, Floats]:
    """From the nearest point of a straight line to each of the others, and how far; far, for those beside its ends."""
    way = end - start
    along = ((others - start) @ way) / (float(way @ way) + 1e-9)
    off: Points = others - start - np.clip(along, 0, 1)[:, None] * way
    distance: Floats = np.hypot(off[:, 0], off[:, 1])
    distance[(along < 0.02) | (along > 0.98)] = 1e9
    return off, distance


def routed(start: Points, end: Points, others: Points, depth: int = 0) -> Points:
    """A line from start to end, bent round the component that it would pass closest to, then each half likewise."""
    straight = np.array([start, end])
    way = end - start
    length = float(way @ way)
    if depth > 4 or not len(others) or length < 1:
        return straight
    off, distance = _beside(start, end, others)
    closest = int(distance.argmin())
    near = float(distance[closest])
    if near >= CLEAR * 0.98:
        return straight
    aside = off[closest] / near if near > 1e-3 else np.array([-way[1], way[0]]) / math.sqrt(length)
    bend = others[closest] - aside * (CLEAR + _BEYOND)
    if np.hypot(*(bend - start)) < 3 or np.hypot(*(bend - end)) < 3:
        return straight
    before = routed(start, bend, others, depth + 1)
    return np.vstack([before[:-1], routed(bend, end, others, depth + 1)])
