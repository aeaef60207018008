"""Which record each statement of a source speaks of, as its lines remember."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from mapper.files.owm.binding import COMPONENT_ROLES, settled, telling
from mapper.files.owm.names import Lookup, said
from mapper.files.owm.parts import says
from mapper.files.owm.statement import SETTINGS, Part, Role, Statement, words
from mapper.files.owm.walking import Sight, walk
from mapper.model import Component, Document, Id
from mapper.model.source import SourceLine


class Claim(NamedTuple):
    """A statement and the record that it speaks of."""

    statement: Statement
    id: Id


def claims_of(line: SourceLine, sight: Sight) -> tuple[Claim, ...]:
    """The statements of a line that speak of a record."""
    statements = sight.line.statements
    if not statements or not (line.id or line.also):
        return ()
    if len(statements) == 1:
        return (Claim(statements[0], line.id),)
    ids = (line.id, *line.also)
    return tuple(Claim(statements[nth], id) for nth, id in zip(telling(sight.line), ids, strict=False) if id)


def name_in_text(component: Component, statement: Statement | None) -> str:
    """What a component will be called in the text: as its line says now if that is still right."""
    if statement is not None:
        there = words(statement.facts, Part.NAME)
        if says(Role.COMPONENT, Part.NAME, there, component.name):
            return there
    return said(component.name)


def names_in(document: Document, claims: Iterable[tuple[Id, Statement | None]]) -> Lookup:
    """Whom the names of a text mean, given its components' lines in order."""
    components = document.components
    named = [(name_in_text(components[id], statement), id) for id, statement in claims if id in components]
    return _lookup(named)


class _LastLookup:
    """The same names are the same object, so that who remembers a finding sees that nothing has changed."""

    def __init__(self) -> None:
        self._last: tuple[list[tuple[str, Id]], Lookup] = ([], Lookup())

    def __call__(self, named: list[tuple[str, Id]]) -> Lookup:
        if named != self._last[0]:
            self._last = (named, Lookup(named))
        return self._last[1]


_lookup = _LastLookup()


def meant(claim: Claim, document: Document, names: Lookup) -> Claim:
    """The claim in the sense in which its line was read: a line that begins with a keyword can be a link."""
    statement = claim.statement
    other = statement.otherwise
    if other is None:
        return claim
    if other.role is Role.LINK:
        return Claim(other, claim.id) if claim.id in document.links else claim
    return Claim(other, claim.id) if names.find(words(other.facts, Part.NAME)) == claim.id else claim


class Told(NamedTuple):
    """What the lines of a text say: of which records, and of the map (by role, with the index of the line)."""

    sights: list[Sight]
    claims: list[tuple[Claim, ...]]
    settings: dict[Role, tuple[int, Statement]]
    names: Lookup


def told(document: Document, lines: Sequence[SourceLine]) -> Told:
    """What lines say that remember which records of a document they speak of."""
    sights = walk(line.good or line.text for line in lines).sights
    claims = [claims_of(line, sight) for line, sight in zip(lines, sights, strict=True)]
    names = names_in(document, [(claim.id, claim.statement) for claim in chain(*claims) if is_component(claim)])
    meanings = [tuple([meant(claim, document, names) for claim in each]) if each else () for each in claims]
    return Told(sights, meanings, settings_in(sights, names), names)


def settings_in(sights: Iterable[Sight], names: Lookup) -> dict[Role, tuple[int, Statement]]:
    """Which line counts where several say the same of the map: the last, but of titles the first; no broken one."""
    found: dict[Role, tuple[int, Statement]] = {}
    for at, sight in enumerate(sights):
        for statement in sight.line.statements:
            role = statement.role
            is_sound = role in SETTINGS and not any(fault.broken for fault in statement.faults)
            if is_sound and settled(statement, names) is statement:
                found[role] = found[role] if role is Role.TITLE and role in found else (at, statement)
    return found


def is_component(claim: Claim) -> bool:
    return claim.statement.role in COMPONENT_ROLES
