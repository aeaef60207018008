"""How many points lie in a rectangle, asked of thousands of rectangles at once."""

from __future__ import annotations

import math

import numpy as np

from mapper.drawing.frame import Frame
from mapper.drawing.placing.rating import Floats, Rows

_MOST_BINS = 2_000_000


class Count:
    """Points of a page, summed up in bins of this size, larger on a large page: right to half a bin."""

    def __init__(self, frame: Frame, points: Floats, size: float) -> None:
        self._bin = max(size, math.sqrt(frame.width * frame.height / _MOST_BINS)) if len(points) else math.inf
        columns, rows = int(frame.width / self._bin) + 1, int(frame.height / self._bin) + 1
        column = np.clip(points[:, 0] / self._bin, 0, columns - 1).astype(np.intp)
        row = np.clip(points[:, 1] / self._bin, 0, rows - 1).astype(np.intp)
        counts = np.bincount(column * rows + row, minlength=columns * rows).astype(np.int32).reshape(columns, rows)
        self._sums = np.zeros((columns + 1, rows + 1), np.int32)
        counts.cumsum(0, out=counts)
        counts.cumsum(1, out=self._sums[1:, 1:])

    def within(self, rects: Floats, beside: float, above: float) -> Floats:
        """How many lie in each of the rectangles (…, 4), with so much more to each side and above and below."""
        columns, rows = (size - 1 for size in self._sums.shape)
        left, right = (self._line(rects[..., at] + way * beside, columns) for at, way in ((0, -1), (2, 1)))
        top, bottom = (self._line(rects[..., at] + way * above, rows) for at, way in ((1, -1), (3, 1)))
        sums = self._sums
        counted = sums[right, bottom] - sums[left, bottom] - sums[right, top] + sums[left, top]
        found: Floats = counted.astype(np.float64)
        return found

    def _line(self, along: Floats, most: int) -> Rows:
        return np.clip(np.rint(along / self._bin), 0, most).astype(np.intp)
