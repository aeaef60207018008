"""Which records lie where: squares of the page, each with the records that touch it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, TypeVar

from mapper.drawing.layout import Box

CELL = 96.0
WIDE = 400
"""A record over more squares than this is kept apart and asked each time: a page's ground touches them all."""

Key = TypeVar("Key", bound=Hashable)
Square = tuple[int, int]


class Grid(Generic[Key]):
    def __init__(self) -> None:
        self._squares: dict[Square, set[Key]] = {}
        self._wide: set[Key] = set()
        self._covered: dict[Key, frozenset[Square]] = {}

    def put(self, key: Key, boxes: Iterable[Box]) -> None:
        """Note, or note afresh, where a record lies."""
        covered = frozenset(_squares(boxes))
        if covered == self._covered.get(key):
            return
        self.drop(key)
        self._covered[key] = covered
        if len(covered) > WIDE:
            self._wide.add(key)
            return
        for square in covered:
            self._squares.setdefault(square, set()).add(key)

    def drop(self, key: Key) -> None:
        """Forget a record, known or not."""
        self._wide.discard(key)
        for square in self._covered.pop(key, ()):
            if square in self._squares:
                self._squares[square].discard(key)

    def near(self, boxes: Iterable[Box]) -> set[Key]:
        """The records that may touch one of the boxes; no record that does is left out."""
        boxes = list(boxes)
        if sum(_number(box) for box in boxes) > len(self._squares):
            return set(self._covered)
        found = set(self._wide)
        for square in set(_squares(boxes)):
            found |= self._squares.get(square, frozenset())
        return found


def _number(box: Box) -> int:
    """About how many squares a box touches."""
    return int((box.right - box.left) // CELL + 1) * int((box.bottom - box.top) // CELL + 1)


def _squares(boxes: Iterable[Box]) -> Iterator[Square]:
    for box in boxes:
        rows = range(int(box.top // CELL), int(box.bottom // CELL) + 1)
        for column in range(int(box.left // CELL), int(box.right // CELL) + 1):
            for row in rows:
                yield column, row
