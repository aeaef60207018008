"""Which row of a table names its columns."""

from __future__ import annotations

from collections.abc import Sequence

from mapper.files.tables.cells import fraction, money, stage
from mapper.files.tables.fields import fields_of
from mapper.files.tables.sheets import Row, Sheet, is_blank

LOOKED_AT = 10
"""Rows among which the one with the headers is looked for: titles and blank rows often stand above it."""
ENDS = {"source", "target"}
_BELOW = 50
_MOST_ENDS = 3


def header_of(sheet: Sheet) -> int | None:
    """The place of the row with the headers, by words that are known, else by how it differs from what is below it."""
    found = named_header_of(sheet)
    return _by_shape(sheet) if found is None else found


def named_header_of(sheet: Sheet) -> int | None:
    """The row that names most fields, if among them there is a name or both ends of a link."""
    best, most = None, 0
    for place, row in enumerate(sheet.rows[:LOOKED_AT]):
        fields = set(fields_of(row)) - {""}
        if len(fields) > most and (fields & {"name", "label"} or fields >= ENDS):
            best, most = place, len(fields)
    return best


def _by_shape(sheet: Sheet) -> int | None:
    """A row of words over a column of amounts or stages, or the first row of all if it is over links."""
    rows = [(place, row) for place, row in enumerate(sheet.rows[:LOOKED_AT]) if sum(map(bool, row)) > 1]
    for place, row in rows:
        below = [other for other in sheet.rows[place + 1 : place + 1 + _BELOW] if not is_blank(other)]
        if any(map(_says_how_much, row)):
            return None
        is_over_amounts = any(_are_amounts(below, column) for column in range(1, len(row)) if row[column])
        if is_over_amounts or (place == rows[0][0] and _is_over_links(row, below, sheet.width)):
            return place
    return None


def _says_how_much(cell: str) -> bool:
    return stage(cell) is not None or fraction(cell) is not None or money(cell) is not None


def _are_amounts(rows: Sequence[Row], column: int) -> bool:
    cells = [row[column] for row in rows if column < len(row) and row[column]]
    return len(cells) > 1 and all(map(_says_how_much, cells))


def _is_over_links(row: Row, below: Sequence[Row], width: int) -> bool:
    """Whether every row below shares an end with another one, as links do, but not with this row."""
    ends = [frozenset(other[:2]) for other in below if len(other) > 1]
    if width > _MOST_ENDS or len(ends) < 2 or any(end & frozenset(row[:2]) for end in ends):
        return False
    return all(any(end & other for other in ends[:place] + ends[place + 1 :]) for place, end in enumerate(ends))
