"""Finding a title by some of its letters: “slne” finds “Select what it needs”."""

from __future__ import annotations

from dataclasses import dataclass

FIRST, WORD_START, NEXT, ANY = 9.0, 7.0, 8.0, 1.0
"""What a letter is worth that begins the title or a word, that follows on the letter before, or that does neither."""
FAR = 0.1
"""What each letter that is passed over costs."""


@dataclass(frozen=True, slots=True)
class Match:
    """How well a title fits, the more the better, and which of its letters were meant."""

    worth: float
    places: tuple[int, ...] = ()


def match(wanted: str, title: str) -> Match | None:
    """The best way to find all wanted letters in a title, in this order; None if there is none. Case and blanks do not
    matter."""
    letters = [letter.casefold() for letter in title]
    ways: dict[int, Match] = {-1: Match(0.0)}
    for letter in "".join(wanted.split()).casefold():
        ways = {
            at: max((_step(way, before, at, title) for before, way in ways.items() if before < at), key=_worth)
            for at, here in enumerate(letters)
            if here == letter and min(ways) < at
        }
        if not ways:
            return None
    return max(ways.values(), key=_worth)


def _step(way: Match, before: int, at: int, title: str) -> Match:
    """A way to find some letters, with one more of them at a place."""
    worth = FIRST if at == 0 else WORD_START if not title[at - 1].isalnum() else NEXT if at == before + 1 else ANY
    return Match(way.worth + worth - FAR * (at - before - 1), (*way.places, at))


def _worth(way: Match) -> float:
    return way.worth
