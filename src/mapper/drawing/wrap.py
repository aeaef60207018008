"""Breaking a text into lines."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from mapper.drawing.metrics import Typeface, text_width, typeface_in_use

SHORT = 4.6
"""Names narrower than so many ems stay on one line."""
MANY_WORDS = 12
"""A name of more words is broken greedily: trying every way would take too long."""
WIDEST = 20.0
"""A word wider than so many ems is broken, and a name wider than `most` such lines is cut short on the map."""
_LONG = 6.0
"""A word wider than so many ems may go on in another line after a stroke or a hyphen."""
_SMALL_WORDS = "& + / - – — a an and at by for from in is of on or the to via vs with"
_SMALL = frozenset(_SMALL_WORDS.split())
_AFTER_SMALL, _IN_BRACKETS, _IN_WORD = 1.5, 1.0, 3.0
"""What a line that ends in a small word costs, in ems that its widest line could be wider instead; likewise a break
between brackets, and one within a word."""
_JOINT = re.compile(r"(?<=\w{3}[/–-])(?=\w{3})")


def ways_to_wrap(name: str, size: float, weight: int, most: int = 3) -> tuple[tuple[str, ...], ...]:
    """The name on one line, then in the most even way on two, and on three.

    What is too long to be a label at all comes in one way only, cut short if need be and ending in “…”.
    """
    return _ways(name, size, weight, most, typeface_in_use())


@lru_cache(maxsize=8192)
def _ways(name: str, size: float, weight: int, most: int, _: Typeface) -> tuple[tuple[str, ...], ...]:
    """What the typeface in use makes of a name: it is named here so that another's is not remembered for it."""
    words = name.split()
    if text_width(name, size, weight) > most * WIDEST * size or any(_is_too_wide(word, size, weight) for word in words):
        return (_cut_short(words, size, weight, most),)
    ways: list[tuple[str, ...]] = [(" ".join(words),)]
    if text_width(name, size, weight) < SHORT * size:
        return tuple(ways)
    parts = [part for word in words for part in _parts(word, size, weight)]
    for lines in range(2, min(most, len(parts)) + 1):
        ways.append(_evenly(parts, lines, size, weight))
    return tuple(ways)


def _parts(word: str, size: float, weight: int) -> list[str]:
    """What may stand in different lines: a word with the space after it, a long one with strokes or hyphens in parts."""
    if text_width(word, size, weight) < _LONG * size:
        return [f"{word} "]
    return _JOINT.split(f"{word} ")


def _is_too_wide(word: str, size: float, weight: int) -> bool:
    return text_width(word, size, weight) > WIDEST * size


def _cut_short(words: list[str], size: float, weight: int, most: int) -> tuple[str, ...]:
    pieces = " ".join(piece for word in words for piece in _pieces(word, size, weight))
    lines = wrapped(pieces, WIDEST * size, size, weight)
    return tuple(lines) if len(lines) <= most else (*lines[: most - 1], f"{lines[most - 1]}…")


def _pieces(word: str, size: float, weight: int) -> Iterator[str]:
    """A word in parts that are each narrow enough for a line."""
    while _is_too_wide(word, size, weight):
        length = max(1, bisect(range(1, len(word)), WIDEST * size, key=lambda n: text_width(word[:n], size, weight)))
        yield word[:length]
        word = word[length:]
    yield word


def _evenly(parts: list[str], lines: int, size: float, weight: int) -> tuple[str, ...]:
    """The way to so many lines whose widest is narrowest, but for what it costs to break at an odd place."""
    if len(parts) > MANY_WORDS:
        whole = "".join(parts).strip()
        return tuple(wrapped(whole, text_width(whole, size, weight) / lines * 1.15, size, weight))
    odd = _oddities(parts)
    cuts = combinations(range(1, len(parts)), lines - 1)

    def cost(cut: tuple[int, ...]) -> float:
        widest = max(text_width(line, size, weight) for line in _lines(parts, cut))
        return widest + size * sum(odd[at - 1] for at in cut)

    return _lines(parts, min(cuts, key=cost))


def _lines(parts: list[str], cut: tuple[int, ...]) -> tuple[str, ...]:
    return tuple("".join(parts[start:end]).strip() for start, end in zip((0, *cut), (*cut, len(parts)), strict=True))


def _oddities(parts: list[str]) -> list[float]:
    """What a break after each part costs, in ems."""
    found, depth = [], 0
    for part in parts:
        depth += part.count("(") - part.count(")")
        small = part.strip().lower() in _SMALL
        within = not part.endswith(" ")
        found.append(_AFTER_SMALL * small + _IN_BRACKETS * (depth > 0) + _IN_WORD * within)
    return found


def wrapped(text: str, width: float, size: float, weight: int = 400) -> list[str]:
    """The text in lines no wider than `width`; its own line breaks stay, and a longer word stands alone."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if line and text_width(longer, size, weight) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return lines
