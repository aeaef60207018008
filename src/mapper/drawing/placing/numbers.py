"""Where the numbers of interfaces stand: on one of their links, at the point with most room."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from mapper.drawing.contracts import MARK_RADIUS
from mapper.drawing.layout import Box, InterfaceMark
from mapper.drawing.placing.obstacles import Obstacles
from mapper.drawing.placing.rating import Floats, crossed, hits
from mapper.drawing.scene import Scene
from mapper.model import Id
from mapper.procurement.interfaces import interfaces

_SHARES = np.linspace(0.12, 0.88, 39)
_STRETCH = 13
_BEST = 24
"""So many of the best points are held against the numbers that stand already."""
_MOST_LINKS = 4
"""So many of an interface's links are tried."""
_TAKEN, _CLOSE, _CLOSE_BY = 20.0, 3.0, 6.0


def place_numbers(scene: Scene, ground: Obstacles, taken: Iterable[Box]) -> tuple[InterfaceMark, ...]:
    """One mark for each interface of the register; an interface whose ends touch has no line to stand on."""
    found = [each for each in interfaces(scene.document) if any(link in ground.solid_row for link in each.links)]
    if not found:
        return ()
    spots, costs = _spots([each.links for each in found], ground)
    boxes = np.array([(box.left, box.top, box.right, box.bottom) for box in taken]).reshape(-1, 4)
    costs += _rated(spots, ground, np.vstack([ground.symbols, ground.walls, ground.texts, boxes]))
    chosen = np.full((len(found), 2), np.nan)
    best = np.argsort(costs, axis=1, kind="stable")[:, :_BEST]
    for at, order in enumerate(best):
        beside = np.abs(spots[at, order][:, None] - chosen[None, :at]).max(2)
        on_another = _TAKEN * (beside < 2 * MARK_RADIUS + 2) + _CLOSE * (beside < 2 * MARK_RADIUS + _CLOSE_BY)
        chosen[at] = spots[at, order[int((costs[at, order] + on_another.sum(1)).argmin())]]
    known = {(source, target): number for source, target, number in scene.show.registered}
    return tuple(
        InterfaceMark(known.get((each.source, each.target), each.number), each.source, each.target, *spot)
        for each, spot in zip(found, chosen.tolist(), strict=True)
    )


def _spots(interfaces: list[tuple[Id, ...]], ground: Obstacles) -> tuple[Floats, Floats]:
    """Points along the links of each interface (interfaces, points, 2), and what they cost by being off the middle."""
    rows = [
        [ground.solid_row[link] for link in links if link in ground.solid_row][:_MOST_LINKS] for links in interfaces
    ]
    most = max(map(len, rows))
    padded = np.array([found + found[:1] * (most - len(found)) for found in rows])
    there = np.array([[at < len(found) for at in range(most)] for found in rows])
    start, end = ground.segments[padded][..., None, :2], ground.segments[padded][..., None, 2:]
    points = start + (end - start) * _SHARES[:, None]
    costs = np.where(there[..., None], np.abs(_SHARES - 0.5), np.inf)
    return points.reshape(len(rows), -1, 2), costs.reshape(len(rows), -1)


def _rated(spots: Floats, ground: Obstacles, busy: Floats) -> Floats:
    """What lies under a number at each point. Links are looked at a stretch at a time, as each is long but thin."""
    stretches = spots.reshape(-1, _STRETCH, 2)
    rects = np.concatenate([stretches - MARK_RADIUS, stretches + MARK_RADIUS], axis=2)
    cost: Floats = _TAKEN * hits(rects, busy, 2) + 6 * (ground.edges.count.within(rects, 1, 1) > 0)
    cost += 2 * (crossed(rects, ground.solid) - 1)
    if ground.in_any is not None:
        cost += 2 * ground.in_any.holds(stretches)
    return cost.reshape(spots.shape[:2])
