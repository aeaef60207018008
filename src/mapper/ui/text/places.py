"""Places in a line: Qt counts in units of UTF-16, everybody else in characters."""

from __future__ import annotations


def units(text: str, characters: int) -> int:
    """Where the character of this number begins, in units of UTF-16."""
    head = text[:characters]
    return len(head) if head.isascii() else len(head.encode("utf-16-le", "surrogatepass")) // 2


def characters(text: str, units: int) -> int:
    """How many whole characters lie before a place given in units of UTF-16."""
    if text.isascii():
        return units
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))
