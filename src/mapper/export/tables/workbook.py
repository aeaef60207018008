"""The map as a workbook: real numbers and dates, and text that is never a formula."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from decimal import Decimal
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import Cell as Written
from openpyxl.cell import MergedCell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from mapper.export.officefile import dateless
from mapper.export.tables.sheets import Cell, Sheet, components, contracts, interfaces, links
from mapper.model import Document

_MOST_LETTERS = 32_767
"""No cell of a workbook holds more."""
_NARROWEST, _WIDEST = 9, 60
_LOOKED_AT = 200
_LINE, _MOST_LINES = 15.0, 8
_ALWAYS = date(1980, 1, 1)
"""The day of a workbook whose service has none: the day of the export would make two exports of one map differ."""
_HEAD = PatternFill("solid", fgColor="E6EAF0")
_FORMATS = {float: "0.00##", int: "0", Decimal: "#,##0.00", date: "yyyy-mm-dd"}


def make(document: Document) -> bytes:
    """The bytes of an .xlsx file. The same document always gives the same."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for sheet in (components(document, with_needs=False), links(document), contracts(document), interfaces(document)):
        _write(workbook.create_sheet(sheet.name), sheet)
    on = datetime.combine(document.service.on or _ALWAYS, time())
    author = document.about.author or document.service.department or "Mapper"
    workbook.properties = DocumentProperties(title=document.title, creator=author, created=on, modified=on)
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED, allowZip64=True) as archive:
        # Saving by the workbook itself would write the moment of the export into it.
        _Writer(workbook, archive).save()
    return dateless(file.getvalue())


class _Writer(ExcelWriter):
    """Writes sheets in memory. openpyxl would put them into files first, in a folder that may be full or another's."""

    def write_worksheet(self, ws: Worksheet) -> None:
        writer = WorksheetWriter(ws, io.BytesIO())
        writer.write()
        self._archive.writestr(ws.path[1:], writer.read())  # type: ignore[attr-defined]
        self.manifest.append(ws)


def _write(page: Worksheet, sheet: Sheet) -> None:
    widths = [_width(sheet, column) for column in range(len(sheet.headers))]
    for column, (header, width) in enumerate(zip(sheet.headers, widths, strict=True), start=1):
        cell = _put(page, 1, column, header)
        cell.font, cell.fill = Font(name="Calibri", size=11, bold=True), _HEAD
        cell.alignment = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
        page.column_dimensions[get_column_letter(column)].width = width
    page.row_dimensions[1].height = 3 * _LINE
    for row, cells in enumerate(sheet.rows, start=2):
        for column, value in enumerate(cells, start=1):
            if value is not None and value != "":
                _put(page, row, column, value)
        # Not every program makes room for further lines by itself.
        page.row_dimensions[row].height = _LINE * max(map(_lines, cells, widths))
    page.freeze_panes = "B2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.headers))}{len(sheet.rows) + 1}"
    page.page_setup.orientation, page.page_setup.fitToHeight = "landscape", 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"


def _put(page: Worksheet, row: int, column: int, value: Cell) -> Written | MergedCell:
    cell = page.cell(row, column)
    if isinstance(value, str):
        cell.value = value[:_MOST_LETTERS]
        # What begins with = is a formula to openpyxl, but here all text is a stranger's.
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in "=+-@"
        cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True, indent=1)
        return cell
    cell.value = value
    cell.number_format = _FORMATS[type(value)]
    cell.alignment = Alignment(vertical="top")
    return cell


def _width(sheet: Sheet, column: int) -> float:
    """Wide enough for most of a column's cells; longer ones go on in further lines."""
    cells = [str(row[column]) for row in sheet.rows[:_LOOKED_AT] if row[column] not in (None, "")]
    longest = sorted(len(cell) for cell in cells)[len(cells) * 9 // 10] if cells else 0
    words = max(map(len, sheet.headers[column].split()))
    return min(_WIDEST, max(_NARROWEST, longest + 4, words + 5))


def _lines(cell: Cell, width: float) -> int:
    """The lines that a cell is seen in: a long text is cut short to the eye, but is there."""
    text = cell if isinstance(cell, str) else ""
    return min(_MOST_LINES, sum(1 + len(line) // int(width - 2) for line in text.split("\n")))
