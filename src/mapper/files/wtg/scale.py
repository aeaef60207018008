"""Evolution as wtg draws it: `|....|..x.|..>.|....|`, a field a stage, `x` where something is, `>` where it goes."""

from __future__ import annotations

import re
from dataclasses import dataclass

SCALE = re.compile(r"\|([.x>\]\s]*)\|([.x>\]\s]*)\|([.x>\]\s]*)\|([.x>\]\s]*)\|")
LINES = (0.174, 0.40, 0.70)
_ENDS = (0.0, *LINES, 1.0)


@dataclass(frozen=True, slots=True)
class Scale:
    evolution: float | None
    to: float | None
    has_inertia: bool


def scale(found: re.Match[str]) -> Scale:
    """What a drawn scale says; a place is as far along its stage as its mark is among the stage's letters."""
    places: dict[str, float] = {}
    for stage, field in enumerate(found.groups()):
        letters = field.replace("]", "").replace(" ", "").replace("\t", "")
        for at, letter in enumerate(letters):
            if letter != ".":
                share = (at + 1) / (len(letters) + 1)
                places.setdefault(letter, round(_ENDS[stage] + share * (_ENDS[stage + 1] - _ENDS[stage]), 4))
    return Scale(places.get("x"), places.get(">"), "]" in found[0])
