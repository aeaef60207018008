"""Which ids lie where: square cells over the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from mapper.drawing.layout import Box, Point
from mapper.model import Id

Cell = tuple[int, int]


class Grid:
    """Square cells of the page, each with the ids of what touches it."""

    SIDE = 128.0

    def __init__(self) -> None:
        self._cells: defaultdict[Cell, dict[Id, None]] = defaultdict(dict)

    def add(self, id: Id, cells: Iterable[Cell]) -> None:
        for cell in cells:
            self._cells[cell][id] = None

    def discard(self, id: Id, cells: Iterable[Cell]) -> None:
        for cell in cells:
            self._cells[cell].pop(id, None)

    def near(self, x: float, y: float, reach: float) -> Iterable[Id]:
        """What touches a cell within reach of a point: candidates, to be looked at more closely."""
        cells = cells_of_box(Box(x - reach, y - reach, x + reach, y + reach))
        return {id: None for cell in cells if cell in self._cells for id in self._cells[cell]}


def cells_of_box(box: Box) -> Iterator[Cell]:
    """The cells that a box touches."""
    side = Grid.SIDE
    rows = range(int(box.top // side), int(box.bottom // side) + 1)
    for column in range(int(box.left // side), int(box.right // side) + 1):
        for row in rows:
            yield column, row


def cells_of_line(start: Point, end: Point) -> Iterator[Cell]:
    """The cells that a straight line passes through."""
    side = Grid.SIDE
    (x1, y1), (x2, y2) = sorted((start, end))
    slope = (y2 - y1) / (x2 - x1) if x2 > x1 else 0.0
    first, last = int(x1 // side), int(x2 // side)
    for column in range(first, last + 1):
        enters = y1 if column == first else y1 + slope * (column * side - x1)
        leaves = y2 if column == last else y1 + slope * ((column + 1) * side - x1)
        low, high = (enters, leaves) if enters <= leaves else (leaves, enters)
        for row in range(int(low // side), int(high // side) + 1):
            yield column, row
