"""The paper and what stands at the edges of each page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mapper.export.exporter import PageSize
from mapper.export.pack.blocks import Turn
from mapper.export.pack.furniture import Furniture
from mapper.export.pack.styles import FURNITURE, Style
from mapper.export.pdf.lines import TextLine, break_lines
from mapper.export.pdf.sheet import Sheet

_A4 = (595.28, 841.89)
_SIZES = {PageSize.A4: _A4, PageSize.A3: _A4, PageSize.LETTER: (612.0, 792.0)}
"""What pages are set on. A3 is A4 enlarged: lines of text keep their measure, and can be read from further away."""
_ENLARGED = {PageSize.A3: 2**0.5}
_SIDE = 56.0
_LANDSCAPE_SIDE = 40.0
_TOP = 56.0
_BOTTOM = 47.0
_HEADER = 32.0
_FOOTER = 30.0
_NARROWEST = 16.0
_BETWEEN = 14.0


@dataclass(frozen=True, slots=True)
class Area:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper, either way round."""

    page: PageSize

    def size(self, turn: Turn) -> tuple[float, float]:
        short, long = _SIZES[self.page]
        return (short, long) if turn is Turn.PORTRAIT else (long, short)

    def frame(self, turn: Turn) -> Area:
        """Where blocks go."""
        width, height = self.size(turn)
        side = _SIDE if turn is Turn.PORTRAIT else _LANDSCAPE_SIDE
        return Area(side, _TOP, width - side, height - _BOTTOM)

    @property
    def enlargement(self) -> float:
        """How much larger than it was set a page is printed."""
        return _ENLARGED.get(self.page, 1.0)

    @property
    def full_frame(self) -> Area:
        """Where a figure goes that has a landscape page to itself, between header and footer."""
        width, height = self.size(Turn.LANDSCAPE)
        return Area(_NARROWEST, _HEADER + 9, width - _NARROWEST, height - _FOOTER - 8)


def furnish(sheets: Sequence[Sheet], furniture: Furniture) -> None:
    """Write header and footer on every page; listeners are spared them."""
    for sheet in sheets:
        _write_row(sheet, furniture.header, _HEADER)
        page = f"Page {sheet.number + 1} of {len(sheets)}"
        _write_row(sheet, (*furniture.footer, page), sheet.height - _FOOTER + 6)


def _write_row(sheet: Sheet, words: tuple[str, str, str], baseline: float) -> None:
    side = _LANDSCAPE_SIDE if sheet.width > sheet.height else _SIDE
    whole = sheet.width - 2 * side
    middle = _running(sheet, words[1], FURNITURE.but(weight=700), whole / 3)
    room = (whole - middle.width) / 2 - _BETWEEN
    left, right = (_running(sheet, text, FURNITURE, room) for text in (words[0], words[2]))
    for place, line in enumerate((left, middle, right)):
        style = FURNITURE.but(weight=700 if place == 1 else 400)
        with sheet.content(None, "Pagination"):
            sheet.word(line.text, side + (whole - line.width) * place / 2, baseline, style)


def _running(sheet: Sheet, text: str, style: Style, room: float) -> TextLine:
    """One line of the text, shortened where it has no room."""
    first, *more = break_lines(text, style, room, sheet.fonts)
    return break_lines(f"{first.text.rstrip()[:-1]}…", style, room * 2, sheet.fonts)[0] if more else first
