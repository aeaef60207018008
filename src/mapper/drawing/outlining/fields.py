"""The field of one contract: made of its skeleton, kept apart from other contracts', and held to its promises."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
from PIL import Image, ImageDraw

from mapper.drawing.outlining.grid import FAR, Field, Grid, Points, add_bone, add_disc, blurred, cut_disc
from mapper.drawing.outlining.skeleton import Skeleton

PAD = 29.0
"""From a member's centre to the outline."""
WAIST = 15.0
"""Half the width of a corridor."""
KEEP_OUT = 25.0
"""From another component's centre to the outline, where there is room."""
PROMISE = 14.0
"""A member is never nearer to the outline than this, nor another component, unless the two are close."""
GAP = 8.0
"""Between two outlines."""
_FILLET = 10
_THREAD = 7.0
"""Half the width that a corridor keeps whatever is cut away."""


def raw_field(members: Points, bones: Skeleton, lines: Points, grid: Grid) -> Field:
    """The field of a contract as if it were alone, round its skeleton and these lines (n, 4).

    A blurred copy is lower only in notches: it fills them.
    """
    field = _triangles(members, bones, grid)
    for (one, other), strength in zip(bones.bridges.tolist(), bones.bridge_strength.tolist(), strict=True):
        _add_bridge(field, grid, members[one], members[other], strength)
    for corridor in bones.corridors:
        _add_corridor(field, grid, corridor)
    for member in members:
        add_disc(field, grid, member, PAD)
    for line in lines:
        add_bone(field, grid, line[:2], line[2:], (PAD, PAD, PAD))
    np.maximum(field, -PAD, out=field)
    return np.minimum(field, blurred(field, _FILLET))


def _triangles(members: Points, bones: Skeleton, grid: Grid) -> Field:
    if not len(bones.triangles):
        return grid.blank()
    image = Image.new("F", (grid.columns, grid.rows), FAR)
    pencil = ImageDraw.Draw(image)
    spots = members / grid.cell - (grid.column, grid.row)
    corners = spots[bones.triangles].reshape(-1, 6).tolist()
    for triangle, strength in zip(corners, bones.triangle_strength.tolist(), strict=True):
        pencil.polygon(triangle, fill=-WAIST * strength)
    return np.array(image, np.float32)


def _add_bridge(field: Field, grid: Grid, start: Points, end: Points, strength: float) -> None:
    """Short bridges keep their width; a weak one withdraws into its members."""
    length = float(np.hypot(*(start - end)))
    waist = PAD - (PAD - WAIST - 3) * min(1.0, max(0.0, (length - 2 * PAD) / 200))
    fade = (1 - strength) / 2
    radius = PAD - fade * (PAD + 10)
    add_bone(field, grid, start, end, (radius, waist - fade * (waist + 20), radius))


def _add_corridor(field: Field, grid: Grid, corridor: Points) -> None:
    last = len(corridor) - 2
    for at, (start, end) in enumerate(pairwise(corridor)):
        length = float(np.hypot(*(start - end)))
        waist = PAD - (PAD - WAIST) * min(1.0, length / 120) if last == 0 else WAIST
        add_bone(field, grid, start, end, (PAD if at == 0 else WAIST, waist, PAD if at == last else WAIST))


def separated(field: Field, grid: Grid, neighbours: Iterable[tuple[Field, Grid]]) -> Field:
    """The field where neighbours share the ground half and half, with a gap between them."""
    apart = field.copy()
    for other, window in neighbours:
        common = grid.shared(window)
        if common is not None:
            mine, theirs = common
            view = apart[mine]
            np.maximum(view, (field[mine] - other[theirs] + GAP) / 2, out=view)
    return apart


def guarded(field: Field, grid: Grid, members: Points, others: Points, corridors: Iterable[Points]) -> Field:
    """The field with others kept out, smoothed, corridors open, and the two promises kept."""
    others = _beside(field, grid, others)
    to_member = _nearest(others, members)
    for other, nearest in zip(others, to_member, strict=True):
        cut_disc(field, grid, other, min(KEEP_OUT, nearest * 0.55))
    field = blurred(field, 2)
    for corridor in corridors:
        for start, end in pairwise(corridor):
            add_bone(field, grid, start, end, (_THREAD, _THREAD, _THREAD))
    field = blurred(field, 1)
    for member, nearest in zip(members, _nearest(members, others), strict=True):
        add_disc(field, grid, member, min(PROMISE, nearest * 0.45))
    for other, nearest in zip(others, to_member, strict=True):
        cut_disc(field, grid, other, min(PROMISE, nearest * 0.45))
    field[[0, -1], :] = np.maximum(field[[0, -1], :], 1)
    field[:, [0, -1]] = np.maximum(field[:, [0, -1]], 1)
    return field


def _beside(field: Field, grid: Grid, others: Points) -> Points:
    """The others to which the outline comes near: they alone have to be kept out of it."""
    if not len(others):
        return others
    column = np.clip(np.rint(others[:, 0] / grid.cell).astype(int) - grid.column, 0, grid.columns - 1)
    row = np.clip(np.rint(others[:, 1] / grid.cell).astype(int) - grid.row, 0, grid.rows - 1)
    beside: Points = others[field[row, column] < KEEP_OUT + 4 * grid.cell]
    return beside


def _nearest(points: Points, targets: Points) -> list[float]:
    """From each point to the nearest target."""
    if not len(targets) or not len(points):
        return [np.inf] * len(points)
    distance = np.hypot(points[:, 0:1] - targets[:, 0], points[:, 1:2] - targets[:, 1])
    return [float(nearest) for nearest in distance.min(1)]
