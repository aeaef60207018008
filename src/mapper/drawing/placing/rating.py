"""What rectangles would cover, for many texts with many candidates each.

Candidates are arrays (texts, candidates, 4) of left, top, right, bottom. Each text looks only at what is near it, so
large maps need time and memory in proportion to their size.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]
Sides = NDArray[np.float32]

_CHUNK = 500_000
_TILE = 400.0
_GROUP = 32
_TINY = np.float32(1e-6)
_CUT_ACROSS, _ALONG, _LONG = 0.7, 0.8, 90.0
"""What a line costs that passes through a text, and how much more one that does so for so long."""


def hits(rects: Floats, targets: Floats, pad: float = 0.0, skip: Rows | None = None) -> Floats:
    """How many of the targets (n, 4) each candidate overlaps or comes nearer to than `pad`; `skip` is a text's own."""
    counts = np.zeros(rects.shape[:2])
    for part, (left, top, right, bottom), near in _near(rects, targets, pad, skip):
        meet = left < near[2] + pad
        meet &= near[0] - pad < right
        meet &= top < near[3] + pad
        meet &= near[1] - pad < bottom
        counts[part] = meet.sum(0)
    return counts


@dataclass(frozen=True, eq=False)
class Lines:
    """Straight lines, made ready for `crossed`: each one's box, and its middle with half its way."""

    boxes: Floats
    halves: Floats

    @classmethod
    def of(cls, segments: Floats) -> Lines:
        """From rows of x1, y1, x2, y2."""
        first, second = segments[:, :2], segments[:, 2:]
        boxes = np.hstack([np.minimum(first, second), np.maximum(first, second)])
        return cls(boxes, np.hstack([(first + second) / 2, (second - first) / 2]))


def crossed(rects: Floats, lines: Lines, skip: Rows | None = None) -> Floats:
    """How many of the lines pass through each candidate."""
    counts = np.zeros(rects.shape[:2])
    for part, sides, line in _near(rects, lines.boxes, 0.0, skip, lines.halves):
        beside, reach, within = _passing(sides, line)
        within &= beside < reach
        counts[part] = within.sum(0)
    return counts


def run_through(rects: Floats, lines: Lines) -> Floats:
    """How many of the lines pass through each candidate, one that runs along under much of it counting almost double.

    A line that only cuts across counts as about three quarters.
    """
    totals = np.zeros(rects.shape[:2])
    for part, sides, line in _near(rects, lines.boxes, 0.0, None, lines.halves):
        left, top, right, bottom = sides
        beside, reach, within = _passing(sides, line)
        within &= beside < reach
        across, down = np.abs(line[2]) + _TINY, np.abs(line[3]) + _TINY
        longest = np.minimum((right - left) / across, (bottom - top) / down) * np.hypot(across, down)
        covered = np.minimum(longest * np.minimum(2 - 2 * beside / (reach + _TINY), 1), _LONG)
        totals[part] = np.where(within, _CUT_ACROSS + covered * (_ALONG / _LONG), 0).sum(0)
    return totals


def _passing(sides: Sides, line: Sides) -> tuple[Sides, Sides, NDArray[np.bool_]]:
    """How far each line passes from the middle of each candidate, what that must be less than to pass through it, both to
    the same scale, and whether their boxes meet.
    """
    left, top, right, bottom = sides
    width, height = (right - left) / 2, (bottom - top) / 2
    from_x, from_y = (left + right) / 2 - line[0], (top + bottom) / 2 - line[1]
    across, down = np.abs(line[2]), np.abs(line[3])
    within: NDArray[np.bool_] = np.abs(from_x) < width + across
    within &= np.abs(from_y) < height + down
    return np.abs(from_x * line[3] - from_y * line[2]), width * down + height * across, within


def misread(rects: Floats, centres: Floats, own: Rows, margin: float) -> NDArray[np.bool_]:
    """Which candidates are nearer to another centre (n, 2), within `margin`, than to their own."""
    home = centres[own].astype(np.float32)
    found = np.zeros(rects.shape[:2], bool)
    for part, sides, near in _near(rects, np.hstack([centres, centres]), 40.0, own):
        to_home = _distance(sides, home[part, 0:1], home[part, 1:2])
        found[part] = (_distance(sides, near[0], near[1]) < to_home + margin).any(0)
    return found


def _distance(sides: Sides, x: Sides, y: Sides) -> Sides:
    left, top, right, bottom = sides
    across = np.maximum(np.maximum(left - x, x - right), 0)
    down = np.maximum(np.maximum(top - y, y - bottom), 0)
    distance: Sides = np.hypot(across, down)
    return distance


def off(rects: Floats, bounds: tuple[float, float, float, float]) -> NDArray[np.bool_]:
    """Which candidates leave the bounds."""
    left, top, right, bottom = bounds
    out: NDArray[np.bool_] = (
        (rects[..., 0] < left) | (rects[..., 1] < top) | (rects[..., 2] > right) | (rects[..., 3] > bottom)
    )
    return out


def in_reach(boxes: Floats, within: float) -> tuple[Rows, Rows]:
    """Every two different boxes that overlap or come nearer than `within`, both ways round, ordered by the first."""
    wider = boxes + np.array([-within, -within, within, within])
    ones, others = [np.zeros(0, np.intp)], [np.zeros(0, np.intp)]
    for part in _together(boxes) if len(boxes) else ():
        whole = np.concatenate([wider[part, :2].min(0), wider[part, 2:].max(0)])
        targets = np.flatnonzero(_close(whole[None], boxes)[0])
        one, other = np.nonzero(_close(wider[part], boxes[targets]))
        ones.append(part[one])
        others.append(targets[other])
    first, second = np.concatenate(ones), np.concatenate(others)
    apart = first != second
    first, second = first[apart], second[apart]
    order = np.lexsort((second, first))
    return first[order], second[order]


def _near(
    rects: Floats, boxes: Floats, pad: float, skip: Rows | None, values: Floats | None = None
) -> Iterator[tuple[Rows, Sides, Sides]]:
    """For a few texts at a time: their candidates' sides (4, texts, candidates), and the values (4, most, texts, 1) of
    the targets in reach, filled up with NaN."""
    if not len(boxes) or not len(rects):
        return
    reach = np.concatenate([rects[..., :2].min(1) - pad, rects[..., 2:].max(1) + pad], axis=1)
    for texts in _together(reach):
        whole = np.concatenate([reach[texts, :2].min(0), reach[texts, 2:].max(0)])
        targets = np.flatnonzero(_close(whole[None], boxes)[0])
        close = _close(reach[texts], boxes[targets])
        if skip is not None:
            close &= targets[None, :] != skip[texts][:, None]
        for part, near in _portions(texts, close, (boxes if values is None else values)[targets], rects.shape[1]):
            yield part, np.ascontiguousarray(np.moveaxis(rects[part], 2, 0), np.float32), near


def _together(reach: Floats) -> Iterator[Rows]:
    """Texts in groups that lie near each other."""
    column, row = (reach[:, :2] // _TILE).T
    order = np.lexsort((row, column))
    for at in range(0, len(order), _GROUP):
        yield order[at : at + _GROUP]


def _close(reach: Floats, boxes: Floats) -> NDArray[np.bool_]:
    close: NDArray[np.bool_] = reach[:, None, 0] <= boxes[None, :, 2]
    close &= boxes[None, :, 0] <= reach[:, None, 2]
    close &= reach[:, None, 1] <= boxes[None, :, 3]
    close &= boxes[None, :, 1] <= reach[:, None, 3]
    return close


def _portions(texts: Rows, close: NDArray[np.bool_], values: Floats, width: int) -> Iterator[tuple[Rows, Sides]]:
    """So few texts at a time that texts × candidates × targets stays small."""
    most = int(close.sum(1).max())
    step = max(1, _CHUNK // (width * max(1, most)))
    for at in range(0, len(texts), step):
        rows = close[at : at + step]
        if rows.any():
            yield texts[at : at + step], _gathered(rows, values)


def _gathered(rows: NDArray[np.bool_], values: Floats) -> Sides:
    """The values that each row picks."""
    counts = rows.sum(1)
    text, target = np.nonzero(rows)
    place = np.arange(len(text)) - np.repeat(np.cumsum(counts) - counts, counts)
    gathered = np.full((4, int(counts.max()), len(rows), 1), np.nan, np.float32)
    gathered[:, place, text, 0] = values[target].T
    return gathered
