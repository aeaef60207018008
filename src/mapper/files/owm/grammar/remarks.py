"""Lines about what stands beside the components: notes, annotations, accelerators, and areas of attitudes."""

from __future__ import annotations

import re

from mapper.files.owm.grammar.places import numeric_bracket, place_at
from mapper.files.owm.grammar.tails import tail_of
from mapper.files.owm.spelling import closing_quote, fraction, numbers_in, one_line, unquoted
from mapper.files.owm.statement import Fault, Part, Role, Span, Statement, Value
from mapper.files.owm.words import PLACE
from mapper.model import clean_text

_INTEGER = re.compile(r"\s*(\d{1,9})[\s,]*")
_PAIR = re.compile(r"\[([^\[\]]*)\]")
_MOST_PLACES = 1000


def note(code: str, word: str, start: int) -> Statement:
    end = len(code.rstrip())
    first = _next(code, start + len(word), end)
    close = closing_quote(code, first) if code.startswith('"', first) else -1
    opening = _last_numeric(code, close + 1 if close >= 0 else first, end)
    last = opening if opening >= 0 else end
    text = code[first:last].rstrip()
    facts: dict[Part, Value] = {Part.TEXT: clean_text(unquoted(text)), Part.PLACE: PLACE}
    spans: dict[Part, Span] = {Part.KEYWORD: (start, start + len(word)), Part.TEXT: (first, first + len(text))}
    faults: tuple[Fault, ...] = ()
    if opening >= 0:
        bracket = place_at(code, opening, PLACE)
        facts[Part.PLACE], spans[Part.PLACE] = bracket.values, bracket.span
        faults = (*bracket.faults, *_ignored(code, bracket.span[1], end))
    if not facts[Part.TEXT]:
        faults = (Fault(start, end, "The note has no text.", "Put on the map without one.", broken=True), *faults)
    return Statement(Role.NOTE, facts, spans, start, end, faults)


def annotation(code: str, word: str, start: int) -> Statement:
    """A number, one place or several, and a text."""
    after, end = start + len(word), len(code.rstrip())
    facts: dict[Part, Value] = {Part.NUMBER: (1.0,), Part.PLACES: (), Part.TEXT: ""}
    spans: dict[Part, Span] = {Part.KEYWORD: (start, after)}
    faults: list[Fault] = []
    number = _INTEGER.match(code, after, end)
    at = number.end() if number else max(code.find("[", after, end), _next(code, after, end))
    if number and 1 <= int(number[1]) <= 999:
        facts[Part.NUMBER], spans[Part.NUMBER] = (float(number[1]),), number.span(1)
    else:
        reason = "An annotation begins with its number, from 1 to 999."
        faults.append(Fault(start, end, reason, "Taken as number 1.", broken=True))
    at = _places(code, at, end, facts, spans, faults)
    text = code[at:end].strip()
    first = _next(code, at, end)
    facts[Part.TEXT], spans[Part.TEXT] = clean_text(text), (first, end)
    return Statement(Role.ANNOTATION, facts, spans, start, end, tuple(faults))


def _places(
    code: str, at: int, end: int, facts: dict[Part, Value], spans: dict[Part, Span], faults: list[Fault]
) -> int:
    """One `[a, b]`, or several in brackets of their own; answers where they end."""
    if not code.startswith("[", at):
        reason = "An annotation's place is missing: OnlineWardleyMaps leaves it out."
        faults.append(Fault(at, end, reason, "Listed, without a place on the map.", broken=True))
        return at
    inner = _next(code, at + 1, end)
    if not code.startswith("[", inner):
        bracket = place_at(code, at, PLACE)
        facts[Part.PLACES], spans[Part.PLACES] = bracket.values, bracket.span
        faults.extend(bracket.faults)
        return bracket.span[1]
    values: list[float] = []
    last = inner
    while code.startswith("[", inner) and len(values) < 2 * _MOST_PLACES:
        bracket = place_at(code, inner, PLACE)
        values.extend(bracket.values)
        faults.extend(bracket.faults)
        last = bracket.span[1]
        inner = _next(code, last, end)
        inner = _next(code, inner + 1, end) if code.startswith(",", inner) else inner
    closed = code.startswith("]", inner)
    if not closed:
        faults.append(Fault(at, last, "The brackets round the places are not closed.", "Taken as if they were."))
    facts[Part.PLACES], spans[Part.PLACES] = tuple(values), (at, inner + 1 if closed else last)
    return inner + 1 if closed else last


def accelerator(code: str, word: str, start: int) -> Statement:
    after, end = start + len(word), len(code.rstrip())
    first = _next(code, after, end)
    close = closing_quote(code, first) if code.startswith('"', first) else -1
    opening = numeric_bracket(code, close + 1 if close >= 0 else first)
    name = code[first : opening if opening >= 0 else end].rstrip()
    facts: dict[Part, Value] = {Part.KEYWORD: word, Part.NAME: one_line(unquoted(name)), Part.PLACE: PLACE}
    spans: dict[Part, Span] = {Part.KEYWORD: (start, after), Part.NAME: (first, first + len(name))}
    faults: tuple[Fault, ...] = ()
    if opening >= 0:
        bracket = place_at(code, opening, PLACE)
        facts[Part.PLACE], spans[Part.PLACE] = bracket.values, bracket.span
        faults = (*bracket.faults, *_ignored(code, bracket.span[1], end))
    return Statement(Role.ACCELERATOR, facts, spans, start, end, faults)


def attitude(code: str, word: str, start: int) -> Statement:
    """Two corners; older maps give one corner, a width and a height."""
    after, end = start + len(word), len(code.rstrip())
    default = (0.9, 0.1, 0.8, 0.2)
    facts: dict[Part, Value] = {Part.KEYWORD: word, Part.CORNERS: default}
    spans: dict[Part, Span] = {Part.KEYWORD: (start, after)}
    faults: list[Fault] = []
    found = _PAIR.search(code, after, end)
    numbers = numbers_in(found[1][:400]) if found else ()
    if found is None or len(numbers) < 2:
        reason = f"“{word}” should be followed by two corners, as in [0.90, 0.10, 0.80, 0.20]."
        faults.append(Fault(start, end, reason, "Put where OnlineWardleyMaps would.", broken=True))
    elif len(numbers) >= 4:
        facts[Part.CORNERS], spans[Part.CORNERS] = _corners(numbers[:4], found.span(), faults), found.span()
        faults.extend(_ignored(code, found.end(), end))
    else:
        facts[Part.CORNERS], spans[Part.CORNERS] = _with_size(code, numbers, (found.start(), end), faults)
    return Statement(Role.ATTITUDE, facts, spans, start, end, tuple(faults))


def _with_size(code: str, corner: tuple[float, ...], span: Span, faults: list[Fault]) -> tuple[Value, Span]:
    sizes = numbers_in(code[code.find("]", span[0]) + 1 : span[1]][:200])
    wide, high = sizes[:2] if len(sizes) >= 2 else (0.1, 0.1)
    if wide > 1 or high > 1:
        wide, high = wide / (100 if max(wide, high) <= 100 else 500), high / (100 if max(wide, high) <= 100 else 600)
    corners = (corner[0], corner[1], corner[0] - high, corner[1] + wide)
    reason = "OnlineWardleyMaps no longer reads a width and a height here."
    faults.append(Fault(*span, reason, f"Taken as an area {fraction(wide)} wide and {fraction(high)} high."))
    return _corners(corners, span, faults), span


def _corners(numbers: tuple[float, ...], span: Span, faults: list[Fault]) -> tuple[float, ...]:
    """The top left corner, then the bottom right one."""
    within = [min(1.0, max(0.0, number)) for number in numbers]
    if within != list(numbers):
        faults.append(Fault(*span, "Places lie between 0 and 1.", "Cut off at the edge of the map."))
    top, bottom = max(within[0], within[2]), min(within[0], within[2])
    left, right = min(within[1], within[3]), max(within[1], within[3])
    return (top, left, bottom, right)


def _next(code: str, at: int, end: int) -> int:
    while at < end and code[at].isspace():
        at += 1
    return at


def _last_numeric(code: str, start: int, end: int) -> int:
    """Where a note's position opens: the last bracket that holds more than a footnote's number, and is no label's."""
    label = code.rfind("label", start, end)
    if label >= 0 and code[label + 5 : end].lstrip().startswith("[") and "[" in code[start:label]:
        end = label
    opening = code.rfind("[", start, end)
    is_place = opening >= 0 and any(sign in code[opening:end] for sign in ",.")
    return opening if is_place else -1


def _ignored(code: str, start: int, end: int) -> tuple[Fault, ...]:
    """What follows where nothing should: places of labels are common, and harmless."""
    tail = tail_of(code, start, end)
    if not tail.faults and not tail.facts and not tail.marks:
        return ()
    text = code[start:end]
    first = start + len(text) - len(text.lstrip())
    reason = f"“{text.strip()[:80]}” says nothing here that OnlineWardleyMaps reads."
    return (Fault(first, end, reason, "Kept in the text, not shown on the map."),)
