"""Lines about components: what they are called, where they stand, and how they are marked."""

from __future__ import annotations

import re

from mapper.files.owm.grammar.places import Bracket, numeric_bracket, place_at
from mapper.files.owm.grammar.tails import tail_of, trailing_marks
from mapper.files.owm.spelling import closing_quote, one_line, unquoted
from mapper.files.owm.statement import Fault, Part, Role, Span, Statement, Value
from mapper.files.owm.words import MEMBER_EVOLUTION, PLACE

_KEYWORD, _NAME = Part.KEYWORD, Part.NAME
_LABEL = re.compile(r"\slabel\s*\[")


def component(code: str, word: str, start: int, *, inside: bool) -> Statement:
    """`start` is where the keyword begins. Inside a pipeline's braces there is one number, the evolution."""
    after = start + len(word)
    end = len(code.rstrip())
    default = MEMBER_EVOLUTION if inside else PLACE
    name, name_span, opening = _name(code, after, end)
    bracket = place_at(code, opening, default) if opening >= 0 else Bracket(default, (end, end))
    tail = tail_of(code, bracket.span[1] if opening >= 0 else name_span[1], end)
    marks = tail.marks
    if opening < 0 and not tail.marks:
        name_span, marks = trailing_marks(code, name_span)
        name = code[slice(*name_span)]
    facts: dict[Part, Value] = {_KEYWORD: word, _NAME: one_line(unquoted(name))}
    spans: dict[Part, Span] = {_KEYWORD: (start, after), _NAME: name_span}
    place = Part.EVOLUTION if inside else Part.PLACE
    facts[place] = bracket.values
    if opening >= 0:
        spans[place] = bracket.span
    tail.add_to(facts, spans, marks, word)
    faults = (*_nameless(facts, start, end), *_touching(code, opening), *bracket.faults, *tail.faults)
    role = Role.MEMBER if inside else Role.COMPONENT
    return Statement(role, facts, spans, start, end, faults, marks)


def _name(code: str, after: int, end: int) -> tuple[str, Span, int]:
    """The name as it is written, where it stands, and where the bracket with its position opens, or -1."""
    first = after
    while first < end and code[first].isspace():
        first += 1
    close = closing_quote(code, first) if code.startswith('"', first) else -1
    if close >= 0:
        return code[first : close + 1], (first, close + 1), numeric_bracket(code, close + 1)
    opening = numeric_bracket(code, first)
    label = _LABEL.search(code, after)
    if label and opening == label.end() - 1:
        return code[first : label.start()].rstrip(), (first, max(first, label.start())), -1
    last = opening if opening >= 0 else end
    name = code[first:last].rstrip()
    return name, (first, first + len(name)), opening


def _touching(code: str, opening: int) -> tuple[Fault, ...]:
    """OnlineWardleyMaps takes a bracket right after the name for a part of the name."""
    if opening <= 0 or code[opening - 1].isspace():
        return ()
    reason = "There is no blank before the bracket, so OnlineWardleyMaps reads it as part of the name."
    return (Fault(opening, opening + 1, reason, "Read as the position."),)


def _nameless(facts: dict[Part, Value], start: int, end: int) -> tuple[Fault, ...]:
    if facts[_NAME]:
        return ()
    word = facts[Part.KEYWORD]
    return (Fault(start, end, f"The {word} has no name.", "Put on the map without one.", broken=True),)
