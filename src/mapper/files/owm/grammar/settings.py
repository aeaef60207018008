"""Lines about the map as a whole, and the smaller statements about components."""

from __future__ import annotations

import re

from mapper.files.owm.grammar.places import place_at
from mapper.files.owm.spelling import numbers_in, one_line, unquoted
from mapper.files.owm.statement import Fault, Part, Role, Span, Statement, Value
from mapper.files.owm.words import PLACE, STYLES
from mapper.model import Stages

ARROW = "->"
_LARGEST = 100_000


def title(code: str, word: str, start: int) -> Statement:
    statement = _text(Role.TITLE, code, word, start)
    if statement.facts[Part.TEXT]:
        return statement
    fault = Fault(start, statement.end, "The title is missing.", "The title stays as it was.", broken=True)
    return statement._replace(faults=(fault,))


def style(code: str, word: str, start: int) -> Statement:
    statement = _text(Role.STYLE, code, word, start)
    name = str(statement.facts[Part.TEXT])
    if name in STYLES:
        return statement._replace(facts={Part.TEXT: STYLES[name].value})
    reason = f"OnlineWardleyMaps knows the styles {', '.join(STYLES)}."
    fault = Fault(start, statement.end, reason, "The style was left out.", broken=True)
    return statement._replace(facts={Part.TEXT: ""}, faults=(fault,))


def size(code: str, word: str, start: int) -> Statement:
    end = len(code.rstrip())
    opening, close = code.find("[", start), code.find("]", start)
    numbers = numbers_in(code[opening:close][:200]) if 0 <= opening < close else ()
    if len(numbers) == 2 and all(0 <= number <= _LARGEST for number in numbers):
        values = tuple(float(round(number)) for number in numbers)
        spans = {Part.KEYWORD: (start, start + len(word)), Part.PLACE: (opening, close + 1)}
        return Statement(Role.SIZE, {Part.PLACE: values}, spans, start, end)
    fault = Fault(start, end, "A size is two numbers of pixels, as in size [800, 600].", "Left out.", broken=True)
    return Statement(Role.SIZE, {Part.PLACE: (0.0, 0.0)}, {}, start, end, (fault,))


def evolution(code: str, word: str, start: int) -> Statement:
    """What the four stages are called, or that the axis is hidden."""
    after, end = start + len(word), len(code.rstrip())
    text = code[after:end].strip()
    if text.startswith("--hide"):
        return Statement(Role.HIDE_EVOLUTION, {}, {Part.KEYWORD: (start, after)}, start, end)
    first = end - len(text)
    pieces = [one_line(piece) for piece in text.split(ARROW)]
    usual = Stages.model_fields["names"].default
    facts: dict[Part, Value] = {Part.TEXT: ARROW.join([*pieces[:4], *usual[len(pieces) :]])}
    spans: dict[Part, Span] = {Part.KEYWORD: (start, after), Part.TEXT: (first, end)}
    faults: tuple[Fault, ...] = ()
    if len(pieces) != 4:
        reason = "There should be four names of stages, as in evolution Genesis->Custom->Product->Commodity."
        done = "The stages that it does not name keep their names." if len(pieces) < 4 else "The first four count."
        faults = (Fault(first, end, reason, done, broken=len(pieces) < 2),)
    return Statement(Role.EVOLUTION, facts, spans, start, end, faults)


def value_chain(code: str, word: str, start: int) -> Statement:
    end = len(code.rstrip())
    spans = {Part.KEYWORD: (start, start + len(word))}
    if code[start + len(word) : end].strip().startswith("--hide"):
        return Statement(Role.HIDE_VALUE_CHAIN, {}, spans, start, end)
    fault = Fault(start, end, "“valuechain” is followed by --hide and nothing else.", "Left out.", broken=True)
    return Statement(Role.HIDE_VALUE_CHAIN, {}, {}, start, end, (fault,))


def y_axis(code: str, word: str, start: int) -> Statement:
    """`y-axis LABEL->BOTTOM->TOP`, which OnlineWardleyMaps read until 2022."""
    after, end = start + len(word), len(code.rstrip())
    text = code[after:end].strip()
    first = end - len(text)
    pieces = [one_line(piece) for piece in re.split(r"->|\|", text)]
    facts: dict[Part, Value] = {Part.TEXT: ARROW.join([*pieces, "", ""][:3])}
    reason = "OnlineWardleyMaps no longer reads y-axis; this program does."
    fault = Fault(start, after, reason, "The names are shown beside the axis.")
    spans: dict[Part, Span] = {Part.KEYWORD: (start, after), Part.TEXT: (first, end)}
    return Statement(Role.Y_AXIS, facts, spans, start, end, (fault,))


def annotations_at(code: str, word: str, start: int) -> Statement:
    """Where the box stands that lists the annotations."""
    end = len(code.rstrip())
    opening = code.find("[", start)
    if opening < 0:
        fault = Fault(start, end, "The place of the annotations is missing.", "Left out.", broken=True)
        return Statement(Role.ANNOTATIONS_AT, {Part.PLACE: PLACE}, {}, start, end, (fault,))
    bracket = place_at(code, opening, PLACE)
    spans = {Part.KEYWORD: (start, start + len(word)), Part.PLACE: bracket.span}
    return Statement(Role.ANNOTATIONS_AT, {Part.PLACE: bracket.values}, spans, start, end, bracket.faults)


def method(code: str, word: str, start: int) -> Statement:
    """`build NAME`, `buy NAME`, `outsource NAME`: how a component is got."""
    after, end = start + len(word), len(code.rstrip())
    text = code[after:end].strip()
    facts: dict[Part, Value] = {Part.KEYWORD: word, Part.NAME: one_line(unquoted(text))}
    spans: dict[Part, Span] = {Part.KEYWORD: (start, after), Part.NAME: (end - len(text), end)}
    return Statement(Role.METHOD, facts, spans, start, end)


def url(code: str, word: str, start: int) -> Statement:
    """`url REF [ADDRESS]`: what `url(REF)` in a submap's line stands for."""
    after, end = start + len(word), len(code.rstrip())
    opening = code.find("[", after)
    close = code.rfind("]", after, end)
    if not 0 <= opening < close:
        fault = Fault(start, end, "An address stands in brackets, as in url home [example.org].", "Left out.", True)
        return Statement(Role.ADDRESS, {Part.NAME: "", Part.TEXT: ""}, {}, start, end, (fault,))
    facts: dict[Part, Value] = {
        Part.NAME: one_line(code[after:opening]),
        Part.TEXT: one_line(code[opening + 1 : close]),
    }
    spans: dict[Part, Span] = {Part.KEYWORD: (start, after), Part.TEXT: (opening, close + 1)}
    return Statement(Role.ADDRESS, facts, spans, start, end)


def _text(role: Role, code: str, word: str, start: int) -> Statement:
    after, end = start + len(word), len(code.rstrip())
    text = code[after:end].strip()
    spans: dict[Part, Span] = {Part.KEYWORD: (start, after), Part.TEXT: (end - len(text), end)}
    return Statement(role, {Part.TEXT: one_line(text)}, spans, start, end)
