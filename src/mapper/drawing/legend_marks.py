"""The legend's cards as marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from mapper.drawing import legend
from mapper.drawing.accelerators import block_arrow
from mapper.drawing.attitudes import area_stroke
from mapper.drawing.contracts import number_marks
from mapper.drawing.glyphs import GLYPHS, TYPED, constraint
from mapper.drawing.layout import InterfaceMark, LegendCard
from mapper.drawing.legend import Block, Row
from mapper.drawing.letters import letter_marks
from mapper.drawing.links import LinkKind, flow_marks, flow_stroke, link_stroke
from mapper.drawing.marks import Circle, Close, Drawn, Line, Mark, Move, Path, Rectangle, Straight, Text
from mapper.drawing.metrics import text_width
from mapper.drawing.movements import tag
from mapper.drawing.payment import PAYMENT_LINES, Payment
from mapper.drawing.scene import Scene
from mapper.drawing.strokes import pen
from mapper.drawing.theme import Theme
from mapper.model import ComponentType, Flow, Id, InertiaKind, Method, People

_NOBODY = Id("")


def draw_legend(scene: Scene) -> Drawn | None:
    """The cards where the layout put them."""
    by_key = {block.key: block for block in legend.blocks(scene)}
    marks: list[Mark] = []
    for card in scene.layout.legend:
        part = tuple(by_key[key] for key in card.blocks if key in by_key)
        if part:
            marks += _card(card, part, scene.theme)
    return Drawn("", "legend", "Legend", tuple(marks)) if marks else None


def _card(card: LegendCard, part: tuple[Block, ...], theme: Theme) -> Iterator[Mark]:
    box = card.box
    width, height = box.right - box.left, box.bottom - box.top
    yield Rectangle(box.left, box.top, width, height, 8.0, theme.card, pen(theme.rim, 1.0))
    x, y = box.left + legend.PADDING, box.top + legend.PADDING
    # Blocks beside each other share what is left of the card's width.
    left_over = width - legend.card_size(part, card.across, card.rows)[0]
    gap = legend.COLUMN_GAP + left_over / max(1, len(part) - 1)
    for block in part:
        yield from _block(block, card.rows, x, y, theme)
        if card.across:
            x += block.width(card.rows) + gap
        else:
            y += block.height(card.rows) + legend.BLOCK_GAP


def _block(block: Block, rows: int | None, x: float, y: float, theme: Theme) -> Iterator[Mark]:
    """A block's title above its columns."""
    yield Text(x, y + 9, block.title, legend.HEAD_SIZE, theme.soft, 600)
    for column in block.columns(rows):
        for at, row in enumerate(column):
            yield from row_marks(row, x, y + 33 + legend.ROW * at, theme)
        x += max(row.width for row in column) + legend.COLUMN_GAP


def row_marks(row: Row, x: float, y: float, theme: Theme) -> Iterator[Mark]:
    """A swatch and its words, from `x` on and with `y` in the middle."""
    yield from _SWATCHES[row.kind](row, x, y, theme)
    at = x + legend.WORDS_AT
    if row.strong:
        yield Text(at, y + 4.6, row.strong, legend.WORDS_SIZE, theme.ink, 600)
        at += text_width(row.strong, legend.WORDS_SIZE, 600) + 6
    yield Text(at, y + 4.6, row.words, legend.WORDS_SIZE, theme.soft if row.strong else theme.ink)
    if row.code:
        at += text_width(row.words, legend.WORDS_SIZE) + 8
        yield Text(at, y + 4.2, row.code, legend.CODE_SIZE, theme.payments[Payment(row.key)], 700)


def _method(row: Row, x: float, y: float, theme: Theme) -> Iterator[Mark]:
    yield Rectangle(x, y - 9.5, legend.SWATCH, 19, 9.5, theme.fill(Method(row.key)), pen(theme.rim, 1.0))
    if theme.letters:
        yield from letter_marks(Method(row.key), x + legend.SWATCH / 2, y, theme)


def _payment(row: Row, x: float, y: float, theme: Theme) -> Iterator[Mark]:
    way = Payment(row.key)
    style = PAYMENT_LINES[way]
    line = pen(theme.payments[way], style.width - 0.2, style.dash, style.cap)
    yield Rectangle(x + 1, y - 8.5, legend.SWATCH - 2, 17, 8.5, None, line)


def _crossing(_row: Row, x: float, y: float, theme: Theme) -> Iterator[Mark]:
    yield Line(x, y, x + legend.SWATCH, y, link_stroke(LinkKind.CROSSING, theme))


def _inner(_row: Row, x: float, y: float, theme: Theme) -> Iterator[Mark]:
    yield Line(x, y, x + legend.SWATCH, y, link_stroke(LinkKind.INNER, theme))


def _interface(row: Row, x: float, y: float, theme: Theme) -> Iterator[Mark]:
    yield from _crossing(row, x, y, theme)
    yield from number_marks(InterfaceMark(7, _NOBODY, _NOBODY, x + legend.SWATCH / 2, y), theme)


def _flow(_row: Row, x: float, y: float, theme: Theme) -> Iterator[Mark]:
    yield from flow_marks((x, y, x + legend.SWATCH, y), Flow.FORWARD, flow_stroke(LinkKind.PLAIN, theme))


def _people(row: Row, x: float, y: float, theme: Theme) -> Iterator[Mark]:
    people = People(row.key)
    yield Rectangle(x + 1, y - 8.5, legend.SWATCH - 2, 17, 5.0, theme.areas[people], area_stroke(people, theme))


def _accelerator(row: Row, x: float, y: float, theme: Theme) -> Iterator[Mark]:
    yield block_arrow(x + legend.SWATCH / 2, y, theme, slows=row.kind == "decelerator", size=0.6)


def _odd(_row: Row, x: float, y: float, theme: Theme) -> Iterator[Mark]:
    middle = x + legend.SWATCH / 2
    yield Circle(middle, y, 11, theme.fill(Method.USE), pen(theme.disc_rim, 1.2))
    yield Circle(middle, y, 5, theme.node, pen(theme.ring, 1.6))


def _evolve(_row: Row, x: float, y: float, theme: Theme) -> Iterator[Mark]:
    yield Line(x, y, x + 14, y, pen(theme.evolve, 2.0, (5.0, 3.0)))
    yield Path((Move(x + 21, y), Straight(x + 13, y - 4), Straight(x + 13, y + 4), Close()), theme.evolve)
    yield Circle(x + legend.SWATCH - 6, y, 5.5, None, pen(theme.evolve, 1.8))


def _inertia(_row: Row, x: float, y: float, theme: Theme) -> Iterator[Mark]:
    yield Circle(x + 9, y, 5, theme.node, pen(theme.ring, 1.6))
    yield Rectangle(x + 20.5, y - 9, 5.5, 18, 0.0, theme.ink)


def _kind(row: Row, x: float, y: float, theme: Theme) -> Iterator[Mark]:
    yield from tag(InertiaKind(row.key), x + legend.SWATCH / 2, y, theme)


def _type(row: Row, x: float, y: float, theme: Theme) -> Iterator[Mark]:
    yield from TYPED[ComponentType(row.key)].draw(x + legend.SWATCH / 2, y, theme)


def _constraint(_row: Row, x: float, y: float, theme: Theme) -> Iterator[Mark]:
    middle = x + legend.SWATCH / 2
    yield Circle(middle, y, 4.5, theme.node, pen(theme.ring, 1.6))
    yield from constraint(middle, y, 3.2, theme)


def _both(_row: Row, x: float, y: float, theme: Theme) -> Iterator[Mark]:
    stroke = link_stroke(LinkKind.PLAIN, theme)
    yield from flow_marks((x, y - 4, x + legend.SWATCH, y - 4), Flow.FORWARD, stroke)
    yield from flow_marks((x, y + 4, x + legend.SWATCH, y + 4), Flow.BACKWARD, stroke)


def _pipeline(_row: Row, x: float, y: float, theme: Theme) -> Iterator[Mark]:
    line = pen(theme.crossing, 1.4)
    yield Rectangle(x + 1, y - 4, legend.SWATCH - 2, 13, 2.5, theme.card, line)
    yield Rectangle(x + 13, y - 10, 8, 8, 1, theme.node, pen(theme.ring, 1.4))
    for at in (9.0, 25.0):
        yield Circle(x + at, y + 2.5, 3.2, theme.node, pen(theme.ring, 1.3))


def _symbol(row: Row, x: float, y: float, theme: Theme) -> Iterator[Mark]:
    yield from GLYPHS[row.kind].draw(x + legend.SWATCH / 2, y, theme)


_SWATCHES: Mapping[str, Callable[[Row, float, float, Theme], Iterator[Mark]]] = {
    "method": _method,
    "payment": _payment,
    "crossing": _crossing,
    "inner": _inner,
    "interface": _interface,
    "flow": _flow,
    "people": _people,
    "accelerator": _accelerator,
    "decelerator": _accelerator,
    "odd": _odd,
    "evolve": _evolve,
    "inertia": _inertia,
    "kind": _kind,
    "type": _type,
    "constraint": _constraint,
    "both": _both,
    "pipeline": _pipeline,
    "market": _symbol,
    "ecosystem": _symbol,
    "submap": _symbol,
}
