"""Which records the lines of a text speak of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mapper.files.ids import Ids
from mapper.files.owm.hints import NO_HINT, NO_ID, Hint
from mapper.files.owm.names import Lookup
from mapper.files.owm.statement import Line, Part, Role, Statement, words
from mapper.files.owm.walking import Sight
from mapper.model import Id

_NAME = Part.NAME
BRACES = frozenset((Role.OPEN, Role.CLOSE))
COMPONENT_ROLES = frozenset((Role.COMPONENT, Role.MEMBER))
TABLES = {
    Role.COMPONENT: "components",
    Role.MEMBER: "components",
    Role.PIPELINE: "pipelines",
    Role.LINK: "links",
    Role.NOTE: "notes",
    Role.ANNOTATION: "annotations",
    Role.ACCELERATOR: "accelerators",
    Role.ATTITUDE: "attitudes",
}
"""Where the records are kept that a line of a role makes; lines of other roles speak of records that others make."""


class Bound(NamedTuple):
    """A statement, the index of its line, its own number in that line, and what is known of the line from before."""

    at: int
    nth: int
    statement: Statement
    hint: Hint = NO_HINT


def telling(line: Line) -> tuple[int, ...]:
    """Which of a line's statements have an id in its record: all but braces that stand beside others."""
    statements = line.statements
    if len(statements) == 1:
        return (0,)
    return tuple(at for at, statement in enumerate(statements) if statement.role not in BRACES)


def ids_by_statement(at: int, line: Line, spoken: Mapping[tuple[int, int], Id]) -> tuple[Id, ...]:
    """The ids that the record of the line at an index holds, without the empty ones at their end."""
    if len(line.statements) == 1:
        return (spoken.get((at, 0), NO_ID),)
    ids = [spoken.get((at, nth), NO_ID) for nth in telling(line)]
    while len(ids) > 1 and not ids[-1]:
        ids.pop()
    return tuple(ids) or (NO_ID,)


def settled(statement: Statement, names: Lookup) -> Statement:
    """The statement, or what else it says if what it then speaks of is there."""
    other = statement.otherwise
    if other is None:
        return statement
    part = Part.SOURCE if other.role is Role.LINK else Part.NAME
    return other if names.find(words(other.facts, part)) else statement


class Binder:
    """Gives every statement that makes a record an id: what it had before, else a fresh one that can be read.

    `meant` are statements that say something else than they seem to, by the index of their line and their own in it.
    """

    def __init__(self, sights: Sequence[Sight], hints: Mapping[int, Hint], ids: Ids) -> None:
        self.names = Lookup()
        self.meant: dict[tuple[int, int], Statement] = {}
        self._components: list[Bound] = []
        self._others: list[Bound] = []
        new, get = tuple.__new__, hints.get  # twice as quick as Bound(…)
        for at, sight in enumerate(sights):
            for nth, statement in enumerate(sight.line.statements):
                kin = self._components if statement.role in COMPONENT_ROLES else self._others
                kin.append(new(Bound, (at, nth, statement, get(at, NO_HINT))))
        self._ids = ids
        self._used: set[Id] = set()

    def components(self) -> list[tuple[Bound, Id]]:
        """Every component of the text. All else speaks of them by name, also further up."""
        found = []
        for bound in self._components:
            name = words(bound.statement.facts, _NAME)
            id = self.own(bound, name)
            self.names.add(name, id)
            found.append((bound, id))
        return found

    def others(self) -> list[Bound]:
        """Every other statement, in the sense in which the names on the map make it."""
        found = []
        for bound in self._others:
            statement = bound.statement
            meaning = settled(statement, self.names) if statement.otherwise is not None else statement
            if meaning is not statement:
                self.meant[bound.at, bound.nth] = meaning
                bound = bound._replace(statement=meaning)
            found.append(bound)
        return found

    def own(self, bound: Bound, *words: str) -> Id:
        """The id of what a statement makes."""
        return (bound.hint.before and self.known(bound)) or self._ids.take(*words)

    def fresh(self, source: Id, target: Id) -> Id:
        """An id that nothing has yet, for what joins two components."""
        return self._ids.join(source, target)

    def known(self, bound: Bound) -> Id:
        """The next record of the same table that the line spoke of before; each is given once."""
        table = TABLES[bound.statement.role]
        for statement, id in bound.hint.before:
            if id not in self._used and TABLES.get(statement.role) == table:
                self._used.add(id)
                return id
        return NO_ID
