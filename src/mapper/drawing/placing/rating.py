"""What rectangles would cover, for many texts with many candidates each.

Candidates are arrays (texts, candidates, 4) of left, top, right, bottom. Each text looks only at what is near it, so
large maps need time and memory in proportion to their size.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Rows = NDArray[np.intp]

_CHUNK = 1_500_000


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


def crossed(rects: Floats, segments: Floats, skip: Rows | None = None) -> Floats:
    """How many of the segments (n, 4) of x1, y1, x2, y2 pass through each candidate."""
    counts = np.zeros(rects.shape[:2])
    middle = (rects[..., :2] + rects[..., 2:]) / 2
    half = (rects[..., 2:] - rects[..., :2]) / 2
    for part, near in _near(rects, _boxes(segments), 0.0, skip, _centred(segments)):
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


def _centred(segments: Floats) -> Floats:
    """Segments as their middle and half their way."""
    first, second = segments[:, :2], segments[:, 2:]
    return np.hstack([(first + second) / 2, (second - first) / 2])


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


def _boxes(segments: Floats) -> Floats:
    first, second = segments[:, :2], segments[:, 2:]
    return np.hstack([np.minimum(first, second), np.maximum(first, second)])


def _near(
    rects: Floats, boxes: Floats, pad: float, skip: Rows | None, values: Floats | None = None
) -> Iterator[tuple[slice, Floats]]:
    """For a few texts at a time: the values (texts, most, 4) of the targets in reach, filled up with NaN."""
    if not len(boxes) or not len(rects):
        return
    reach = np.concatenate([rects[..., :2].min(1), rects[..., 2:].max(1)], axis=1)
    padded = np.vstack([boxes if values is None else values, np.full((1, 4), np.nan)])
    step = max(1, _CHUNK // len(boxes))
    for at in range(0, len(rects), step):
        close = _close(reach[at : at + step], boxes, pad)
        if skip is not None:
            close[np.arange(len(close)), skip[at : at + step]] = False
        yield from _portions(close, at, padded, rects.shape[1])


def _close(reach: Floats, boxes: Floats, pad: float) -> NDArray[np.bool_]:
    close: NDArray[np.bool_] = (
        (reach[:, None, 0] - pad <= boxes[None, :, 2])
        & (boxes[None, :, 0] <= reach[:, None, 2] + pad)
        & (reach[:, None, 1] - pad <= boxes[None, :, 3])
        & (boxes[None, :, 1] <= reach[:, None, 3] + pad)
    )
    return close


def _portions(close: NDArray[np.bool_], start: int, padded: Floats, width: int) -> Iterator[tuple[slice, Floats]]:
    """So few texts at a time that texts × candidates × targets stays small."""
    counts = close.sum(1)
    at = 0
    while at < len(close):
        step = max(1, _CHUNK // (width * max(1, int(counts[at : at + 64].max()))))
        rows = close[at : at + min(64, step)]
        most = int(rows.sum(1).max())
        if most:
            order = np.argsort(~rows, axis=1, kind="stable")[:, :most]
            order = np.where(np.take_along_axis(rows, order, axis=1), order, len(padded) - 1)
            yield slice(start + at, start + at + len(rows)), padded[order]
        at += len(rows)
