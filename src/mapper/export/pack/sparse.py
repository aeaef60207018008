"""Tables of which some columns would say nothing: a sentence says it once instead."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from mapper.export.pack.blocks import Column, Row, Words
from mapper.export.pack.phrases import listed


def silent(columns: Sequence[Column], rows: Sequence[Row], nothing: Collection[Words]) -> tuple[int, ...]:
    """The places of the columns in which each row says one of the words for nothing; group rows do not count."""
    told = [row.cells for row in rows if not row.is_group]
    return tuple(place for place in range(len(columns)) if told and all(cells[place] in nothing for cells in told))


def without(places: Collection[int], columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns but those at these places."""
    return tuple(column for place, column in enumerate(columns) if place not in places)


def shortened(rows: Sequence[Row], places: Collection[int]) -> tuple[Row, ...]:
    """The rows without their cells at these places; group rows as they are."""
    return tuple(
        row
        if row.is_group
        else Row(tuple(cell for place, cell in enumerate(row.cells) if place not in places), row.anchor)
        for row in rows
    )


def named(places: Collection[int], columns: Sequence[Column]) -> str:
    """The titles of the columns at these places, within a sentence."""
    titles = [columns[place].title for place in sorted(places)]
    return listed(f"{title[0].lower()}{title[1:]}" for title in titles)
