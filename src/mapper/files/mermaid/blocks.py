"""Where in a text of Mermaid the map is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mapper.files.diary import lines_of

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


def diagram_of(text: str, first: int = 1) -> Diagram | None:
    """The map that a text from line `first` of a file on is, if that is what it is: nothing but comments and settings
    stands before its word."""
    lines = lines_of(text)
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
