"""Sets figures, alone and beside text."""

from __future__ import annotations

from mapper.export.pack.blocks import Beside, Bullets, Figure, Gap, Heading, Paragraph, Rule
from mapper.export.pdf.setting import Setting, Slab, set_bullets, set_gap, set_heading, set_paragraph, set_rule
from mapper.export.pdf.sheet import Sheet
from mapper.export.pdf.tags import Node

_GUTTER = 22.0

Text = Paragraph | Heading | Gap | Bullets | Rule


def set_figure(block: Figure, width: float, setting: Setting) -> list[Slab]:
    height = block.height(width)

    def draw(sheet: Sheet, left: float, top: float) -> None:
        draw_figure(block, sheet, (left, top, width), setting.root)

    return [Slab(height, draw, before=4), *set_gap(8)]


def draw_figure(figure: Figure, sheet: Sheet, place: tuple[float, float, float], root: Node) -> None:
    """Draw a figure at (left, top, width), as one element with words for those who cannot see it."""
    left, top, width = place
    box = sheet.printed((left, top, left + width, top + figure.height(width)))
    node = root.add(Node("Figure", alt=figure.alt, box=box))
    with sheet.content(node):
        figure.draw(sheet, left, top, width)
    if figure.links is not None:
        figure.links(sheet, place, root)


def set_beside(block: Beside, width: float, setting: Setting) -> list[Slab]:
    """Text with a figure on its right; where the text is too long for one page, the figure stands above it."""
    right = width * block.share
    left = width - right - _GUTTER
    slabs = [slab for part in block.blocks for slab in set_text(part, left, setting)]
    tall = sum(slab.before + slab.height for slab in slabs)
    if tall > setting.tallest / 2:
        whole = [slab for part in block.blocks for slab in set_text(part, width, setting)]
        return [*set_figure(block.figure, width, setting), *whole]

    def draw(sheet: Sheet, x: float, top: float) -> None:
        y = top
        for slab in slabs:
            y += slab.before if y > top else 0.0
            slab.draw(sheet, x, y)
            y += slab.height
        draw_figure(block.figure, sheet, (x + left + _GUTTER, top + 3, right), setting.root)

    return [Slab(max(tall, block.figure.height(right) + 3), draw), *set_gap(8)]


def set_text(block: Text, width: float, setting: Setting) -> list[Slab]:
    """A block of text as slabs."""
    match block:
        case Paragraph():
            return set_paragraph(block, width, setting)
        case Heading():
            return set_heading(block, setting, width)
        case Gap():
            return set_gap(block.height)
        case Bullets():
            return set_bullets(block, width, setting)
        case Rule():
            return set_rule(width)
