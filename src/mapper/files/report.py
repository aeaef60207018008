"""What came of reading a map that was made elsewhere: the document, and what was not understood."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mapper.model import Document, Id
from mapper.procurement.words import counted

_NAME = re.compile("“([^”]+)”")
_LONGEST_NAME = 60
"""Letters of a name in a sentence; what is longer is cut."""
MOST_TOLD = 10_000
"""Nobody reads more; a file can be made of nothing but mistakes, and would fill the memory with sentences about them."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that could not be taken as it stands.

    `line` and `column` count from 1, in a table `line` is the row; both are None where no place is to blame. `text` is
    what stands there, `length` how many characters of the line from `column` on. `reason` says what is wrong and `done`
    what was done about it, each as one sentence for the user. `sheet` names the table where a file has several, and
    `record` is what on the map it is about, as far as that is known.
    """

    reason: str
    done: str = ""
    line: int | None = None
    column: int | None = None
    text: str = ""
    length: int = 0
    sheet: str = ""
    record: Id | None = None


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
        return (
            *self._told,
            Problem(f"Something is wrong in {counted(self._more, 'more place')}.", "They are not listed."),
        )


@dataclass(frozen=True, slots=True)
class Opened:
    """A map from a file. `format` is what users call its format, empty for the program's own.

    `notices` are sentences on how the whole file was read, such as which stages were taken; `unresolved_links` counts
    the links that lead to nothing on the map. `in_rows` says that the lines of problems are the rows of a table; the
    text that the document keeps begins at line `first` of the file.
    """

    document: Document
    format: str = ""
    problems: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()
    unresolved_links: int = 0
    in_rows: bool = False
    first: int = 1

    def place_of(self, problem: Problem) -> str:
        """“line 3”, or “row 3 of “Links”” in one of several tables; empty where no place is to blame."""
        of_sheet = f" of “{problem.sheet}”" if problem.sheet else ""
        return f"{'row' if self.in_rows else 'line'} {problem.line}{of_sheet}" if problem.line else ""

    def subject_of(self, problem: Problem) -> Id | None:
        """What on the map a problem is about: what its row became, else the component that its sentence names first."""
        if problem.record is not None:
            return problem.record
        named = _NAME.search(problem.reason)
        components = self.document.components.values() if named else ()
        return next((each.id for each in components if named and each.name[:_LONGEST_NAME] == named[1]), None)
