"""What lies in an outline, asked of thousands of points."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from mapper.drawing.placing.rating import Floats

_PIXEL = 4.0

Rings = Sequence[Floats]
"""An outline: the ring round it, then its holes."""


class Inside:
    """Outlines, painted: right to within four units of each."""

    def __init__(self, outlines: Sequence[Rings]) -> None:
        corners = [(rings[0].min(0), rings[0].max(0)) for rings in outlines]
        self._corner: Floats = np.min([first for first, _ in corners], axis=0)
        self._far: Floats = np.max([last for _, last in corners], axis=0)
        columns, rows = (int(size) for size in np.ceil((self._far - self._corner) / _PIXEL) + 1)
        image = Image.new("1", (columns, rows))
        pencil = ImageDraw.Draw(image)
        for rings in outlines:
            for at, ring in enumerate(rings):
                pencil.polygon(((ring - self._corner) / _PIXEL).ravel().tolist(), fill=at == 0)
        self._painted = np.array(image, bool)

    def reaches(self, boxes: Floats) -> NDArray[np.bool_]:
        """Which of the boxes (n, 4) could have a point inside."""
        return np.logical_and((boxes[:, 2:] > self._corner).all(1), (boxes[:, :2] < self._far).all(1))

    def holds(self, points: Floats) -> NDArray[np.bool_]:
        """Which of the points (…, 2) lie inside."""
        rows, columns = self._painted.shape
        at = np.floor((points - self._corner) / _PIXEL + 0.5).astype(int)
        column, row = at[..., 0], at[..., 1]
        there = (column >= 0) & (column < columns) & (row >= 0) & (row < rows)
        held: NDArray[np.bool_] = self._painted[np.where(there, row, 0), np.where(there, column, 0)] & there
        return held
