"""Adding something with a name where the user points, and naming it at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mapper.editor.snapping import Snapped, Snapping, snapping
from mapper.editor.tools.base import State
from mapper.editor.tools.naming import Naming, ask_name
from mapper.editor.tools.oneshot import OneShot
from mapper.edits import add_accelerator, add_annotation, add_component, add_note, give_list_a_place
from mapper.model import COMPONENT, KIND, Accelerator, Component, Document, Id, Note, Position, new_id

if TYPE_CHECKING:
    from mapper.editor.pointer import Pointer
    from mapper.editor.session import Session
    from mapper.editor.snapping import Guide

NOTE = "note"
ANNOTATION = "annotation"
ACCELERATOR = "accelerator"
DECELERATOR = "decelerator"


@dataclass(frozen=True, slots=True)
class AddIdle(OneShot):
    """A tool that adds, in hand. `what` is the id of a kind of component, NOTE, ANNOTATION,
    ACCELERATOR or DECELERATOR.
    """

    what: str = COMPONENT

    @property
    def tool_id(self) -> str:
        return self.what

    def press(self, at: Pointer, session: Session) -> State:
        adding = Adding(self, session.selection, new_id(), session.document, snapping(session))
        return adding.move(at, session)


@dataclass(frozen=True, slots=True)
class Adding(State):
    """The new thing follows the pointer until it is let go; unless Alt is held, it falls into line with others."""

    tool: AddIdle
    before: frozenset[Id]
    id: Id
    base: Document
    snapping: Snapping
    in_line: tuple[Guide, ...] = ()

    @property
    def tool_id(self) -> str:
        return self.tool.tool_id

    @property
    def cursor(self) -> str:
        return "move"

    @property
    def subjects(self) -> tuple[Id, ...]:
        return (self.id,)

    @property
    def guides(self) -> tuple[Guide, ...]:
        return self.in_line

    def move(self, at: Pointer, session: Session) -> State:
        to = Snapped(at.x, at.y) if at.free else self.snapping.at(at.x, at.y, at.reach)
        session.preview(add(self.base, self.tool.what, self.id, session.frame.to_map(to.x, to.y)))
        return self if to.guides == self.in_line else replace(self, in_line=to.guides)

    def release(self, at: Pointer, session: Session) -> State:
        self.move(at, session)
        return ask_name(session, naming_of_new(self.id, self.tool.what, self.before, self.tool.used))

    def cancel(self, session: Session) -> State:
        session.revert()
        return self.tool

    def settle(self, session: Session) -> State:
        return self.cancel(session)


def add(document: Document, what: str, id: Id, at: Position) -> Document:
    """Something new under a name to be typed over. `what` is the id of a kind of component, NOTE, ANNOTATION,
    ACCELERATOR or DECELERATOR.
    """
    if what == NOTE:
        note = Note(id=id, text="New note", evolution=at.evolution, visibility=at.visibility)
        return add_note(document, note)
    if what == ANNOTATION:
        return give_list_a_place(add_annotation(document, "New annotation", at, id=id))
    name = f"New {_title(what).lower()}"
    if what in (ACCELERATOR, DECELERATOR):
        slows = what == DECELERATOR
        force = Accelerator(id=id, name=name, evolution=at.evolution, visibility=at.visibility, slows=slows)
        return add_accelerator(document, force)
    return add_component(
        document, Component(id=id, name=name, kind=what, evolution=at.evolution, visibility=at.visibility)
    )


def naming_of_new(id: Id, what: str, before: frozenset[Id], resume: State) -> Naming:
    """The phase in which something just added gets its name."""
    return Naming(id, f"Add {_title(what).lower()}", True, before, resume)


def _title(what: str) -> str:
    """ "Anchor" for the kind that is called "Anchor (user)"."""
    return KIND[what].title.split(" (")[0] if what in KIND else what
