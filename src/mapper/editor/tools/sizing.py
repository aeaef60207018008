"""Dragging the sides of an area, the lines between the stages, and an arrow from a note to what it is about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mapper.drawing.layout import Point
from mapper.drawing.remarks import note_place
from mapper.drawing.where import attitude_box, centre
from mapper.editor.handles import AXIS_BOTTOM, SIDES
from mapper.editor.readout import readout
from mapper.editor.snapping import Guide
from mapper.editor.tools.base import State, Trace
from mapper.editor.tools.linking import component_at
from mapper.editor.tools.moving import Edit
from mapper.edits import move_stage_line, point_notes, resize_attitude, stage_id
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


@dataclass(frozen=True, slots=True)
class StageDragging(State):
    """The line between two stages is dragged. Until it is let go only a guide shows where to: with the stages
    everything on the map has to be laid out anew."""

    start: Pointer
    place: int
    at: Pointer
    before: frozenset[Id]
    back: State
    in_line: tuple[Guide, ...] = ()

    @property
    def cursor(self) -> str:
        return "across"

    @property
    def guides(self) -> tuple[Guide, ...]:
        return self.in_line

    def readout(self, session: Session) -> str | None:
        return readout(self._moved(session), [stage_id(self.place + 1)])

    def move(self, at: Pointer, session: Session) -> State:
        dragged, frame = replace(self, at=at), session.frame
        x = frame.x(dragged._moved(session).stages.lines[self.place])
        return replace(dragged, in_line=(Guide("stage", (x, frame.top), (x, frame.bottom + AXIS_BOTTOM)),))

    def release(self, at: Pointer, session: Session) -> State:
        session.preview(replace(self, at=at)._moved(session))
        session.commit("Move stage line")
        return self.back

    def cancel(self, session: Session) -> State:
        session.select(self.before)
        return self.back

    def settle(self, session: Session) -> State:
        return self.back

    def _moved(self, session: Session) -> Document:
        document, way = session.document, (self.at.x - self.start.x) / session.frame.plot_width
        return move_stage_line(document, self.place, document.stages.lines[self.place] + way)


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
