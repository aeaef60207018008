"""Where the numbers of interfaces stand: on one of their links, at the point with most room."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from mapper.drawing.contracts import MARK_RADIUS
from mapper.drawing.layout import Box, InterfaceMark
from mapper.drawing.placing.obstacles import Obstacles
from mapper.drawing.placing.rating import Floats, crossed, hits
from mapper.drawing.scene import Scene
from mapper.procurement.interfaces import ContractInterface, interfaces

_SHARES = np.linspace(0.12, 0.88, 39)
_APART = 6.0


def place_numbers(scene: Scene, ground: Obstacles, taken: Iterable[Box]) -> tuple[InterfaceMark, ...]:
    """One mark for each interface of the register; an interface whose ends touch has no line to stand on."""
    boxes = [(box.left, box.top, box.right, box.bottom) for box in taken]
    busy = np.vstack([ground.symbols, ground.walls, ground.texts, np.array(boxes).reshape(-1, 4)])
    marks: list[InterfaceMark] = []
    numbers = np.zeros((0, 4))
    for interface in interfaces(scene.document):
        spots = _spots(interface, ground)
        if not len(spots):
            continue
        rects = np.hstack([spots[:, :2] - MARK_RADIUS, spots[:, :2] + MARK_RADIUS])
        best = int(_rated(rects[None], spots, ground, busy, numbers).argmin())
        x, y = spots[best, :2].tolist()
        marks.append(InterfaceMark(interface.number, interface.source, interface.target, x, y))
        numbers = np.vstack([numbers, rects[best]])
    return tuple(marks)


def _spots(interface: ContractInterface, ground: Obstacles) -> Floats:
    """Points along the interface's links: x, y and how far from the link's middle, 0 to 0.5."""
    found = []
    for link in interface.links:
        row = ground.solid_row.get(link)
        if row is not None:
            start, end = ground.solid[row, :2], ground.solid[row, 2:]
            points = start + (end - start) * _SHARES[:, None]
            found.append(np.column_stack([points, np.abs(_SHARES - 0.5)]))
    return np.vstack([np.zeros((0, 3)), *found])


def _rated(rects: Floats, spots: Floats, ground: Obstacles, busy: Floats, numbers: Floats) -> Floats:
    cost = 20 * hits(rects, busy, 2) + 20 * hits(rects, numbers, 2) + 3 * hits(rects, numbers, _APART)
    cost += 6 * (hits(rects, ground.edges, 1) > 0) + 2 * (crossed(rects, ground.solid) - 1)
    inside = np.zeros(len(spots), bool)
    for contract in ground.insides.values():
        inside |= contract.holds(spots[:, :2])
    rated: Floats = cost[0] + spots[:, 2] + 2 * inside
    return rated
