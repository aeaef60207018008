"""The text of a wtg2 map as statements, each with those in its braces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from mapper.files.diary import Diary, Statement, closing

_COMMENT = re.compile(r'"|(?<!\S)//|/\*')
_BRACE = re.compile(r'["{}]')
_DEEPEST = 3


@dataclass(slots=True)
class Node:
    """A statement; `inside` are those between its braces, `has_braces` says whether it has any and `is_read` whether
    somebody has looked into them."""

    statement: Statement
    inside: list[Node] = field(default_factory=list)
    has_braces: bool = False
    is_read: bool = False

    @property
    def text(self) -> str:
        return self.statement.text

    def read(self) -> list[Node]:
        """Those between its braces, for somebody who knows what they mean there."""
        self.is_read = True
        return self.inside


def tree(lines: Sequence[str], diary: Diary) -> list[Node]:
    """The statements of a text. Braces that do not match are reported, and what is in them is kept."""
    top: list[Node] = []
    path: list[Node] = []
    for piece in _pieces(lines, diary):
        if piece.text == "{":
            here = path[-1].inside if path else top
            if here and len(path) < _DEEPEST and not here[-1].has_braces:
                here[-1].has_braces = True
                path.append(here[-1])
            else:
                diary.note(piece, "Nothing stands here that braces could belong to.", "The brace was left out.")
        elif piece.text == "}":
            if path:
                path.pop()
            else:
                diary.note(piece, "No brace was opened that this one closes.", "The brace was left out.")
        else:
            (path[-1].inside if path else top).append(Node(piece))
    for node in path:
        diary.note(node.statement, "The brace that opens here is not closed.", "It was closed at the end of the file.")
    return top


def tell_unread(nodes: Iterable[Node], diary: Diary) -> None:
    """Report what stands between braces where it means nothing."""
    for node in nodes:
        if node.is_read:
            tell_unread(node.inside, diary)
            continue
        for line in node.inside:
            diary.note(line.statement, "Braces mean nothing here.", "What stands in them was left out.")


def _pieces(lines: Iterable[str], diary: Diary) -> Iterator[Statement]:
    """Statements and braces, one by one, without comments."""
    in_comment = False
    for number, line in enumerate(lines, 1):
        if in_comment:
            _, end, rest = line.partition("*/")
            in_comment, line = not end, " " * (len(line) - len(rest)) + rest
        if line.lstrip().startswith("#"):
            diary.comments += 1
            continue
        code, in_comment = _code(line, diary)
        start = 0
        for brace in _braces(code):
            yield from _piece(code, start, brace, number)
            yield Statement(code[brace], number, brace + 1)
            start = brace + 1
        yield from _piece(code, start, len(code), number)


def _code(line: str, diary: Diary) -> tuple[str, bool]:
    """A line without its comments, every letter at its place, and whether one goes on beyond its end."""
    parts = list[str]()
    start = at = 0
    while mark := _COMMENT.search(line, at):
        begin, at = mark.span()
        if mark[0] == '"':
            close = closing(line, begin)
            if close < 0:
                break
            at = close + 1
            continue
        diary.comments += 1
        close = line.find("*/", at) if mark[0] == "/*" else -1
        if close < 0:
            return "".join([*parts, line[start:begin]]), mark[0] == "/*"
        parts += [line[start:begin], " " * (close + 2 - begin)]
        start = at = close + 2
    return "".join([*parts, line[start:]]), False


def _braces(code: str) -> Iterator[int]:
    """Where braces stand that are not in quotation marks."""
    at = 0
    while mark := _BRACE.search(code, at):
        at = mark.end()
        if mark[0] != '"':
            yield mark.start()
        elif (close := closing(code, mark.start())) >= 0:
            at = close + 1
        else:
            return


def _piece(line: str, start: int, end: int, number: int) -> Iterator[Statement]:
    text = line[start:end]
    if text.strip():
        yield Statement(text.strip(), number, start + len(text) - len(text.lstrip()) + 1)
