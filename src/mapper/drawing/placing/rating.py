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

_CHUNK = 1_500_000
_TILE = 400.0
_GROUP = 48


def hits(rects: Floats, targets: Floats, pad: float = 0.0, skip: Rows | None = None) -> Floats:
    """How many of the targets (n, 4) each candidate overlaps or comes nearer to than `pad`; `skip` is a text's own."""
    counts = np.zeros(rects.shape[:2])
    for part, near in _near(rects, targets, pad, skip):
        mine, theirs = rects[part][:, :, None, :], near[:, None, :, :]
        counts[part] = (
            (mine[..., 0] < theirs[..., 2] + pad)
            & (theirs[..., 0] - pad < mine[..., 2])
            & (mine[..., 1] < theirs[..., 3] + pad)
            & (theirs[..., 1] - pad < mine[..., 3])
        ).sum(2)
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
    middle = (rects[..., :2] + rects[..., 2:]) / 2
    half = (rects[..., 2:] - rects[..., :2]) / 2
    for part, near in _near(rects, lines.boxes, 0.0, skip, lines.halves):
        line = near[:, None, :, :].astype(np.float32)
        from_x = middle[part, :, None, 0].astype(np.float32) - line[..., 0]
        from_y = middle[part, :, None, 1].astype(np.float32) - line[..., 1]
        width, height = (half[part, :, None, axis].astype(np.float32) for axis in (0, 1))
        across, down = np.abs(line[..., 2]), np.abs(line[..., 3])
        beside = np.abs(from_x * line[..., 3] - from_y * line[..., 2])
        through = beside < width * down + height * across
        through &= np.abs(from_x) < width + across
        through &= np.abs(from_y) < height + down
        counts[part] = through.sum(2)
    return counts


def misread(rects: Floats, centres: Floats, own: Rows, margin: float) -> NDArray[np.bool_]:
    """Which candidates are nearer to another centre (n, 2), within `margin`, than to their own."""
    home = centres[own]
    to_home = _distance(rects, home[:, None, 0], home[:, None, 1])
    found = np.zeros(rects.shape[:2], bool)
    for part, near in _near(rects, np.hstack([centres, centres]), 40.0, own):
        mine = rects[part][:, :, None, :]
        to_others = _distance(mine, near[:, None, :, 0], near[:, None, :, 1])
        found[part] = (to_others < to_home[part][:, :, None] + margin).any(2)
    return found


def _distance(rects: Floats, x: Floats, y: Floats) -> Floats:
    across = np.maximum(np.maximum(rects[..., 0] - x, x - rects[..., 2]), 0)
    down = np.maximum(np.maximum(rects[..., 1] - y, y - rects[..., 3]), 0)
    return np.hypot(across, down)


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
) -> Iterator[tuple[Rows, Floats]]:
    """For a few texts at a time: the values (texts, most, 4) of the targets in reach, filled up with NaN."""
    if not len(boxes) or not len(rects):
        return
    reach = np.concatenate([rects[..., :2].min(1) - pad, rects[..., 2:].max(1) + pad], axis=1)
    for texts in _together(reach):
        whole = np.concatenate([reach[texts, :2].min(0), reach[texts, 2:].max(0)])
        targets = np.flatnonzero(_close(whole[None], boxes)[0])
        close = _close(reach[texts], boxes[targets])
        if skip is not None:
            close &= targets[None, :] != skip[texts][:, None]
        yield from _portions(texts, close, (boxes if values is None else values)[targets], rects.shape[1])


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


def _portions(texts: Rows, close: NDArray[np.bool_], values: Floats, width: int) -> Iterator[tuple[Rows, Floats]]:
    """So few texts at a time that texts × candidates × targets stays small."""
    most = int(close.sum(1).max())
    step = max(1, _CHUNK // (width * max(1, most)))
    for at in range(0, len(texts), step):
        rows = close[at : at + step]
        if rows.any():
            yield texts[at : at + step], _gathered(rows, values)


def _gathered(rows: NDArray[np.bool_], values: Floats) -> Floats:
    """The values (texts, most, 4) that each row picks, filled up with NaN."""
    counts = rows.sum(1)
    text, target = np.nonzero(rows)
    place = np.arange(len(text)) - np.repeat(np.cumsum(counts) - counts, counts)
    gathered = np.full((len(rows), int(counts.max()), 4), np.nan)
    gathered[text, place] = values[target]
    return gathered
