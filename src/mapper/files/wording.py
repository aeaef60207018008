"""Where in a file something is wrong, and what should be there, in plain English."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pydantic_core import ErrorDetails

from mapper.model import KINDS

Step = int | str

_ONE_OF = {
    "people": "person",
    "components that meet the need": "component that meets the need",
    "performance measures": "performance measure",
    "lines": "stage line",
    "names": "stage name",
    "covers": "area covered",
    "shared": "shared component",
}
_WORDS = {
    "sro": "senior responsible owner",
    "on": "date",
    "kpis": "performance measures",
    "met_by": "components that meet the need",
    "is_sme": "small or medium-sized enterprise",
}
_NAMED_BY = ("name", "ref", "title", "id", "link", "text")
_LONGEST = 60

_FRACTIONS = {"evolution", "visibility", "lines", "start", "end"}
_PATTERNS = {
    "kind": f"should be one of {', '.join(kind.id for kind in KINDS)}",
    "colour": "should be a colour such as “#3366CC”",
    "currency": "should be three capital letters such as “GBP”",
}
_COMPLAINTS = {
    "missing": "is missing",
    "model_type": "should be a group of fields in braces",
    "tuple_type": "should be a list",
    "too_long": "has too many entries",
    "bool_type": "should be true or false",
    "string_type": "should be text",
    "string_too_short": "should not be empty",
    "string_too_long": "is longer than {max_length} characters",
    "string_pattern_mismatch": "has control characters or more than one line",
    "int_type": "should be a whole number",
    "float_type": "should be a number",
    "finite_number": "should be a number",
    "less_than_equal": "should be at most {le}",
    "greater_than_equal": "should be at least {ge}",
    "enum": "should be {expected}",
    "literal_error": "should be {expected}",
    "value_error": "is wrong: {error}",
}
_NUMBERS = {"float_type", "finite_number", "less_than_equal", "greater_than_equal"}


def sentence(error: ErrorDetails, raw: object) -> str:
    """One thing that is wrong and where: “component “Tea”: evolution should be a number from 0 to 1”."""
    steps = error["loc"]
    if error["type"] == "extra_forbidden":
        return f"{_subject(steps[:-1], raw)} has a field “{_short(str(steps[-1]))}” that this program does not know"
    return f"{_subject(steps, raw)} {_complaint(error)}"


def _subject(steps: Sequence[Step], raw: object) -> str:
    """The place that `steps` lead to in a file, as the beginning of a sentence: “component “Tea”: evolution”."""
    places: list[str] = []
    for step in steps:
        raw = _child(raw, step)
        if isinstance(step, str):
            places.append(_WORDS.get(step, step.replace("_", " ")))
        elif places:
            places[-1] = f"{_ONE_OF.get(places[-1], places[-1].removesuffix('s'))} {_label(raw) or step + 1}"
    if not places:
        return "the file"
    *outer, inner = places
    return f"{', '.join(outer)}: {inner}" if outer else inner


def _complaint(error: ErrorDetails) -> str:
    """What should be there, as the end of a sentence: “should be a number from 0 to 1”."""
    kind = error["type"]
    field = next((step for step in reversed(error["loc"]) if isinstance(step, str)), "")
    if kind in _NUMBERS and field in _FRACTIONS:
        return "should be a number from 0 to 1"
    if kind == "string_pattern_mismatch" and field in _PATTERNS:
        return _PATTERNS[field]
    if kind.startswith("date"):
        return "should be a date such as “2027-04-30”"
    if kind.startswith("decimal"):
        return "should be an amount such as “1250.50”"
    if kind not in _COMPLAINTS:
        return error["msg"].removeprefix("Input ")
    return re.sub(r"'(\w+)'", r"“\1”", _COMPLAINTS[kind].format(**error.get("ctx", {})))


def _child(raw: object, step: Step) -> object:
    """What a step leads to; None where the file has nothing."""
    if isinstance(raw, Mapping):
        return raw.get(step)
    if isinstance(raw, Sequence) and not isinstance(raw, str) and isinstance(step, int) and step < len(raw):
        return raw[step]
    return None


def _label(record: object) -> str | None:
    """What a record calls itself, in quotation marks, short enough for a sentence."""
    if not isinstance(record, Mapping):
        return None
    names = (record.get(key) for key in _NAMED_BY)
    name = next((name for name in names if isinstance(name, str) and name.strip()), None)
    return None if name is None else f"“{_short(name)}”"


def _short(text: str) -> str:
    """A stranger's text, fit to stand in a sentence."""
    shown = "".join(letter if letter.isprintable() else " " for letter in text)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
