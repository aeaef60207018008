"""The legend: it lists what the map uses, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mapper.drawing.glyphs import has_letter, odd_method
from mapper.drawing.links import LinkKind, goes_both_ways, link_kind
from mapper.drawing.metrics import text_width
from mapper.drawing.payment import PAYMENT_LINES, Payment, payment
from mapper.drawing.scene import Scene
from mapper.model import ComponentType, InertiaKind, Method, People
from mapper.procurement.words import word

PADDING, ROW, HEAD = 16.0, 27.0, 26.0
SWATCH, WORDS_AT = 34.0, 46.0
HEAD_SIZE, WORDS_SIZE, CODE_SIZE = 12.0, 13.0, 10.5
BLOCK_GAP, COLUMN_GAP = 10.0, 30.0
LONGEST_BLOCK = 6

METHODS = {
    Method.BUILD: "bespoke, agile",
    Method.RENT: "off the shelf, lean",
    Method.USE: "utility, Six Sigma",
}
SYMBOLS = (
    ("evolve", "Expected to evolve"),
    ("inertia", "Inertia: resists evolving"),
    ("constraint", "Constraint: holds back the rest"),
    ("pipeline", "Pipeline of choices"),
    ("market", "Market"),
    ("ecosystem", "Ecosystem"),
    ("submap", "Has a map of its own"),
    ("accelerator", "Speeds evolution up"),
    ("decelerator", "Slows evolution down"),
)
PEOPLE = {
    People.PIONEERS: "explore what is new",
    People.SETTLERS: "make products of it",
    People.TOWN_PLANNERS: "make it industrial",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One swatch and its words: `strong` in bold before `words`, and a payment's code after them."""

    kind: str
    key: str = ""
    strong: str = ""
    words: str = ""
    code: str = ""

    @property
    def width(self) -> float:
        width = WORDS_AT + text_width(self.words, WORDS_SIZE)
        if self.strong:
            width += text_width(self.strong, WORDS_SIZE, 600) + 6
        return width + (8 + text_width(self.code, CODE_SIZE, 700) if self.code else 0)


@dataclass(frozen=True, slots=True)
class Block:
    """Rows under a heading; `key` names it in a layout."""

    key: str
    title: str
    rows: tuple[Row, ...]

    def columns(self, most: int | None) -> tuple[tuple[Row, ...], ...]:
        """The rows in columns of at most so many, as even as can be."""
        count = len(self.rows)
        tall = -(-count // -(-count // (most or count)))
        return tuple(self.rows[at : at + tall] for at in range(0, count, tall))

    def width(self, most: int | None) -> float:
        columns = self.columns(most)
        across = sum(max(row.width for row in column) for column in columns) + COLUMN_GAP * (len(columns) - 1)
        return max(text_width(self.title, HEAD_SIZE, 600), across)

    def height(self, most: int | None) -> float:
        return HEAD + ROW * len(self.columns(most)[0])


def blocks(scene: Scene) -> tuple[Block, ...]:
    """What the legend of this map explains. `scene.layout` plays no part."""
    if not scene.show.legend or scene.show.only_contract is not None:
        return ()
    links, marks = tuple(_links(scene)), tuple(_marks(scene))
    found = (
        Block("methods", "How it is done", tuple(_methods(scene))),
        Block("payments", "How it is paid for", tuple(_payments(scene))),
        *_split(links, marks),
        Block("types", "What evolves", tuple(_types(scene))),
        Block("resistance", "What resists", tuple(_resistance(scene))),
        Block("people", "Who works best there", tuple(_people(scene))),
    )
    return tuple(block for block in found if block.rows)


def _split(links: tuple[Row, ...], marks: tuple[Row, ...]) -> tuple[Block, ...]:
    """Links and marks in one block, or in two where one would be long."""
    if len(links) + len(marks) <= LONGEST_BLOCK:
        return (Block("marks", "Links and marks", links + marks),)
    return Block("links", "Links", links), Block("marks", "Marks", marks)


def card_size(part: tuple[Block, ...], across: bool, rows: int | None = None) -> tuple[float, float]:
    """The width and height of a card with these blocks beside or below each other, in columns of so many rows."""
    widths, heights = [block.width(rows) for block in part], [block.height(rows) for block in part]
    if across:
        return sum(widths) + COLUMN_GAP * (len(part) - 1) + 2 * PADDING, max(heights) + 2 * PADDING - 8
    return max(widths) + 2 * PADDING, sum(heights) + BLOCK_GAP * (len(part) - 1) + 2 * PADDING - 8


def band_rows(part: tuple[Block, ...], width: float) -> int:
    """The fewest rows in which these blocks fit beside each other into a card of this width."""
    longest = max(len(block.rows) for block in part)
    return next((rows for rows in range(1, longest) if card_size(part, True, rows)[0] <= width), longest)


def _methods(scene: Scene) -> Iterator[Row]:
    document = scene.document
    shown = {odd_method(component, scene) for component in document.components.values()}
    if scene.show.contracts:
        shown |= {scene.fill_method(contract) for contract in document.contracts.values() if contract.members}
    for method in Method:
        if method in shown:
            yield Row("method", method, word(method), METHODS[method])


def _payments(scene: Scene) -> Iterator[Row]:
    if not scene.show.contracts:
        return
    shown = {payment(contract.pricing) for contract in scene.document.contracts.values() if contract.members}
    if shown == {Payment.UNDECIDED}:
        return
    for way in Payment:
        if way in shown:
            yield Row("payment", way, words=PAYMENT_LINES[way].words, code=PAYMENT_LINES[way].code)


def _links(scene: Scene) -> Iterator[Row]:
    document = scene.document
    kinds = {link_kind(link, scene) for link in document.links.values()}
    if LinkKind.CROSSING in kinds:
        yield Row("crossing", words="Crosses a contract boundary")
    if LinkKind.INNER in kinds:
        yield Row("inner", words="Stays inside one contract")
    if any(link.flow is None and goes_both_ways(link, document) for link in document.links.values()):
        yield Row("both", words="Each needs the other")
    if any(link.flow for link in document.links.values()):
        yield Row("flow", words="Flow and its direction")
    if scene.show.interfaces and LinkKind.CROSSING in kinds and _has_interfaces(scene):
        yield Row("interface", words="Interface, as in the register")


def _has_interfaces(scene: Scene) -> bool:
    """Whether some link leads from one contract to another."""
    for link in scene.document.links.values():
        sources, targets = scene.homes(link.source), scene.homes(link.target)
        if sources and targets and not set(sources) & set(targets):
            return True
    return False


def _marks(scene: Scene) -> Iterator[Row]:
    document = scene.document
    components = document.components.values()
    if any(scene.homes(component.id) and odd_method(component, scene) for component in components):
        yield Row("odd", words="Done differently from its contract")
    used = {component.kind for component in components}
    if scene.show.evolve and any(component.evolve for component in components):
        used.add("evolve")
    if any(component.inertia for component in components):
        used.add("inertia")
    if any(component.constraint for component in components):
        used.add("constraint")
    if document.pipelines:
        used.add("pipeline")
    used |= {"decelerator" if accelerator.slows else "accelerator" for accelerator in document.accelerators.values()}
    yield from (Row(kind, words=words) for kind, words in SYMBOLS if kind in used)


def _types(scene: Scene) -> Iterator[Row]:
    """The letters that stand in symbols: a market or a user shows none."""
    shown = {
        component.type for component in scene.document.components.values() if has_letter(component, scene.document)
    }
    yield from (Row("type", what, words=word(what)) for what in ComponentType if what in shown)


def _resistance(scene: Scene) -> Iterator[Row]:
    shown = {component.inertia.kind for component in scene.document.components.values() if component.inertia}
    yield from (Row("kind", kind, words=word(kind)) for kind in InertiaKind if kind in shown)


def _people(scene: Scene) -> Iterator[Row]:
    shown = {attitude.people for attitude in scene.document.attitudes.values()}
    for people in People:
        if people in shown:
            yield Row("people", people, word(people), PEOPLE[people])
