"""Links in a table: rows that name two ends, or a cell that names all that a component needs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mapper.files.gathering import Gathering
from mapper.files.tables.names import Names
from mapper.files.tables.rows import Row
from mapper.model import Component, Flow, Id, clean_name
from mapper.procurement.words import word

_BETWEEN_NAMES = re.compile(r"[;\n]")
_MOST_NEEDS = 200_000
"""In all cells together: a map of 50,000 components names fewer, and a file of nothing else names millions."""


def put_links(gathering: Gathering, names: Names, rows: Sequence[Row]) -> None:
    """A link for each row of two ends."""
    for row in rows:
        source, target = clean_name(row["source"]), clean_name(row["target"])
        ends = names.find(source), names.find(target)
        if known := ends[0] or ends[1]:
            gathering.rows.setdefault(row.key, known)
        if not source or not target:
            gathering.tell("A link has only one end.", at=row.at("target" if source else "source"))
            gathering.unresolved_links += 1
            continue
        at = row.at("source" if ends[0] is None else "target")
        gathering.link(
            ends,
            (source, target),
            at,
            label=row["label"],
            flow=_flow(gathering, row),
            value=row["flow_value"],
        )


def _flow(gathering: Gathering, row: Row) -> Flow | None:
    cell = " ".join(row["flow"].split()).casefold()
    found = next((flow for flow in Flow if cell in (flow.value, word(flow).casefold())), None)
    if cell and found is None:
        gathering.tell(f"“{row['flow'][:60]}” is no way in which something flows.", at=row.at("flow"))
    return found


def put_needs(gathering: Gathering, names: Names, rows: Sequence[tuple[Row, Id]]) -> None:
    """A link for each name in a component's cell of needs."""
    left = _MOST_NEEDS
    for row, id in rows:
        at, needs = row.at("needs"), _needs(row["needs"], names)
        if len(needs) > left:
            gathering.tell(f"More than {_MOST_NEEDS:,} needs are named.", "These and all below are left out.", at)
            return
        left -= len(needs)
        for need in needs:
            gathering.link((id, names.find(need)), (row["name"], need), at)


def put_ends(gathering: Gathering, names: Names, rows: Sequence[Row]) -> None:
    """A component for each name that a table of links alone speaks of, in the middle of the map."""
    for row in rows:
        for end in (row["source"], row["target"]):
            name = gathering.name(end)
            if name and names.find(name) is None:
                id = gathering.ids.take(name)
                gathering.components[id] = Component(id=id, name=name, evolution=0.5, visibility=0.5)
                names.add(name, id)


def _needs(cell: str, names: Names) -> list[str]:
    """The names in a cell: between semicolons or line ends, or between commas if they are all known names."""
    whole = [name for part in _BETWEEN_NAMES.split(cell) if (name := clean_name(part))]
    if len(whole) == 1 and names.find(whole[0]) is None:
        parts = [name for part in cell.split(",") if (name := clean_name(part))]
        if all(names.find(part) is not None for part in parts):
            return parts
    return whole
