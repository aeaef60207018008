"""Cells that were copied from a spreadsheet, or from a table of some other program."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from html.parser import HTMLParser

from mapper.files.problem import FileProblem
from mapper.files.report import Opened
from mapper.files.tables.guard import unguarded
from mapper.files.tables.preview import reading_of
from mapper.files.tables.reading import read
from mapper.files.tables.sheets import Row, Sheet, is_blank, trimmed

CELLS = "cells"
"""What users call the format."""
MOST_CELLS = 20_000
_LONGEST_HTML = 500_000
"""The reader of HTML takes its time over what is badly formed."""
_CELLS, _BREAKS = ("td", "th"), ("br", "p", "div")


def rows_in(text: str) -> tuple[Row, ...]:
    """The rows of a text with tabs between its cells, as spreadsheets copy them. Raises FileProblem."""
    if text.count("\t") > MOST_CELLS or text.count("\n") > MOST_CELLS:
        raise too_many_cells()
    try:
        return _tidy(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))
    except csv.Error:
        return _tidy(line.split("\t") for line in text.splitlines())


def rows_in_html(html: str) -> tuple[Row, ...]:
    """The rows of the first table in the HTML that a program copied; none if there is no table in it, or far more."""
    reader = _TableReader()
    if len(html) <= _LONGEST_HTML:
        reader.feed(html)
    return _tidy(reader.rows)


def read_cells(rows: Sequence[Row]) -> tuple[Opened, frozenset[str]]:
    """The components or links in some rows, and the fields that their columns were taken for. Raises FileProblem."""
    if sum(map(len, rows)) > MOST_CELLS:
        raise too_many_cells()
    reading = reading_of((Sheet("", tuple(rows)),), {})
    return read("", CELLS, reading), frozenset(reading.table.fields)


def too_many_cells() -> FileProblem:
    return FileProblem(f"more than {MOST_CELLS:,} cells were copied. Save them as a table, and open that.")


def _tidy(rows: Iterable[Sequence[str]]) -> tuple[Row, ...]:
    """Without blank rows, and without the blanks round cells."""
    cells = (trimmed([unguarded(cell.strip()) for cell in row]) for row in rows)
    return tuple(row for row in cells if not is_blank(row))


class _TableReader(HTMLParser):
    """Collects the cells of the first table; it runs and fetches nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._is_over = False
        self._is_in_cell = False

    def handle_starttag(self, tag: str, _: object) -> None:
        if self._is_over:
            return
        if tag == "tr":
            self.rows.append([])
        if tag in _CELLS and self.rows:
            self.rows[-1].append("")
        self._is_in_cell = (self._is_in_cell or tag in _CELLS) and tag != "tr" and bool(self.rows)
        if self._is_in_cell and tag in _BREAKS:
            self.rows[-1][-1] += " "

    def handle_endtag(self, tag: str) -> None:
        self._is_over = self._is_over or tag == "table"
        self._is_in_cell = self._is_in_cell and tag not in (*_CELLS, "tr", "table")

    def handle_data(self, data: str) -> None:
        if self._is_in_cell and not self._is_over:
            self.rows[-1][-1] += data
