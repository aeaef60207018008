"""Blocks of code in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_FENCE = re.compile(r"[ \t]*(?:>[ \t]*)*(`{3,}|~{3,}|:{3,})[ \t]*\{?[ \t]*([\w.+-]*)")

_MARKS = ("```", "~~~", ":::")


class Block(NamedTuple):
    """`text` is what stands between the fences, from line `first` of the file on; `language` is what the fence names."""

    language: str
    first: int
    text: str


def blocks(text: str) -> tuple[Block, ...]:
    """Every fenced block of a text, in order. One that is not closed goes on to the end."""
    return tuple(_blocks(text.split("\n"))) if any(mark in text for mark in _MARKS) else ()


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    first, fence, language = 0, "", ""
    for at, line in enumerate(lines):
        opening = _FENCE.match(line)
        if opening and not fence:
            first, fence, language = at + 1, opening[1], opening[2].lower()
        elif opening and fence and opening[1].startswith(fence) and not line[opening.end() :].strip():
            yield Block(language, first + 1, _joined(lines[first:at]))
            fence = ""
    if fence:
        yield Block(language, first + 1, "\n".join(lines[first:]))


def _joined(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
