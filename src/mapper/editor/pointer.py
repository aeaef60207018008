"""The pointer, as tools see it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pointer:
    """One pointer event in page units. `reach` is how many page units count as touching (it shrinks on zooming in).

    `adding` is Shift, `free` is Alt, which takes out with the contract tool; `double` marks a double click's second
    press.
    """

    x: float
    y: float
    reach: float = 8.0
    adding: bool = False
    free: bool = False
    double: bool = False

    def distance(self, other: Pointer) -> float:
        """The larger of the distances along the two axes, in page units."""
        return max(abs(self.x - other.x), abs(self.y - other.y))
