"""Where the parts of a map that have no place of their own were put: labels, outlines, titles, marks, legend.

A layout is derived from a document and never saved. `drawing.place.lay_out` makes one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from mapper.drawing.marks import Align, Close, Curve, Move, Step
from mapper.model import Id

Point = tuple[float, float]


def ghost_label(component: Id) -> Id:
    """The key, in a layout's labels, of what a component will be called once it has evolved. No record has such an id."""
    return Id(f"{component}\nevolve")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the page."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def meets(self, other: Box, within: float = 0.0) -> bool:
        """Whether the two overlap, or come nearer than `within`."""
        return (
            self.left < other.right + within
            and other.left < self.right + within
            and self.top < other.bottom + within
            and other.top < self.bottom + within
        )

    @property
    def middle(self) -> Point:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class LabelPlace:
    """A name in one to three lines within a box."""

    box: Box
    lines: tuple[str, ...]
    align: Align = Align.START


@dataclass(frozen=True, slots=True)
class TitlePlace:
    """A contract's badge and title within a box: in one row, or the badge above the lines."""

    box: Box
    lines: tuple[str, ...]
    in_row: bool = True
    align: Align = Align.START


@dataclass(frozen=True, slots=True)
class Ways:
    """How so many `members` hang together: the pairs of a `tree`, and for each the line of its corridor, if it has one.

    `threads` are further lines, laid where pieces would come apart; `channels` are where bays open that lead to
    non-members in the midst. An outline remembers them so that the next one, when
    something has moved a little, keeps to them.
    """

    members: int
    tree: tuple[tuple[int, int], ...]
    corridors: tuple[tuple[Point, ...], ...]
    threads: tuple[tuple[Point, ...], ...] = ()
    channels: tuple[Point, ...] = ()

    def shifted(self, right: float, down: float) -> Ways:
        corridors, threads = (
            tuple(tuple((x + right, y + down) for x, y in line) for line in lines)
            for lines in (self.corridors, self.threads)
        )
        channels = tuple((x + right, y + down) for x, y in self.channels)
        return Ways(self.members, self.tree, corridors, threads, channels)


@dataclass(frozen=True)
class Outline:
    """A contract's boundary: closed rings of points, smoothed by quadratic curves through the points' midpoints.

    The first ring holds the members; further rings are holes round non-members.
    """

    rings: tuple[tuple[Point, ...], ...]
    ways: Ways | None = field(default=None, compare=False, repr=False)

    def shifted(self, right: float, down: float) -> Outline:
        rings = tuple(tuple((x + right, y + down) for x, y in ring) for ring in self.rings)
        return Outline(rings, None if self.ways is None else self.ways.shifted(right, down))

    @cached_property
    def bounds(self) -> Box:
        xs = [x for ring in self.rings for x, _ in ring]
        ys = [y for ring in self.rings for _, y in ring]
        return Box(min(xs), min(ys), max(xs), max(ys))

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The smoothed rings as steps of a path."""
        return tuple(step for ring in self.rings for step in _smoothed(ring))

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is inside, by the even-odd rule, holes left out."""
        bounds = self.bounds
        if not (bounds.left <= x <= bounds.right and bounds.top <= y <= bounds.bottom):
            return False
        return sum(_crossings(ring, x, y) for ring in self.rings) % 2 == 1

    def meets(self, box: Box, within: float) -> bool:
        """Whether a box has its middle inside, or the outline passes through it or nearer than `within`."""
        bounds = self.bounds
        left, top, right, bottom = box.left - within, box.top - within, box.right + within, box.bottom + within
        if right < bounds.left or left > bounds.right or bottom < bounds.top or top > bounds.bottom:
            return False
        passing = any(left < x < right and top < y < bottom for ring in self.rings for x, y in ring)
        return passing or self.holds(*box.middle)


def _smoothed(ring: tuple[Point, ...]) -> Iterator[Step]:
    lx, ly = ring[-1]
    fx, fy = ring[0]
    yield Move((lx + fx) / 2, (ly + fy) / 2)
    for (x, y), (next_x, next_y) in zip(ring, (*ring[1:], ring[0]), strict=True):
        yield Curve(x, y, (x + next_x) / 2, (y + next_y) / 2)
    yield Close()


def _crossings(ring: tuple[Point, ...], x: float, y: float) -> int:
    """How often a ray from the point to the right crosses the ring."""
    count = 0
    x1, y1 = ring[-1]
    for x2, y2 in ring:
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            count += 1
        x1, y1 = x2, y2
    return count


@dataclass(frozen=True, slots=True)
class InterfaceMark:
    """The number of an interface of the register, on one of its links."""

    number: int
    source: Id
    target: Id
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class LegendCard:
    """One card of the legend: its place and which of the legend's blocks are on it.

    Blocks lie below each other, or `across` beside each other; one of more than `rows` goes on in another column.
    """

    box: Box
    blocks: tuple[str, ...]
    across: bool = False
    rows: int | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of one map. Keys: components, links, notes and ghosts in `labels`; contracts in the next two."""

    labels: Mapping[Id, LabelPlace] = field(default_factory=dict)
    outlines: Mapping[Id, Outline] = field(default_factory=dict)
    titles: Mapping[Id, TitlePlace] = field(default_factory=dict)
    interfaces: tuple[InterfaceMark, ...] = ()
    legend: tuple[LegendCard, ...] = ()
    page_height: float | None = None
