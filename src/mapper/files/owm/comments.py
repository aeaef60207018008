"""What of a line is code, and what is comment."""

from __future__ import annotations

import re

_OPENING = re.compile(r"(?<!:)//|/\*")
_HASH = re.compile(r"(?:^\s*|(?<=[\])\d]) +)#(?:\s|$|#|[A-Za-z])")


def code_of(line: str, *, within: bool = False) -> tuple[str, bool]:
    """A line with blanks where a comment is, and whether a comment goes on in the next line.

    `within` says that the line begins within a comment. Two slashes after a colon are part of an address.
    """
    if not within and "/" not in line and "#" not in line:
        return line, False
    pieces: list[str] = []
    at = 0
    while True:
        if within:
            end = line.find("*/", at)
            if end < 0:
                return "".join(pieces), True
            pieces.append(" " * (end + 2 - at))
            at, within = end + 2, False
        found = _OPENING.search(line, at)
        if found is None or line.lstrip().startswith("url "):
            return _without_hash("".join(pieces) + line[at:]), False
        pieces.append(line[at : found.start()])
        if found[0] == "//":
            return _without_hash("".join(pieces)), False
        pieces.append("  ")
        at, within = found.end(), True


def _without_hash(code: str) -> str:
    """Its documentation also writes comments after a hash sign: at the beginning of a line, or after its numbers."""
    found = _HASH.search(code) if "#" in code else None
    return code[: found.start()] if found else code
