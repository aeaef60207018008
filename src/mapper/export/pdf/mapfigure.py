"""The map as figures of the pack: a page of its own, and a small one for each contract with that contract lit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mapper.drawing.contracts import MARK_RADIUS
from mapper.drawing.draw import LAYERS, draw, page, picture
from mapper.drawing.frame import Frame
from mapper.drawing.layout import Box, Layout
from mapper.drawing.legend import blocks
from mapper.drawing.lettering import set_marks
from mapper.drawing.marks import Drawn, Mark, Rectangle
from mapper.drawing.metrics import set_in
from mapper.drawing.place import lay_out
from mapper.drawing.scene import Scene, Show
from mapper.drawing.theme import Theme
from mapper.drawing.themes import WARDLEY, on_paper
from mapper.export.pack.anchors import contract_anchor, interface_anchor
from mapper.export.pack.blocks import Figure
from mapper.export.pack.styles import FURNITURE, TINT
from mapper.export.pdf.fonts import Face
from mapper.export.pdf.legendstrip import Strip
from mapper.export.pdf.locator import PALE, lit
from mapper.export.pdf.press import Press, Stops
from mapper.export.pdf.sheet import Sheet
from mapper.export.pdf.surface import Surface, clipped_together
from mapper.export.pdf.tags import Node
from mapper.model import Contract, Document, Id, Stage

_NOBODY = Id("\n")
"""Lights no contract: no record can have this id."""
_MARGIN = 8.0
_UNDER_STAGES = 12.0
_UNDER_AXIS = 28.0
"""So much of the page below the map is empty."""

Crop = tuple[float, float, float, float]


class MapFigures:
    """Figures of one document's map. Places are found once and serve all of them."""

    def __init__(self, document: Document, theme: Theme, press: Press) -> None:
        self._document = document
        self._theme = theme
        self._press = press
        self._frame = Frame.of(document)
        self._layout: Layout = lay_out(document, self._frame, typeface=theme.typeface)
        self._background: str | None = None

    def whole(self, alt: str) -> Figure:
        """The map as on the screen. Titles of contracts lead to their pages, numbers of interfaces to the register.

        A legend that found no room within the map is set in lines below it.
        """
        frame, layout = self._frame, self._layout
        scene = Scene(self._document, frame, self._theme, layout)
        under: tuple[Mark, ...] = ()
        height = frame.height
        if layout.page_height is not None:
            typeface = self._theme.typeface
            with set_in(typeface):
                strip = Strip.of(blocks(scene), frame.plot_width)
                lines = tuple(strip.marks(frame.left, height - _UNDER_AXIS, self._theme))
            scene = replace(scene, layout=replace(layout, legend=(), page_height=None))
            under = tuple(set_marks(lines, typeface))
            height += strip.height - _UNDER_AXIS
        marks = (*_marks(scene), *under)

        def put(sheet: Sheet, left: float, top: float, width: float) -> None:
            self._put(sheet, marks, (left, top, width / frame.width), (0.0, 0.0, frame.width, height))

        return Figure(lambda width: width * height / frame.width, put, alt, self._link_marks)

    def _link_marks(self, sheet: Sheet, place: tuple[float, float, float], root: Node) -> None:
        left, top, width = place
        scale = width / self._frame.width
        for label, anchor, box in self._ways():
            area = (left + box.left * scale, top + box.top * scale, left + box.right * scale, top + box.bottom * scale)
            sheet.link(area, anchor, label, root.add(Node("Link", alt=label)))

    def _ways(self) -> Iterator[tuple[str, str, Box]]:
        """What can be followed from the map: contracts to their pages, numbers to the register."""
        for id, title in self._layout.titles.items():
            contract = self._document.contracts[id]
            yield f"Contract {contract.ref} {contract.title}".strip(), contract_anchor(id), title.box
        for mark in self._layout.interfaces:
            x, y, reach = mark.x, mark.y, MARK_RADIUS
            box = Box(x - reach, y - reach, x + reach, y + reach)
            yield f"Interface {mark.number}", interface_anchor(mark.number), box

    def locator(self, contract: Contract, alt: str) -> Figure:
        """A small map in which one contract is lit and only its members are named."""
        frame = self._frame
        crop = (frame.left - _MARGIN, frame.top - _MARGIN, frame.right + _MARGIN, frame.bottom + _MARGIN)

        def height(width: float) -> float:
            return width * (crop[3] - crop[1]) / (crop[2] - crop[0]) + _UNDER_STAGES

        def put(sheet: Sheet, left: float, top: float, width: float) -> None:
            scale = width / (crop[2] - crop[0])
            place = (left, top, scale)
            self._put(sheet, self._page_marks(), place, crop)
            self._put_form(sheet, place, crop)
            outline = self._layout.outlines.get(contract.id)
            self._put(sheet, lit(self._document, contract, outline, frame, scale, on_paper(self._theme)), place, crop)
            self._name_stages(sheet, left, top + height(width) - 3, scale)

        return Figure(height, put, alt)

    def _pale(self) -> Scene:
        show = Show(interfaces=False, legend=False, labels=False, notes=False, evolve=False, only_contract=_NOBODY)
        return Scene(self._document, self._frame, PALE, self._layout, show)

    def _page_marks(self) -> Iterator[Mark]:
        frame = self._frame
        yield Rectangle(frame.left, frame.top, frame.plot_width, frame.plot_height, 8.0, TINT)
        scene = self._pale()
        yield from page(replace(scene, theme=replace(PALE, stage=WARDLEY.faint)))["stages"].marks

    def _put_form(self, sheet: Sheet, place: tuple[float, float, float], crop: Crop) -> None:
        """All of the map in grey: drawn once, shown on every contract's page."""
        if self._background is None:
            scene = self._pale()
            tables = (self._document.components, self._document.links, self._document.contracts)
            shares = [draw(id, scene) for table in tables for id in table]
            surface = self._surface(None)
            surface.draw(_in_layers(shares, leave_out=("titles",)))
            size = (self._frame.width, self._frame.height)
            self._background = self._press.form("background", surface.operators, *size)
        sheet.forms.append("background")
        sheet.operators += [*self._opening(sheet, place, crop), f"{self._background} Do", "Q"]

    def _put(self, sheet: Sheet, marks: Iterable[Mark], place: tuple[float, float, float], crop: Crop) -> None:
        surface = self._surface(sheet)
        surface.draw(marks)
        sheet.operators += [*self._opening(sheet, place, crop), *surface.operators, "Q"]

    def _opening(self, sheet: Sheet, place: tuple[float, float, float], crop: Crop) -> list[str]:
        """Units of the map's page from here on, y down, and nothing outside the crop."""
        left, top, scale = place
        x, y = left - crop[0] * scale, sheet.height - top + crop[1] * scale
        clip = f"{crop[0]:.2f} {crop[1]:.2f} {crop[2] - crop[0]:.2f} {crop[3] - crop[1]:.2f} re W n"
        return ["q", f"{scale:.6f} 0 0 {-scale:.6f} {x:.3f} {y:.3f} cm", clip]

    def _surface(self, sheet: Sheet | None) -> Surface:
        def shade(left: float, right: float, stops: Stops) -> str:
            name = self._press.shade(left, right, stops)
            if sheet is not None:
                sheet.shadings.add(name)
            return name

        return Surface(self._press.fonts, shade)

    def _name_stages(self, sheet: Sheet, left: float, baseline: float, scale: float) -> None:
        style = FURNITURE.but(size=6.0, italic=True)
        lines = (0.0, *self._document.stages.lines, 1.0)
        for stage, start, end in zip(Stage, lines, lines[1:], strict=False):
            x = left + (self._frame.x(start) - self._frame.left + _MARGIN) * scale
            room = (end - start) * self._frame.plot_width * scale
            name = self._document.stages.name(stage).split(" (")[0]
            if sheet.fonts.width(name, style.size, Face(style.weight, italic=True)) < room:
                sheet.word(name, x, baseline, style)


def _marks(scene: Scene) -> Iterator[Mark]:
    for layer in picture(scene).layers:
        marks = (mark for drawn in layer.drawn for mark in drawn.marks)
        yield from clipped_together(marks) if layer.name == "halos" else marks


def _in_layers(shares: list[dict[str, Drawn]], leave_out: tuple[str, ...]) -> Iterable[Mark]:
    for layer in LAYERS:
        if layer not in leave_out:
            for share in shares:
                if layer in share:
                    yield from share[layer].marks
