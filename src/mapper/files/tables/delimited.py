"""Tables as text: cells between commas, semicolons, tabs or bars."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from mapper.files.content import Content
from mapper.files.problem import FileProblem
from mapper.files.tables.fields import fields_of
from mapper.files.tables.guard import unguarded
from mapper.files.tables.headers import named_header_of
from mapper.files.tables.sheets import (
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
    Sheet,
    too_many_columns,
    too_many_rows,
    trimmed,
)

SUFFIXES = (".csv", ".tsv", ".tab")
DELIMITERS = ",;\t|"
_LOOKED_AT = 20
_BEGINNING = 100_000
_MAP_LANGUAGE = re.compile(r"(?m)^[ \t]*(component|anchor) .*\[|->")
"""What is in the text of a map and in no table."""


def sheet_of(content: Content) -> Sheet:
    """The one table of a file. Raises FileProblem."""
    delimiter = _delimiter_of(content) or ","
    rows, is_whole = _all_rows(content, delimiter, strict=True)
    if is_whole:
        return Sheet(content.name, tuple(rows))
    doubtful = len(rows) + 1
    rows, is_whole = _all_rows(content, delimiter, strict=False)
    if is_whole:
        return Sheet(content.name, tuple(rows), doubtful)
    raise FileProblem(
        f"“{content.name}” cannot be read from row {doubtful} on: a quotation mark is missing there. Mend it in a text "
        "editor, or save the table anew."
    )


def _all_rows(content: Content, delimiter: str, *, strict: bool) -> tuple[list[Row], bool]:
    """The rows up to the end, or up to one that cannot be read, and which of these it was. Raises FileProblem."""
    rows: list[Row] = []
    try:
        for row in _rows(content.text, delimiter, strict=strict):
            rows.append(trimmed(row))
            if len(rows) > MOST_ROWS:
                raise too_many_rows(content.name)
            if len(rows[-1]) > MOST_COLUMNS:
                raise too_many_columns(content.name)
    except csv.Error:
        return rows, False
    return rows, True


def is_delimited(content: Content) -> bool:
    """Whether the text is a table: by headers that name fields, or by its suffix unless it is the text of a map."""
    if b"\0" in content.data[:_BEGINNING] and not content.encoding.startswith("utf-16"):
        return False
    delimiter = _delimiter_of(content)
    if delimiter is not None and _names_fields(content, delimiter):
        return True
    if not content.name.lower().endswith(SUFFIXES) or _MAP_LANGUAGE.search(_beginning(content)):
        return False
    return bool(_first_rows(content, delimiter or ","))


def _delimiter_of(content: Content) -> str | None:
    """What stands between the cells: it makes equally many of all rows that it is in, and of at least two."""
    ratings = {delimiter: _rating(content, delimiter) for delimiter in DELIMITERS}
    best = max(ratings, key=lambda delimiter: ratings[delimiter])
    return best if ratings[best] > (0, 0, 0) else None


def _rating(content: Content, delimiter: str) -> tuple[int, int, int]:
    """How well a delimiter fits: fields that its headers name, rows of the usual width, and that width."""
    rows = _first_rows(content, delimiter)
    widths = [len(row) for row in rows if len(row) > 1]
    if len(widths) < 2:
        return 0, 0, 0
    usual = max(set(widths), key=lambda width: (widths.count(width), width))
    return _named(content, rows)[1], widths.count(usual), usual


def _names_fields(content: Content, delimiter: str) -> bool:
    """Whether there is a row of headers that names two fields or more, and most rows below are as wide."""
    rows = _first_rows(content, delimiter)
    header, named = _named(content, rows)
    if header is None or named < 2:
        return False
    width = len(rows[header])
    below = [row for row in rows[header + 1 :] if any(row)]
    return bool(below) and sum(len(row) == width for row in below) * 2 > len(below)


def _named(content: Content, rows: Sequence[Row]) -> tuple[int | None, int]:
    """The place of the row with headers that are known, if there is one, and how many fields it names."""
    header = named_header_of(Sheet(content.name, tuple(rows)))
    return header, 0 if header is None else len(set(fields_of(rows[header])) - {""})


def _first_rows(content: Content, delimiter: str) -> list[Row]:
    rows: list[Row] = []
    try:
        for row in _rows(_beginning(content), delimiter):
            rows.append(row)
            if len(rows) >= _LOOKED_AT:
                break
    except csv.Error:
        return rows
    return rows


def _beginning(content: Content) -> str:
    """As much of the text as is looked at; nothing of what is no text."""
    try:
        return content.text[:_BEGINNING]
    except FileProblem:
        return ""


def _rows(text: str, delimiter: str, *, strict: bool = False) -> Iterator[Row]:
    """Each row's cells without the blanks round them. Raises csv.Error."""
    if text[:4].casefold() == "sep=" and text[5:6] in "\r\n":
        # Excel's own way to say what stands between the cells; the row is there, but holds nothing.
        text = text[5:]
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=strict):
        if any(len(cell) > LONGEST_CELL for cell in row):
            raise csv.Error
        yield tuple(unguarded(cell.strip()) for cell in row)
