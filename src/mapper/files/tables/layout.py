"""How a table is meant: which row names the columns, and what each column holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mapper.files.importer import Answers
from mapper.files.tables.cells import fraction, stage
from mapper.files.tables.fields import COMPONENT_FIELDS, FIELD, LINK_FIELDS, fields_of
from mapper.files.tables.headers import ENDS, header_of
from mapper.files.tables.sheets import Row, Sheet, is_blank

HEADER = "header"
NO_HEADER = "none"
"""The question which row names the columns, and its answer if none does; else it is the row's number."""
_FURTHEST = 100
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
        return set(self.fields) >= ENDS and "name" not in self.fields

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

    def header_of(self, field: str) -> str:
        """What the file calls the column of a field; empty if there is none."""
        return self.headers[self.fields.index(field)] if field in self.fields else ""

    @property
    def body(self) -> Sequence[tuple[int, Row]]:
        """The rows below the headers that are not blank, each with its number, counted from 1."""
        first = 0 if self.header is None else self.header + 1
        rows = enumerate(self.sheet.rows[first:], start=first + 1)
        return [(number, row) for number, row in rows if not is_blank(row)]


def layout_of(sheet: Sheet, answers: Answers | None = None, *, before: str = "") -> Layout:
    """How a sheet is meant by its headers, or by what its columns hold; `answers` of the user's go before both.

    `before` stands before the ids of the answers that speak of this sheet.
    """
    said, width = answers or {}, sheet.width
    header = _chosen_header(said.get(f"{before}{HEADER}"), sheet)
    guessed = _by_headers(sheet.rows[header], width) if header is not None else ("",) * width
    if "name" not in guessed and not set(guessed) >= ENDS:
        guessed = _by_content(sheet, guessed, 0 if header is None else header + 1)
    chosen = [said.get(column_id(column, before), guessed[column]) for column in range(width)]
    return Layout(sheet, header, tuple(field if field in FIELD else "" for field in chosen))


def column_id(column: int, before: str = "") -> str:
    """The id of the question what a column holds; columns count from 0."""
    return f"{before}column-{column}"


def _chosen_header(answer: str | None, sheet: Sheet) -> int | None:
    """The place of the row with the headers: what the user says, else what is seen."""
    if answer == NO_HEADER:
        return None
    is_row = answer is not None and answer.isdecimal() and len(answer) < 4 and 0 < int(answer) <= len(sheet.rows)
    return int(answer) - 1 if answer is not None and is_row else header_of(sheet)


def _by_headers(row: Row, width: int) -> tuple[str, ...]:
    fields = list(fields_of(row))
    # “Label” is what links have; where there are no links it can only be what a component is called.
    if "label" in fields and not set(fields) >= ENDS and "name" not in fields:
        fields[fields.index("label")] = "name"
    # What has two ends and no place is a link, whose name is its label.
    if "name" in fields and set(fields) >= ENDS and _PLACES.isdisjoint(fields):
        fields[fields.index("name")] = "" if "label" in fields else "label"
    return (*fields, *[""] * (width - len(fields)))


def _by_content(sheet: Sheet, named: Sequence[str], first: int) -> tuple[str, ...]:
    """What columns without a known header hold: names, then evolution and visibility, wherever their numbers stand; else
    two ends. `first` is the place of the first row below the headers."""
    rows = [row for row in sheet.rows[first : first + 50] if not is_blank(row)]
    columns = [[row[column] for row in rows if column < len(row) and row[column]] for column in range(len(named))]
    wanted = iter([field for field in ("evolution", "visibility") if field not in named])
    fields, unnamed = list(named), [column for column, field in enumerate(named) if not field]
    of_names = next((column for column in unnamed if _are_names(columns[column])), next(iter(unnamed), None))
    for column in unnamed:
        if column == of_names:
            fields[column] = "name"
        elif columns[column] and "stage" not in fields and all(stage(cell) is not None for cell in columns[column]):
            fields[column] = "stage"
        elif columns[column] and all(map(_is_place, columns[column])):
            fields[column] = next(wanted, "")
    is_of_ends = len(fields) in (2, 3) and fields[0] == "name" and {*fields[1:]} <= {"", "description"}
    return ("source", "target", "label")[: len(fields)] if is_of_ends else tuple(fields)


def _are_names(cells: Sequence[str]) -> bool:
    """Whether most cells have no figures in them, as numbers and references have."""
    return 2 * sum(not any(letter.isdigit() for letter in cell) for cell in cells) > len(cells)


def _is_place(cell: str) -> bool:
    """Whether a cell can be a place along an axis; an amount of money is none."""
    share = fraction(cell)
    return share is not None and abs(share.number) <= _FURTHEST
