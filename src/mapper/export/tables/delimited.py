"""The components as comma-separated values (RFC 4180), marked as UTF-8 for spreadsheets."""

from __future__ import annotations

import codecs
import csv
import io

from mapper.export.tables.sheets import Cell, components
from mapper.files.tables.guard import guarded
from mapper.model import Document


def make(document: Document) -> bytes:
    """The bytes of a .csv file. No cell of it can run: text that looks like a formula has an apostrophe before it."""
    sheet = components(document, with_needs=True)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(sheet.headers)
    writer.writerows([_written(cell) for cell in row] for row in sheet.rows)
    return codecs.BOM_UTF8 + text.getvalue().encode()


def _written(cell: Cell) -> str:
    if isinstance(cell, float):
        return f"{cell:.4f}".rstrip("0").rstrip(".")
    return guarded(cell) if isinstance(cell, str) else "" if cell is None else str(cell)
