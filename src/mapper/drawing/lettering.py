"""The words of a drawing in the typeface of its theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from mapper.drawing.marks import Clipped, Drawn, Mark, Text
from mapper.drawing.metrics import INTER, Typeface


def lettered(layers: dict[str, Drawn], typeface: Typeface) -> dict[str, Drawn]:
    """What a record puts on each layer, its words set in this typeface. Drawing makes them in Inter."""
    if typeface is INTER:
        return layers
    return {name: replace(drawn, marks=tuple(set_marks(drawn.marks, typeface))) for name, drawn in layers.items()}


def set_marks(marks: Iterable[Mark], typeface: Typeface) -> Iterator[Mark]:
    """The same marks, their words set in this typeface."""
    for mark in marks:
        match mark:
            case Text():
                yield replace(mark, family=typeface.family)
            case Clipped(path, inner):
                yield Clipped(path, tuple(set_marks(inner, typeface)))
            case _:
                yield mark
