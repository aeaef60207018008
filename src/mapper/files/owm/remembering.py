"""What was found to be in order, remembered for as long as nothing that was looked at has changed."""

from __future__ import annotations

from collections.abc import Hashable

_MOST = 200_000


class InOrder:
    """Findings by key, each with the very objects that it came from: all of them are immutable."""

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[object, ...]] = {}

    def still(self, key: Hashable, *objects: object) -> bool:
        """Whether these very objects were found in order."""
        known = self._known.get(key)
        if known is None or len(known) != len(objects):
            return False
        return all(one is other for one, other in zip(known, objects, strict=True))

    def learn(self, key: Hashable, *objects: object) -> None:
        """They are in order; what else was known of the key is forgotten."""
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[key] = objects
