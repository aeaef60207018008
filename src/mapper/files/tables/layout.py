"""How a table is meant: which row names the columns, and what each column holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mapper.files.importer import Answers
from mapper.files.tables.cells import fraction, stage
from mapper.files.tables.fields import COMPONENT_FIELDS, FIELD, LINK_FIELDS, fields_of
from mapper.files.tables.sheets import Row, Sheet, is_blank

_LOOKED_AT = 10
"""Rows among which the one with the headers is looked for: titles and blank rows often stand above it."""
_ENDS = {"source", "target"}
_PLACES = {"evolution", "stage", "visibility"}


@dataclass(frozen=True, slots=True)
class Layout:
    """`header` is the place of the row of headers among the rows, None if there is none; `fields` is a field's id for
    each column, empty for a column that is left out."""

    sheet: Sheet
    header: int | None
    fields: tuple[str, ...]

    @property
    def is_of_links(self) -> bool:
        return set(self.fields) >= _ENDS and "name" not in self.fields

    @property
    def is_of_components(self) -> bool:
        return "name" in self.fields

    @property
    def left_out(self) -> tuple[str, ...]:
        """The headers of columns that hold something and are not read."""
        read = {field.id for field in (COMPONENT_FIELDS if self.is_of_components else LINK_FIELDS)}
        filled = {column for _, row in self.body for column, cell in enumerate(row) if cell}
        columns = enumerate(zip(self.headers, self.fields, strict=True))
        return tuple(header for column, (header, field) in columns if field not in read and column in filled)

    @property
    def headers(self) -> tuple[str, ...]:
        """What the file calls its columns; `Column 3` where it does not."""
        row = self.sheet.rows[self.header] if self.header is not None else ()
        named = (row[column] if column < len(row) else "" for column in range(len(self.fields)))
        return tuple(name or f"Column {column}" for column, name in enumerate(named, start=1))

    @property
    def body(self) -> Sequence[tuple[int, Row]]:
        """The rows below the headers that are not blank, each with its number, counted from 1."""
        first = 0 if self.header is None else self.header + 1
        rows = enumerate(self.sheet.rows[first:], start=first + 1)
        return [(number, row) for number, row in rows if not is_blank(row)]


def layout_of(sheet: Sheet, answers: Answers | None = None) -> Layout:
    """How a sheet is meant by its headers, or by what its columns hold; `answers` of the user's go before both."""
    width = sheet.width
    header = _header_of(sheet)
    guessed = _by_headers(sheet.rows[header], width) if header is not None else _by_content(sheet, width)
    chosen = [(answers or {}).get(column_id(column), guessed[column]) for column in range(width)]
    return Layout(sheet, header, tuple(field if field in FIELD else "" for field in chosen))


def column_id(column: int) -> str:
    """The id of the question what a column holds; columns count from 0."""
    return f"column-{column}"


def _header_of(sheet: Sheet) -> int | None:
    """The row that names most fields, if among them there is a name or both ends of a link."""
    best, most = None, 0
    for place, row in enumerate(sheet.rows[:_LOOKED_AT]):
        fields = set(_by_headers(row, len(row))) - {""}
        if len(fields) > most and ("name" in fields or fields >= _ENDS):
            best, most = place, len(fields)
    return best


def _by_headers(row: Row, width: int) -> tuple[str, ...]:
    fields = list(fields_of(row))
    # “Label” is what links have; where there are no links it can only be what a component is called.
    if "label" in fields and not set(fields) >= _ENDS and "name" not in fields:
        fields[fields.index("label")] = "name"
    # What has two ends and no place is a link, whose name is its label.
    if "name" in fields and set(fields) >= _ENDS and _PLACES.isdisjoint(fields):
        fields[fields.index("name")] = "" if "label" in fields else "label"
    return (*fields, *[""] * (width - len(fields)))


def _by_content(sheet: Sheet, width: int) -> tuple[str, ...]:
    """Without headers: names first, then evolution and visibility, wherever their numbers stand; else two ends."""
    rows = [row for row in sheet.rows[:50] if not is_blank(row)]
    columns = [[row[column] for row in rows if column < len(row) and row[column]] for column in range(width)]
    wanted = iter(("evolution", "visibility"))
    fields = ["name" if column == 0 else "" for column in range(width)]
    for column, cells in enumerate(columns[1:], start=1):
        if cells and all(stage(cell) is not None for cell in cells):
            fields[column] = "stage"
        elif cells and all(fraction(cell) is not None for cell in cells):
            fields[column] = next(wanted, "")
    is_of_ends = width in (2, 3) and not any(fields[1:])
    return ("source", "target", "label")[:width] if is_of_ends else tuple(fields)
