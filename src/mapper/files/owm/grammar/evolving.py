"""Lines that say where a component is heading."""

from __future__ import annotations

import re

from mapper.files.owm.grammar.tails import tail_of
from mapper.files.owm.spelling import closing_quote, fraction, numbers_in, one_line, unquoted
from mapper.files.owm.statement import Fault, Part, Role, Span, Statement, Value
from mapper.files.owm.words import EVOLVE_TO

_NUMBER = re.compile(r"(?:(?<=\s)|(?<=[\">])|(?<=->))-?(?:\d+\.\d+|\.\d+|\d+)(?=\s|$|[(\[])")
_BRACKET = re.compile(r"\[([^\[\]]*)\]")
_TAIL = re.compile(r"\s(?=label\b|\()")


def evolve(code: str, word: str, start: int) -> Statement:
    """`evolve NAME [-> NEW NAME] NUMBER`, with a label and marks of what it becomes."""
    after = start + len(word)
    end = len(code.rstrip())
    facts: dict[Part, Value] = {Part.NUMBER: EVOLVE_TO}
    spans: dict[Part, Span] = {Part.KEYWORD: (start, after)}
    faults: list[Fault] = []
    names_end = _number(code, after, end, facts, spans, faults)
    _names(code, after, names_end, facts, spans)
    tail_start = max(spans[Part.NUMBER][1] if Part.NUMBER in spans else names_end, names_end)
    tail = tail_of(code, tail_start, end)
    tail.add_to(facts, spans, tail.marks)
    if not facts[Part.NAME]:
        faults.append(Fault(start, end, "“evolve” should be followed by a name.", "Left out.", broken=True))
    said = Statement(Role.EVOLVE, facts, spans, start, end, (*faults, *tail.faults), tail.marks)
    return said._replace(otherwise=_whole(code, said)) if _is_integer(code, said) else said


def _is_integer(code: str, said: Statement) -> bool:
    span = said.spans.get(Part.NUMBER)
    return span is not None and Part.NEW_NAME not in said.facts and code[slice(*span)].isdigit()


def _whole(code: str, said: Statement) -> Statement:
    """The same line if its number belongs to the name, as in `evolve Release 2`."""
    name = (said.spans[Part.NAME][0], said.spans[Part.NUMBER][1])
    facts = {**said.facts, Part.NAME: one_line(code[slice(*name)]), Part.NUMBER: EVOLVE_TO}
    spans = {**said.spans, Part.NAME: name}
    del spans[Part.NUMBER]
    return said._replace(facts=facts, spans=spans, faults=())


def _number(
    code: str, after: int, end: int, facts: dict[Part, Value], spans: dict[Part, Span], faults: list[Fault]
) -> int:
    """Find the number; answers where the names end."""
    label = _label_start(code, after, end)
    bracket = _BRACKET.search(code, after, label)
    if bracket and (numbers := numbers_in(bracket[1][:200])):
        reason = "OnlineWardleyMaps cannot read where this is heading: it wants one number, the evolution."
        _take(numbers[-1], bracket.span(), facts, spans, faults, reason)
        return bracket.start()
    numbers_found = list(_NUMBER.finditer(code, after, label))
    if not numbers_found:
        return _before_tail(code, after, label)
    last = numbers_found[-1]
    reason = "" if "." in last[0] else "OnlineWardleyMaps wants a decimal point here, as in 0.85."
    _take(float(last[0][:40]), last.span(), facts, spans, faults, reason)
    return last.start()


def _take(
    value: float, span: Span, facts: dict[Part, Value], spans: dict[Part, Span], faults: list[Fault], reason: str
) -> None:
    within = min(1.0, max(0.0, value))
    if within != value:
        reason = "Evolution lies between 0 and 1."
    if reason:
        faults.append(Fault(*span, reason, f"Taken as {fraction(within)}."))
    facts[Part.NUMBER], spans[Part.NUMBER] = (within,), span


def _label_start(code: str, after: int, end: int) -> int:
    """Where a label's brackets begin; the numbers in them are not where the component is heading."""
    found = re.compile(r"\slabel\b").search(code, after, end)
    return found.start() + 1 if found else end


def _before_tail(code: str, after: int, end: int) -> int:
    found = re.compile(r"\s\((?=[^()]*\)\s*$)").search(code, after, end)
    return found.start() + 1 if found else end


def _names(code: str, after: int, end: int, facts: dict[Part, Value], spans: dict[Part, Span]) -> None:
    first = after
    while first < end and code[first].isspace():
        first += 1
    close = closing_quote(code, first) if code.startswith('"', first) else -1
    arrow = code.find("->", close + 1 if close >= 0 else first, end)
    name = code[first : arrow if arrow >= 0 else end].rstrip()
    facts[Part.NAME], spans[Part.NAME] = one_line(unquoted(name)), (first, first + len(name))
    if arrow >= 0:
        new = code[arrow + 2 : end]
        if name := one_line(unquoted(new.strip())):
            facts[Part.NEW_NAME] = name
        spans[Part.NEW_NAME] = (arrow, arrow + 2 + len(new.rstrip()))
