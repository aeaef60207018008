"""Breaking a text into lines."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from mapper.drawing.metrics import text_width

SHORT = 4.6
"""Names narrower than so many ems stay on one line."""
MANY_WORDS = 12
"""A name of more words is broken greedily: trying every way would take too long."""
WIDEST = 20.0
"""A word wider than so many ems is broken, and a name wider than `most` such lines is cut short on the map."""


@lru_cache(maxsize=8192)
def ways_to_wrap(name: str, size: float, weight: int, most: int = 3) -> tuple[tuple[str, ...], ...]:
    """The name on one line, then in the most even way on two, and on three.

    What is too long to be a label at all comes in one way only, cut short if need be and ending in “…”.
    """
    words = name.split()
    if text_width(name, size, weight) > most * WIDEST * size or any(_is_too_wide(word, size, weight) for word in words):
        return (_cut_short(words, size, weight, most),)
    ways: list[tuple[str, ...]] = [(" ".join(words),)]
    if text_width(name, size, weight) < SHORT * size:
        return tuple(ways)
    for lines in range(2, min(most, len(words)) + 1):
        ways.append(_evenly(words, lines, size, weight))
    return tuple(ways)


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


def _evenly(words: list[str], lines: int, size: float, weight: int) -> tuple[str, ...]:
    if len(words) > MANY_WORDS:
        share = text_width(" ".join(words), size, weight) / lines
        return tuple(wrapped(" ".join(words), share * 1.15, size, weight))
    cuts = combinations(range(1, len(words)), lines - 1)
    ways = (
        tuple(" ".join(words[start:end]) for start, end in zip((0, *cut), (*cut, len(words)), strict=True))
        for cut in cuts
    )
    return min(ways, key=lambda way: max(text_width(line, size, weight) for line in way))


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
