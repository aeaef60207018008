"""What names mean: exactly as written if something is so called, else whatever differs in case and blanks alone."""

from __future__ import annotations

from mapper.model import Id


class Names:
    """Names of components. The first to have a name keeps it."""

    def __init__(self) -> None:
        self._exact: dict[str, Id] = {}
        self._folded: dict[str, Id] = {}

    def add(self, name: str, id: Id) -> bool:
        """Whether nothing had that name yet."""
        is_new = name not in self._exact
        self._exact.setdefault(name, id)
        self._folded.setdefault(_folded(name), id)
        return is_new

    def find(self, name: str) -> Id | None:
        return self._exact.get(name) or self._folded.get(_folded(name))


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
