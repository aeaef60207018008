"""Lines that say that one thing needs another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mapper.files.owm.spelling import closing_quote, one_line, unquoted
from mapper.files.owm.statement import Fault, Line, Part, Role, Span, Statement, Value

_OPERATOR = re.compile(r"""->|\+'(?P<value>[^']*)'(?P<way><>|>|<)|\+(?P<flow><>|>|<)""")
_LOOSE = re.compile(r"-(?P<value>[^->;]*)>|>")


def has_operator(code: str) -> bool:
    return "->" in code or ("+" in code and _OPERATOR.search(code) is not None)


def links(code: str) -> Line:
    """The links of a line, one after the other where it is a chain; none where it has no operator."""
    operator = _operator(code, 0)
    if operator is None:
        return Line()
    context = code.find(";", operator.end())
    end = context if context >= 0 else len(code.rstrip())
    operators = list(_operators(code, operator, end))
    found = tuple(_link(code, operators, at, end) for at in range(len(operators)))
    if len(found) == 1:
        return Line(found)
    reason = "OnlineWardleyMaps reads only the first link of a chain."
    return Line(found, (Fault(*operators[1].span(), reason, "Read as one link after the other."),))


def loose_link(code: str) -> Statement | None:
    """A link written with a bare arrowhead, as `A>B` or `A-uses>B`, which only names can tell from other text."""
    operator = _LOOSE.search(code)
    if operator is None or not code[: operator.start()].strip() or not code[operator.end() :].strip():
        return None
    end = len(code.rstrip())
    reason = "OnlineWardleyMaps reads links only where they are written with ->."
    link = _between(code, _start(code), operator, end, end)
    return link._replace(faults=(Fault(*operator.span(), reason, "Read as a link."),))


def _start(code: str) -> int:
    return len(code) - len(code.lstrip())


def _operator(code: str, start: int) -> re.Match[str] | None:
    """The first operator from `start` that is not within quotation marks."""
    first = start
    while first < len(code) and code[first].isspace():
        first += 1
    if code.startswith('"', first):
        close = closing_quote(code, first)
        start = close + 1 if close >= 0 else first
    return _OPERATOR.search(code, start)


def _operators(code: str, first: re.Match[str], end: int) -> Iterator[re.Match[str]]:
    operator: re.Match[str] | None = first
    while operator is not None and operator.start() < end:
        yield operator
        operator = _operator(code, operator.end())


def _link(code: str, operators: list[re.Match[str]], at: int, end: int) -> Statement:
    """The link over one operator of a chain; the words after the semicolon belong to the last."""
    is_last = at == len(operators) - 1
    start = operators[at - 1].end() if at else _start(code)
    return _between(code, start, operators[at], end if is_last else operators[at + 1].start(), end if is_last else 0)


def _between(code: str, start: int, operator: re.Match[str], end: int, context: int) -> Statement:
    facts: dict[Part, Value] = {}
    spans: dict[Part, Span] = {Part.FLOW: operator.span()}
    for part, first, last in ((Part.SOURCE, start, operator.start()), (Part.TARGET, operator.end(), end)):
        text = code[first:last]
        name = text.strip()
        facts[part] = one_line(unquoted(name))
        begin = first + len(text) - len(text.lstrip()) if name else first
        spans[part] = (begin, begin + len(name))
    if operator[0].startswith("+"):
        facts[Part.FLOW] = operator[0]
    elif operator[0].startswith("-") and len(operator[0]) > 2:
        facts[Part.CONTEXT] = one_line(operator["value"])
    last = len(code.rstrip())
    if context and context < last:
        facts[Part.CONTEXT] = one_line(code[context + 1 :])
        spans[Part.CONTEXT] = (spans[Part.TARGET][1], last)
    return Statement(Role.LINK, facts, spans, spans[Part.SOURCE][0], spans[Part.TARGET][1], _halves(facts, spans))


def _halves(facts: dict[Part, Value], spans: dict[Part, Span]) -> tuple[Fault, ...]:
    if facts[Part.SOURCE] and facts[Part.TARGET]:
        return ()
    side = "begins" if not facts[Part.SOURCE] else "ends"
    return (Fault(*spans[Part.FLOW], f"The link {side} at nothing.", "Kept in the text, not shown.", broken=True),)
