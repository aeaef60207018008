"""The pieces of a line by what they are, for whoever shows it in colours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from mapper.files.owm.comments import code_of
from mapper.files.owm.grammar.lines import remembered
from mapper.files.owm.statement import Line, Part, Role, Statement
from mapper.files.owm.walking import CARRIED

Kind = Literal["keyword", "name", "number", "operator", "comment", "label", "decorator", "carried", "unknown"]

_KINDS: dict[Part, Kind] = {
    Part.KEYWORD: "keyword",
    Part.NAME: "name",
    Part.NEW_NAME: "name",
    Part.SOURCE: "name",
    Part.TARGET: "name",
    Part.PLACE: "number",
    Part.EVOLUTION: "number",
    Part.NUMBER: "number",
    Part.PLACES: "number",
    Part.CORNERS: "number",
    Part.FLOW: "operator",
    Part.LABEL: "label",
    Part.CONTEXT: "label",
    Part.TEXT: "label",
    Part.REF: "decorator",
}


class Token(NamedTuple):
    """`length` characters from `start` on, counted from 0."""

    start: int
    length: int
    kind: Kind


def tokens(line: str, *, inside: bool = False, in_comment: bool = False) -> tuple[Token, ...]:
    """The pieces of a line in order, none overlapping; blanks and commas between them are none.

    `inside` says that it stands in a pipeline's braces, `in_comment` that it begins within a comment.
    """
    text = line.rstrip("\r\n")
    if not in_comment and text.lstrip().startswith(CARRIED):
        start = len(text) - len(text.lstrip())
        return (Token(start, len(text) - start, "carried"),)
    code, _ = code_of(text, within=in_comment)
    found = [*_said(remembered(code, inside)), *_comments(text, code)]
    return tuple(_apart(sorted(found)))


def within_after(line: str, *, inside: bool, in_comment: bool) -> tuple[bool, bool]:
    """Whether the line after this one stands in a pipeline's braces, and whether it begins within a comment."""
    code = line
    if in_comment or "/" in line:
        code, in_comment = code_of(line, within=in_comment)
    if "{" in code or "}" in code:
        for statement in remembered(code, inside).statements:
            if statement.role in {Role.OPEN, Role.CLOSE}:
                inside = statement.role is Role.OPEN
    return inside, in_comment


def _said(line: Line) -> Iterator[Token]:
    for statement in line.statements:
        yield from _pieces(statement)
    if not line.statements:
        yield from (Token(fault.start, fault.end - fault.start, "unknown") for fault in line.faults)


def _pieces(statement: Statement) -> Iterator[Token]:
    if statement.role in {Role.OPEN, Role.CLOSE}:
        yield Token(statement.start, 1, "operator")
    for part, (start, end) in statement.spans.items():
        if part is Part.NEW_NAME:
            yield Token(start, 2, "operator")
            start += 2
        if end > start:
            yield Token(start, end - start, _KINDS[part])
    for mark in statement.marks:
        yield Token(mark.start, mark.end - mark.start, "decorator")


def _comments(text: str, code: str) -> Iterator[Token]:
    """What of a line was blanked or cut off."""
    at, end = 0, len(text)
    while at < end:
        start = next((nth for nth in range(at, end) if code[nth : nth + 1] != text[nth]), end)
        at = next((nth for nth in range(start, end) if code[nth : nth + 1] == text[nth] != " "), end)
        if start < end:
            yield Token(start, len(text[start:at].rstrip()), "comment")


def _apart(found: list[Token]) -> Iterator[Token]:
    """Of pieces that overlap, the first."""
    reached = 0
    for token in found:
        if token.start >= reached and token.length:
            reached = token.start + token.length
            yield token
