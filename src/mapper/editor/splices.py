"""Changes to a list of lines: what differs between two of them, and how the changes of two hands go together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from operator import ne

MOST_COMPARED = 4_000_000
"""Larger stretches, in old lines times new ones, are taken as replaced whole: comparing them would take too long."""


@dataclass(frozen=True, slots=True)
class Splice:
    """`removed` lines from the line `first` on (counted from 0) give way to those `added`."""

    first: int
    removed: int
    added: tuple[str, ...]

    @property
    def growth(self) -> int:
        return len(self.added) - self.removed

    def touches(self, other: Splice) -> bool:
        """Whether both speak of one line; two that put lines in at one place do too."""
        if not self.removed and not other.removed:
            return self.first == other.first
        return self.first < other.first + other.removed and other.first < self.first + self.removed


def differences(old: Sequence[str], new: Sequence[str]) -> list[Splice]:
    """What makes `new` of `old`, from the last line to the first, so that one can be made after the other."""
    differs = list(map(ne, old, new))
    shorter = len(differs)
    start = differs.index(True) if True in differs else shorter
    if start == len(old) == len(new):
        return []
    end = 0
    while end < shorter - start and old[-1 - end] == new[-1 - end]:
        end += 1
    olds, news = old[start : len(old) - end], new[start : len(new) - end]
    return [Splice(start + first, last - first, tuple(news[at:to])) for first, last, at, to in _stretches(olds, news)][
        ::-1
    ]


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """First and last of each stretch that differs, in the old lines and in the new ones."""
    if len(old) == len(new):
        places = [place for place, differs in enumerate(map(ne, old, new)) if differs]
        # Few lines that differ here and there were changed where they stand, as by a drag.
        if 2 * len(places) <= len(old):
            yield from ((place, place + 1, place, place + 1) for place in places)
            return
    if len(old) * len(new) > MOST_COMPARED:
        yield 0, len(old), 0, len(new)
        return
    for kind, first, last, at, to in SequenceMatcher(None, old, new).get_opcodes():
        if kind == "replace" and last - first == to - at:
            yield from ((first + nth, first + nth + 1, at + nth, at + nth + 1) for nth in range(last - first))
        elif kind != "equal":
            yield first, last, at, to


def merged(lines: Sequence[str], theirs: Sequence[Splice], mine: Sequence[Splice]) -> list[str]:
    """`lines` with the changes of two hands, each as `differences` gives them. Where they clash, mine hold."""
    kept = [splice for splice in theirs if not any(splice.touches(own) for own in mine)]
    made = list(lines)
    for splice in sorted([*kept, *mine], key=lambda splice: (splice.first, splice.removed), reverse=True):
        made[splice.first : splice.first + splice.removed] = splice.added
    return made
