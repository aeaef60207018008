"""What differs between two documents, found by identity."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import compress
from operator import is_not

from mapper.model.document import MAP_TABLES, Document
from mapper.model.values import Id, Record


def changed_ids(before: Document, after: Document) -> set[Id]:
    """The ids of what stands on the map, contracts included, that was added, replaced or removed."""
    changed = {id for table in MAP_TABLES for id in _changed(getattr(before, table), getattr(after, table))}
    return changed | _changed(before.contracts, after.contracts)


def _changed(before: Mapping[Id, Record], after: Mapping[Id, Record]) -> set[Id]:
    if before is after:
        return set()
    if list(before) == list(after):  # by far the most frequent, and the quickest to find
        return set(compress(after, map(is_not, before.values(), after.values())))
    return {id for id, record in after.items() if before.get(id) is not record} | (before.keys() - after.keys())
