"""Names, one a line, such as people note down in a meeting: they become components side by side."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from mapper.files.ids import Ids
from mapper.files.problem import FileProblem
from mapper.files.report import Opened, Problem
from mapper.model import BLANK, Component, clean_name
from mapper.procurement.words import counted

MOST_NAMES = 200
LONGEST_NAME = 200
"""Longer lines are somebody's prose."""
_BULLET = re.compile(r"(?:[-*+•‣◦▪■●○–—·]|\(?\d{1,3}[.)]|\[[ xX]?\]|[☐☑☒])(?:[ \t]+|$)")
_HIGHEST, _NARROWEST = 10, 0.13
"""How many stand one below the other before the next column begins, and how far apart columns are if there is room."""
_STEP, _ROOM = 0.065, 0.9
"""How far one stands below the other if there is room, and how much of an axis they take up at most."""


def read_names(lines: Sequence[str]) -> Opened:
    """A component for each line, without its bullet or number. Raises FileProblem if there are none, or too many."""
    if len(lines) > MOST_NAMES:
        raise FileProblem(f"{len(lines):,} lines were copied, and no more than {MOST_NAMES} become components at once.")
    names = [name for line in lines if (name := _name_in(line))]
    taken = [name for name in names if len(name) <= LONGEST_NAME]
    if not taken:
        raise FileProblem(
            "no line of it is short enough for a name." if names else "nothing on the clipboard can stand on a map."
        )
    problems = []
    if len(names) > len(taken):
        long = counted(len(names) - len(taken), "line")
        problems.append(Problem(f"{long} of more than {LONGEST_NAME} letters cannot be a name.", "Left out."))
    ids = Ids()
    components = [
        Component(id=ids.take(name), name=name, evolution=evolution, visibility=visibility)
        for name, (evolution, visibility) in zip(taken, _tidily(len(taken)), strict=True)
    ]
    return Opened(BLANK.but(components={one.id: one for one in components}), "names", tuple(problems))


def _name_in(line: str) -> str:
    """A line as a name; of a task in a list, the bullet and the box go."""
    line = clean_name(line[: 4 * LONGEST_NAME])
    while bullet := _BULLET.match(line):
        line = line[bullet.end() :]
    return line


def _tidily(number: int) -> list[tuple[float, float]]:
    """Places about the middle of the map, in columns of equal height, read from top to bottom and left to right."""
    columns = math.ceil(number / _HIGHEST)
    rows = math.ceil(number / columns)
    across = min(_NARROWEST, _ROOM / max(1, columns - 1))
    down = min(_STEP, _ROOM / max(1, rows - 1))
    left, top = 0.5 - across * (columns - 1) / 2, 0.5 + down * (rows - 1) / 2
    return [(round(left + across * (at // rows), 4), round(top - down * (at % rows), 4)) for at in range(number)]
