"""A diagram's text as statements: one a line, without comments, with where each stands in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mapper.files.diary import Diary, Statement, closing

_RAW = re.compile(r"\s*(title(?=\s|$)|accTitle|accDescr)")
_MARK = re.compile(r'"|;|\+\'[^\']*\'|%%|(?<!\S)#|(?<!\S)//')
_OPEN_TEXT = re.compile(r"\s*(note|annotation)\b")
_LONGEST_TEXT = 50
"""Lines that a text may run over before it is taken for one that nobody closed."""


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
