"""Outlines of contracts, each worked out once for the same members among the same neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from mapper.drawing.belonging import homes_of, pipeline_members
from mapper.drawing.frame import Frame
from mapper.drawing.layout import Outline, Ways
from mapper.drawing.outlining.fields import PAD, guarded, raw_field, separated
from mapper.drawing.outlining.grid import Field, Grid, Points
from mapper.drawing.outlining.points import Places, places
from mapper.drawing.outlining.rings import Repairs, closed_rings, holds
from mapper.drawing.outlining.skeleton import Skeleton, skeleton
from mapper.model import Document, Id

MARGIN = PAD + 45
"""Round a contract's members; what lies beyond does not touch its outline."""
_FINEST = 3.0
"""Grids are refined down to this where members and others stand very close, but not for contracts of many members."""
_COARSER = ((120, 12.0), (50, 8.0))
"""Contracts of so many members are drawn on a grid no finer than this."""
_MANY = 50
_NAMES_BELOW, _NAMES_BESIDE = 17.0, 16.0
"""Below the members of a pipeline, and a little beside the outer ones, an outline is so much wider."""
_WIDE, _WIDE_CELL = 3_000_000.0, 12.0
"""A contract spread over so many square units likewise."""

Rows = NDArray[np.intp]
Box = tuple[float, float, float, float]
Group = tuple[bytes, bytes, bytes, Ways | None]
"""The places of a contract's members and of the others near them, and the lines under its pipelines, as arrays' bytes:
they can be remembered by. Then how the members hung together before."""


def shapes(
    document: Document, frame: Frame, contracts: Iterable[Id], cell: float, previous: Mapping[Id, Outline]
) -> dict[Id, Outline]:
    """The outlines of these contracts; see `drawing.outline.outlines`."""
    where = places(document, frame)
    members = _members(document, where)
    lines = _pipeline_lines(document, where, members)
    boxes = {id: _box(where.spots[rows]) for id, rows in members.items()}
    found: dict[Id, Outline] = {}

    def group(id: Id) -> Group:
        before = previous.get(id)
        return _group(where, members[id], boxes[id], lines.get(id), None if before is None else before.ways)

    for id in contracts:
        if id not in members:
            continue
        own = set(members[id].tolist())
        near = [
            other
            for other, box in boxes.items()
            if other != id and _overlap(boxes[id], box) and own.isdisjoint(members[other].tolist())
        ]
        found[id] = _outline(group(id), tuple(map(group, near)), _cell_for(len(own), boxes[id], cell))
    return found


def _cell_for(members: int, box: Box, cell: float) -> float:
    coarse = next((coarse for many, coarse in _COARSER if members > many), 0.0)
    wide = (box[2] - box[0]) * (box[3] - box[1]) > _WIDE
    return max(cell, coarse, _WIDE_CELL if wide else 0.0)


def _members(document: Document, where: Places) -> Mapping[Id, Rows]:
    """The rows of each contract's members, those inside through a pipeline included; contracts without are left out."""
    rows: dict[Id, list[int]] = {id: [] for id in document.contracts}
    for contract in document.contracts.values():
        rows[contract.id] = [where.row[member] for member in contract.members]
    for id, component in document.components.items() if document.pipelines else ():
        if component.pipeline is not None:
            for home in homes_of(id, document):
                if where.row[id] not in rows[home]:
                    rows[home].append(where.row[id])
    return {id: np.array(sorted(found), np.intp) for id, found in rows.items() if found}


def _pipeline_lines(document: Document, where: Places, members: Mapping[Id, Rows]) -> Mapping[Id, Points]:
    """For each contract, a line (x1, y1, x2, y2) below the members that it has of each pipeline: their names go there."""
    found: dict[Id, list[Box]] = {}
    for pipeline in document.pipelines:
        choices = [where.row[member] for member in pipeline_members(pipeline, document)]
        for id, rows in members.items():
            spots = where.spots[[row for row in choices if row in rows]]
            if len(spots):
                left, right = float(spots[:, 0].min()) - _NAMES_BESIDE, float(spots[:, 0].max()) + _NAMES_BESIDE
                y = float(spots[0, 1]) + _NAMES_BELOW
                found.setdefault(id, []).append((left, y, right, y))
    return {id: np.array(lines) for id, lines in found.items()}


def _box(spots: Points) -> Box:
    (left, top), (right, bottom) = spots.min(0), spots.max(0)
    return float(left) - MARGIN, float(top) - MARGIN, float(right) + MARGIN, float(bottom) + MARGIN


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _group(where: Places, rows: Rows, box: Box, lines: Points | None, before: Ways | None) -> Group:
    spots = where.spots
    left, top, right, bottom = box
    near = (spots[:, 0] > left) & (spots[:, 0] < right) & (spots[:, 1] > top) & (spots[:, 1] < bottom)
    near[rows] = False
    return spots[rows].tobytes(), spots[near].tobytes(), b"" if lines is None else lines.tobytes(), before


def _points(data: bytes, width: int = 2) -> Points:
    return np.frombuffer(data, np.float64).reshape(-1, width)


@lru_cache(maxsize=128)
def _field(group: Group, cell: float) -> tuple[Field, Grid, Skeleton]:
    members, others, lines = _points(group[0]), _points(group[1]), _points(group[2], 4)
    grid = Grid.around(members, MARGIN, cell)
    bones = skeleton(members, others, group[3])
    return raw_field(members, bones, lines, grid), grid, bones


@lru_cache(maxsize=256)
def _outline(group: Group, neighbours: tuple[Group, ...], cell: float) -> Outline:
    """On a finer grid where this one is too coarse to tell a member from a neighbour close by."""
    members, others = _points(group[0]), _points(group[1])
    before = Repairs() if group[3] is None else Repairs(group[3].threads, group[3].channels)
    while True:
        field, grid, bones = _field(group, cell)
        apart = separated(field, grid, (_field(neighbour, cell)[:2] for neighbour in neighbours))
        rings, repairs = closed_rings(
            guarded(apart, grid, members, others, bones.corridors), grid, members, others, before
        )
        if cell <= _FINEST or len(members) > _MANY or _keeps_promises(rings, members, others):
            found = tuple(tuple(map(tuple, np.round(ring, 2).tolist())) for ring in rings)
            return Outline(found, replace(bones.ways, threads=repairs.threads, channels=repairs.channels))
        cell /= 2


def _keeps_promises(rings: list[Points], members: Points, others: Points) -> bool:
    inside = sum((holds(ring, members).astype(int) for ring in rings), np.zeros(len(members), int)) % 2
    strays = sum((holds(ring, others).astype(int) for ring in rings), np.zeros(len(others), int)) % 2
    return bool(inside.all()) and not strays.any()
