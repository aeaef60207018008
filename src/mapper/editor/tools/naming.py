"""Typing a name in place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapper.editor.tools.base import State, settle
from mapper.edits import is_locked, rename
from mapper.model import Id

if TYPE_CHECKING:
    from mapper.editor.pointer import Pointer
    from mapper.editor.session import Session

LOCKED = "That is locked. Ctrl+L unlocks it."


@dataclass(frozen=True, slots=True)
class Naming(State):
    """The window shows a field for the name of `id`.

    A new record is shown but not yet in the history: with its name it is one step, and backing out takes it away.
    """

    id: Id
    label: str
    is_new: bool
    before: frozenset[Id]
    resume: State

    @property
    def tool_id(self) -> str:
        return self.resume.tool_id

    def press(self, at: Pointer, session: Session) -> State:
        """A press elsewhere keeps what there is; the second press of a double click belongs to the first."""
        return self if at.double else self.settle(session).press(at, session)

    def cancel(self, session: Session) -> State:
        if self.is_new:
            session.revert()
        session.select(self.before)
        return self.resume

    def settle(self, session: Session) -> State:
        session.commit(self.label)
        return self.resume


def ask_name(session: Session, naming: Naming) -> State:
    """Ask the window for a name; answers with the state that is then in hand."""
    session.select([naming.id])
    session.use(naming)
    session.naming_asked.emit(naming.id)
    return session.tool


def begin_naming(session: Session, id: Id) -> None:
    """Let the user type another name for a component, note, annotation, link, contract or stage, unless it is locked."""
    settle(session)
    if is_locked(session.document, id):
        session.told.emit(LOCKED)
        return
    ask_name(session, Naming(id, "Rename", False, session.selection, session.tool))


def finish_naming(session: Session, text: str | None) -> None:
    """The field's answer: what the user typed, or None if they backed out. Without a field open, nothing happens.

    A new component or note that is left without a name was not wanted.
    """
    naming = session.tool
    if not isinstance(naming, Naming):
        return
    is_unwanted = naming.is_new and naming.id not in session.document.contracts and not (text or "").strip()
    if text is None or is_unwanted:
        session.cancel()
        return
    session.preview(rename(session.document, naming.id, text))
    session.commit(naming.label)
    session.use(naming.resume)
