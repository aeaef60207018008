"""Tables in workbooks (.xlsx): what cells show, never the formulas behind them."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from mapper.files.content import Content
from mapper.files.problem import FileProblem
from mapper.files.strangers import archive_kind
from mapper.files.tables.sheets import (
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
    Sheet,
    is_blank,
    too_many_columns,
    too_many_rows,
    trimmed,
)

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
    from openpyxl.worksheet.worksheet import Worksheet

_ZIP = b"PK\x03\x04"
_OLD = b"\xd0\xcf\x11\xe0"
_MOST_UNPACKED = 200 * 1024 * 1024
_MOST_PARTS = 2_000
_MOST_SHEETS = 100
_LAST_ROW = 1_100_000
_MOST_LETTERS = 16 * 1024 * 1024
"""What all sheets may show. A text stands in the file once and can be shown any number of times."""
_MOST_CELLS = 2_000_000
"""Of all sheets, blank cells and rows too: they are in memory before they can be looked at."""
_CELL = re.compile(rb"<(?:\w+:)?(?:c|row)[\s/>]")
_MONEY = re.compile(r"[£€$]|\b[A-Z]{3}\b")
_PLACE = re.compile(r"\[\$(?=[^\]-])|-[0-9A-Fa-f]+\]|\[[^$][^\]]*\]|\[\$-[^\]]*\]")
"""What a number's format says beside its currency: where it is used, colours, conditions."""
_CHUNK = 1024 * 1024
_BROKEN = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, OSError, EOFError, RuntimeError)
"""What openpyxl raises for a workbook that is not what it should be: it has no error of its own for that."""


def is_workbook(content: Content) -> bool:
    return content.data.startswith((_ZIP, _OLD))


def sheets_of(content: Content) -> tuple[Sheet, ...]:
    """The tables of a workbook that hold anything. Raises FileProblem."""
    name = content.name
    if content.data.startswith(_OLD):
        raise FileProblem(f"“{name}” is a workbook of an old kind or has a password: save it as .xlsx without one.")
    _expect_harmless(content)
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and the like, which are not looked at
            _expect_own_parts(content)
            book = load_workbook(io.BytesIO(content.data), read_only=True, data_only=True, keep_links=False)
            allowance = _Allowance(name)
            sheets = tuple(_sheet(sheet, name, allowance) for sheet in book.worksheets[:_MOST_SHEETS])
    except (*_BROKEN, SyntaxError, InvalidFileException, zipfile.BadZipFile, zlib.error):
        raise _broken(name) from None
    filled = tuple(sheet for sheet in sheets if sheet.rows)
    if not filled:
        raise FileProblem(f"“{name}” has nothing in any of its sheets: there is no map in it.")
    return filled


@dataclass(slots=True)
class _Allowance:
    """How much the sheets of a workbook may still show."""

    name: str
    letters: int = _MOST_LETTERS
    rows: int = _MOST_CELLS

    def take(self, row: Row) -> None:
        """Raises FileProblem once it is used up. A row that is not even in the file counts: a sheet can begin at the last."""
        self.rows -= 1
        self.letters -= len(row) + sum(map(len, row))
        if self.rows < 0 or self.letters < 0:
            raise _shows_too_much(self.name)


def _sheet(sheet: Worksheet, name: str, allowance: _Allowance) -> Sheet:
    """The rows down to the last that holds anything."""
    # What a sheet says of its own size is a stranger's word: sheets of a million blank rows are often said to be full.
    sheet.reset_dimensions()  # type: ignore[attr-defined]
    rows: list[Row] = []
    filled = last = 0
    before: Sequence[object] = ()
    for cells in sheet.iter_rows(max_col=MOST_COLUMNS + 1, max_row=_LAST_ROW):
        # All rows that the file leaves out are one and the same.
        row = () if cells is before else trimmed([_shown(cell) for cell in cells])
        before = () if row else cells
        if len(row) > MOST_COLUMNS:
            raise too_many_columns(name)
        allowance.take(row)
        rows.append(row)
        if not is_blank(row):
            filled, last = filled + 1, len(rows)
            if filled > MOST_ROWS:
                raise too_many_rows(name)
    return Sheet(sheet.title, tuple(rows[:last]))


def _shown(cell: Cell | ReadOnlyCell | EmptyCell | MergedCell) -> str:
    """What a cell shows, near enough: of a number's format only that it is of money or a percentage."""
    value = cell.value
    text = _text(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return text
    pattern = cell.number_format
    if pattern == "General":
        return text
    if "%" in pattern:
        return f"{value * 100:.15g}%"
    sign = _MONEY.search(_PLACE.sub("", pattern))
    return f"{sign[0]} {text}" if sign else text


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value).strip()[:LONGEST_CELL]


def _expect_harmless(content: Content) -> None:
    """Raises FileProblem for an archive that is no workbook, or that grows when it is unpacked."""
    name = content.name
    try:
        with zipfile.ZipFile(io.BytesIO(content.data)) as archive:
            parts = archive.infolist()
            if "xl/workbook.xml" not in archive.namelist():
                if kind := archive_kind(archive.namelist()):
                    raise kind.refusal(name)
                raise FileProblem(f"“{name}” is an archive, but no workbook: choose an .xlsx file, or unpack it first.")
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_UNPACKED:
                raise FileProblem(f"“{name}” is too large when it is unpacked: save only the sheet that has the map.")
            if (
                sum(_cells(archive, part, name) for part in parts if part.filename.endswith((".xml", ".rels")))
                > _MOST_CELLS
            ):
                raise _shows_too_much(name)
    except (*_BROKEN, zipfile.BadZipFile, zlib.error):
        raise _broken(name) from None


def _cells(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> int:
    """About how many cells and rows a part has. Raises FileProblem if it has declarations of its own, with which a few bytes
    can become millions: no workbook has any."""
    before, cells = b"", 0
    with archive.open(part) as file:
        while chunk := file.read(_CHUNK):
            plain = chunk.replace(b"\0", b"")
            seen = before + plain
            if b"<!DOCTYPE" in seen or b"<!ENTITY" in seen:
                raise _broken(name)
            cells += len(_CELL.findall(plain))
            before = seen[-16:]
    return cells


def _expect_own_parts(content: Content) -> None:
    """Raises FileProblem if several sheets stand in one part of the archive, as no program writes them: it would be read for
    each of them."""
    from openpyxl.reader.excel import ExcelReader

    reader = ExcelReader(io.BytesIO(content.data), read_only=True, keep_links=False)
    reader.read_manifest()
    reader.read_workbook()
    parts = [part.target for _, part in reader.parser.find_sheets()]
    if len(parts) > len(set(parts)):
        raise _broken(content.name)


def _shows_too_much(name: str) -> FileProblem:
    return FileProblem(f"“{name}” shows far more than any map: save only the sheet that has the map.")


def _broken(name: str) -> FileProblem:
    return FileProblem(
        f"“{name}” is damaged: it cannot be read as a workbook. Open it in its own program and save it anew."
    )
