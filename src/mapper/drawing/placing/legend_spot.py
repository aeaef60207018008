"""Where the legend stands: the emptiest place in the plot for one card or one card a block, else a band below."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from mapper.drawing.frame import Frame
from mapper.drawing.layout import Box, LegendCard
from mapper.drawing.legend import Block, band_rows, card_size
from mapper.drawing.placing.obstacles import Obstacles
from mapper.drawing.placing.rating import Floats, crossed, hits

_RASTER = 10.0
_MOST_PLACES = 30_000
_SYMBOL, _OTHER, _OUTLINE, _LINK, _ROOM = 30.0, 30.0, 24.0, 5.0, 1.5
_BAD = 5.0
_WANTED = (110.0, 18.0)
"""The room to each side of a component that its name may want."""
_MOST, _FEW = 400, 100
_HOPELESS = 99.0
_UNDER_BAND = 16.0

Rated = tuple[float, LegendCard | None]


def place_legend(blocks: tuple[Block, ...], ground: Obstacles) -> tuple[tuple[LegendCard, ...], float | None]:
    """The cards, and the height of the page if it has to grow for them."""
    if not blocks:
        return (), None
    room = _Room(ground)
    for parts in ((blocks,), tuple((block,) for block in blocks)):
        cards = _cards(parts, room)
        if cards is not None:
            return cards, None
    below = band(blocks, ground.frame)
    return (below,), below.box.bottom + _UNDER_BAND


def band(blocks: tuple[Block, ...], frame: Frame) -> LegendCard:
    """One card as wide as the plot, below the axis."""
    rows = band_rows(blocks, frame.plot_width)
    top = frame.height - 22
    _, height = card_size(blocks, True, rows)
    return LegendCard(Box(frame.left, top, frame.right, top + height), _keys(blocks), True, rows)


def _keys(part: Sequence[Block]) -> tuple[str, ...]:
    return tuple(block.key for block in part)


def _cards(parts: Sequence[tuple[Block, ...]], room: _Room) -> tuple[LegendCard, ...] | None:
    """One card for each part, where all find a good place."""
    cards: list[LegendCard] = []
    for part in parts:
        ways = (False, True) if len(part) > 1 else (False,)
        rated = [room.best(part, across, [card.box for card in cards]) for across in ways]
        cost, card = min(rated, key=lambda one: one[0])
        if card is None or cost >= _BAD:
            return None
        cards.append(card)
    return tuple(cards)


class _Room:
    """How much of what lies in any rectangle of the plot, asked many times."""

    def __init__(self, ground: Obstacles) -> None:
        self._ground = ground
        self._frame = ground.frame

    def best(self, part: tuple[Block, ...], across: bool, cards: Sequence[Box]) -> Rated:
        width, height = card_size(part, across)
        rects = _raster(self._frame, width, height)
        if not len(rects):
            return _HOPELESS, None
        cost = self._quick(rects)
        likely = np.argsort(cost, kind="stable")[: _FEW if self._ground.crowded else _MOST]
        exact = cost[likely] + self._slow(rects[likely][None], cards)
        best = int(exact.argmin())
        box = Box(*rects[likely[best]].tolist())
        return float(exact[best]), LegendCard(box, _keys(part), across)

    def _quick(self, rects: Floats) -> Floats:
        frame = self._frame
        cost = _SYMBOL * self._ground.spots.within(rects, 22, 22) + _OUTLINE * (
            self._ground.edges.count.within(rects, 14, 14) > 0
        )
        cost += _ROOM * self._ground.spots.within(rects, *_WANTED)
        beside = np.minimum(rects[:, 0] - frame.left, frame.right - rects[:, 2])
        above = np.minimum(rects[:, 1] - frame.top, frame.bottom - rects[:, 3])
        rated: Floats = cost + beside * 0.008 + above * 0.004
        return rated

    def _slow(self, rects: Floats, cards: Sequence[Box]) -> Floats:
        ground = self._ground
        taken = np.array([(box.left, box.top, box.right, box.bottom) for box in cards]).reshape(-1, 4)
        cost = _OTHER * (hits(rects, taken, 12) + hits(rects, ground.walls, 8) + hits(rects, ground.texts, 8))
        rated: Floats = (cost + _LINK * (crossed(rects, ground.solid) + crossed(rects, ground.dotted)))[0]
        return rated


def _raster(frame: Frame, width: float, height: float) -> Floats:
    """Every place of a card of this size in the plot; on a large page they are further apart."""
    step = max(_RASTER, math.sqrt(frame.plot_width * frame.plot_height / _MOST_PLACES))
    xs = np.arange(frame.left + 16, frame.right - width - 14, step)
    ys = np.arange(frame.top + 42, frame.bottom - height - 14, step)
    x, y = np.meshgrid(xs, ys)
    x, y = x.ravel(), y.ravel()
    return np.column_stack([x, y, x + width, y + height])
