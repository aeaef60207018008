"""Sets blocks of text as slabs: pieces of a page that are not broken further."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from mapper.export.pack.blocks import Bullets, Contents, Heading, Paragraph, Span
from mapper.export.pack.styles import BODY, CELL_STRONG, HEADINGS, INK, SOFT, TITLE, Style
from mapper.export.pdf.fonts import Face, Fonts
from mapper.export.pdf.lines import TextLine, break_lines
from mapper.export.pdf.sheet import Sheet
from mapper.export.pdf.tags import Node

_BULLET_INDENT = 15.0
_LINES_TOGETHER = 4
_BADGE_PADDING = 5.0
_MOST_LINES = 3
_RULE = 1.6
_SMALLEST_HEADING = 11.0

Draw = Callable[[Sheet, float, float], None]


@dataclass(frozen=True, slots=True)
class Slab:
    """`draw(sheet, left, top)` puts it on a page. A slab that is kept stays on the page of the next one.

    `before` is dropped at the top of a page; `again` is what goes above it there.
    """

    height: float
    draw: Draw
    before: float = 0.0
    keep: bool = False
    again: Slab | None = None


@dataclass(frozen=True, slots=True)
class PageNumber:
    """Where the number of an anchor's page is to be written, ending at `right`, once all pages are known."""

    sheet: Sheet
    place: int
    right: float
    baseline: float
    style: Style
    anchor: str


@dataclass(slots=True)
class Setting:
    """What setting needs to know, and what it finds out on the way: bookmarks, and places for page numbers."""

    fonts: Fonts
    root: Node
    tallest: float
    bookmarks: list[Heading] = field(default_factory=list)
    page_numbers: list[PageNumber] = field(default_factory=list)


def set_paragraph(block: Paragraph, width: float, setting: Setting, node: Node | None = None) -> list[Slab]:
    """Short paragraphs stay whole; of long ones at least two lines stay together on either page."""
    style = block.style
    lines = break_lines(block.words, style, width, setting.fonts)
    home = node or Node("P")
    first = style.before
    slabs: list[Slab] = []
    for group in _groups(lines):
        slabs.append(Slab(len(group) * style.leading, _drawing(group, style, home, setting), before=first))
        first = 0.0
    slabs += set_gap(style.after)
    if block.introduces:
        slabs = [replace(slab, keep=True) for slab in slabs]
    return slabs


def set_gap(height: float) -> list[Slab]:
    return [Slab(0.0, lambda *_: None, before=height)] if height else []


def set_rule(width: float) -> list[Slab]:
    return [Slab(_RULE, lambda sheet, left, top: sheet.rule(left, top + _RULE / 2, width, INK, _RULE))]


def set_heading(block: Heading, setting: Setting, width: float, style: Style | None = None) -> list[Slab]:
    """A heading is kept with what follows. The document's title is its H1, so a section's heading is an H2."""
    style = _restrained(block, style or HEADINGS.get(block.level, TITLE), width, setting)
    badge = _badge_width(block, style, setting)
    lines = break_lines(block.text, style, width - badge, setting.fonts)

    def draw(sheet: Sheet, left: float, top: float) -> None:
        if block.anchor is not None:
            sheet.anchor(block.anchor, max(0.0, top - 12))
            setting.bookmarks.append(block)
        node = setting.root.add(Node(f"H{block.level + 1}"))
        if block.badge is not None:
            _draw_badge(sheet, block.badge, (left, top, badge), style, node)
        for number, line in enumerate(lines):
            sheet.text(line, left + badge, top + number * style.leading + _rise(style), style, node)

    height = len(lines) * style.leading
    return [Slab(height, draw, style.before, keep=True), Slab(style.after, lambda *_: None, keep=True)]


def set_bullets(block: Bullets, width: float, setting: Setting) -> list[Slab]:
    found: list[Slab] = []
    owner = Node("L")
    for number, words in enumerate(block.items, start=1):
        lines = break_lines(words, BODY, width - _BULLET_INDENT, setting.fonts)
        mark = f"{number}." if block.numbered else "•"
        found.append(Slab(len(lines) * BODY.leading + 3, _drawing_item(mark, lines, owner, setting)))
    return [*found, *set_gap(BODY.after)]


def set_contents(block: Contents, width: float, setting: Setting) -> list[Slab]:
    """A line for each heading. The pages' numbers are filled in when all pages are known."""
    owner = Node("TOC")
    return [slab for heading in block.headings for slab in _contents_line(heading, width, setting, owner)]


def _groups(lines: tuple[TextLine, ...]) -> list[tuple[TextLine, ...]]:
    if len(lines) <= _LINES_TOGETHER:
        return [lines]
    return [lines[:2], *((line,) for line in lines[2:-2]), lines[-2:]]


def _drawing(lines: Iterable[TextLine], style: Style, node: Node, setting: Setting) -> Draw:
    def draw(sheet: Sheet, left: float, top: float) -> None:
        if not node.kids:
            setting.root.add(node)
        for number, line in enumerate(lines):
            sheet.text(line, left, top + number * style.leading + _rise(style), style, node)

    return draw


def _drawing_item(mark: str, lines: tuple[TextLine, ...], owner: Node, setting: Setting) -> Draw:
    def draw(sheet: Sheet, left: float, top: float) -> None:
        if not owner.kids:
            setting.root.add(owner)
        item = owner.add(Node("LI"))
        with sheet.content(item.add(Node("Lbl"))):
            sheet.word(mark, left, top + _rise(BODY), BODY.but(colour=SOFT))
        body = item.add(Node("LBody"))
        for number, line in enumerate(lines):
            sheet.text(line, left + _BULLET_INDENT, top + number * BODY.leading + _rise(BODY), BODY, body)

    return draw


def _contents_line(heading: Heading, width: float, setting: Setting, owner: Node) -> list[Slab]:
    is_section = heading.level == 1 and heading.badge is None
    style = CELL_STRONG.but(size=9.5, leading=17) if is_section else BODY.but(leading=15)
    indent = 0.0 if is_section else 16.0
    text = f"{heading.badge[0]}  {heading.text}" if heading.badge is not None else heading.text
    span = Span(text, link=heading.anchor)
    lines = break_lines((span,), style, width - indent - 40, setting.fonts)

    def draw(sheet: Sheet, left: float, top: float) -> None:
        if not owner.kids:
            setting.root.add(owner)
        item = owner.add(Node("TOCI"))
        for number, line in enumerate(lines):
            sheet.text(line, left + indent, top + number * style.leading + _rise(style), style, item)
        baseline = top + (len(lines) - 1) * style.leading + _rise(style)
        place = sheet.reserve(item.add(Node("Span")))
        setting.page_numbers.append(PageNumber(sheet, place, left + width, baseline, style, heading.anchor or ""))

    return [Slab(len(lines) * style.leading, draw, before=4 if is_section else 0)]


def _badge_width(block: Heading, style: Style, setting: Setting) -> float:
    if block.badge is None:
        return 0.0
    text = setting.fonts.width(block.badge[0], style.size * 0.72, Face(700))
    return min(text, 160.0) + 2 * _BADGE_PADDING + 9


def _draw_badge(
    sheet: Sheet, badge: tuple[str, str], place: tuple[float, float, float], style: Style, node: Node
) -> None:
    left, top, width = place
    reference, colour = badge
    inked = style.but(size=style.size * 0.72, colour="#FFFFFF", weight=700)
    middle = top + style.leading / 2
    sheet.box((left, middle - inked.size * 0.78, left + width - 9, middle + inked.size * 0.78), colour, radius=4)
    line = break_lines(reference, inked, width, sheet.fonts)[0]
    sheet.text(line, left + _BADGE_PADDING, middle + inked.size * 0.36, inked, node)


def _restrained(block: Heading, style: Style, width: float, setting: Setting) -> Style:
    """The style, or smaller ones for titles that would fill half a page."""
    while style.size > _SMALLEST_HEADING and len(break_lines(block.text, style, width, setting.fonts)) > _MOST_LINES:
        style = style.but(size=style.size * 0.8, leading=style.leading * 0.8)
    return style


def _rise(style: Style) -> float:
    """From the top of a line to its baseline."""
    return style.leading / 2 + style.size * 0.36
