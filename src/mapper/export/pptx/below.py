"""The lines that texts stand over, found by the stretch of the page that they run through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from mapper.drawing.layout import Box
from mapper.drawing.marks import Line
from mapper.export.pptx.geometry import runs_through

_HEIGHT = 60.0
"""Of a band of the page, in page units: a few lines of text."""


class Below:
    """Lines by the bands of the page that they run through: of thousands, a text is held against those about it."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._bands: defaultdict[int, list[Line]] = defaultdict(list)
        for line in lines:
            for band in _bands(min(line.y1, line.y2), max(line.y1, line.y2)):
                self._bands[band].append(line)

    def crosses(self, box: Box) -> bool:
        """Whether any of the lines runs through a box."""
        return any(
            runs_through(line, box) for band in _bands(box.top, box.bottom) for line in self._bands.get(band, ())
        )


def _bands(top: float, bottom: float) -> range:
    return range(int(top // _HEIGHT), int(bottom // _HEIGHT) + 1)
