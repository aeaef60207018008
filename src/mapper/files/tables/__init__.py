"""Maps in tables: components, links, or both, as text (CSV) or in a workbook (XLSX)."""

from __future__ import annotations

from collections.abc import Sequence

from mapper.files.content import Content
from mapper.files.importer import Answers, Importer, Question
from mapper.files.problem import FileProblem
from mapper.files.report import Opened
from mapper.files.tables.delimited import SUFFIXES, is_delimited, sheet_of
from mapper.files.tables.fields import FIELDS, Field
from mapper.files.tables.preview import LINKS_SHEET, SHEET, Preview, TablePreview, preview_of, questions_of, reading_of
from mapper.files.tables.reading import read
from mapper.files.tables.sheets import Sheet
from mapper.files.tables.workbook import is_workbook, sheets_of

__all__ = ["CSV", "FIELDS", "LINKS_SHEET", "SHEET", "XLSX", "Field", "Preview", "TablePreview", "preview"]


def preview(content: Content, answers: Answers | None = None) -> Preview:
    """How a table would be read with these answers. Raises FileProblem."""
    return preview_of(_sheets(content), answers or {})


def _sheets(content: Content) -> Sequence[Sheet]:
    """Every table of a file; there is always one. Raises FileProblem."""
    sheets = sheets_of(content) if is_workbook(content) else (sheet_of(content),)
    if not any(row for sheet in sheets for row in sheet.rows):
        raise FileProblem(f"“{content.name}” is empty: there is no map in it.")
    return sheets


def _questions(content: Content, answers: Answers) -> tuple[Question, ...]:
    return questions_of(_sheets(content), answers)


def _read_text(content: Content, answers: Answers) -> Opened:
    return _read(content, answers, CSV.title)


def _read_workbook(content: Content, answers: Answers) -> Opened:
    return _read(content, answers, XLSX.title)


def _read(content: Content, answers: Answers, called: str) -> Opened:
    return read(content.name, called, reading_of(_sheets(content), answers))


CSV = Importer("csv", "CSV table", SUFFIXES, is_delimited, _read_text, _questions)
XLSX = Importer("xlsx", "XLSX workbook", (".xlsx",), is_workbook, _read_workbook, _questions)
