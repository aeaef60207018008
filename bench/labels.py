"""L: finding places for the names of a large map."""

from __future__ import annotations

from collections.abc import Iterator

import numpy
from numpy.typing import NDArray

from bench.maps import synthetic
from bench.measure import Row, in_turn
from mapper.drawing.frame import Frame
from mapper.drawing.layout import Box
from mapper.drawing.place import lay_out

SIZE = 500


def rows() -> Iterator[Row]:
    document = synthetic(SIZE)
    document = document.put_plan(document.plan.but(contracts={}))
    frame = Frame.of(document)
    boxes = _array([place.box for place in lay_out(document, frame).labels.values()])
    cost = in_turn({"place": lambda: lay_out(document, frame), "judge": lambda: _overlaps(boxes)})
    yield Row("L1", f"places for {SIZE} labels", "overlaps of one placement", cost["place"], cost["judge"], 14)


def _array(boxes: list[Box]) -> NDArray[numpy.float64]:
    return numpy.array([[box.left, box.top, box.right, box.bottom] for box in boxes])


def _overlaps(boxes: NDArray[numpy.float64]) -> float:
    """How much label lies on label: one placement judged, as every placing must do time and again."""
    left, top, right, bottom = boxes.T
    width = numpy.minimum.outer(right, right) - numpy.maximum.outer(left, left)
    height = numpy.minimum.outer(bottom, bottom) - numpy.maximum.outer(top, top)
    return float((numpy.clip(width, 0, None) * numpy.clip(height, 0, None)).sum())
