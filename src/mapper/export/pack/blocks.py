"""What a pack is made of: typed blocks, which know nothing of pages.

A section of the pack is a function that answers with blocks; `flow` places them and `tags` records what they mean.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from mapper.export.pack.styles import BODY, Style

if TYPE_CHECKING:
    from mapper.export.pdf.sheet import Sheet
    from mapper.export.pdf.tags import Node


class Side(StrEnum):
    LEFT = "left"
    RIGHT = "right"


class Turn(StrEnum):
    """Which way round a page is."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one look. `link` is the anchor that it leads to. It is text, never markup."""

    text: str
    weight: int | None = None
    italic: bool = False
    link: str | None = None
    colour: str | None = None


MAILTO = "mailto:"
"""How the anchor of a link begins that opens a letter; all other anchors are places in the pack."""

Words = str | tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows starts on a new page. A page that holds nothing yet is turned instead of left empty."""

    turn: Turn = Turn.PORTRAIT


@dataclass(frozen=True, slots=True)
class Gap:
    """White space, dropped at the top of a page."""

    height: float


@dataclass(frozen=True, slots=True)
class Rule:
    """A strong line from margin to margin."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3. With an anchor it can be linked to and stands in the bookmarks.

    `badge` is a reference set in a coloured cell before the text; `listed` ones are in the table of contents.
    """

    text: str
    level: int
    anchor: str | None = None
    badge: tuple[str, str] | None = None
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text; one that introduces what follows is kept on its page."""

    words: Words
    style: Style = BODY
    introduces: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Words, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """`share` is the column's part of the width, in proportion to the other columns'."""

    title: str
    share: float
    side: Side = Side.LEFT


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells, the first of which is its header. `anchor` makes it a target.

    `spans` says how many columns each cell takes, one unless given; a group row has one cell for them all.
    """

    cells: tuple[Words, ...]
    anchor: str | None = None
    is_total: bool = False
    is_group: bool = False
    spans: tuple[int, ...] = ()


_FEW_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Table:
    """Data in rows, with horizontal rules only. The header row is repeated on each page; a group row spans all.

    `summary` says in a sentence what a row is, for those who hear the table. A dense one is set smaller; a whole one
    is not broken over pages.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    summary: str
    is_dense: bool = False
    is_whole: bool = False

    @property
    def has_row_headers(self) -> bool:
        """Whether the first cell of each row names it. A single row needs no name, nor do long texts make one."""
        return sum(not row.is_group for row in self.rows) > 1 and len(self.columns) > _FEW_COLUMNS


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with what is known of each, in one or two columns."""

    facts: tuple[tuple[str, Words], ...]
    summary: str
    columns: int = 2


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing: `height` for a width, and `draw(sheet, left, top, width)`. `alt` says in words what it shows.

    `links(sheet, place, node)` makes areas of it, drawn at (left, top, width), lead elsewhere.
    """

    height: Callable[[float], float]
    draw: Callable[[Sheet, float, float, float], None]
    alt: str
    links: Callable[[Sheet, tuple[float, float, float], Node], None] | None = None


@dataclass(frozen=True, slots=True)
class FullPage:
    """A figure that fills a landscape page between header and footer, under a small heading if it has one."""

    figure: Figure
    heading: Heading | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """Blocks on the left with a figure on the right that takes `share` of the width."""

    blocks: tuple[Paragraph | Heading | Gap | Bullets, ...]
    figure: Figure
    share: float = 0.5


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents: a linked line with its page for each heading of the pack."""

    headings: tuple[Heading, ...] = field(default=())


Block = NewPage | Gap | Rule | Heading | Paragraph | Bullets | Table | Facts | Figure | FullPage | Beside | Contents
