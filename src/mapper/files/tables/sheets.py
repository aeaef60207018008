"""A table as rows of text, whatever file it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mapper.files.problem import FileProblem

MOST_ROWS = 50_000
MOST_COLUMNS = 200
LONGEST_CELL = 100_000

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table. Row 1 is the first of `rows`; cells have no blanks round them, and short rows lack their last cells.

    From the row `doubtful` on, if there is one, it is not sure where cells begin and end.
    """

    name: str
    rows: tuple[Row, ...]
    doubtful: int | None = None

    @property
    def width(self) -> int:
        return max(map(len, self.rows), default=0)


def too_many_rows(name: str) -> FileProblem:
    return FileProblem(
        f"“{name}” has more than {MOST_ROWS:,} rows, so it is no table of components: choose a smaller one."
    )


def too_many_columns(name: str) -> FileProblem:
    return FileProblem(f"“{name}” has more than {MOST_COLUMNS} columns, so it is no table of components.")


def trimmed(cells: Sequence[str]) -> Row:
    """A row without the blank cells at its end."""
    end = len(cells)
    while end and not cells[end - 1]:
        end -= 1
    return tuple(cells[:end])


def is_blank(row: Row) -> bool:
    return not any(row)
