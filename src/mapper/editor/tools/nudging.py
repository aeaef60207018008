"""Moving with the arrow keys: shown while they are held, one step in the history when they are let go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapper.editor.tools.base import Interlude, State, settle
from mapper.edits import move

if TYPE_CHECKING:
    from mapper.editor.session import Session

NUDGE = "Nudge"


@dataclass(frozen=True, slots=True)
class Nudging(Interlude):
    """An arrow key is down. Whatever else happens keeps what was nudged; only backing out does not."""

    def cancel(self, session: Session) -> State:
        session.revert()
        return self.resume

    def settle(self, session: Session) -> State:
        """A row of nudges is one step."""
        session.commit(NUDGE)
        session.history.fold(NUDGE)
        return self.resume


def nudge(session: Session, *, evolution: float = 0.0, visibility: float = 0.0) -> None:
    """Move the selection a little."""
    if not isinstance(session.tool, Nudging):
        settle(session)
        session.use(Nudging(session.tool))
    session.preview(move(session.document, session.selection, evolution=evolution, visibility=visibility))


def finish_nudging(session: Session) -> None:
    """The arrow key is let go. Without one down, nothing happens."""
    if isinstance(session.tool, Nudging):
        settle(session)
