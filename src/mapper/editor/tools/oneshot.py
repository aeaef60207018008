"""Tools that are used once and then put down, unless they are to stay."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from mapper.editor.tools.base import State

if TYPE_CHECKING:
    from mapper.editor.session import Session


@dataclass(frozen=True, slots=True)
class OneShot(State):
    """A tool in hand, at rest. `home` is the state that the hand goes back to."""

    home: State
    sticky: bool = False

    @property
    def cursor(self) -> str:
        return "cross"

    @property
    def used(self) -> State:
        """What is in hand after one use."""
        return self if self.sticky else self.home

    def cancel(self, session: Session) -> State:
        return self.home

    def stay(self) -> Self:
        """This tool, kept in hand after use."""
        return replace(self, sticky=True)
