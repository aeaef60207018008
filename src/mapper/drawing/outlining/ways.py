"""The cheapest ways over a grid that join what lies apart on it."""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Cell = tuple[int, int]


def cheapest_ways(cost: NDArray[np.float64], pieces: Sequence[Sequence[Cell]]) -> Iterator[list[Cell]]:
    """A way from what is joined so far, at first the first piece, to the nearest other piece, until all are joined."""
    wide = cost.shape[1] + 2
    search = _Search(cost)
    cells = [[(row + 1) * wide + column + 1 for row, column in piece] for piece in pieces]
    apart = {cell: at for at, piece in enumerate(cells) for cell in piece if cell not in cells[0]}
    search.start(cells[0])
    while apart:
        way = search.to_any(apart)
        if not way:
            return
        yield [(cell // wide - 1, cell % wide - 1) for cell in way]
        reached = apart[way[0]]
        search.start([*way, *cells[reached]])
        apart = {cell: at for cell, at in apart.items() if at != reached}


class _Search:
    """Dijkstra over the grid's eight directions. It goes on from where it was once a goal has been reached."""

    def __init__(self, cost: NDArray[np.float64]) -> None:
        # A wall all round saves asking whether a step leaves the grid.
        walled = np.pad(cost, 1, constant_values=math.inf)
        self._prices: list[float] = walled.ravel().tolist()
        self._spent = [math.inf] * walled.size
        self._came = [-1] * walled.size
        self._heap: list[tuple[float, int]] = []
        wide = walled.shape[1]
        straight, aslant = (-wide, -1, 1, wide), (-wide - 1, -wide + 1, wide - 1, wide + 1)
        self._steps = tuple((step, 1.0) for step in straight) + tuple((step, 1.41) for step in aslant)

    def start(self, cells: Iterable[int]) -> None:
        """Ways may begin here from now on."""
        for cell in cells:
            self._spent[cell], self._came[cell] = 0.0, -1
            heapq.heappush(self._heap, (0.0, cell))

    def to_any(self, goals: Iterable[int]) -> list[int]:
        """The cells from the cheapest of the goals back to a start; none if no goal can be reached."""
        goals = frozenset(goals)
        prices, best, came, heap, steps = self._prices, self._spent, self._came, self._heap, self._steps
        while heap:
            spent, at = heapq.heappop(heap)
            if spent > best[at]:
                continue
            if at in goals:
                return self._back(at)
            for step, length in steps:
                cell = at + step
                total = spent + length * prices[cell]
                if total < best[cell]:
                    best[cell], came[cell] = total, at
                    heapq.heappush(heap, (total, cell))
        return []

    def _back(self, at: int) -> list[int]:
        way = [at]
        while self._came[at] >= 0:
            at = self._came[at]
            way.append(at)
        return way
