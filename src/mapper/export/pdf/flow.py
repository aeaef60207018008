"""Lets blocks flow over pages."""

from __future__ import annotations

from collections.abc import Sequence

from mapper.export.exporter import ExportCancelled, ExportOptions
from mapper.export.pack.blocks import (
    Beside,
    Block,
    Bullets,
    Contents,
    Facts,
    Figure,
    FullPage,
    Gap,
    Heading,
    NewPage,
    Paragraph,
    Rule,
    Table,
    Turn,
)
from mapper.export.pack.styles import CAPTION
from mapper.export.pdf.figures import Text, draw_figure, set_beside, set_figure, set_text
from mapper.export.pdf.fonts import Fonts
from mapper.export.pdf.paper import Paper
from mapper.export.pdf.setting import Setting, Slab, set_contents, set_heading
from mapper.export.pdf.sheet import Sheet
from mapper.export.pdf.tables import set_facts, set_table
from mapper.export.pdf.tags import Node

_PLACING = 0.9
"""The part of the work that is done when all blocks are placed."""


class Flow:
    """Places blocks one after another; `sheets` are the pages so far."""

    def __init__(self, paper: Paper, fonts: Fonts, options: ExportOptions) -> None:
        self.sheets: list[Sheet] = []
        self.setting = Setting(fonts, Node("Document"), 0.0)
        self._paper = paper
        self._options = options
        self._turn = Turn.PORTRAIT
        self._cursor = 0.0
        self._waiting: list[Slab] = []

    def place(self, blocks: Sequence[Block]) -> None:
        """Place blocks. Raises ExportCancelled when the user has stopped the export."""
        for done, block in enumerate(blocks):
            if self._options.cancelled():
                raise ExportCancelled
            self._options.progress(_PLACING * done / len(blocks))
            match block:
                case NewPage():
                    self._turn_page(block.turn)
                case FullPage():
                    self._place_alone(block.figure, block.heading)
                case _:
                    for slab in self._set(block):
                        self._take(slab)
        self._flush()

    def _set(self, block: Text | Table | Facts | Figure | Beside | Contents) -> list[Slab]:
        width = self._paper.frame(self._turn).width
        self.setting.tallest = self._paper.frame(self._turn).height
        match block:
            case Paragraph() | Heading() | Gap() | Bullets() | Rule():
                return set_text(block, width, self.setting)
            case Table():
                return set_table(block, width, self.setting)
            case Facts():
                return set_facts(block, width, self.setting)
            case Figure():
                return set_figure(block, width, self.setting)
            case Beside():
                return set_beside(block, width, self.setting)
            case _:
                return set_contents(block, width, self.setting)

    def _take(self, slab: Slab) -> None:
        self._waiting.append(slab)
        if not slab.keep:
            self._flush()

    def _flush(self) -> None:
        """Put the slabs that must stay together on this page, or on the next where this one has no room."""
        group, self._waiting = self._waiting, []
        if not group:
            return
        frame = self._paper.frame(self._turn)
        together = sum(slab.before + slab.height for slab in group)
        if not self.sheets or (self._cursor > frame.top and self._cursor + together > frame.bottom + 0.01):
            self._next_page(group[0])
        for slab in group:
            if self._cursor > frame.top and self._cursor + slab.before + slab.height > frame.bottom + 0.01:
                self._next_page(slab)
            if self._cursor > frame.top:
                self._cursor += slab.before
            slab.draw(self.sheets[-1], frame.left, self._cursor)
            self._cursor += slab.height

    def _next_page(self, first: Slab) -> None:
        if self.sheets and first.height == 0.0 and not first.keep:
            return
        self._open()
        if first.again is not None:
            first.again.draw(self.sheets[-1], self._paper.frame(self._turn).left, self._cursor)
            self._cursor += first.again.height

    def _turn_page(self, turn: Turn) -> None:
        self._flush()
        self._turn = turn
        self._open()

    def _place_alone(self, figure: Figure, heading: Heading | None) -> None:
        """A figure on a landscape page of its own, as large as the page lets it be, in the middle."""
        self._turn_page(Turn.LANDSCAPE)
        frame = self._paper.full_frame
        top = frame.top
        if heading is not None:
            slab = set_heading(heading, self.setting, frame.width, CAPTION)[0]
            slab.draw(self.sheets[-1], self._paper.frame(self._turn).left, top)
            top += slab.height
        room = frame.bottom - top
        width = min(frame.width, room * frame.width / figure.height(frame.width))
        left = frame.left + (frame.width - width) / 2
        top += (room - figure.height(width)) / 2
        draw_figure(figure, self.sheets[-1], (left, top, width), self.setting.root)
        self._cursor = frame.bottom

    def _open(self) -> None:
        if self._options.cancelled():
            raise ExportCancelled
        width, height = self._paper.size(self._turn)
        self.sheets.append(Sheet(len(self.sheets), width, height, self.setting.fonts, self._paper.enlargement))
        self._cursor = self._paper.frame(self._turn).top

    def number_contents(self) -> None:
        """Write the pages' numbers into the table of contents, now that all pages are known."""
        pages = {anchor: sheet.number + 1 for sheet in self.sheets for anchor in sheet.anchors}
        for number in self.setting.page_numbers:
            text = str(pages[number.anchor])
            number.sheet.fill(number.place, text, number.right, number.baseline, number.style)
