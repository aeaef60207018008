"""Reading files of earlier versions of the format: one dated step from each version to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

Raw = Mapping[str, object]
"""A file as plain JSON."""


@dataclass(frozen=True, slots=True)
class Migration:
    """How a file of `version` becomes one of the next version; `step` leaves its argument alone."""

    on: date
    version: int
    step: Callable[[Raw], Raw]


MIGRATIONS: tuple[Migration, ...] = (
    # Version 2 adds accelerators, attitudes, the author's look and the source text; what version 1 has stays as it is.
    Migration(date(2026, 11, 23), 1, lambda raw: raw),
    # Version 3 adds types of components, constraints, locks, what notes point at, steps of presenting, a day and a scope.
    Migration(date(2026, 11, 23), 2, lambda raw: raw),
)


def migrated(raw: Raw, migrations: Sequence[Migration]) -> Raw:
    """The file after every step that starts from its version, and from the versions that these lead to."""
    for migration in migrations:
        if raw.get("version") == migration.version:
            raw = {**migration.step(raw), "version": migration.version + 1}
    return raw
