"""Numbers in brackets, also where they are broken."""

from __future__ import annotations

import re
from typing import NamedTuple

from mapper.files.owm.spelling import fraction, numbers_in
from mapper.files.owm.statement import Fault, Span

_DECIMAL_COMMAS = re.compile(r"\s*([01]),(\d{1,20})\s*[,;]\s*([01]),(\d{1,20})\s*")
_NUMERIC = re.compile(r"\[\s*[-+.,\d\]]")


class Bracket(NamedTuple):
    """What stands from one bracket to the next. `values` lie between 0 and 1."""

    values: tuple[float, ...]
    span: Span
    faults: tuple[Fault, ...] = ()


def numeric_bracket(code: str, start: int) -> int:
    """Where the first bracket opens that holds numbers, else the first of all; -1 if there is none."""
    found = _NUMERIC.search(code, start)
    return found.start() if found else code.find("[", start)


def place_at(code: str, at: int, default: tuple[float, ...]) -> Bracket:
    """As many values as `default` has, from the bracket at `at`; one that is missing is taken from there."""
    close = code.find("]", at)
    if close >= 0 and len(default) == 2:
        first, _, second = code[at + 1 : close].partition(",")
        try:
            values = (float(first), float(second))
        except ValueError:
            pass
        else:
            if 0 <= values[0] <= 1 and 0 <= values[1] <= 1 and "_" not in first + second:
                return Bracket(values, (at, close + 1))
    return _repaired(code, at, close, default)


def _repaired(code: str, at: int, close: int, default: tuple[float, ...]) -> Bracket:
    end = close + 1 if close >= 0 else len(code.rstrip())
    span = (at, end)
    inner = code[at + 1 : close if close >= 0 else end]
    commas = _DECIMAL_COMMAS.fullmatch(inner)
    if commas and len(default) == 2:
        pair = (float(f"{commas[1]}.{commas[2]}"), float(f"{commas[3]}.{commas[4]}"))
        return _clamped(pair, span, [Fault(*span, "Numbers here are written with a point, as in 0.5.", _taken(pair))])
    numbers = numbers_in(inner[:400])[: len(default)]
    values = (*numbers, *default[len(numbers) :])
    faults = []
    if close < 0:
        faults.append(Fault(*span, "The bracket is not closed.", _taken(values), broken=True))
    elif len(numbers) < len(default):
        what = "a number" if len(default) == 1 else "two numbers, visibility and evolution,"
        faults.append(Fault(*span, f"There should be {what} between the brackets.", _taken(values), broken=True))
    elif not _is_clean(inner, len(default)):
        faults.append(Fault(*span, "The numbers are not written as [0.50, 0.50].", _taken(values)))
    return _clamped(values, span, faults)


def _is_clean(inner: str, count: int) -> bool:
    """Whether nothing stands between the brackets but numbers and commas."""
    parts = inner.split(",")
    try:
        return len(parts) == count and all(float(part) is not None for part in parts)
    except ValueError:
        return False


def _clamped(values: tuple[float, ...], span: Span, faults: list[Fault]) -> Bracket:
    within = tuple(min(1.0, max(0.0, value)) for value in values)
    if within != values:
        faults.append(Fault(*span, "Places lie between 0 and 1.", _taken(within)))
    return Bracket(within, span, tuple(faults))


def _taken(values: tuple[float, ...]) -> str:
    """What was done: a sentence."""
    return f"Taken as [{', '.join(map(fraction, values))}]."
