"""Dragging the sides of an area, the lines between the stages, and an arrow from a note to what it is about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mapper.drawing.layout import Point
from mapper.drawing.remarks import note_place
from mapper.drawing.where import attitude_box, centre
from mapper.editor.handles import SIDES
from mapper.editor.tools.base import State, Trace
from mapper.editor.tools.linking import component_at
from mapper.editor.tools.moving import Edit
from mapper.edits import move_stage_line, point_notes, resize_attitude
from mapper.model import Document, Id

if TYPE_CHECKING:
    from mapper.editor.pointer import Pointer
    from mapper.editor.session import Session


def shift_side(session: Session, id: Id, handle: int) -> Edit:
    """The sides of an area that one of its handles moves."""
    base, frame = session.document, session.frame
    box, (across, down) = attitude_box(base.attitudes[id], frame), SIDES[handle]

    def edit(right: float, low: float) -> Document:
        left, top = box.left + right * (across < 0), box.top + low * (down < 0)
        end = frame.to_map(box.right + right * (across > 0), box.bottom + low * (down > 0))
        return resize_attitude(base, id, frame.to_map(left, top), end)

    return edit


def shift_stage_line(session: Session, place: int) -> Edit:
    """The line between two stages moves along evolution."""
    base, frame = session.document, session.frame
    line = base.stages.lines[place]
    return lambda right, _: move_stage_line(base, place, line + right / frame.plot_width)


@dataclass(frozen=True, slots=True)
class Pointing(State):
    """A line is drawn from a note to the pointer, or to the component `target` under it; let go there, the note points
    at that component."""

    note: Id
    end: Point
    target: Id | None
    start: Point
    before: frozenset[Id]
    back: State

    @property
    def cursor(self) -> str:
        return "cross"

    @property
    def trace(self) -> Trace | None:
        return Trace("link", (self.start, self.end))

    def move(self, at: Pointer, session: Session) -> State:
        target = component_at(session, at)
        if target is None:
            return replace(self, target=None, end=(at.x, at.y))
        return replace(
            self, target=target, end=centre(session.document.components[target], session.document, session.frame)
        )

    def release(self, at: Pointer, session: Session) -> State:
        target = component_at(session, at)
        if target is None:
            return self.cancel(session)
        session.preview(point_notes(session.document, [self.note], target))
        session.commit("Point at component")
        return self.back

    def cancel(self, session: Session) -> State:
        session.select(self.before)
        return self.back

    def settle(self, session: Session) -> State:
        return self.back


def start_pointing(session: Session, note: Id, at: Pointer, before: frozenset[Id], back: State) -> Pointing:
    """A line from the side of a note that is nearest to the pointer."""
    box = note_place(session.document.notes[note], session.frame).box
    x, y = min(max(at.x, box.left), box.right), min(max(at.y, box.top), box.bottom)
    return Pointing(note, (at.x, at.y), None, (x, y), before, back)
