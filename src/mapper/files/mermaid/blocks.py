"""The Wardley maps in a Mermaid file, or in the fenced blocks of a Markdown file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mapper.files.diary import lines_of
from mapper.files.fences import blocks

_WARDLEY = re.compile(r"\s*(?:wardley-beta\b|wardley\s*$)")


@dataclass(frozen=True, slots=True)
class Diagram:
    """`lines` begin at line `first` of the file, after the word that says what diagram it is.

    `settings` are the lines of the front matter, which stand before that word.
    """

    lines: tuple[str, ...]
    first: int
    settings: tuple[str, ...] = ()
    comments: int = 0


def diagrams(text: str) -> tuple[Diagram, ...]:
    """Every Wardley map of a text, in order; none if the text holds none."""
    whole = _diagram(lines_of(text), 1)
    if whole:
        return (whole,)
    fenced = (_diagram(lines_of(block.text), block.first) for block in blocks(text))
    return tuple(diagram for diagram in fenced if diagram)


def _diagram(lines: list[str], first: int) -> Diagram | None:
    """The map that lines are, if that is what they are; nothing but comments and settings stands before its word."""
    at = comments = 0
    settings: tuple[str, ...] = ()
    while at < len(lines):
        line = lines[at].strip()
        if line == "---" and not settings:
            end = next((n for n in range(at + 1, len(lines)) if lines[n].strip() == "---"), len(lines) - 1)
            settings, at = tuple(lines[at + 1 : end]), end
        elif line.startswith("%%{"):
            while "}%%" not in lines[at] and at + 1 < len(lines):
                at += 1
        elif line.startswith("%%"):
            comments += 1
        elif line:
            found = _WARDLEY.match(lines[at])
            rest = " " * found.end() + lines[at][found.end() :] if found else ""
            return Diagram((rest, *lines[at + 1 :]), first + at, settings, comments) if found else None
        at += 1
    return None
