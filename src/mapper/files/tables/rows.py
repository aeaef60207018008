"""The cells of a table's rows by what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mapper.files.problem import Place
from mapper.files.tables.layout import Layout
from mapper.files.tables.sheets import Row as Cells

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `number` counts from 1, headers included, as spreadsheets count. `sheet` names its table where a
    file has several."""

    number: int
    cells: Cells
    columns: dict[str, int]
    sheet: str

    @property
    def key(self) -> tuple[str, int]:
        """What tells the row from every other of the file."""
        return self.sheet, self.number

    def __getitem__(self, field: str) -> str:
        """What stands in the column of a field; empty if there is no such column."""
        column = self.columns.get(field)
        return "" if column is None or column >= len(self.cells) else self.cells[column]

    def at(self, field: str) -> Place:
        """Where a field stands; the row's first cell if it has no column."""
        column = self.columns.get(field, 0)
        return Place(self.number, column + 1, " ".join(self[field][: 4 * _LONGEST].split())[:_LONGEST], self.sheet)


def rows_of(layout: Layout, sheet: str = "") -> Sequence[Row]:
    """The rows below the headers that hold anything. `sheet` names their table where a file has several."""
    columns: dict[str, int] = {}
    for column, field in enumerate(layout.fields):
        if field:
            columns.setdefault(field, column)
    return [Row(number, cells, columns, sheet) for number, cells in layout.body]


def cells_of(rows: Sequence[Row], *fields: str) -> Iterator[str]:
    """What stands under these fields, where anything does."""
    return (row[field] for row in rows for field in fields if row[field])
