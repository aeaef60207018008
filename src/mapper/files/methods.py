"""How other programs call the ways in which a component is obtained."""

from __future__ import annotations

from mapper.model import Method

_METHODS = {
    "build": Method.BUILD,
    "in house": Method.BUILD,
    "in-house": Method.BUILD,
    "rent": Method.RENT,
    "buy": Method.RENT,
    "purchase": Method.RENT,
    "use": Method.USE,
    "outsource": Method.USE,
    "outsourced": Method.USE,
    "utility": Method.USE,
}


def method_of(word: str) -> Method | None:
    """The method that a word means, in whatever case; None if it means none."""
    return _METHODS.get(" ".join(word.replace("_", " ").split()).casefold())
