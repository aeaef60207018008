"""Ids for what is read from text: the same text always gives the same ids, and a person can read them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from mapper.model import Id

_LONGEST = 60
_NOT_PLAIN = re.compile(r"[\W_]+")


def slug(text: str) -> str:
    """A text as the beginning of an id: lower case, words joined by hyphens, any script; `unnamed` if nothing is left."""
    folded = text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()
    joined = _NOT_PLAIN.sub("-", folded[: 4 * _LONGEST]).strip("-")
    return (joined if len(joined) <= _LONGEST else joined[:_LONGEST].rstrip("-")) or "unnamed"


class Ids:
    """Hands out ids, none of them twice: the second `tea` is `tea-2`."""

    def __init__(self, taken: Iterable[Id] = ()) -> None:
        self._taken = set(taken)
        self._times: dict[Id, int] = {}

    def take(self, *words: str) -> Id:
        """A fresh id that says these words, joined by hyphens."""
        return self._first_free(Id("-".join(map(slug, words))))

    def join(self, source: Id, target: Id) -> Id:
        """A fresh id for what joins two records: `tea-cup`."""
        return self._first_free(Id(f"{source[:_LONGEST]}-{target[:_LONGEST]}"))

    def _first_free(self, base: Id) -> Id:
        id = base
        while id in self._taken:
            times = self._times[base] = self._times.get(base, 1) + 1
            id = Id(f"{base}-{times}")
        self._taken.add(id)
        return id
