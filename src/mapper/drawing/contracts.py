"""A contract on the map: fill by method, outline by payment, badge and title, the numbers of its interfaces."""

from __future__ import annotations

from mapper.drawing.layout import Box, InterfaceMark, TitlePlace
from mapper.drawing.letters import letter_marks, letter_place
from mapper.drawing.marks import Align, Circle, Close, Curve, Drawn, Mark, Move, Path, Rectangle, Step, Straight, Text
from mapper.drawing.metrics import text_width
from mapper.drawing.payment import PAYMENT_LINES, Payment, payment
from mapper.drawing.scene import Scene
from mapper.drawing.strokes import pen
from mapper.drawing.theme import Theme
from mapper.model import Contract

TITLE_SIZE, TITLE_LEAD = 17.0, 20.0
BADGE_HEIGHT = 20.0
BADGE_GAP = 8.0
_CORNER = 5.0
_CASING = 7.0
MARK_RADIUS = 9.0


def badge_cells(contract: Contract) -> tuple[float, float]:
    """The widths of a badge's two cells: the reference, and the code of its pricing (0 where none is decided)."""
    code = PAYMENT_LINES[payment(contract.pricing)].code
    reference = max(26.0, text_width(contract.ref, 12, 700) + 14)
    return reference, text_width(code, 10.5, 700) + 13 if code else 0.0


def draw_contract(contract: Contract, scene: Scene) -> dict[str, Drawn]:
    """What a contract puts on each layer; nothing while it has no outline."""
    outline = scene.layout.outlines.get(contract.id)
    if outline is None or not scene.show.contracts:
        return {}
    lit = scene.is_contract_lit(contract.id)
    if not lit:
        scene = scene.standing_back()
    theme, way = scene.theme, payment(contract.pricing)
    style = PAYMENT_LINES[way]
    name = f"{contract.ref} {contract.title}".strip()
    line = pen(theme.payments[way], style.width, style.dash, style.cap)
    layers = {
        "gaps": Drawn(contract.id, "gap", name, (Path(outline.steps, None, pen(theme.casing, _CASING)),)),
        "outlines": Drawn(contract.id, "outline", name, (Path(outline.steps, None, line),)),
    }
    method = scene.fill_method(contract)
    if method is not None:
        layers["fills"] = Drawn(contract.id, f"fill {method}", name, (Path(outline.steps, theme.fill(method)),))
        if theme.letters:
            letter = letter_marks(method, *letter_place(contract, outline, scene), theme)
            layers["letters"] = Drawn(contract.id, "method", name, letter)
    place = scene.layout.titles.get(contract.id)
    if place is not None and lit:
        layers["titles"] = Drawn(contract.id, "title", name, title_marks(contract, place, scene))
    numbers = [mark for mark in scene.layout.interfaces if mark.source == contract.id]
    if numbers and scene.show.interfaces and scene.show.only_contract is None and scene.show.lit is None:
        marks = tuple(shape for number in numbers for shape in number_marks(number, theme))
        layers["interfaces"] = Drawn(contract.id, "interface", name, marks)
    return layers


def number_marks(mark: InterfaceMark, theme: Theme) -> tuple[Mark, ...]:
    """An interface's number in a circle."""
    size = 11.0 if mark.number < 100 else 8.5
    return (
        Circle(mark.x, mark.y, MARK_RADIUS, theme.card, pen(theme.crossing, 1.4)),
        Text(mark.x, mark.y + 0.355 * size, str(mark.number), size, theme.ink, 700, Align.MIDDLE),
    )


def title_marks(contract: Contract, place: TitlePlace, scene: Scene) -> tuple[Mark, ...]:
    """Badge and title in one row, or the badge above the title's lines."""
    box = place.box
    width = sum(badge_cells(contract))
    if place.in_row:
        x, y = box.left, (box.top + box.bottom - BADGE_HEIGHT) / 2
        at, first, align = x + width + BADGE_GAP, y + 16, Align.START
    else:
        x = {
            Align.START: box.left,
            Align.MIDDLE: (box.left + box.right - width) / 2,
            Align.END: box.right - width,
        }[place.align]
        y = box.top
        at = {Align.START: box.left, Align.MIDDLE: (box.left + box.right) / 2, Align.END: box.right}[place.align]
        first, align = y + 39, place.align
    colour = scene.theme.payments[payment(contract.pricing)]
    halo = scene.theme.ground_at((box.middle[0] - scene.frame.left) / scene.frame.plot_width)
    lines = (
        Text(at, first + TITLE_LEAD * row, line, TITLE_SIZE, colour, 600, align, halo=halo)
        for row, line in enumerate(place.lines)
    )
    return (*badge_marks(contract, x, y, scene.theme), *lines)


def badge_marks(contract: Contract, x: float, y: float, theme: Theme) -> tuple[Mark, ...]:
    """The reference on the payment's colour, then the code of the payment on the card's."""
    way = payment(contract.pricing)
    reference, code = badge_cells(contract)
    colour = theme.payments[way]
    rim = Rectangle(x, y, reference + code, BADGE_HEIGHT, _CORNER, theme.card, pen(colour, 1.4))
    cell = Path(_cell(Box(x, y, x + reference, y + BADGE_HEIGHT), square_right=code > 0), colour)
    name = Text(x + reference / 2, y + 14.3, contract.ref, 12.0, theme.on_badge, 700, Align.MIDDLE)
    if way is Payment.UNDECIDED:
        return rim, cell, name
    words = PAYMENT_LINES[way].code
    return rim, cell, name, Text(x + reference + code / 2, y + 13.9, words, 10.5, colour, 700, Align.MIDDLE)


def _cell(box: Box, square_right: bool) -> tuple[Step, ...]:
    """A rectangle with round corners on the left, and on the right unless another cell follows."""
    turn = 0.0 if square_right else _CORNER
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    return (
        Move(left + _CORNER, top),
        Straight(right - turn, top),
        Curve(right, top, right, top + turn),
        Straight(right, bottom - turn),
        Curve(right, bottom, right - turn, bottom),
        Straight(left + _CORNER, bottom),
        Curve(left, bottom, left, bottom - _CORNER),
        Straight(left, top + _CORNER),
        Curve(left, top, left + _CORNER, top),
        Close(),
    )
