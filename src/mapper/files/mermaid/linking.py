"""Links between names, and the trends of Mermaid's documentation."""

from __future__ import annotations

import re

from mapper.files.diary import Diary
from mapper.files.mermaid import said
from mapper.files.mermaid.scanner import Scanner
from mapper.files.mermaid.text import bare
from mapper.model import Flow

_OPERATOR = re.compile(r"\+'[^']*'(?:<>|<|>)|\+<>|\+>|\+<|-\.->|-\.-|-->|->|>")
_PORT = re.compile(r"\+<>|\+>|\+<")
_ARROW = re.compile(r"\+'([^']*)'(<>|<|>)|(-\.->)|-->|->|>")
_AFTER = re.compile(r"\+<>|\+>|\+<|;|$")
_TREND = re.compile(r"-\.-\s*\(\s*([-+]?[\d.]+%?)\s*,\s*([-+]?[\d.]+%?)\s*\)$")
_FLOWS = {">": Flow.FORWARD, "<": Flow.BACKWARD, "<>": Flow.BOTH}


def link(scanner: Scanner) -> said.Link | None:
    """A link, or None if the statement is none. In its text and its value anything may stand."""
    source = _name(scanner, _OPERATOR)
    port = scanner.take(_PORT)
    arrow = scanner.take(_ARROW)
    is_bare = scanner.text.startswith('"') and scanner.rest.startswith('"')
    if source is None or not (port or arrow or is_bare):
        return None
    target = _name(scanner, _AFTER)
    if target is None:
        return None
    last_port = scanner.take(_PORT)
    label = ""
    if scanner.rest.startswith(";"):
        label, scanner.at = bare(scanner.rest[1:]), len(scanner.text)
    scanner.finish()
    value = bare(arrow[1]) if arrow and arrow[1] is not None else ""
    is_dashed = bool(arrow and arrow[3])
    return said.Link(scanner.statement, source, target, _flow(port, last_port, arrow), value, label, is_dashed)


def _name(scanner: Scanner, stop: re.Pattern[str]) -> str | None:
    """The name that stands here; an empty one only if it is in quotation marks."""
    start = scanner.at
    name = scanner.name(stop)
    return name if name or scanner.at > start else None


def _flow(port: re.Match[str] | None, last: re.Match[str] | None, arrow: re.Match[str] | None) -> Flow | None:
    """A port at the first name rules one at the second, which rules the arrow, as in Mermaid."""
    said_by = port or last
    if said_by:
        return _FLOWS[said_by[0][1:]]
    return _FLOWS[arrow[2]] if arrow and arrow[2] else None


def trend(scanner: Scanner, diary: Diary) -> said.Evolve | None:
    """What Mermaid's documentation shows and Mermaid refuses: `Kettle -.- (0.62, 0.43)`, evolution first."""
    found = _TREND.search(scanner.text)
    if not found:
        return None
    name = scanner.name(re.compile(r"-\.-"))
    diary.note(
        scanner.statement,
        "Mermaid's documentation shows this way to write a movement, and Mermaid refuses it.",
        "It was read as evolve.",
        found.start(),
    )
    return said.Evolve(scanner.statement, name, scanner.fraction(found, 1))
