"""How a table would be read: shown before it is, so that the user can say what its columns hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mapper.files.importer import Answers, Question
from mapper.files.tables.fields import FIELDS
from mapper.files.tables.layout import Layout, column_id, layout_of
from mapper.files.tables.sheets import Row, Sheet

SHEET, LINKS_SHEET = "sheet", "links-sheet"
_SHOWN = 20
_LONGEST_HEADER = 60


@dataclass(frozen=True, slots=True)
class Preview:
    """A table's first rows below its headers, and the field that each column is taken for, empty for none.

    `sheets` names all tables of the file, `sheet` the one that is shown; `links_sheet` is the one whose links are read
    with it, empty if there is none. All rows are as wide as `headers`.
    """

    sheets: tuple[str, ...]
    sheet: str
    links_sheet: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    fields: tuple[str, ...]


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
    return Reading(sheets, table, links if table.is_of_components else None)


def preview_of(sheets: Sequence[Sheet], answers: Answers) -> Preview:
    """How the tables would be read with these answers."""
    reading = reading_of(sheets, answers)
    table, width = reading.table, len(reading.table.fields)
    return Preview(
        sheets=tuple(sheet.name for sheet in sheets),
        sheet=table.sheet.name,
        links_sheet=reading.links.sheet.name if reading.links else "",
        headers=table.headers,
        rows=tuple((*row, *[""] * width)[:width] for _, row in table.body[:_SHOWN]),
        fields=table.fields,
    )


def questions_of(sheets: Sequence[Sheet]) -> tuple[Question, ...]:
    """Which sheet holds what, if there are several, and what each column holds."""
    reading = reading_of(sheets, {})
    names = [(sheet.name, sheet.name) for sheet in sheets]
    asked: list[Question] = []
    if len(sheets) > 1:
        asked.append(Question(SHEET, "Which sheet holds the components?", tuple(names), reading.table.sheet.name))
        links = reading.links.sheet.name if reading.links else ""
        asked.append(Question(LINKS_SHEET, "Which sheet holds the links?", (("", "None"), *names), links))
    fields = (("", "Nothing: leave it out"), *((field.id, field.title) for field in FIELDS))
    for column, header in enumerate(reading.table.headers):
        text = f"What does the column “{header[:_LONGEST_HEADER]}” hold?"
        asked.append(Question(column_id(column), text, fields, reading.table.fields[column]))
    return tuple(asked)


def _first(layouts: Iterable[Layout]) -> Layout:
    """The sheet that is most surely the map: one of components whose columns are named, then others as they come."""
    return min(layouts, key=lambda each: (not each.is_of_components or each.header is None, -_known(each)))


def _known(layout: Layout) -> int:
    return len(set(layout.fields) - {""})
