"""What came of reading a map that was made elsewhere: the document, and what was not understood."""

from __future__ import annotations

from dataclasses import dataclass, field

from mapper.model import Document
from mapper.procurement.words import counted

MOST_TOLD = 10_000
"""Nobody reads more; a file can be made of nothing but mistakes, and would fill the memory with sentences about them."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that could not be taken as it stands.

    `line` and `column` count from 1, in a table `line` is the row; both are None where no place is to blame. `text` is
    what stands there, `length` how many characters of the line from `column` on. `reason` says what is wrong and `done`
    what was done about it, each as one sentence for the user.
    """

    reason: str
    done: str = ""
    line: int | None = None
    column: int | None = None
    text: str = ""
    length: int = 0


@dataclass(slots=True)
class Problems:
    """What is wrong with a file, in the order in which it is found: the first MOST_TOLD of it, and how much more."""

    _told: list[Problem] = field(default_factory=list)
    _more: int = 0

    def add(self, problem: Problem) -> None:
        if len(self._told) < MOST_TOLD:
            self._told.append(problem)
        else:
            self._more += 1

    def all(self) -> tuple[Problem, ...]:
        """Those that are told, the last of which counts those that are not."""
        if not self._more:
            return tuple(self._told)
        return (*self._told, Problem(f"Something is wrong in {counted(self._more, 'more place')}.", "They are not listed."))


@dataclass(frozen=True, slots=True)
class Opened:
    """A map from a file. `format` is what users call its format, empty for the program's own.

    `notices` are sentences on how the whole file was read, such as which stages were taken; `unresolved_links` counts
    the links that lead to nothing on the map.
    """

    document: Document
    format: str = ""
    problems: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()
    unresolved_links: int = 0
