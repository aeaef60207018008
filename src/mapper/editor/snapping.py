"""What a thing that is dragged falls into line with: other components, equal gaps between them, and the stage lines."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from mapper.drawing.belonging import pipeline_members
from mapper.drawing.layout import Point
from mapper.drawing.where import centre
from mapper.edits import pipelines_of
from mapper.model import Document, Id

if TYPE_CHECKING:
    from mapper.editor.session import Session

NEAR = 0.6
"""From how near something is drawn into line, in reaches of the pointer."""
ROW = 1.5
"""How far from one row or column its members may stand for their gaps to count, in reaches of the pointer."""
FAR = 75.0
"""Things farther away than this are not lined up with, in reaches of the pointer: they may not be in sight."""
SAME = 0.3
"""Centres so near along an axis are in line, in page units: places are rounded."""


@dataclass(frozen=True, slots=True)
class Guide:
    """A straight line along an axis of the page that says what something was drawn into line with.

    "align" runs through centres, "stage" along a stage line, and each "gap" from one centre to the next.
    """

    style: Literal["align", "stage", "gap"]
    start: Point
    end: Point

    @property
    def is_upright(self) -> bool:
        return self.start[0] == self.end[0]


@dataclass(frozen=True, slots=True)
class Snapped:
    """Where something goes that was dragged near a line, in page units, and the lines that it is now on."""

    x: float
    y: float
    guides: tuple[Guide, ...] = ()


@dataclass(frozen=True, slots=True)
class _Pull:
    """A place along an axis that draws things in. `gaps` are the ends of the gaps that are equal there."""

    place: float
    style: Literal["align", "stage", "gap"]
    gaps: tuple[Point, ...] = ()


class _Rank:
    """Points sorted along one axis, each as (along it, across it)."""

    def __init__(self, points: Iterable[Point]) -> None:
        self._points = sorted(points)
        self._alongs = [along for along, _ in self._points]

    def between(self, low: float, high: float) -> Sequence[Point]:
        return self._points[bisect_left(self._alongs, low) : bisect_right(self._alongs, high)]

    def abreast(self, along: float, across: float, within: float, far: float) -> list[Point]:
        """What stands at a place along the axis, and not too far across it."""
        return [point for point in self.between(along - within, along + within) if abs(point[1] - across) <= far]


class Snapping:
    """Made once a gesture. Each answer looks only at what is near, however much stands on the map.

    `origin` is where the thing that is dragged began; `upright` False lets it go along evolution alone.
    """

    def __init__(
        self, points: Collection[Point], lines: Sequence[float], ends: Point, *, origin: Point, upright: bool
    ) -> None:
        self.origin = origin
        self._upright = upright
        self._lines = lines
        self._ends = ends
        self._by_x = _Rank(points)
        self._by_y = _Rank((y, x) for x, y in points)

    def at(self, x: float, y: float, reach: float) -> Snapped:
        """Where something goes that the user would put here. Nothing is drawn right onto something else, which it would
        hide."""
        across = _nearest(x, self._pulls(self._by_x, self._by_y, x, y, reach, self._lines), reach)
        here, x = (x, y), x if across is None else across.place
        up = _nearest(y, self._pulls(self._by_y, self._by_x, y, x, reach), reach) if self._upright else None
        y = y if up is None else up.place
        if self._by_x.abreast(x, y, SAME, SAME):
            return Snapped(*here)
        guides = [*self._guides(across, self._by_x, x, y, reach)]
        guides += [_turned(guide) for guide in self._guides(up, self._by_y, y, x, reach)]
        return Snapped(x, y, tuple(guides))

    @staticmethod
    def _pulls(
        rank: _Rank, other: _Rank, along: float, across: float, reach: float, lines: Sequence[float] = ()
    ) -> Iterator[_Pull]:
        for place, _ in rank.abreast(along, across, NEAR * reach, FAR * reach):
            yield _Pull(place, "align")
        for line in lines:
            yield _Pull(line, "stage")
        row = sorted(place for _, place in other.between(across - ROW * reach, across + ROW * reach))
        yield from _gaps(row, along, FAR * reach)

    def _guides(self, pull: _Pull | None, rank: _Rank, along: float, across: float, reach: float) -> Iterator[Guide]:
        """The lines of a pull, as if it were along x."""
        if pull is None:
            return
        for start, end in pull.gaps:
            yield Guide("gap", (start, across), (end, across))
        if pull.style == "stage":
            yield Guide("stage", (along, self._ends[0]), (along, self._ends[1]))
        places = [place for _, place in rank.abreast(along, across, SAME, FAR * reach)]
        if places:
            yield Guide("align", (along, min(across, *places)), (along, max(across, *places)))


def snapping(
    session: Session, moving: Iterable[Id] = (), origin: Point = (0.0, 0.0), *, upright: bool = True
) -> Snapping:
    """What the shown document has to fall into line with, other than what is `moving`."""
    document, frame = session.document, session.frame
    gone = _moving_along(document, frozenset(moving))
    points = [centre(each, document, frame) for each in document.components.values() if each.id not in gone]
    lines = () if document.look.hides_evolution else [frame.x(line) for line in document.stages.lines]
    return Snapping(points, lines, (frame.top, frame.bottom), origin=origin, upright=upright)


def _moving_along(document: Document, ids: frozenset[Id]) -> frozenset[Id]:
    """All that moves when these are moved: the members of contracts and of pipelines too."""
    ids = ids.union(*(document.contracts[id].members for id in ids & document.contracts.keys()))
    return ids.union(*(pipeline_members(id, document) for id in pipelines_of(document, ids)))


def _gaps(row: Sequence[float], along: float, far: float) -> Iterator[_Pull]:
    """The places beside and between the things of a row where the gaps on both sides of a thing are equal."""
    at = bisect_left(row, along)
    left, right = row[max(0, at - 2) : at], row[at : at + 2]
    if left and right and 0 < right[0] - left[-1] <= 2 * far:
        middle = (left[-1] + right[0]) / 2
        yield _Pull(middle, "gap", ((left[-1], middle), (middle, right[0])))
    if len(left) == 2 and 0 < (gap := left[1] - left[0]) <= far:
        yield _Pull(left[1] + gap, "gap", ((left[0], left[1]), (left[1], left[1] + gap)))
    if len(right) == 2 and 0 < (gap := right[1] - right[0]) <= far:
        yield _Pull(right[0] - gap, "gap", ((right[0] - gap, right[0]), (right[0], right[1])))


def _nearest(along: float, pulls: Iterable[_Pull], reach: float) -> _Pull | None:
    """The nearest that is near enough; of two as near, the first."""
    best = min(pulls, key=lambda pull: abs(pull.place - along), default=None)
    return best if best is not None and abs(best.place - along) <= NEAR * reach else None


def _turned(guide: Guide) -> Guide:
    """The same line along the other axis."""
    return Guide(guide.style, guide.start[::-1], guide.end[::-1])
