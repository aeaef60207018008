"""Lines of pipelines, also those that say it all in one line."""

from __future__ import annotations

import re

from mapper.files.owm.grammar.components import component
from mapper.files.owm.spelling import closing_quote, numbers_in, one_line, unquoted
from mapper.files.owm.statement import Fault, Line, Part, Role, Span, Statement, Value

_MEMBER = re.compile(r"(?:^|[{;,\s])component\s")
_PLACEHOLDER = re.compile(r"\s*\{\s*(?!component\s)[^{}\s][^{}]*\}")


def pipeline(code: str, word: str, start: int) -> Line:
    """`pipeline NAME [START, END]`, and what is in braces after it."""
    end = len(code.rstrip())
    placeholder = _PLACEHOLDER.match(code, start + len(word))
    brace = code.find("{", placeholder.end() if placeholder else start)
    if brace < 0:
        return Line((_head(code, word, start, end),))
    head = _head(code[:brace], word, start, len(code[:brace].rstrip()))
    reason = "OnlineWardleyMaps wants the brace on a line of its own."
    block = braces(code, brace)
    return Line((head, *block.statements), (Fault(brace, brace + 1, reason, "Read as if it were."), *block.faults))


def begins_with_placeholder(code: str) -> bool:
    """Whether a line begins with a name in braces, as in `{Component} -> {Other}`: templates of maps have such."""
    return _PLACEHOLDER.match(code) is not None


def braces(code: str, brace: int) -> Line:
    """What stands from an opening brace to the end of the line; members are told apart by their keyword."""
    end = len(code.rstrip())
    close = code.find("}", brace)
    last = close if close >= 0 else end
    opening = Statement(Role.OPEN, {}, {}, brace, brace + 1)
    starts = [found.end() - len("component ") for found in _MEMBER.finditer(code, brace, last)]
    members = tuple(
        component(code[: _trimmed(code, at, stop)], "component", at, inside=True)
        for at, stop in zip(starts, [*starts[1:], last], strict=False)
    )
    closing = (Statement(Role.CLOSE, {}, {}, close, close + 1),) if close >= 0 else ()
    faults = [Fault(brace, end, "OnlineWardleyMaps wants each member on a line of its own.", "Read as if it were.")]
    return Line((opening, *members, *closing), tuple(faults) if members else ())


def _trimmed(code: str, start: int, stop: int) -> int:
    return start + len(code[start:stop].rstrip(" \t;,"))


def _head(code: str, word: str, start: int, end: int) -> Statement:
    after = start + len(word)
    first = after
    while first < end and code[first].isspace():
        first += 1
    close = closing_quote(code, first) if code.startswith('"', first) else -1
    opening = code.find("[", close + 1 if close >= 0 else first, end)
    name = code[first : opening if opening >= 0 else end].rstrip()
    facts: dict[Part, Value] = {Part.NAME: one_line(unquoted(name))}
    spans: dict[Part, Span] = {Part.KEYWORD: (start, after), Part.NAME: (first, first + len(name))}
    faults: list[Fault] = []
    if opening >= 0:
        _extent(code, opening, end, facts, spans, faults)
    if not facts[Part.NAME]:
        faults.append(Fault(start, end, "The pipeline does not say of what.", "Left out.", broken=True))
    return Statement(Role.PIPELINE, facts, spans, start, end, tuple(faults))


def _extent(
    code: str, opening: int, end: int, facts: dict[Part, Value], spans: dict[Part, Span], faults: list[Fault]
) -> None:
    close = code.find("]", opening, end)
    span = (opening, close + 1 if close >= 0 else end)
    numbers = numbers_in(code[slice(*span)][:200])[-2:]
    values = tuple(sorted(min(1.0, max(0.0, number)) for number in numbers))
    spans[Part.PLACE] = span
    if len(values) == 2:
        facts[Part.PLACE] = values
    if close < 0 or len(values) != 2 or values != tuple(sorted(numbers)):
        reason = "A pipeline goes from one evolution to another, as in [0.20, 0.80], both between 0 and 1."
        faults.append(Fault(*span, reason, "Shown as wide as its members." if len(values) != 2 else "Mended.", True))
