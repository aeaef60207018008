"""How to read the map: for procurement readers who see a Wardley map for the first time."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.drawing.marks import Align, Line, Mark, Rectangle, Stroke, Text
from mapper.drawing.payment import PAYMENT_LINES, Payment
from mapper.drawing.theme import Theme
from mapper.export.pack.blocks import Block, Bullets, Column, Figure, Heading, NewPage, Paragraph, Row, Span, Table
from mapper.export.pack.styles import LEAD
from mapper.export.pack.subject import Subject
from mapper.export.pdf.sheet import Sheet
from mapper.export.pdf.surface import Surface
from mapper.model import Method
from mapper.procurement.words import method_in_full, word

_ROW = 21.0
_SWATCH = (30.0, 15.0)
_WORDS_SIZE = 8.25

_LINES = (
    ("Users", "stand at the top. Everything below is there because a user needs it."),
    ("Components", "are circles: things the service is made of, such as a form, a register or a data centre."),
    ("A line", "says that the upper component needs the lower one."),
    ("Up and down", "is visibility: what users see is high, what they never notice is low."),
    ("Left to right", "is evolution: how settled a thing is, from never done before to bought like electricity."),
    ("Four stages", "divide it: genesis, custom built, product and commodity."),
    ("New things", "on the left change as they are understood: fixed specifications fail there."),
    ("Mature things", "on the right are sold by many: building them again wastes money."),
    ("A contract", "is an outline round the components that are bought together, with its reference and title."),
    ("Numbers", "on lines are interfaces between contracts: the register of interfaces explains each."),
    (
        "A dashed arrow",
        "leads to where a component is expected later; a thick bar is inertia, which resists.",
    ),
)
_SUITS = (
    Column("Stage", 20),
    Column("What is found there", 34),
    Column("How it is obtained", 26),
    Column("How it is paid for", 36),
)
_BUILT = "Built or commissioned, agile"
_STAGES = (
    ("What nobody has done before, and may not work", _BUILT, "Time and materials up to a ceiling, or by outcome"),
    ("What few understand, made to measure each time", _BUILT, "By outcome, by sprint, or time up to a ceiling"),
    ("What several suppliers offer ready-made", "Rented off the shelf, lean", "Subscription or fixed price"),
    ("What is standard and sold by many", "Used as a utility, Six Sigma", "Unit price or pay per use"),
)


def reading(subject: Subject) -> Iterator[Block]:
    """A few lines, what suits each stage, and a small legend."""
    yield NewPage()
    yield Heading("How to read this map", level=1, anchor="reading")
    yield Paragraph("A Wardley map shows what a service is made of and how mature each part is.", LEAD)
    yield Bullets(tuple((Span(f"{head} ", weight=600), Span(text)) for head, text in _LINES))
    yield Heading("What suits each stage", level=2)
    yield Paragraph(
        "Grouped by stage, the components of a contract can all be bought in the way that suits them. "
        "A component or a contract may depart from this for a reason of its own.",
        introduces=True,
    )
    rows = tuple(Row((name, *told)) for name, told in zip(subject.document.stages.names, _STAGES, strict=True))
    yield Table(_SUITS, rows, "One row for each stage of evolution, least evolved first", is_whole=True)
    yield Heading("How things are obtained, and how contracts are paid for", level=2)
    yield _legend(subject.theme)


def _legend(theme: Theme) -> Figure:
    rows = max(len(Method), len(Payment))
    alt = "Legend. Fills: " + "; ".join(method_in_full(method) for method in Method)
    alt += ". Outlines: " + "; ".join(_described(style) for style in Payment) + "."

    def put(sheet: Sheet, left: float, top: float, width: float) -> None:
        surface = Surface(sheet.fonts, lambda *_: "")
        surface.draw(_marks(width, theme))
        sheet.operators += [f"q 1 0 0 -1 {left:.2f} {sheet.height - top:.2f} cm", *surface.operators, "Q"]

    return Figure(lambda _: rows * _ROW, put, alt)


def _described(style: Payment) -> str:
    line = PAYMENT_LINES[style]
    return f"{line.words}, marked {line.code}" if line.code else line.words


def _marks(width: float, theme: Theme) -> Iterator[Mark]:
    swatch_width, swatch_height = _SWATCH
    for number, method in enumerate(Method):
        top = number * _ROW + 3
        rim = Stroke(theme.disc_rim, 0.6)
        yield Rectangle(0, top, swatch_width, swatch_height, 5, theme.fill(method), rim)
        if theme.letters:
            letter = word(method)[0]
            yield Text(swatch_width / 2, top + 10.5, letter, _WORDS_SIZE, theme.ink, 700, Align.MIDDLE, halo=theme.card)
        how = method_in_full(method).removeprefix(word(method))
        yield Text(swatch_width + 9, top + 10.5, word(method), _WORDS_SIZE, theme.ink, weight=600)
        yield Text(swatch_width + 35, top + 10.5, how.strip(), _WORDS_SIZE, theme.ink)
    left = width * 0.54
    for number, (style, line) in enumerate(PAYMENT_LINES.items()):
        y = number * _ROW + 10.5
        colour = theme.payments[style]
        dash = tuple(length * 0.7 for length in line.dash)
        yield Line(left, y, left + swatch_width + 6, y, Stroke(colour, line.width * 0.7, dash, line.cap))
        yield Text(left + swatch_width + 16, y + 3, line.words, _WORDS_SIZE, theme.ink)
        if line.code:
            yield Text(width, y + 3, line.code, _WORDS_SIZE - 1, colour, weight=700, align=Align.END)
