"""Sets tables and lists of facts: horizontal rules only, the header again on each page, long rows broken by lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mapper.export.pack.blocks import Column, Facts, Row, Side, Table
from mapper.export.pack.styles import CELL, CELL_HEAD, DENSE, INK, RULE, TINT, Style
from mapper.export.pdf.lines import TextLine, break_lines
from mapper.export.pdf.setting import Draw, Setting, Slab, set_gap
from mapper.export.pdf.sheet import Sheet
from mapper.export.pdf.tags import Node

_GUTTER = 10.0
_PADDING = 2.7
_AFTER = 8.0


@dataclass(frozen=True, slots=True)
class _Cell:
    """Lines in a column that starts at `x` from the table's left and is `width` wide."""

    x: float
    width: float
    lines: tuple[TextLine, ...]
    style: Style
    side: Side
    node: Node


def set_table(table: Table, width: float, setting: Setting) -> list[Slab]:
    """Slabs of one row each. The table's element is made when its first row is drawn."""
    owner = Node("Table", summary=table.summary)
    places = _places(table.columns, width)
    header, again = _header(table.columns, places, width, setting, owner)
    slabs = [header]
    for row in table.rows:
        slabs += _row(row, table, places, width, setting, (owner, again))
    if table.is_whole:
        slabs = [replace(slab, keep=True) for slab in slabs]
    elif len(slabs) > 2:
        # Neither the first row nor the last, often the total, stands alone on a page.
        slabs[1] = replace(slabs[1], keep=True)
        slabs[-2] = replace(slabs[-2], keep=True)
    return [*slabs, *set_gap(_AFTER)]


def set_facts(facts: Facts, width: float, setting: Setting) -> list[Slab]:
    """Each fact's name is the header of the cell on its right. One that is alone in its row has the row's width."""
    owner = Node("Table", summary=facts.summary)
    count = facts.columns
    part = (width - (count - 1) * 2 * _GUTTER) / count
    name_width = min(118.0, part * 0.4)
    slabs: list[Slab] = []
    for start in range(0, len(facts.facts), count):
        node = Node("TR")
        cells: list[_Cell] = []
        row = facts.facts[start : start + count]
        for place, (name, words) in enumerate(row):
            left = place * (part + 2 * _GUTTER)
            missing = count - len(row) if place == len(row) - 1 else 0
            value_width = part - name_width - _GUTTER + missing * (part + 2 * _GUTTER)
            names = break_lines(name, CELL_HEAD.but(leading=CELL.leading), name_width, setting.fonts)
            values = break_lines(words, CELL, value_width, setting.fonts)
            head = Node("TH", scope="Row")
            cells.append(_Cell(left, name_width, names, CELL_HEAD.but(leading=CELL.leading), Side.LEFT, head))
            told = Node("TD", span=1 + 2 * missing)
            cells.append(_Cell(left + name_width + _GUTTER, value_width, values, CELL, Side.LEFT, told))
        spans = [(cells[i].x, cells[i + 1].x + cells[i + 1].width) for i in range(0, len(cells), 2)]
        slabs += _slabs(cells, node, (owner, None), spans, setting)
    return [*slabs, *set_gap(_AFTER)]


def _header(
    columns: Sequence[Column], places: list[tuple[float, float]], width: float, setting: Setting, owner: Node
) -> tuple[Slab, Slab]:
    """The header row, and the same as decoration for the pages that follow."""
    cells = [
        break_lines(column.title, CELL_HEAD, cell_width, setting.fonts)
        for column, (_, cell_width) in zip(columns, places, strict=True)
    ]
    lines = max(len(cell) for cell in cells)
    height = lines * CELL_HEAD.leading + _PADDING + 2

    def put(sheet: Sheet, left: float, top: float, nodes: Sequence[Node | None]) -> None:
        for cell, column, (x, cell_width), node in zip(cells, columns, places, nodes, strict=True):
            first = top + (lines - len(cell)) * CELL_HEAD.leading
            _put_lines(sheet, cell, CELL_HEAD, (left + x, first, cell_width), column.side, node)
        sheet.rule(left, top + height, width, INK, 0.8)

    def draw(sheet: Sheet, left: float, top: float) -> None:
        setting.root.add(owner)
        row = owner.add(Node("TR"))
        put(sheet, left, top, [row.add(Node("TH", scope="Column")) for _ in columns])

    def draw_again(sheet: Sheet, left: float, top: float) -> None:
        put(sheet, left, top, [None for _ in columns])

    return Slab(height, draw, before=4, keep=True), Slab(height, draw_again)


def _row(
    row: Row,
    table: Table,
    places: list[tuple[float, float]],
    width: float,
    setting: Setting,
    owner: tuple[Node, Slab],
) -> list[Slab]:
    style = DENSE if table.is_dense else CELL
    if row.is_total or row.is_group:
        style = style.but(weight=600)
    cells: list[_Cell] = []
    place = 0
    for words, span in zip(row.cells, _spans(row, len(places)), strict=True):
        left, right = places[place][0], sum(places[place + span - 1])
        lines = break_lines(words, style, right - left, setting.fonts)
        names_row = place == 0 and table.has_row_headers and not row.is_group
        node = Node("TH", scope="Row") if names_row else Node("TD", span=span)
        cells.append(_Cell(left, right - left, lines, style, table.columns[place].side, node))
        place += span
    slabs = _slabs(cells, Node("TR"), owner, [(0.0, width)], setting, row)
    return [replace(slab, keep=True) for slab in slabs] if row.is_group else slabs


def _spans(row: Row, columns: int) -> tuple[int, ...]:
    """How many columns each cell of a row takes."""
    return (columns,) if row.is_group else row.spans or (1,) * columns


def _slabs(
    cells: list[_Cell],
    row: Node,
    owner: tuple[Node, Slab | None],
    rules: Sequence[tuple[float, float]],
    setting: Setting,
    kind: Row | None = None,
) -> list[Slab]:
    """A row as one slab, or as several where it is taller than a page."""
    table, again = owner
    room = setting.tallest - (again.height if again else 0.0) - 2 * _PADDING
    leading = cells[-1].style.leading
    fits = max(1, int(room / leading))
    count = max(len(cell.lines) for cell in cells)
    slabs = []
    for start in range(0, count, fits):
        part = [(cell, cell.lines[start : start + fits]) for cell in cells]
        tall = max(len(lines) for _, lines in part) * leading + 2 * _PADDING
        last = start + fits >= count
        draw = _drawing(part, tall, (table, row), rules if last else (), setting, kind if start == 0 else None)
        slabs.append(Slab(tall, draw, again=again))
    return slabs


def _drawing(
    part: list[tuple[_Cell, tuple[TextLine, ...]]],
    tall: float,
    nodes: tuple[Node, Node],
    rules: Sequence[tuple[float, float]],
    setting: Setting,
    kind: Row | None,
) -> Draw:
    table, row = nodes

    def draw(sheet: Sheet, left: float, top: float) -> None:
        if not table.kids:
            setting.root.add(table)
        if not row.kids:
            table.add(row)
            row.kids.extend(cell.node for cell, _ in part)
        if kind is not None and kind.anchor is not None:
            sheet.anchor(kind.anchor, top)
        if kind is not None and kind.is_group:
            end = max(right for _, right in rules) if rules else 0.0
            sheet.box((left, top + 1, left + end, top + tall), TINT)
        if kind is not None and kind.is_total:
            for start, end in rules:
                sheet.rule(left + start, top, end - start, INK, 0.8)
        for cell, lines in part:
            _put_lines(sheet, lines, cell.style, (left + cell.x, top + _PADDING, cell.width), cell.side, cell.node)
        for start, end in rules:
            sheet.rule(left + start, top + tall, end - start, RULE)

    return draw


def _put_lines(
    sheet: Sheet,
    lines: Sequence[TextLine],
    style: Style,
    place: tuple[float, float, float],
    side: Side,
    node: Node | None,
) -> None:
    x, top, width = place
    for number, line in enumerate(lines):
        start = x + width - line.width if side is Side.RIGHT else x
        baseline = top + number * style.leading + style.leading / 2 + style.size * 0.36
        sheet.text(line, start, baseline, style, node)


def _places(columns: Sequence[Column], width: float) -> list[tuple[float, float]]:
    """Where each column starts and how wide it is."""
    room = width - _GUTTER * (len(columns) - 1)
    total = sum(column.share for column in columns)
    places, x = [], 0.0
    for column in columns:
        part = room * column.share / total
        places.append((x, part))
        x += part + _GUTTER
    return places
