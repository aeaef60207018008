"""A whole layout: outlines, then the legend, then all texts together, then the interfaces' numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mapper.drawing.frame import Frame
from mapper.drawing.layout import Box, Layout, LegendCard, Outline
from mapper.drawing.legend import Block, blocks, card_size
from mapper.drawing.outline import outlines
from mapper.drawing.placing.legend_spot import band, place_legend
from mapper.drawing.placing.numbers import place_numbers
from mapper.drawing.placing.obstacles import Obstacles, obstacles
from mapper.drawing.placing.texts import Kept, place_texts
from mapper.drawing.scene import Scene, Show
from mapper.drawing.themes import WARDLEY
from mapper.model import Document, Id

_ROUND_LEGEND = 10.0
_NOTHING_KEPT = Kept({}, {}, {})


def laid_out(
    document: Document, frame: Frame, show: Show, previous: Layout | None, near: Iterable[Id] | None
) -> Layout:
    """See `drawing.place.lay_out`."""
    scene = Scene(document, frame, WARDLEY, Layout(), show)
    known = None if previous is None else previous.outlines
    shapes = outlines(document, frame, document.contracts, previous=known) if show.contracts else {}
    ground = obstacles(scene, shapes)
    moved = None if previous is None or near is None else _moved_boxes(ground, document, shapes, previous, set(near))
    wanted = blocks(scene)
    cards, page_height = _legend(wanted, ground, previous, moved)
    firm = [*_chosen_boxes(ground), *(card.box for card in cards)]
    kept = _kept(previous, shapes, moved, set(near or ()), firm)
    labels, titles = place_texts(scene, ground, [card.box for card in cards], kept)
    taken = [*(place.box for place in labels.values()), *(place.box for place in titles.values())]
    taken += [card.box for card in cards]
    numbers = place_numbers(scene, ground, taken) if show.contracts and show.interfaces else ()
    return Layout(labels, shapes, titles, numbers, cards, page_height)


def _moved_boxes(
    ground: Obstacles, document: Document, shapes: Mapping[Id, Outline], previous: Layout, near: set[Id]
) -> list[Box]:
    """Where something is now that was not there before."""
    rows = [*enumerate(document.components), *((row, id) for id, row in ground.accelerator_row.items())]
    moved = [Box(*ground.symbols[row].tolist()) for row, id in rows if id in near]
    for id, outline in shapes.items():
        if previous.outlines.get(id) != outline:
            moved += [Box(x - 6, y - 6, x + 6, y + 6) for ring in outline.rings for x, y in ring]
    return moved


def _is_free(box: Box, moved: Iterable[Box], within: float) -> bool:
    return not any(box.meets(other, within) for other in moved)


def _chosen_boxes(ground: Obstacles) -> list[Box]:
    """What stands where the user put it gives way to nothing."""
    return [Box(*bounds) for bounds in ground.texts.tolist()]


def _kept(
    previous: Layout | None,
    shapes: Mapping[Id, Outline],
    moved: list[Box] | None,
    near: set[Id],
    firm: list[Box],
) -> Kept:
    """With nothing known of what moved, each text would rather stay; else those far from it do stay, but for what now
    stands where something `firm` is: a place that the user chose, or the legend."""
    if previous is None:
        return _NOTHING_KEPT
    if moved is None:
        return Kept({}, {}, previous.labels)
    labels = {
        key: place
        for key, place in previous.labels.items()
        if key.partition("\n")[0] not in near and _is_free(place.box, moved, 2.0) and _is_free(place.box, firm, 0.0)
    }
    titles = {
        id: place
        for id, place in previous.titles.items()
        if id not in near
        and previous.outlines.get(id) == shapes.get(id)
        and _is_free(place.box, moved, 2.0)
        and _is_free(place.box, firm, 0.0)
    }
    return Kept(labels, titles, previous.labels)


def _legend(
    wanted: tuple[Block, ...], ground: Obstacles, previous: Layout | None, moved: list[Box] | None
) -> tuple[tuple[LegendCard, ...], float | None]:
    """The legend stays where it was while it says the same and nothing has moved onto it."""
    if previous is None or moved is None or not _fits(wanted, previous.legend, ground.frame):
        return place_legend(wanted, ground)
    chosen = _chosen_boxes(ground)
    if all(_is_free(card.box, moved, _ROUND_LEGEND) and _is_free(card.box, chosen, 0.0) for card in previous.legend):
        return previous.legend, previous.page_height
    return place_legend(wanted, ground)


def _fits(wanted: tuple[Block, ...], cards: tuple[LegendCard, ...], frame: Frame) -> bool:
    """Whether these cards hold these very blocks at their size."""
    if any(card.rows is not None for card in cards):
        return bool(wanted) and cards == (band(wanted, frame),)
    by_key = {block.key: block for block in wanted}
    if tuple(key for card in cards for key in card.blocks) != tuple(by_key):
        return False
    for card in cards:
        width, height = card_size(tuple(by_key[key] for key in card.blocks), card.across)
        if abs(card.box.right - card.box.left - width) > 1 or abs(card.box.bottom - card.box.top - height) > 1:
            return False
    return True
