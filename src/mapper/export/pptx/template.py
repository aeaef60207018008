"""An empty deck for wide screens, in a typeface that every PowerPoint has."""

from __future__ import annotations

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.util import Emu, Inches

WIDTH, HEIGHT = Inches(40 / 3), Inches(7.5)
TITLE_POINTS = 18
ONLY_TITLE = 5
"""The layout that has a title and nothing else."""
_TYPEFACE = "Arial"


def empty_deck() -> Deck:
    """python-pptx's own template, made wide, with quiet titles and without what only its maker's machine needed."""
    deck = Presentation()
    stretch = WIDTH / deck.slide_width
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    for shapes in (deck.slide_master.shapes, *(layout.shapes for layout in deck.slide_layouts)):
        for shape in shapes:
            # A placeholder that says nothing of its place has the master's.
            if shape.element.spPr.find(qn("a:xfrm")) is not None:
                shape.left, shape.width = Emu(round(shape.left * stretch)), Emu(round(shape.width * stretch))
    _quieten_titles(deck)
    _set_typeface(deck)
    _drop(deck, RELATIONSHIP_TYPE.PRINTER_SETTINGS)
    return deck


def _quieten_titles(deck: Deck) -> None:
    (style,) = deck.slide_master.element.iter(qn("p:titleStyle"))
    first = style.find(qn("a:lvl1pPr"))
    first.set("algn", "l")
    first.find(qn("a:defRPr")).set("sz", str(TITLE_POINTS * 100))
    first.find(qn("a:defRPr")).set("b", "1")


def _set_typeface(deck: Deck) -> None:
    """Headings and text in one typeface, that of the theme, so that one change there changes them all."""
    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = etree.fromstring(part.blob)
    for fonts in (*theme.iter(qn("a:majorFont")), *theme.iter(qn("a:minorFont"))):
        fonts.find(qn("a:latin")).set("typeface", _TYPEFACE)
    part.blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _drop(deck: Deck, kind: str) -> None:
    for id in [id for id, relationship in deck.part.rels.items() if relationship.reltype == kind]:
        deck.part.drop_rel(id)
