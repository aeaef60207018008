"""What lies in an outline, asked of thousands of points."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from mapper.drawing.placing.rating import Floats

_PIXEL = 4.0


class Inside:
    """The rings of one outline, painted: right to within four units of the outline."""

    def __init__(self, rings: Sequence[Floats]) -> None:
        self.corner = rings[0].min(0)
        columns, rows = (int(size) for size in np.ceil((rings[0].max(0) - self.corner) / _PIXEL) + 1)
        image = Image.new("1", (columns, rows))
        pencil = ImageDraw.Draw(image)
        for at, ring in enumerate(rings):
            pencil.polygon(((ring - self.corner) / _PIXEL).ravel().tolist(), fill=at == 0)
        self._painted = np.array(image, bool)

    def reaches(self, rects: Floats) -> NDArray[np.bool_]:
        """Which texts have a candidate (texts, candidates, 4) that could lie inside."""
        rows, columns = self._painted.shape
        far = self.corner + np.array([columns, rows]) * _PIXEL
        near: NDArray[np.bool_] = (rects[..., 2:].max(1) > self.corner).all(1) & (rects[..., :2].min(1) < far).all(1)
        return near

    def holds(self, points: Floats) -> NDArray[np.bool_]:
        """Which of the points (…, 2) lie inside."""
        rows, columns = self._painted.shape
        at = np.floor((points - self.corner) / _PIXEL + 0.5).astype(int)
        column, row = at[..., 0], at[..., 1]
        there = (column >= 0) & (column < columns) & (row >= 0) & (row < rows)
        held: NDArray[np.bool_] = self._painted[np.where(there, row, 0), np.where(there, column, 0)] & there
        return held
