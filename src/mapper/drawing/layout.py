"""Where the parts of a map that have no place of their own were put: labels, outlines, titles, marks, legend.

A layout is derived from a document and never saved. `drawing.place.lay_out` makes one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mapper.drawing.marks import Align
from mapper.model import Id

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the page."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom


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
class Outline:
    """A contract's boundary: closed rings of points, smoothed by quadratic curves through the points' midpoints.

    The first ring holds the members; further rings are holes round non-members.
    """

    rings: tuple[tuple[Point, ...], ...]


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
    """One card of the legend: its place and which of the legend's blocks are on it."""

    box: Box
    blocks: tuple[str, ...]
    across: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of one map. Keys: components and notes in `labels`; contracts in `outlines` and `titles`."""

    labels: Mapping[Id, LabelPlace] = field(default_factory=dict)
    outlines: Mapping[Id, Outline] = field(default_factory=dict)
    titles: Mapping[Id, TitlePlace] = field(default_factory=dict)
    interfaces: tuple[InterfaceMark, ...] = ()
    legend: tuple[LegendCard, ...] = ()
    page_height: float | None = None
