"""Tables with horizontal rules only. The header row is marked and comes again on each page; no row is broken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mapper.export.docx.words import Anchors, Look, paragraph
from mapper.export.officexml import Element, element, fit_line
from mapper.export.pack.blocks import Column, Facts, Row, Side, Table
from mapper.export.pack.styles import INK, RULE, SOFT, TINT

TWIPS = 20
"""To a point."""
_CELL, _DENSE_CELL = "TableText", "TableSmall"
_NAME_SHARE = 0.4
_NARROW_NAMES = 0.24
_LONGEST_WORDS = 250
_HEAD = Look(is_bold=True, colour=SOFT)
_STRONG = Look(is_bold=True)
_PLAIN = Look()


def table_of(table: Table, width: float, anchors: Anchors) -> Element:
    """A table of data over a width in points."""
    widths = _shared(width, [column.share for column in table.columns])
    style = _DENSE_CELL if table.is_dense else _CELL
    head = [
        _cell(paragraph(column.title, anchors, style, _HEAD, align=_side(column)), wide)
        for column, wide in zip(table.columns, widths, strict=True)
    ]
    rows = [_row(head, is_head=True)]
    rows += [_body_row(row, table.columns, widths, style, anchors) for row in table.rows]
    return _table(table.summary, widths, rows, first_row=1, first_column=int(table.has_row_headers))


def facts_of(facts: Facts, width: float, anchors: Anchors) -> Element:
    """Names with what is known of each, in one or two pairs to a row."""
    share = _NARROW_NAMES if facts.columns == 1 else _NAME_SHARE
    widths = _shared(width, [share, 1 - share] * facts.columns)
    rows = []
    for start in range(0, len(facts.facts), facts.columns):
        cells = []
        pairs = facts.facts[start : start + facts.columns]
        for place, (name, words) in enumerate(pairs):
            # The last of a row that is not full takes what is left of it.
            span = 1 if place < len(pairs) - 1 else 2 * (facts.columns - len(pairs)) + 1
            cells.append(_cell(paragraph(name, anchors, _CELL, _HEAD), widths[2 * place]))
            first = 2 * place + 1
            cells.append(_cell(paragraph(words, anchors, _CELL), sum(widths[first : first + span]), span))
        rows.append(_row(cells))
    return _table(facts.summary, widths, rows, first_row=0, first_column=1)


def _body_row(row: Row, columns: Sequence[Column], widths: Sequence[int], style: str, anchors: Anchors) -> Element:
    spans = (len(columns),) if row.is_group else row.spans or (1,) * len(columns)
    look = _STRONG if row.is_group or row.is_total else _PLAIN
    cells, place = [], 0
    for words, span in zip(row.cells, spans, strict=True):
        anchor = row.anchor if place == 0 else None
        text = paragraph(words, anchors, style, look, anchor=anchor, align=_side(columns[place]))
        cells.append(_cell(text, sum(widths[place : place + span]), span, TINT if row.is_group else None))
        place += span
    return _row(cells, stays=row.is_group)


def _row(cells: Sequence[Element], *, is_head: bool = False, stays: bool = False) -> Element:
    """A row; one that stays is kept on the page of the row after it."""
    if stays:
        for cell in cells:
            for look in cell.iter(element("w:pPr").tag):
                look.insert(1, element("w:keepNext"))
    marks = [element("w:cantSplit"), *([element("w:tblHeader")] if is_head else [])]
    return element("w:tr", element("w:trPr", *marks), *cells)


def _cell(text: Element, width: int, span: int = 1, tint: str | None = None) -> Element:
    parts = [element("w:tcW", w=width, type="dxa")]
    if span > 1:
        parts.append(element("w:gridSpan", val=span))
    if tint is not None:
        parts.append(element("w:shd", val="clear", color="auto", fill=tint.removeprefix("#")))
    return element("w:tc", element("w:tcPr", *parts), text)


def _table(
    summary: str, widths: Sequence[int], rows: Sequence[Element], *, first_row: int, first_column: int
) -> Element:
    look = element(
        "w:tblLook", firstRow=first_row, lastRow=0, firstColumn=first_column, lastColumn=0, noHBand=1, noVBand=1
    )
    margins = (element(f"w:{side}", w=amount, type="dxa") for side, amount in _MARGINS)
    properties = element(
        "w:tblPr",
        element("w:tblW", w=sum(widths), type="dxa"),
        element("w:tblBorders", *_rules()),
        element("w:tblLayout", type="fixed"),
        element("w:tblCellMar", *margins),
        look,
        element("w:tblDescription", val=fit_line(summary, _LONGEST_WORDS)),
    )
    grid = element("w:tblGrid", *(element("w:gridCol", w=width) for width in widths))
    return element("w:tbl", properties, grid, *rows)


_MARGINS = (("top", 30), ("left", 90), ("bottom", 30), ("right", 90))


def _rules() -> Iterator[Element]:
    for side, colour, eighths in (("top", INK, 6), ("bottom", INK, 6), ("insideH", RULE, 4)):
        yield element(f"w:{side}", val="single", sz=eighths, space=0, color=colour.removeprefix("#"))


def _shared(width: float, shares: Sequence[float]) -> list[int]:
    """Twips for each column."""
    return [round(width * TWIPS * share / sum(shares)) for share in shares]


def _side(column: Column) -> str:
    return "right" if column.side is Side.RIGHT else ""
