"""The field of one contract: made of its skeleton, kept apart from other contracts', and held to its promises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import numpy as np
from PIL import Image, ImageDraw

from mapper.drawing.outlining.grid import FAR, Bones, Field, Grid, Points, add_bones, add_discs, blurred, cut_discs
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
    pads = np.full((len(lines), 3), PAD)
    corridors = [row for corridor in bones.corridors for row in _corridor_bones(corridor)]
    add_bones(field, grid, np.vstack([_bridge_bones(members, bones), *corridors, np.hstack([lines, pads])]))
    add_discs(field, grid, members, np.full(len(members), PAD))
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


def _bridge_bones(members: Points, bones: Skeleton) -> Bones:
    """Short bridges keep their width; a weak one withdraws into its members."""
    start, end = members[bones.bridges[:, 0]], members[bones.bridges[:, 1]]
    length = np.hypot(*(start - end).T)
    waist = PAD - (PAD - WAIST - 3) * np.clip((length - 2 * PAD) / 200, 0, 1)
    fade = (1 - bones.bridge_strength) / 2
    radius = PAD - fade * (PAD + 10)
    return np.column_stack([start, end, radius, waist - fade * (waist + 20), radius])


def _corridor_bones(corridor: Points) -> Iterator[tuple[float, ...]]:
    last = len(corridor) - 2
    for at, (start, end) in enumerate(pairwise(corridor)):
        length = float(np.hypot(*(start - end)))
        waist = PAD - (PAD - WAIST) * min(1.0, length / 120) if last == 0 else WAIST
        yield *start, *end, PAD if at == 0 else WAIST, waist, PAD if at == last else WAIST


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
    to_member, to_other = _nearest(others, members), _nearest(members, others)
    cut_discs(field, grid, others, np.minimum(KEEP_OUT, to_member * 0.55))
    field = blurred(field, 2)
    threads = [(*start, *end, _THREAD, _THREAD, _THREAD) for line in corridors for start, end in pairwise(line)]
    add_bones(field, grid, np.array(threads).reshape(-1, 7))
    field = blurred(field, 1)
    add_discs(field, grid, members, np.minimum(PROMISE, to_other * 0.45))
    cut_discs(field, grid, others, np.minimum(PROMISE, to_member * 0.45))
    # Nothing smaller than a cell would be seen on this grid.
    crowded = to_other * 0.45 < grid.cell
    add_discs(field, grid, members[crowded], np.full(int(crowded.sum()), grid.cell))
    field[[0, -1], :] = np.maximum(field[[0, -1], :], 1)
    field[:, [0, -1]] = np.maximum(field[:, [0, -1]], 1)
    return field


def _beside(field: Field, grid: Grid, others: Points) -> Points:
    """The others to which the outline comes near: they alone have to be kept out of it."""
    if not len(others):
        return others
    column = np.clip(np.rint(others[:, 0] / grid.cell).astype(int) - grid.column, 0, grid.columns - 1)
    row = np.clip(np.rint(others[:, 1] / grid.cell).astype(int) - grid.row, 0, grid.rows - 1)
    beside: Points = others[field[row, column] < FAR - 1]
    return beside


def _nearest(points: Points, targets: Points) -> Points:
    """From each point to the nearest target; far, where there is none."""
    if not len(targets) or not len(points):
        return np.full(len(points), np.inf)
    across, down = points[:, 0:1] - targets[:, 0], points[:, 1:2] - targets[:, 1]
    nearest: Points = np.sqrt((across * across + down * down).min(1))
    return nearest
