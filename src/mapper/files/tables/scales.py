"""Numbers along an axis, which some tables count from 0 to 1, some from 0 to 100, and some by stages from 1 to 4."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from mapper.files.tables.cells import fraction, stage
from mapper.model import Stage

_NEARLY_ONE = 1.5
"""A number a little beyond the end of its axis is a slip; from here on it counts something else."""


class Scale(Enum):
    ONE = "from 0 to 1"
    HUNDRED = "from 0 to 100"
    STAGES = "as stages from 1 to 4"


@dataclass(frozen=True, slots=True)
class Axis:
    """How a column's cells say a place along an axis."""

    scale: Scale

    def read(self, cell: str) -> float | Stage | None:
        """A place, which may be beyond the axis, or a stage; None if the cell is neither."""
        named, share = stage(cell), fraction(cell)
        if share is None:
            return named
        if share.is_percent or self.scale is Scale.ONE:
            return share.number
        if self.scale is Scale.HUNDRED:
            return share.number / 100
        return tuple(Stage)[int(share.number) - 1] if share.number in (1, 2, 3, 4) else None


def axis_of(cells: Iterable[str], *, may_count_stages: bool = False) -> Axis:
    """The scale that most of a column's numbers are on: one odd number does not change what the others mean."""
    shares = [share for share in map(fraction, cells) if share is not None and not share.is_percent]
    numbers = [share.number for share in shares if share.number != 0]
    large = sum(number > _NEARLY_ONE for number in numbers)
    if may_count_stages and large and all(number in (1, 2, 3, 4) for number in numbers):
        return Axis(Scale.STAGES)
    return Axis(Scale.HUNDRED if large and large >= len(numbers) / 2 else Scale.ONE)
