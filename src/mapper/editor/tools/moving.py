"""Dragging: what moves under the pointer, until it is let go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapper.drawing.where import centre
from mapper.editor.tools.base import State
from mapper.edits import move, move_annotation_place, place_label, set_evolve
from mapper.model import Document, Evolve, Id, LabelOffset

if TYPE_CHECKING:
    from mapper.editor.hit import Hit
    from mapper.editor.pointer import Pointer
    from mapper.editor.session import Session

Edit = Callable[[float, float], Document]
"""The document with something moved right and down by so many page units from where the drag began."""


@dataclass(frozen=True, slots=True)
class Moving(State):
    """Each move previews one edit of the document that the drag began with, so that nothing drifts.

    The hand goes on with `done` when something has moved, and with `back` when nothing has.
    """

    start: Pointer
    ids: frozenset[Id]
    edit: Edit
    label: str
    before: frozenset[Id]
    done: State
    back: State

    @property
    def tool_id(self) -> str:
        return self.back.tool_id

    @property
    def cursor(self) -> str:
        return "move"

    @property
    def subjects(self) -> frozenset[Id]:
        return self.ids

    def move(self, at: Pointer, session: Session) -> State:
        session.preview(self.edit(at.x - self.start.x, at.y - self.start.y))
        return self

    def release(self, at: Pointer, session: Session) -> State:
        self.move(at, session)
        if session.document is session.history.document:
            return self.back
        session.commit(self.label)
        return self.done

    def cancel(self, session: Session) -> State:
        session.revert()
        session.select(self.before)
        return self.back

    def settle(self, session: Session) -> State:
        session.revert()
        return self.back


def shift(session: Session, ids: frozenset[Id]) -> Edit:
    """Everything selected moves along both axes."""
    base, frame = session.document, session.frame
    return lambda right, down: move(base, ids, evolution=right / frame.plot_width, visibility=-down / frame.plot_height)


def shift_place(session: Session, hit: Hit) -> Edit:
    """One of an annotation's places moves."""
    base, frame = session.document, session.frame
    at = base.annotations[hit.id].positions[hit.place]
    x, y = frame.x(at.evolution), frame.y(at.visibility)
    return lambda right, down: move_annotation_place(base, hit.id, hit.place, frame.to_map(x + right, y + down))


def shift_label(session: Session, id: Id) -> Edit:
    """A label moves away from its component."""
    base, box = session.document, session.layout.labels[id].box
    centre_x, centre_y = centre(base.components[id], base, session.frame)
    middle_x, middle_y = box.middle
    x, y = middle_x - centre_x, middle_y - centre_y

    def edit(right: float, down: float) -> Document:
        return place_label(base, id, LabelOffset(right=_offset(x + right), down=_offset(y + down)))

    return edit


def shift_forecast(session: Session, id: Id) -> Edit:
    """Where a component is heading moves along evolution; a component without a forecast gets one."""
    base, frame = session.document, session.frame
    component = base.components[id]
    evolve = component.evolve or Evolve(evolution=component.evolution)
    x = frame.x(evolve.evolution)

    def edit(right: float, _: float) -> Document:
        return set_evolve(base, id, evolve.but(evolution=frame.to_map(x + right, 0).evolution))

    return edit


def _offset(value: float) -> float:
    return round(min(2000.0, max(-2000.0, value)), 1)
