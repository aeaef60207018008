"""Forms of shapes: presets, freeforms, and the box that each fills."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from mapper.drawing.layout import Box, Point
from mapper.drawing.marks import Close, Curve, Line, Move, Path, Step, Straight
from mapper.export.officexml import Element, element


def preset(form: str, share: int | None = None) -> Element:
    """A form that PowerPoint knows; `share` is its one adjustment, in thousandths of a per cent."""
    adjusted = [] if share is None else [element("a:gd", name="adj", fmla=f"val {share}")]
    return element("a:prstGeom", element("a:avLst", *adjusted), prst=form)


def freeform(path: Path, box: Box, scale: float) -> Element:
    """A form of its own within its box; curves stay curves."""
    steps = [_step(step, box, scale) for step in path.steps]
    filled = {} if path.fill is not None else {"fill": "none"}
    width, height = round((box.right - box.left) * scale), round((box.bottom - box.top) * scale)
    empty = [element(f"a:{tag}") for tag in ("avLst", "gdLst", "ahLst", "cxnLst")]
    room = element("a:rect", l="0", t="0", r="r", b="b")
    return element(
        "a:custGeom", *empty, room, element("a:pathLst", element("a:path", *steps, w=width, h=height, **filled))
    )


def _step(step: Step, box: Box, scale: float) -> Element:
    def point(x: float, y: float) -> Element:
        return element("a:pt", x=round((x - box.left) * scale), y=round((y - box.top) * scale))

    match step:
        case Move(x, y):
            return element("a:moveTo", point(x, y))
        case Straight(x, y):
            return element("a:lnTo", point(x, y))
        case Curve(cx, cy, x, y):
            return element("a:quadBezTo", point(cx, cy), point(x, y))
        case Close():
            return element("a:close")


def bounds(steps: Iterable[Step]) -> Box:
    """The box that a path fills, its curves measured exactly."""
    xs, ys = zip(*_extremes(steps), strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def _extremes(steps: Iterable[Step]) -> Iterator[Point]:
    at = (0.0, 0.0)
    for step in steps:
        match step:
            case Move(x, y) | Straight(x, y):
                at = (x, y)
                yield at
            case Curve(cx, cy, x, y):
                yield _furthest(at[0], cx, x), _furthest(at[1], cy, y)
                at = (x, y)
                yield at


def _furthest(start: float, control: float, end: float) -> float:
    """How far a quadratic curve swings along one axis, where that is beyond both its ends; else its start."""
    if min(start, end) <= control <= max(start, end):
        return start
    share = (start - control) / (start - 2 * control + end)
    return (1 - share) ** 2 * start + 2 * share * (1 - share) * control + share**2 * end


def runs_through(line: Line, box: Box) -> bool:
    """Whether a line runs through a box, as good as: near its ends it may be taken for a little longer."""
    if max(line.x1, line.x2) < box.left or min(line.x1, line.x2) > box.right:
        return False
    if max(line.y1, line.y2) < box.top or min(line.y1, line.y2) > box.bottom:
        return False
    across, down = line.x2 - line.x1, line.y2 - line.y1
    sides = [
        across * (y - line.y1) > down * (x - line.x1) for x in (box.left, box.right) for y in (box.top, box.bottom)
    ]
    return any(sides) and not all(sides)


def around(boxes: Iterable[Box]) -> Box:
    """The box that holds all of these."""
    lefts, tops, rights, bottoms = zip(*((b.left, b.top, b.right, b.bottom) for b in boxes), strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def turned(box: Box, pivot: Point, degrees: float) -> Box:
    """The box moved to where its middle comes when it is turned clockwise; a slide turns it in its place."""
    turn = math.radians(degrees)
    across, down = box.middle[0] - pivot[0], box.middle[1] - pivot[1]
    x = pivot[0] + across * math.cos(turn) - down * math.sin(turn)
    y = pivot[1] + across * math.sin(turn) + down * math.cos(turn)
    half_width, half_height = (box.right - box.left) / 2, (box.bottom - box.top) / 2
    return Box(x - half_width, y - half_height, x + half_width, y + half_height)


def overlap(path: Path, other: Path) -> bool:
    """Whether a corner of one path lies within the other; outlines have so many that this is as good as exact."""
    box, beside = bounds(path.steps), bounds(other.steps)
    if min(box.right, beside.right) < max(box.left, beside.left):
        return False
    if min(box.bottom, beside.bottom) < max(box.top, beside.top):
        return False
    pairs = ((path, other), (other, path))
    return any(holds(whole, x, y) for whole, part in pairs for x, y in _corners(part))


def _corners(path: Path) -> Iterator[Point]:
    return ((step.x, step.y) for step in path.steps if not isinstance(step, Close))


def holds(path: Path, x: float, y: float) -> bool:
    """Whether a point lies within a path, by the even-odd rule; curves count as the straight lines to their ends."""
    inside, start, at = False, (0.0, 0.0), (0.0, 0.0)
    for step in path.steps:
        to = start if isinstance(step, Close) else (step.x, step.y)
        if isinstance(step, Move):
            start = to
        elif (at[1] > y) != (to[1] > y) and x < (to[0] - at[0]) * (y - at[1]) / (to[1] - at[1]) + at[0]:
            inside = not inside
        at = to
    return inside
