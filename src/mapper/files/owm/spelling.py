"""How we write numbers, brackets and quoted texts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mapper.model import clean_name

_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_WORD_GOES_ON = re.compile(r"[\w\\]")
_ESCAPED = {"n": "\n", "r": "\n", "t": "\t"}
LONGEST_NUMBER = 40
_LONGEST_NAME = 500


def one_line(text: str) -> str:
    """A name as the model has it: `clean_name`, faster for the many that are clean already."""
    if text.isprintable() and "  " not in text and len(text) <= _LONGEST_NAME:
        return text.strip()
    return clean_name(text)


def fraction(value: float) -> str:
    """Two to four decimals, as few as say it."""
    text = f"{value:.4f}"
    return text[:-2] if text.endswith("00") else text.removesuffix("0")


def pixels(value: float) -> str:
    """One decimal at most."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def bracket(values: Iterable[float]) -> str:
    return f"[{', '.join(map(fraction, values))}]"


def numbers_in(text: str) -> tuple[float, ...]:
    """Every number in a text, whatever stands between them."""
    return tuple(float(found[:LONGEST_NUMBER]) for found in _NUMBER.findall(text))


def quoted(text: str) -> str:
    """A text between quotation marks, its own ones and its line breaks escaped."""
    return '"' + text.replace('"', '\\"').replace("\n", "\\n") + '"'


def unquoted(text: str) -> str:
    """What a text says without its quotation marks and escapes; a text without them says itself.

    A backslash may be doubled, as it is in maps that were cut out of programs.
    """
    if not text.startswith('"'):
        return text
    inner = text[1:-1] if len(text) > 1 and text.endswith('"') else text[1:]
    return _ESCAPE.sub(lambda found: _ESCAPED.get(found[1], found[1]), inner.replace("\\\\n", "\\n"))


def closing_quote(text: str, start: int) -> int:
    """Where the text that opens with the quotation mark at `start` is closed; -1 if it is not.

    Backslashes may be doubled (see `unquoted`): a mark after two of them closes nothing where a word goes on after it.
    """
    at = start + 1
    while (at := text.find('"', at)) >= 0:
        before = at
        while text[before - 1] == "\\" and before - 1 > start:
            before -= 1
        if before == at or ((at - before) % 2 == 0 and not _WORD_GOES_ON.match(text, at + 1)):
            return at
        at += 1
    return -1
