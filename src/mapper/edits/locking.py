"""Edits that lock what stands on the map, and unlock it."""

from __future__ import annotations

from collections.abc import Iterable

from mapper.model import Document, Id

LOCKABLE = ("components", "notes", "annotations", "accelerators", "attitudes")


def is_locked(document: Document, id: Id) -> bool:
    """Whether something stays where and as it is until it is unlocked. What cannot be locked is not."""
    return any(id in (table := getattr(document, name)) and table[id].locked for name in LOCKABLE)


def lockable(document: Document, ids: Iterable[Id]) -> list[Id]:
    """Those that stand on the map by themselves, as links and contracts do not."""
    return [id for id in ids if any(id in getattr(document, name) for name in LOCKABLE)]


def set_locked(document: Document, ids: Iterable[Id], locked: bool) -> Document:
    """Lock things, or unlock them."""
    wanted = frozenset(ids)
    for name in LOCKABLE:
        table = getattr(document, name)
        document = document.put(name, [table[id].but(locked=locked) for id in wanted & table.keys()])
    return document
