"""Components by the names that a table calls them."""

from __future__ import annotations

from mapper.model import Id


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


class Names:
    """Finds components by name: exactly if there is one, else whatever its capitals and blanks."""

    def __init__(self) -> None:
        self._exactly: dict[str, Id] = {}
        self._folded: dict[str, Id] = {}

    def add(self, name: str, id: Id) -> bool:
        """Take a name. Answers whether there was one already, which then remains the one that is found."""
        was_there = name in self._exactly
        self._exactly.setdefault(name, id)
        self._folded.setdefault(_folded(name), id)
        return was_there

    def find(self, name: str) -> Id | None:
        """The component of a name; the first if several have it."""
        return self._exactly.get(name) or self._folded.get(_folded(name))
