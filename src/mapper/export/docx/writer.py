"""Writes blocks of the pack into a Word document."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from docx.document import Document as Word
from docx.enum.section import WD_SECTION
from docx.shared import Pt

from mapper.export.docx.paper import room, set_up
from mapper.export.docx.styles import OWN
from mapper.export.docx.tables import facts_of, table_of
from mapper.export.docx.words import PLAIN, Anchors, Look, paragraph
from mapper.export.exporter import PageSize
from mapper.export.officexml import Element, element, fit_line, written
from mapper.export.pack.blocks import (
    Beside,
    Block,
    Bullets,
    Contents,
    Facts,
    FullPage,
    Heading,
    NewPage,
    Paragraph,
    Rule,
    Span,
    Table,
    Turn,
)
from mapper.export.pack.styles import BODY, INK, LINK

_LONGEST_WORDS = 4000
_UNDER_HEADING = 54.0
"""The room that a heading takes from the picture below it."""
_FIELD = ("begin", "separate", "end")
"""What parts a field's instruction from what it shows."""


class Writer:
    """One pack on its way into Word. `picture` is the map as a PNG, for the page that the map fills."""

    def __init__(self, word: Word, page: PageSize, picture: bytes, anchors: Anchors) -> None:
        self._word, self._page, self._picture, self._anchors = word, page, picture, anchors
        self._turn, self._wants_page = Turn.PORTRAIT, False
        set_up(word.sections[0], page, self._turn)

    def write(self, block: Block) -> None:
        """Write one block below the last."""
        match block:
            case NewPage(turn):
                self._go_to(turn)
            case FullPage(figure, heading):
                self._go_to(Turn.LANDSCAPE)
                if heading is not None:
                    self.write(heading)
                self._put_map(figure.alt, _UNDER_HEADING if heading is not None else 0.0)
            case Beside(blocks):
                # The small map beside a contract's reasons is left to the PDF: its number is on the large one.
                for part in blocks:
                    self.write(part)
            case _:
                for made in self._elements(block):
                    self._append(made)

    def _elements(self, block: Block) -> Iterator[Element]:
        """A block that is nothing but words."""
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph(words, style):
                own = OWN.get(style, "")
                look = PLAIN if own or style == BODY else Look.of(style)
                yield paragraph(words, self._anchors, own, look)
            case Bullets(items, numbered):
                for item in items:
                    yield paragraph(item, self._anchors, "ListNumber" if numbered else "ListBullet")
            case Table():
                yield table_of(block, room(self._page, self._turn)[0], self._anchors)
                yield _gap()
            case Facts():
                yield facts_of(block, room(self._page, self._turn)[0], self._anchors)
                yield _gap()
            case Rule():
                line = element("w:bottom", val="single", sz=12, space=1, color=INK.removeprefix("#"))
                yield element("w:p", element("w:pPr", element("w:pBdr", line)))
            case Contents(headings):
                yield from self._contents(headings)

    def _heading(self, heading: Heading) -> Element:
        style = "Title" if heading.level == 0 else f"Heading{heading.level}"
        badge = (Span(f"{heading.badge[0]}  ", colour=heading.badge[1]),) if heading.badge is not None else ()
        return paragraph((*badge, Span(heading.text)), self._anchors, style, anchor=heading.anchor)

    def _contents(self, headings: Sequence[Heading]) -> Iterator[Element]:
        """A field that Word can bring up to date, filled in already. It has no page numbers: only Word knows them."""
        lines = []
        for heading in headings:
            badge = f"{heading.badge[0]}  " if heading.badge is not None else ""
            lines.append(paragraph((Span(f"{badge}{heading.text}", link=heading.anchor, colour=LINK),), self._anchors))
        if lines:
            instruction = element("w:r", written("w:instrText", ' TOC \\o "1-1" \\n \\h \\z '))
            begin, parted, end = (element("w:r", element("w:fldChar", fldCharType=kind)) for kind in _FIELD)
            lines[0][1:1] = [begin, instruction, parted]
            lines[-1].append(end)
        yield from lines

    def _go_to(self, turn: Turn) -> None:
        """What follows is on a new page, in a new section if that is turned the other way."""
        self._wants_page = len(self._word.element.body) > 1
        if turn is not self._turn:
            if self._wants_page:
                section = self._word.add_section(WD_SECTION.NEW_PAGE)
                ending = self._word.paragraphs[-1].paragraph_format
                ending.space_after, ending.line_spacing = Pt(0), Pt(1)
            else:
                section = self._word.sections[0]
            set_up(section, self._page, turn)
            self._turn, self._wants_page = turn, False

    def _append(self, made: Element) -> None:
        if self._wants_page:
            self._break_before(made)
        self._word.element.body[-1].addprevious(made)

    def _break_before(self, made: Element) -> None:
        self._wants_page = False
        properties = made.find(element("w:pPr").tag)
        if properties is not None:
            at = 1 if len(properties) and properties[0].tag == element("w:pStyle").tag else 0
            properties.insert(at, element("w:pageBreakBefore"))

    def _put_map(self, alt: str, taken: float) -> None:
        """The map as large as the page allows, with what it shows in words."""
        width, height = room(self._page, self._turn)
        self._word.add_picture(io.BytesIO(self._picture), width=Pt(width))
        shape = self._word.inline_shapes[-1]
        # A line of the usual spacing would be taller than the picture by as much.
        line = self._word.paragraphs[-1].paragraph_format
        line.line_spacing, line.space_after = 1.0, Pt(0)
        if shape.height > Pt(height - taken):
            shape.width, shape.height = round(shape.width * Pt(height - taken) / shape.height), Pt(height - taken)
        words = shape._inline.docPr
        words.set("name", "The map")
        words.set("descr", fit_line(alt, _LONGEST_WORDS))


def _gap() -> Element:
    """Word joins tables that nothing parts."""
    return element("w:p", element("w:pPr", element("w:spacing", before=0, after=60, line=120, lineRule="exact")))
