"""What came of reading a map that was made elsewhere: the document, and what was not understood."""

from __future__ import annotations

from dataclasses import dataclass

from mapper.model import Document


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
