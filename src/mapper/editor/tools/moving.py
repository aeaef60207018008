"""Dragging: what moves under the pointer, until it is let go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mapper.drawing.remarks import list_box
from mapper.drawing.where import centre
from mapper.editor.tools.base import State
from mapper.editor.tools.offering import offered
from mapper.edits import change_map, move, move_annotation_place, place_label, set_evolve
from mapper.model import Document, Evolve, Id, LabelOffset

if TYPE_CHECKING:
    from mapper.editor.hit import Hit
    from mapper.editor.pointer import Pointer
    from mapper.editor.session import Session
    from mapper.editor.snapping import Guide, Snapping

Edit = Callable[[float, float], Document]
"""The document with something moved right and down by so many page units from where the drag began."""


@dataclass(frozen=True, slots=True)
class Moving(State):
    """Each move previews one edit of the document that the drag began with, so that nothing drifts.

    The hand goes on with `done` when something has moved, and with `back` when nothing has. With `snapping` things fall
    into line, as `guides` show, unless Alt is held. `held` is the component that was taken hold of: the pipeline that it
    is dropped into is `lit`, and it may be offered to the contract that it is dropped into.
    """

    start: Pointer
    ids: frozenset[Id]
    edit: Edit
    label: str
    before: frozenset[Id]
    done: State
    back: State
    shape: str = "move"
    snapping: Snapping | None = None
    held: Id | None = None
    in_line: tuple[Guide, ...] = ()
    pipeline: Id | None = None

    @property
    def tool_id(self) -> str:
        return self.back.tool_id

    @property
    def cursor(self) -> str:
        return self.shape

    @property
    def guides(self) -> tuple[Guide, ...]:
        return self.in_line

    @property
    def lit(self) -> Id | None:
        return self.pipeline

    @property
    def subjects(self) -> frozenset[Id]:
        return self.ids

    def move(self, at: Pointer, session: Session) -> State:
        right, down = at.x - self.start.x, at.y - self.start.y
        guides: tuple[Guide, ...] = ()
        if self.snapping is not None and not at.free:
            x, y = self.snapping.origin
            snapped = self.snapping.at(x + right, y + down, at.reach)
            right, down, guides = snapped.x - x, snapped.y - y, snapped.guides
        session.preview(self.edit(right, down))
        pipeline = None if self.held is None else session.document.components[self.held].pipeline
        if pipeline is not None:
            guides = tuple(guide for guide in guides if guide.is_upright)
        is_same = guides == self.in_line and pipeline == self.pipeline
        return self if is_same else replace(self, in_line=guides, pipeline=pipeline)

    def release(self, at: Pointer, session: Session) -> State:
        self.move(at, session)
        if session.document is session.history.document:
            return self.back
        layout = session.layout
        session.commit(self._label(session.history.document, session.document))
        return offered(session, layout, self.held, self.done)

    def cancel(self, session: Session) -> State:
        session.revert()
        session.select(self.before)
        return self.back

    def settle(self, session: Session) -> State:
        session.revert()
        return self.back

    def _label(self, before: Document, after: Document) -> str:
        if self.held is None:
            return self.label
        was, now = before.components[self.held].pipeline, after.components[self.held].pipeline
        if was == now:
            return self.label
        return "Take out of pipeline" if now is None else "Move into pipeline"


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


def shift_list(session: Session) -> Edit:
    """The box that writes the annotations out moves; it starts from where it is seen, which is within the map."""
    base, frame = session.document, session.frame
    box = list_box(base, frame)

    def edit(right: float, down: float) -> Document:
        at = None if box is None else frame.to_map(box.left + right, box.top + down)
        return change_map(base, annotations_at=at)

    return edit


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
