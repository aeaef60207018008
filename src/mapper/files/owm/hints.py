"""What is known of a line from before it was edited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from mapper.files.owm.statement import Part, Role, Statement, Value
from mapper.model import BLANK, Document, Id
from mapper.model.source import SourceLine

NO_ID = Id("")


class Hint(NamedTuple):
    """What a line said before: each statement with the record that it spoke of.

    A line that `stands` is the same as before, and its records say the same. `good` is the text that made sense last.
    """

    before: tuple[tuple[Statement, Id], ...] = ()
    stands: bool = False
    good: str = ""

    def of(self, role: Role) -> Id:
        """The first record that the line spoke of in a role."""
        return next((id for statement, id in self.before if statement.role is role), NO_ID)

    def said(self, role: Role, id: Id) -> Statement | None:
        """What the line said of a record in a role."""
        if not self.before:
            return None
        return next((statement for statement, each in self.before if each == id and statement.role is role), None)


NO_HINT = Hint()


@dataclass(frozen=True)
class Before:
    """What is known from before. `hints` go by the index of the new line; `had` are the roles that records had.

    `settings` is what the text said of the map; `is_carried_on` says that no carried line has changed.
    """

    document: Document = BLANK
    hints: Mapping[int, Hint] = field(default_factory=dict)
    lines: Mapping[int, SourceLine] = field(default_factory=dict)
    had: frozenset[tuple[Role, Id]] = frozenset()
    settings: Mapping[Role, Mapping[Part, Value]] = field(default_factory=dict)
    is_carried_on: bool = False


NOTHING_BEFORE = Before()
