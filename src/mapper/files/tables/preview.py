"""How a table would be read: shown before it is, so that the user can say what its columns hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mapper.files.importer import Answers, Question
from mapper.files.tables.fields import FIELDS
from mapper.files.tables.headers import LOOKED_AT
from mapper.files.tables.layout import HEADER, NO_HEADER, Layout, column_id, layout_of
from mapper.files.tables.sheets import Row, Sheet, is_blank

SHEET, LINKS_SHEET = "sheet", "links-sheet"
OF_LINKS = "links-"
"""What stands before the ids of questions on the table of links, where it is another one than that of components."""
_SHOWN = 20
_LONGEST_HEADER = 60


@dataclass(frozen=True, slots=True)
class TablePreview:
    """A table's first rows below its headers, and the field that each column is taken for, empty for none.

    `header` is the answer that says which row names the columns, one of `choices`. All rows are as wide as `headers`.
    `before` stands before the ids of the answers that speak of this table.
    """

    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    fields: tuple[str, ...]
    header: str
    choices: tuple[tuple[str, str], ...]
    before: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """The columns of the table that is read, and of that whose links are read with it, if there is one.

    `sheets` names all tables of the file, `sheet` the one that is read; `links_sheet` is that of the links, empty if
    there is none.
    """

    sheets: tuple[str, ...]
    sheet: str
    links_sheet: str
    table: TablePreview
    links: TablePreview | None


@dataclass(frozen=True, slots=True)
class Reading:
    """Which tables of a file are read, and how."""

    sheets: Sequence[Sheet]
    table: Layout
    links: Layout | None


def reading_of(sheets: Sequence[Sheet], answers: Answers) -> Reading:
    """What the user chose; else the first table of components with the first of links, or the first table there is."""
    layouts = {sheet.name: layout_of(sheet) for sheet in sheets}
    chosen = layouts.get(answers.get(SHEET, "")) or _first(layouts.values())
    table = layout_of(chosen.sheet, answers)
    others = [layout for layout in layouts.values() if layout.is_of_links and layout.sheet is not table.sheet]
    links = layouts.get(answers[LINKS_SHEET]) if LINKS_SHEET in answers else next(iter(others), None)
    if not table.is_of_components:
        links = None
    elif links is not None and links.sheet is not table.sheet:
        links = layout_of(links.sheet, answers, before=OF_LINKS)
    return Reading(sheets, table, links)


def preview_of(sheets: Sequence[Sheet], answers: Answers) -> Preview:
    """How the tables would be read with these answers."""
    reading = reading_of(sheets, answers)
    table, links = reading.table, reading.links
    return Preview(
        sheets=tuple(sheet.name for sheet in sheets),
        sheet=table.sheet.name,
        links_sheet=links.sheet.name if links else "",
        table=_columns(table, ""),
        links=_columns(links, OF_LINKS) if links and links.sheet is not table.sheet else None,
    )


def questions_of(sheets: Sequence[Sheet], answers: Answers) -> tuple[Question, ...]:
    """Which sheet holds what, if there are several, which row names the columns, and what each column holds: of the sheets
    and below the row of headers that the answers name."""
    seen = preview_of(sheets, answers)
    names = [(name, name) for name in seen.sheets]
    asked: list[Question] = []
    if len(sheets) > 1:
        asked.append(Question(SHEET, "Which sheet holds the components?", tuple(names), seen.sheet))
        asked.append(Question(LINKS_SHEET, "Which sheet holds the links?", (("", "None"), *names), seen.links_sheet))
    for columns in filter(None, (seen.table, seen.links)):
        asked += _questions_on(columns)
    return tuple(asked)


def _questions_on(columns: TablePreview) -> Iterator[Question]:
    of_links = " of the links" if columns.before else ""
    text = f"Which row names the columns{of_links}?"
    yield Question(f"{columns.before}{HEADER}", text, columns.choices, columns.header)
    fields = (("", "Nothing: leave it out"), *((field.id, field.title) for field in FIELDS))
    for column, (header, field) in enumerate(zip(columns.headers, columns.fields, strict=True)):
        text = f"What does the column “{header[:_LONGEST_HEADER]}”{of_links} hold?"
        yield Question(column_id(column, columns.before), text, fields, field)


def _columns(layout: Layout, before: str) -> TablePreview:
    width = len(layout.fields)
    rows = enumerate(layout.sheet.rows[:LOOKED_AT], start=1)
    named = [(str(number), f"Row {number}: {_told(row)}") for number, row in rows if not is_blank(row)]
    return TablePreview(
        headers=layout.headers,
        rows=tuple((*row, *[""] * width)[:width] for _, row in layout.body[:_SHOWN]),
        fields=layout.fields,
        header=NO_HEADER if layout.header is None else str(layout.header + 1),
        choices=((NO_HEADER, "No row: all of them are read"), *named),
        before=before,
    )


def _told(row: Row) -> str:
    """The beginning of a row on one line."""
    words = " · ".join(" ".join(cell[:_LONGEST_HEADER].split()) for cell in row if cell)
    return words if len(words) <= _LONGEST_HEADER else f"{words[: _LONGEST_HEADER - 1]}…"


def _first(layouts: Iterable[Layout]) -> Layout:
    """The sheet that is most surely the map: one of components whose columns are named, then others as they come."""
    return min(layouts, key=lambda each: (not each.is_of_components or each.header is None, -_known(each)))


def _known(layout: Layout) -> int:
    return len(set(layout.fields) - {""})
