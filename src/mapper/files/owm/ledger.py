"""What was found out about each line while it was read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from mapper.files.owm.binding import Bound
from mapper.files.owm.facts import Fields
from mapper.files.owm.hints import NO_HINT
from mapper.files.owm.statement import Fault, Part, Value, words
from mapper.model import Id
from mapper.model.values import Frozen

Known = TypeVar("Known", bound=Frozen)
Reader = Callable[[Mapping[Part, Value]], Fields]


class Ledger:
    """`spoken` tells which record each statement speaks of, by the index of its line and its own in the line.

    `faults` is what is wrong, by the index of the line; `kept` are lines that make no sense for the moment.
    """

    def __init__(self, *, is_carried_on: bool) -> None:
        self.spoken: dict[tuple[int, int], Id] = {}
        self.kept: set[int] = set()
        self.faults: dict[int, list[Fault]] = {}
        self._is_carried_on = is_carried_on

    def fault(self, bound: Bound, part: Part, reason: str, done: str) -> None:
        """Something is wrong with a part of a statement, or with all of it if it lacks that part."""
        start, end = bound.statement.spans.get(part, (bound.statement.start, bound.statement.end))
        self.faults.setdefault(bound.at, []).append(Fault(start, end, reason, done))

    def unknown(self, bound: Bound, part: Part, done: str) -> None:
        """A name that means nothing on the map."""
        name = words(bound.statement.facts, part)[:80]
        if name:
            self.fault(bound, part, f"Nothing on the map is called “{name}”.", done)

    def speak(self, bound: Bound, id: Id) -> None:
        """A statement speaks of a record."""
        self.spoken[bound.at, bound.nth] = id

    def news(self, bound: Bound, id: Id, reader: Reader) -> Fields:
        """What a statement says that its line did not say before."""
        if bound.hint is NO_HINT or not self._is_carried_on:
            return reader(bound.statement.facts)
        before = bound.hint.said(bound.statement.role, id)
        if before is None:
            return reader(bound.statement.facts)
        if bound.hint.stands:
            return {}
        if any(fault.broken for fault in bound.statement.faults):
            self.kept.add(bound.at)
            return {}
        old, new = reader(before.facts), reader(bound.statement.facts)
        return {field: value for field, value in new.items() if field not in old or old[field] != value}


def altered(base: Known, news: Fields) -> Known:
    """A record with news; if it says so already, this very record: whoever follows it looks at no more than that."""
    if not news:
        return base
    return base.but(**news) if any(getattr(base, field) != value for field, value in news.items()) else base
