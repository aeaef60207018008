"""What was found to be in order, remembered for as long as nothing that was looked at has changed."""

from __future__ import annotations

from collections.abc import Hashable

_MOST = 200_000


class InOrder:
    """Findings by key, each with what it came from: all of that is immutable."""

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[object, ...]] = {}

    def still(self, key: Hashable, *objects: object) -> bool:
        """Whether such objects were found in order. That they are the very same, as most are, is quickly seen."""
        return self._known.get(key) == objects

    def learn(self, key: Hashable, *objects: object) -> None:
        """They are in order; what else was known of the key is forgotten."""
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[key] = objects
