"""The places that a text can take, with what each costs before anything else on the map is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

import numpy as np

from mapper.drawing.contracts import BADGE_GAP, TITLE_LEAD, TITLE_SIZE, badge_cells
from mapper.drawing.labels import Setting
from mapper.drawing.layout import Box, LabelPlace, TitlePlace
from mapper.drawing.marks import Align
from mapper.drawing.metrics import text_width
from mapper.drawing.outlining.rings import area
from mapper.drawing.placing.rating import Floats
from mapper.drawing.wrap import ways_to_wrap
from mapper.model import Contract, Id

BEYOND_OUTLINE = 37.0
"""From a component's centre: a label so far away stands just outside an outline that is drawn close round it."""
_AWAY = ((5.0, 0.0), (10.0, 0.3), (18.0, 0.7))
"""How far from the rim of its symbol a text may stand, and what that costs."""
_BEYOND = ((0.0, 1.0), (8.0, 1.2), (17.0, 1.5))
"""Members of a contract have places beyond the outline, too; it may be wider than round one."""
_FAR = (30.0, 1.6)
"""For the others, a last resort: with no outline between, so far away looks lost."""
_START, _MIDDLE, _END = Align.START, Align.MIDDLE, Align.END


class Stand(Enum):
    """Where a symbol stands: anywhere, in a pipeline's box, or on one."""

    FREE = auto()
    IN_BOX = auto()
    ON_BOX = auto()


# Places round a symbol: the left and top edges of the text as multiples of the distance g, of its share along a
# diagonal d, of the text's width w and height h; a shift down; how its lines are aligned; what it costs.
_PLACES = (
    ((1, 0, 0), (0, 0, -0.5), 0, _START, 0.0),
    ((0, 1, 0), (0, -1, -0.8), 0, _START, 0.1),
    ((0, 1, 0), (0, 1, -0.2), 0, _START, 0.2),
    ((-1, 0, -1), (0, 0, -0.5), 0, _END, 0.3),
    ((0, 0, -0.5), (-1, 0, -1), 2, _MIDDLE, 0.4),
    ((0, 0, -0.5), (1, 0, 0), -2, _MIDDLE, 0.5),
    ((0, -1, -1), (0, -1, -0.8), 0, _END, 0.6),
    ((0, -1, -1), (0, 1, -0.2), 0, _END, 0.7),
    ((0, 0, -0.25), (-1, 0, -1), 2, _START, 0.8),
    ((0, 0, -0.75), (-1, 0, -1), 2, _END, 0.9),
    ((0, 0, -0.25), (1, 0, 0), -2, _START, 1.0),
    ((0, 0, -0.75), (1, 0, 0), -2, _END, 1.1),
    ((1, 0, 0), (0, 0, -0.5), -8, _START, 0.3),
    ((1, 0, 0), (0, 0, -0.5), 8, _START, 0.3),
    ((-1, 0, -1), (0, 0, -0.5), -8, _END, 0.6),
    ((-1, 0, -1), (0, 0, -0.5), 8, _END, 0.6),
    ((0.94, 0, 0), (-0.34, 0, -0.6), 0, _START, 0.35),
    ((0.94, 0, 0), (0.34, 0, -0.4), 0, _START, 0.4),
    ((-0.94, 0, -1), (-0.34, 0, -0.6), 0, _END, 0.65),
    ((-0.94, 0, -1), (0.34, 0, -0.4), 0, _END, 0.75),
)
_LEFT = np.array([place[0] for place in _PLACES], np.float64)
_TOP = np.array([place[1] for place in _PLACES], np.float64)
_SHIFT = np.array([place[2] for place in _PLACES], np.float64)
_PLACE_COST = {
    Stand.FREE: np.array([place[4] for place in _PLACES]),
    # Under the box first, then above it.
    Stand.IN_BOX: np.array([1.0, 1.4, 1.0, 1.0, 0.3, 0.0, 1.5, 1.1, 0.5, 0.5, 0.2, 0.2, *[1.4] * 8]),
    # Beside the symbol, clear of the box below.
    Stand.ON_BOX: np.array(
        [1.0, 0.1, 2.0, 1.3, 0.2, 2.0, 0.4, 2.0, 0.5, 0.6, 2.0, 2.0, 0.0, 2.0, 0.3, 2.0, 0.1, 2.0, 0.4, 2.0]
    ),
}
_DIAGONAL = 0.72
_WRAPS = 3
_FEW_WRAPS, _FEW_PLACES = 2, 12
"""Of each so many are tried on a crowded map."""


@dataclass(frozen=True, slots=True)
class Label:
    """A text beside the symbol of a row of the obstacles."""

    key: Id
    text: str
    row: int
    x: float
    y: float
    radius: float
    setting: Setting
    homes: tuple[Id, ...] = ()
    stand: Stand = Stand.FREE

    @property
    def ways(self) -> tuple[tuple[str, ...], ...]:
        return ways_to_wrap(self.text, self.setting.size, self.setting.weight, _WRAPS)


def label_candidates(labels: Sequence[Label], few: bool) -> tuple[Floats, Floats]:
    """Rectangles (labels, candidates, 4) and costs: wraps × distances × places; a way that is not there is inf."""
    wraps, places = (_FEW_WRAPS, _FEW_PLACES) if few else (_WRAPS, len(_PLACES))
    sizes = np.array([_sizes(label, wraps) for label in labels])
    width, height, there = (sizes[:, :, None, None, at] for at in range(3))
    distances = np.array([_distances(label, few) for label in labels])
    gap, away = (distances[:, None, :, at, None] for at in range(2))
    diagonal = gap * _DIAGONAL
    x, y = (np.array([getattr(label, axis) for label in labels])[:, None, None, None] for axis in ("x", "y"))
    across, down = _LEFT[:places].T, _TOP[:places].T
    rects = np.empty((len(labels), wraps, gap.shape[2], places, 4))
    rects[..., 0] = x + across[0] * gap + across[1] * diagonal + across[2] * width
    rects[..., 1] = y + down[0] * gap + down[1] * diagonal + down[2] * height + _SHIFT[:places]
    rects[..., 2], rects[..., 3] = rects[..., 0] + width, rects[..., 1] + height
    place = np.array([_PLACE_COST[label.stand][:places] for label in labels])[:, None, None, :]
    costs = np.where(there > 0, 0.3 * np.arange(wraps)[:, None, None] + away + place, np.inf)
    return rects.reshape(len(labels), -1, 4), costs.reshape(len(labels), -1)


def _distances(label: Label, few: bool) -> list[tuple[float, float]]:
    """From the symbol's centre to the text, with what that costs."""
    near = [(label.radius + away, cost) for away, cost in (_AWAY[::2] if few else _AWAY)]
    if not label.homes:
        return [*near, (label.radius + _FAR[0], _FAR[1])]
    outside = max(BEYOND_OUTLINE, label.radius + 24)
    return [*near, *((outside + more, cost) for more, cost in (_BEYOND[:1] if few else _BEYOND))]


def _sizes(label: Label, wraps: int) -> list[tuple[float, float, float]]:
    """Width, height and whether there is one, for each way to wrap; the last way stands in for those that are not."""
    setting = label.setting
    sizes = [
        (max(text_width(line, setting.size, setting.weight) for line in lines), setting.lead * len(lines), 1.0)
        for lines in label.ways[:wraps]
    ]
    return sizes + [(*sizes[-1][:2], 0.0)] * (wraps - len(sizes))


def label_place(label: Label, candidate: int, rect: Floats, few: bool) -> LabelPlace:
    """What a candidate of `label_candidates` means."""
    places = _FEW_PLACES if few else len(_PLACES)
    wrap, place = candidate // (len(_distances(label, few)) * places), candidate % places
    return LabelPlace(Box(*map(float, rect)), label.ways[wrap], _PLACES[place][3])


_TITLE_GAPS = (7.0, 15.0, 25.0)
_POINTS, _POINTS_FEW = 2, 4
Block = tuple[float, float, tuple[str, ...], bool]
"""Width, height, lines and whether badge and title stand in one row."""


@dataclass(frozen=True, slots=True)
class Title:
    """Blocks of badge and title at points just outside an outline: some points, each block, each gap."""

    contract: Id
    rects: Floats
    costs: Floats
    blocks: tuple[Block, ...]
    normals: Floats

    def place(self, candidate: int) -> TitlePlace:
        """What a candidate means."""
        point, block = candidate // (len(self.blocks) * len(_TITLE_GAPS)), candidate // len(_TITLE_GAPS)
        _, _, lines, in_row = self.blocks[block % len(self.blocks)]
        align = _title_align(float(self.normals[point, 0]))
        return TitlePlace(Box(*map(float, self.rects[candidate])), lines, in_row, align)


def title_candidates(contract: Contract, ring: Floats, few: bool) -> Title:
    """Badge and title in a row, or the badge above the title's lines, outside the ring."""
    step = _POINTS_FEW if few else _POINTS
    points, normals = ring[::step], _normals(ring)[::step]
    blocks = tuple(_title_blocks(contract))
    width, height = (np.array([block[at] for block in blocks])[None, :, None] for at in (0, 1))
    gap = np.array(_TITLE_GAPS)[None, None, :]
    nx, ny = normals[:, 0][:, None, None], normals[:, 1][:, None, None]
    # The block's nearest edge or corner lies on the normal.
    x = points[:, 0][:, None, None] + nx * gap + np.clip(nx * 1.6, -1, 1) * width / 2
    y = points[:, 1][:, None, None] + ny * gap + np.clip(ny * 1.6, -1, 1) * height / 2
    rects = np.stack(np.broadcast_arrays(x - width / 2, y - height / 2, x + width / 2, y + height / 2), axis=-1)
    further, block = np.arange(3)[None, None, :], np.arange(len(blocks))[None, :, None]
    costs = 0.9 * further + 0.2 * block + 0.4 * np.abs(nx * ny) + 0.3 * np.maximum(0, ny) - 0.2 * np.maximum(0, -ny)
    return Title(contract.id, rects.reshape(-1, 4), costs.reshape(-1).copy(), blocks, normals)


def _normals(ring: Floats) -> Floats:
    """Unit normals outwards."""
    along = np.roll(ring, -2, 0) - np.roll(ring, 2, 0)
    normals = np.column_stack([along[:, 1], -along[:, 0]]) / (np.hypot(along[:, 0], along[:, 1])[:, None] + 1e-9)
    return -normals if area(ring) < 0 else normals


def _title_align(outwards: float) -> Align:
    if outwards > 0.35:
        return _START
    return _END if outwards < -0.35 else _MIDDLE


def _title_blocks(contract: Contract) -> list[Block]:
    badge = sum(badge_cells(contract))
    ways = ways_to_wrap(contract.title, TITLE_SIZE, 600)
    wide = text_width(contract.title, TITLE_SIZE, 600)
    if not contract.title.strip():
        return [(badge, 22.0, (), True)]
    blocks: list[Block] = [(badge + BADGE_GAP + wide, 22.0, ways[0], True)]
    for lines in ways if wide > 80 else ways[:1]:
        width = max(badge, *(text_width(line, TITLE_SIZE, 600) for line in lines))
        blocks.append((width, 25.0 + TITLE_LEAD * len(lines), lines, False))
    return blocks


def along_link(line: tuple[float, float, float, float], width: float, height: float) -> tuple[Floats, Floats]:
    """Places for a link's text: on the line, its middle best."""
    share = np.linspace(0.15, 0.85, 29)
    x, y = line[0] + share * (line[2] - line[0]), line[1] + share * (line[3] - line[1])
    rects = np.column_stack([x - width / 2, y - height / 2, x + width / 2, y + height / 2])
    return rects, 2.0 * np.abs(share - 0.5)
