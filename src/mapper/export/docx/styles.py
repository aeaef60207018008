"""The styles of a Word document: its own headings and title, so that navigation and contents find them."""

from __future__ import annotations

from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

from mapper.export.pack.styles import BODY, CELL, DENSE, HEADINGS, LEAD, SMALL, TITLE, Style

TABLE_TEXT, TABLE_SMALL = "TableText", "TableSmall"
OWN = {LEAD: "Lead", SMALL: "SmallPrint", CELL: TABLE_TEXT, DENSE: TABLE_SMALL}
"""The styles of the pack that this adds to Word's, by their ids."""
_TYPEFACE, _LANGUAGE = "Arial", "en-GB"
_BOLD = 600


def set_styles(word: Word) -> None:
    """Give Word's styles the looks of the pack, and add those that it lacks."""
    styles = word.styles
    _set(styles["Normal"], BODY)
    _set(styles["Title"], TITLE.but(size=26, leading=30))
    for level, style in HEADINGS.items():
        # Word keeps the space above a heading at the top of a page too, and there most of the first level stand.
        _set(styles[f"Heading {level}"], style.but(before=min(style.before, 12.0)))
    for style, name in OWN.items():
        made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = styles["Normal"]
        _set(made, style)
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), _LANGUAGE)


def _set(style: ParagraphStyle, look: Style) -> None:
    """Sizes are rounded to the halves of a point that Word knows."""
    style.font.size = Pt(round(look.size * 2) / 2)
    style.font.bold, style.font.italic = look.weight >= _BOLD, look.italic
    style.font.color.rgb = RGBColor(*bytes.fromhex(look.colour.removeprefix("#")))
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(look.before), Pt(look.after)
    style.paragraph_format.line_spacing = round(look.leading / look.size / _LINE, 2)
    # A typeface of the theme would win over one that is named.
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), _TYPEFACE)
    for border in list(style.element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)


_LINE = 1.15
"""From line to line of Arial, in ems."""
