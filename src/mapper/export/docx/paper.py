"""The paper of a Word document: sections either way round, and the words at the edges of each page."""

from __future__ import annotations

from collections.abc import Sequence

from docx.enum.section import WD_ORIENT
from docx.section import Section
from docx.shared import Pt

from mapper.export.docx.words import Look, runs
from mapper.export.exporter import PageSize
from mapper.export.officexml import Element, element
from mapper.export.pack.blocks import Turn
from mapper.export.pack.furniture import Furniture
from mapper.export.pack.styles import FURNITURE

_SIZES = {PageSize.A4: (595.3, 841.9), PageSize.A3: (841.9, 1190.55), PageSize.LETTER: (612.0, 792.0)}
_SIDE, _TOP, _EDGE = 54.0, 60.0, 28.0
_SMALL = Look(colour=FURNITURE.colour, size=FURNITURE.size)
_ALIGNS = ("left", "center", "right")
_THIRDS = 1667
"""Of the fiftieths of a per cent in which Word counts a share."""


def set_up(section: Section, page: PageSize, turn: Turn) -> None:
    """Give a section its paper and margins."""
    short, long = _SIZES[page]
    is_wide = turn is Turn.LANDSCAPE
    section.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (Pt(long), Pt(short)) if is_wide else (Pt(short), Pt(long))
    section.left_margin = section.right_margin = Pt(_SIDE)
    section.top_margin = section.bottom_margin = Pt(_TOP)
    section.header_distance = section.footer_distance = Pt(_EDGE)


def room(page: PageSize, turn: Turn) -> tuple[float, float]:
    """Width and height between the margins, in points."""
    short, long = _SIZES[page]
    width, height = (long, short) if turn is Turn.LANDSCAPE else (short, long)
    return width - 2 * _SIDE, height - 2 * _TOP


def furnish(section: Section, furniture: Furniture) -> None:
    """Write header and footer; the sections that follow have the same."""
    numbers = [*runs("Page ", _SMALL), *_field("PAGE"), *runs(" of ", _SMALL), *_field("NUMPAGES")]
    header = [list(runs(words, _SMALL)) for words in furniture.header]
    footer = [*(list(runs(words, _SMALL)) for words in furniture.footer), numbers]
    for part, cells in ((section.header, header), (section.footer, footer)):
        part.is_linked_to_previous = False
        # Word wants a paragraph after a table; the one that is there already is it.
        part.paragraphs[0].paragraph_format.space_after = Pt(0)
        part.paragraphs[0]._p.addprevious(_strip(cells))


def _strip(cells: Sequence[Sequence[Element]]) -> Element:
    """Three cells over the whole width, whichever way round the page is."""
    made = [
        element("w:tc", element("w:tcPr", element("w:tcW", w=_THIRDS, type="pct")), _aligned(words, align))
        for words, align in zip(cells, _ALIGNS, strict=True)
    ]
    properties = element("w:tblPr", element("w:tblW", w=5000, type="pct"), element("w:tblLayout", type="fixed"))
    grid = element("w:tblGrid", *(element("w:gridCol", w=3200) for _ in cells))
    return element("w:tbl", properties, grid, element("w:tr", *made))


def _aligned(words: Sequence[Element], align: str) -> Element:
    spacing = element("w:spacing", after=0)
    return element("w:p", element("w:pPr", spacing, element("w:jc", val=align)), *words)


def _field(name: str) -> Sequence[Element]:
    """A number that Word fills in."""
    return [element("w:fldSimple", *runs("1", _SMALL), instr=f" {name} ")]
