"""Edits of the stages of evolution by hand: their lines are dragged, their names typed at the axis."""

from __future__ import annotations

from mapper.edits.service import set_stages
from mapper.model import Document, Id, clean_name

NARROWEST = 0.02
"""No stage can be dragged narrower than this."""
_NAMES = tuple(Id(f"\nstage {place}") for place in range(4))


def stage_id(place: int) -> Id:
    """What stands for the name of a stage, 0 to 3, where records are told apart by id. No record has such an id."""
    return _NAMES[place]


def stage_of(id: Id) -> int | None:
    """Which stage's name this stands for, if it does."""
    return _NAMES.index(id) if id in _NAMES else None


def move_stage_line(document: Document, place: int, evolution: float) -> Document:
    """Let a stage, 0 to 2, end elsewhere: to four decimals, and no nearer to the lines beside it than a narrow stage."""
    edges = (0.0, *document.stages.lines, 1.0)
    low, high = edges[place] + NARROWEST, edges[place + 2] - NARROWEST
    if low > high:
        return document
    lines = list(document.stages.lines)
    lines[place] = round(max(low, min(high, evolution)), 4)
    return set_stages(document, lines=tuple(lines))


def rename_stage(document: Document, place: int, name: str) -> Document:
    """Another name for a stage, as the user typed it; it may be blank."""
    names = list(document.stages.names)
    names[place] = clean_name(name)
    return set_stages(document, names=tuple(names))
