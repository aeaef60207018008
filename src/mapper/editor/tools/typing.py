"""What is typed beside the map, until the map shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapper.editor.tools.base import Interlude, State

if TYPE_CHECKING:
    from mapper.editor.session import Session


@dataclass(frozen=True, slots=True)
class Typing(Interlude):
    """Something has been typed that the map does not show yet. Whatever else happens, it is read first."""

    read: Callable[[], None]

    def cancel(self, session: Session) -> State:
        return self.settle(session)

    def settle(self, session: Session) -> State:
        self.read()
        return self.resume
