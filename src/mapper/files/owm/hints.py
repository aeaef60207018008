"""What is known of a line from before it was edited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mapper.files.owm.statement import Role, Statement
from mapper.model import Id

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
        return next((statement for statement, each in self.before if each == id and statement.role is role), None)


NO_HINT = Hint()
Hints = Sequence[Hint] | Mapping[int, Hint]
