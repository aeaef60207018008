"""One page while it is being made. Distances are in points, from the left and from the top."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from mapper.export.pack.styles import Style
from mapper.export.pdf.colours import rgb
from mapper.export.pdf.fonts import Face, Fonts
from mapper.export.pdf.lines import Piece, TextLine
from mapper.export.pdf.tags import LinkArea, Marked, Node

_ROUND = 0.5523


Area = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class LinkTo:
    """An area, as it is in the file, that leads to an anchor."""

    area: Area
    anchor: str
    label: str


class Sheet:
    """A page's operators with its links, its anchors and the nodes that its marked content belongs to."""

    def __init__(self, number: int, width: float, height: float, fonts: Fonts, enlargement: float = 1.0) -> None:
        self.number = number
        self.width = width
        self.height = height
        self.fonts = fonts
        self.enlargement = enlargement
        self.operators: list[str] = []
        self.links: list[LinkTo] = []
        self.anchors: dict[str, float] = {}
        self.marked: list[Node] = []
        self.shadings: set[str] = set()
        self.forms: list[str] = []

    def anchor(self, name: str, top: float) -> None:
        """Make a place on this page something that links lead to."""
        self.anchors[name] = (self.height - top) * self.enlargement

    @contextmanager
    def content(self, node: Node | None, kind: str = "Layout") -> Iterator[None]:
        """What is drawn inside belongs to a node; to none if it is mere decoration, of a kind that PDF names."""
        if node is None:
            self.operators.append(f"/Artifact <</Type /{kind}>> BDC")
        else:
            number = len(self.marked)
            self.marked.append(node)
            node.kids.append(Marked(self.number, number))
            self.operators.append(f"/{node.tag} <</MCID {number}>> BDC")
        yield
        self.operators.append("EMC")

    def reserve(self, node: Node) -> int:
        """A place in a node's content for a word that is not known yet."""
        with self.content(node):
            self.operators.append("")
        return len(self.operators) - 2

    def fill(self, place: int, text: str, right: float, baseline: float, style: Style) -> None:
        """Write the word of a reserved place so that it ends at `right`."""
        left = right - self.fonts.width(text, style.size, Face(style.weight, style.italic))
        self.operators[place] = self._shown(text, left, baseline, style)

    def link(self, area: Area, anchor: str, label: str, node: Node) -> None:
        """Let an area (left, top, right, bottom) lead to an anchor."""
        node.kids.append(LinkArea(self.number, len(self.links)))
        self.links.append(LinkTo(self.printed(area), anchor, label))

    def printed(self, area: Area) -> Area:
        """An area (left, top, right, bottom) as it is in the file: left, bottom, right, top, from the lower left."""
        left, top, right, bottom = area
        return (
            left * self.enlargement,
            (self.height - bottom) * self.enlargement,
            right * self.enlargement,
            (self.height - top) * self.enlargement,
        )

    def text(self, line: TextLine, x: float, baseline: float, style: Style, node: Node | None) -> None:
        """A line of text. Its links become elements of their own within the node."""
        plain: list[Piece] = []
        for piece in line.pieces:
            if piece.link is None or node is None:
                plain.append(piece)
                continue
            self._pieces(plain, x, baseline, style, node)
            plain = []
            part = node.add(Node("Link"))
            self._pieces([piece], x, baseline, style, part)
            area = (x + piece.x, baseline - 0.8 * style.size, x + piece.x + piece.width, baseline + 0.3 * style.size)
            self.link(area, piece.link, piece.text.strip(), part)
        self._pieces(plain, x, baseline, style, node)

    def word(self, text: str, x: float, baseline: float, style: Style) -> None:
        """A few words in one look, within content that is already marked."""
        self.operators.append(self._shown(text, x, baseline, style))

    def rule(self, x: float, y: float, width: float, colour: str, thickness: float = 0.5) -> None:
        """A horizontal line, as decoration."""
        with self.content(None):
            up = self.height - y
            self.operators.append(f"{rgb(colour)} RG {thickness:g} w {x:.2f} {up:.2f} m {x + width:.2f} {up:.2f} l S")

    def box(self, area: Area, colour: str, radius: float = 0.0) -> None:
        """A filled rectangle (left, top, right, bottom), as decoration."""
        left, top, right, bottom = area
        low, high = self.height - bottom, self.height - top
        k = radius * (1 - _ROUND)
        with self.content(None):
            self.operators.append(
                f"{rgb(colour)} rg {left + radius:.2f} {low:.2f} m {right - radius:.2f} {low:.2f} l "
                f"{right - k:.2f} {low:.2f} {right:.2f} {low + k:.2f} {right:.2f} {low + radius:.2f} c "
                f"{right:.2f} {high - radius:.2f} l "
                f"{right:.2f} {high - k:.2f} {right - k:.2f} {high:.2f} {right - radius:.2f} {high:.2f} c "
                f"{left + radius:.2f} {high:.2f} l "
                f"{left + k:.2f} {high:.2f} {left:.2f} {high - k:.2f} {left:.2f} {high - radius:.2f} c "
                f"{left:.2f} {low + radius:.2f} l "
                f"{left:.2f} {low + k:.2f} {left + k:.2f} {low:.2f} {left + radius:.2f} {low:.2f} c f"
            )

    def _shown(self, text: str, x: float, baseline: float, style: Style) -> str:
        shown = self.fonts.show(text, style.size, Face(style.weight, style.italic))
        return f"BT {rgb(style.colour)} rg 1 0 0 1 {x:.2f} {self.height - baseline:.2f} Tm {shown} ET"

    def _pieces(self, pieces: list[Piece], x: float, baseline: float, style: Style, node: Node | None) -> None:
        if not pieces:
            return
        # Text of no node is what a page repeats, as the header of a table that runs on.
        with self.content(node, "Pagination"):
            for piece in pieces:
                look = style.but(weight=piece.face.weight, italic=piece.face.italic, colour=piece.colour)
                self.word(piece.text, x + piece.x, baseline, look)
