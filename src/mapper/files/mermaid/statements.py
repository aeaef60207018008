"""A diagram's text as statements: one a line, without comments, with where each stands in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mapper.files.report import Problem

_NEWLINE = re.compile(r"\r\n|\n|\r")
_RAW = re.compile(r"\s*(title(?=\s|$)|accTitle|accDescr)")
_MARK = re.compile(r'"|;|\+\'[^\']*\'|%%|(?<!\S)#|(?<!\S)//')
_OPEN_TEXT = re.compile(r"\s*(note|annotation)\b")
_LONGEST_TEXT = 50
"""Lines that a text may run over before it is taken for one that nobody closed."""


@dataclass(frozen=True, slots=True)
class Statement:
    """`text` begins at `column` of `line`, both counted from 1, and has neither blanks around it nor comments."""

    text: str
    line: int
    column: int


@dataclass(slots=True)
class Diary:
    """What is told of a file besides its map. `comments` counts those that the language allows."""

    problems: list[Problem] = field(default_factory=list)
    comments: int = 0

    def note(self, statement: Statement, reason: str, done: str, at: int = 0, length: int | None = None) -> None:
        """Report `length` characters of a statement from index `at` on, all of them if it is None."""
        length = len(statement.text) - at if length is None else length
        text = statement.text[at : at + length]
        self.problems.append(Problem(reason, done, statement.line, statement.column + at, text, length))


def lines_of(text: str) -> list[str]:
    """The lines of a text without their ends. Only what every editor takes for a line's end is one."""
    return _NEWLINE.split(text)


def statements(lines: Sequence[str], first: int, diary: Diary) -> Iterator[Statement]:
    """The statements of lines, of which the first is line `first` of the file."""
    at = 0
    while at < len(lines):
        line, number = lines[at], first + at
        at += 1
        if _OPEN_TEXT.match(line) and _is_open(line):
            more = _rest_of_text(lines, at, '"')
            line = "\n".join([line, *lines[at : at + more]])
            at += more
        elif re.match(r"\s*accDescr\s*\{", line):
            more = _rest_of_text(lines, at, "}") if "}" not in line else 0
            line = " ".join([line, *lines[at : at + more]])
            at += more
        statement = _statement(line, number, diary)
        if statement.text:
            yield statement


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


def _statement(line: str, number: int, diary: Diary) -> Statement:
    end = _end_of_code(line)
    code, comment = line[:end], line[end:]
    text = code.strip()
    begin = len(code) - len(code.lstrip())
    if comment.startswith("%%"):
        diary.comments += 1
    elif comment:
        whole = Statement(line, number, 1)
        mark = "#" if comment.startswith("#") else "//"
        diary.note(whole, f"Mermaid has no comments that begin with {mark}.", "It was read as a comment.", end)
    return Statement(text, number, begin + 1)


def _end_of_code(line: str) -> int:
    """Where the comment begins that ends a line; the texts of titles and of links may hold # and //."""
    is_raw = _RAW.match(line) is not None
    at = 0
    while mark := _MARK.search(line, at):
        at = mark.end()
        if mark[0] == '"' and not is_raw:
            end = closing(line, mark.start())
            if end < 0:
                return len(line)
            at = end + 1
        elif mark[0] == ";":
            is_raw = True
        elif mark[0] == "%%" or (mark[0] in ("#", "//") and not is_raw):
            return mark.start()
    return len(line)


def _is_open(line: str) -> bool:
    mark = line.find('"')
    while mark >= 0:
        end = closing(line, mark)
        if end < 0:
            return True
        mark = line.find('"', end + 1)
    return False


def _rest_of_text(lines: Sequence[str], start: int, end: str) -> int:
    """How many further lines a text runs over that is open at the end of a line; 0 if nobody closes it."""
    following = lines[start : start + _LONGEST_TEXT]
    return next((count for count, line in enumerate(following, 1) if end in line), 0)
