"""What to say when a field does not accept what was written."""

from __future__ import annotations

from pydantic import ValidationError

from mapper.ui.panels.forms.field import Field

_SENTENCES = {
    "string_too_long": "This is too long.",
    "string_pattern_mismatch": "This holds characters that cannot be kept.",
    "greater_than_equal": "This must be at least {ge}.",
    "less_than_equal": "This must be at most {le}.",
    "decimal_max_places": "Write no more than two decimals.",
    "decimal_max_digits": "This number is too large.",
    "decimal_whole_digits": "This number is too large.",
}


def sentence(field: Field, error: ValueError) -> str:
    """One clear sentence for the user."""
    if field.problem:
        return field.problem
    if not isinstance(error, ValidationError):
        return _ended(str(error))
    first = error.errors(include_url=False)[0]
    pattern = _SENTENCES.get(first["type"])
    return pattern.format(**first.get("ctx", {})) if pattern else _ended(first["msg"].removeprefix("Value error, "))


def _ended(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith(".") else f"{text}."
