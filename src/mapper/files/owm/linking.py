"""Statements become links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mapper.files.owm import facts
from mapper.files.owm.binding import Binder, Bound
from mapper.files.owm.facts import Fields
from mapper.files.owm.ledger import Ledger, altered
from mapper.files.owm.statement import Part, words
from mapper.model import Component, Id, Link

_SOURCE, _TARGET = Part.SOURCE, Part.TARGET
_ENDS = 2
"""How many parts a link has that says nothing but its ends, as most do."""


class Linker:
    """Joins components by name. `unresolved` counts the links that lead nowhere."""

    def __init__(
        self, ledger: Ledger, binder: Binder, components: Mapping[Id, Component], previous: Mapping[Id, Link]
    ) -> None:
        self.unresolved = 0
        self._ledger = ledger
        self._binder = binder
        self._components = components
        self._previous = previous

    def link(self, bound: Bound, links: dict[Id, Link | Fields]) -> None:
        """Put the link that a statement says among the links, if its names lead anywhere; of a new one its fields."""
        said = bound.statement.facts
        find = self._binder.names.find
        source, target = find(words(said, _SOURCE)), find(words(said, _TARGET))
        before = self._before(bound) if bound.hint.before else None
        if before is not None and bound.hint.stands and (source, target) == (before.source, before.target):
            self._ledger.speak(bound, before.id)
            links[before.id] = before
            return
        if before is not None and (bound.hint.stands or source is None or target is None):
            self._keep_ends(bound, before, (source, target))
            source, target = before.source, before.target
        if source is None or target is None or source == target:
            self._unresolved(bound, source, target)
            return
        id = before.id if before is not None else self._binder.fresh(source, target)
        self._ledger.speak(bound, id)
        if before is not None:
            news = self._ledger.news(bound, id, facts.link_fields)
            links[id] = altered(before, {"source": source, "target": target, **news})
        elif len(said) == _ENDS:
            links[id] = {"id": id, "source": source, "target": target}
        else:
            news = self._ledger.news(bound, id, facts.link_fields)
            links[id] = {"id": id, "source": source, "target": target, **news}

    def _before(self, bound: Bound) -> Link | None:
        """The link that the line spoke of before, if what it joins is still there."""
        before = self._previous.get(self._binder.known(bound))
        return before if before is not None and {before.source, before.target} <= self._components.keys() else None

    def _keep_ends(self, bound: Bound, before: Link, found: tuple[Id | None, Id | None]) -> None:
        """A link joins what it joined before, whatever its names mean for the moment."""
        if found == (before.source, before.target):
            return
        self._ledger.kept.add(bound.at)
        if not bound.hint.stands:
            self._unknown_ends(bound, found, "The link stays as it was.")

    def _unresolved(self, bound: Bound, source: Id | None, target: Id | None) -> None:
        self.unresolved += 1
        said = bound.statement.facts
        if bound.statement.faults and bound.statement.faults[0].broken:
            return
        if source == target and source is not None:
            reason = f"“{words(said, Part.SOURCE)[:80]}” cannot need itself."
            self._ledger.fault(bound, Part.FLOW, reason, "Kept in the text, not shown.")
            return
        self._unknown_ends(bound, (source, target), "The link was kept in the text and is not shown.")

    def _unknown_ends(self, bound: Bound, ends: Sequence[Id | None], done: str) -> None:
        for part, end in zip((Part.SOURCE, Part.TARGET), ends, strict=True):
            if end is None:
                self._ledger.unknown(bound, part, done)
