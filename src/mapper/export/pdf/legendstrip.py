"""The legend as lines under the map: what takes least from the map's own height on a page that is wider than high."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mapper.drawing.legend import HEAD_SIZE, Block, Row
from mapper.drawing.legend_marks import row_marks
from mapper.drawing.marks import Mark, Text
from mapper.drawing.metrics import text_width
from mapper.drawing.theme import Theme

_LINE = 25.0
_APART = 22.0


@dataclass(frozen=True, slots=True)
class Strip:
    """Entries with their places, counted from the strip's upper left corner."""

    entries: tuple[tuple[float, float, str | Row], ...]
    height: float

    @classmethod
    def of(cls, blocks: Sequence[Block], width: float) -> Strip:
        """A line for each block, or several where it is wider than `width`; entries start beside the widest title."""
        entries: list[tuple[float, float, str | Row]] = []
        beside = max((text_width(block.title, HEAD_SIZE, 600) for block in blocks), default=0.0) + _APART
        y = -_LINE / 2
        for block in blocks:
            x, y = beside, y + _LINE
            entries.append((0.0, y, block.title))
            for row in block.rows:
                if x > beside and x + row.width > width:
                    x, y = beside, y + _LINE
                entries.append((x, y, row))
                x += row.width + _APART
        return cls(tuple(entries), y + _LINE / 2)

    def marks(self, left: float, top: float, theme: Theme) -> Iterator[Mark]:
        for x, y, entry in self.entries:
            if isinstance(entry, Row):
                yield from row_marks(entry, left + x, top + y, theme)
            else:
                yield Text(left + x, top + y + 4.6, entry, HEAD_SIZE, theme.soft, 600)
