"""Statements of a text, and what is told of those that were not understood."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mapper.files.report import Problem, Problems

_LONGEST_TEXT = 200
_NEWLINE = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Statement:
    """`text` begins at `column` of `line`, both counted from 1, and has neither blanks around it nor comments."""

    text: str
    line: int
    column: int


@dataclass(slots=True)
class Diary:
    """What is told of a file besides its map. `comments` counts those that the language allows."""

    problems: Problems = field(default_factory=Problems)
    comments: int = 0

    def note(self, statement: Statement, reason: str, done: str, at: int = 0, length: int | None = None) -> None:
        """Report `length` characters of a statement from index `at` on, all of them if it is None."""
        length = len(statement.text) - at if length is None else length
        text = statement.text[at : at + length]
        self.problems.add(Problem(reason, done, statement.line, statement.column + at, text[:_LONGEST_TEXT], length))


def lines_of(text: str) -> list[str]:
    """The lines of a text without their ends. Only what every editor takes for a line's end is one."""
    return _NEWLINE.split(text)


def closing(text: str, start: int) -> int:
    """Where the quotation that opens at `start` ends, or -1: a mark after a backslash does not end it."""
    mark, at = text[start], start + 1
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] == mark:
            return at
        at += 1
    return -1
