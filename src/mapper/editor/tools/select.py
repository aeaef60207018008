"""The select tool: click to select, drag to move, drag on empty ground to select what lies in a rectangle.

Idle ── press on something ──▶ Pressed ── drag ──▶ Moving, Linking or Pointing ── release, Escape ──▶ Idle
  └── press on the ground ───▶ Pressed ── drag ──▶ Marquee or, with Alt, Lasso ── release, Escape ──▶ Idle
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mapper.drawing.layout import Point
from mapper.drawing.where import centre
from mapper.editor.handles import CURSORS as HANDLE_CURSORS
from mapper.editor.hit import Hit, Part, hit
from mapper.editor.pointer import Pointer
from mapper.editor.snapping import snapping
from mapper.editor.tools.add import add, naming_of_new
from mapper.editor.tools.base import State
from mapper.editor.tools.dropping import shift_components
from mapper.editor.tools.enclosing import Lasso, Marquee
from mapper.editor.tools.linking import start_link
from mapper.editor.tools.moving import Edit, Moving, shift, shift_forecast, shift_label, shift_list, shift_place
from mapper.editor.tools.naming import LOCKED, Naming, ask_name
from mapper.editor.tools.sizing import StageDragging, shift_side, start_pointing
from mapper.edits import is_locked
from mapper.model import COMPONENT, Id, new_id

if TYPE_CHECKING:
    from mapper.editor.session import Session

CURSORS: dict[Part, str] = {
    "rim": "cross",
    "link": "hand",
    "outline": "hand",
    "area": "arrow",
    "stage line": "across",
    "stage name": "arrow",
}
NAMED_ON_DOUBLE_CLICK: frozenset[Part] = frozenset(
    {"body", "label", "rim", "note", "annotation", "accelerator", "title", "stage name"}
)
GROUND: frozenset[Part] = frozenset({"link", "outline", "area", "stage name"})
"""Too thin to be dragged, or as good as the ground itself: a drag that starts on one starts on the ground."""


@dataclass(frozen=True, slots=True)
class Idle(State):
    """Nothing is pressed; `over` is what the pointer is over."""

    over: Hit | None = None

    @property
    def cursor(self) -> str:
        if self.over is None:
            return "arrow"
        return HANDLE_CURSORS[self.over.place] if self.over.part == "handle" else CURSORS.get(self.over.part, "move")

    def move(self, at: Pointer, session: Session) -> State:
        over = hit(session, at)
        return self if over == self.over else Idle(over)

    def press(self, at: Pointer, session: Session) -> State:
        found = hit(session, at)
        if at.double:
            return _double_click(at, found, session)
        before = session.selection
        if found is not None and found.id not in before and not at.adding:
            session.select([found.id])
        return Pressed(at, found, before)

    def cancel(self, session: Session) -> State:
        session.select([])
        return self


@dataclass(frozen=True, slots=True)
class Pressed(State):
    """The button is down, and it is not yet known whether for a click or a drag. `found` is None on empty ground."""

    start: Pointer
    found: Hit | None
    before: frozenset[Id]

    def move(self, at: Pointer, session: Session) -> State:
        if at.distance(self.start) < at.reach / 2:
            return self
        if self.found is None or self.found.part in GROUND:
            return self._enclose().move(at, session)
        if self.found.part == "rim":
            return self._connect(self.found.id, at, session).move(at, session)
        if is_locked(session.document, self.found.id):
            session.told.emit(LOCKED)
            return Idle()
        return self._drag(self.found, session).move(at, session)

    def release(self, at: Pointer, session: Session) -> State:
        if self.found is None:
            session.select(self.before if self.start.adding else [])
        elif self.start.adding:
            session.select(self.before ^ {self.found.id})
        else:
            session.select([self.found.id])
        return Idle()

    def cancel(self, session: Session) -> State:
        session.select(self.before)
        return Idle()

    def settle(self, session: Session) -> State:
        return Idle()

    def _enclose(self) -> State:
        """A rectangle or, with Alt, a line drawn freehand; Shift adds what lies within to what is selected."""
        start, kept = self.start, self.before if self.start.adding else frozenset[Id]()
        if start.free:
            return Lasso(((start.x, start.y),), kept, self.before, Idle(), Idle())
        return Marquee(start, start, kept, self.before, Idle())

    def _connect(self, id: Id, at: Pointer, session: Session) -> State:
        if id in session.document.notes:
            return start_pointing(session, id, at, self.before, Idle())
        return start_link(session, id, at, before=self.before, done=Idle(), back=Idle())

    def _drag(self, found: Hit, session: Session) -> State:
        """What is dragged by this part, and how: parts of things move alone, things with all that is selected."""
        if found.part == "stage line":
            return StageDragging(self.start, found.place, self.start, self.before, Idle())
        if found.part == "annotation list":
            return self._moving(shift_list(session), "Move list of annotations")
        session.select(session.selection | {found.id})
        if found.part == "handle":
            edit, shape = shift_side(session, found.id, found.place), HANDLE_CURSORS[found.place]
            return self._moving(edit, "Resize", found.id, shape=shape)
        if found.part == "label" and found.id in session.layout.labels:
            return self._moving(shift_label(session, found.id), "Move label")
        origin = _origin(found, session)
        if found.part == "ghost":
            lines = snapping(session, [found.id], origin, upright=False)
            return replace(self._moving(shift_forecast(session, found.id), "Evolve", found.id), snapping=lines)
        ids, edit, held = session.selection, shift(session, session.selection), None
        if found.id in session.document.components:
            edit, held = shift_components(session, ids, found.id), found.id
        elif found.part == "annotation" and len(ids) == 1:
            edit = shift_place(session, found)
        return replace(self._moving(edit, "Move", *ids), snapping=snapping(session, ids, origin), held=held)

    def _moving(self, edit: Edit, label: str, *ids: Id, shape: str = "move") -> Moving:
        return Moving(self.start, frozenset(ids), edit, label, self.before, Idle(), Idle(), shape)


def _origin(found: Hit, session: Session) -> Point:
    """The point of what is dragged that falls into line with others."""
    document, frame = session.document, session.frame
    if component := document.components.get(found.id):
        x, y = centre(component, document, frame)
        evolve = component.evolve if found.part == "ghost" else None
        return (x, y) if evolve is None else (frame.x(evolve.evolution), y)
    if annotation := document.annotations.get(found.id):
        place = annotation.positions[found.place]
        return frame.x(place.evolution), frame.y(place.visibility)
    at = document.notes.get(found.id) or document.accelerators.get(found.id) or document.attitudes[found.id]
    return frame.x(at.evolution), frame.y(at.visibility)


def _double_click(at: Pointer, found: Hit | None, session: Session) -> State:
    """On something with a name, rename it; on empty ground, a new component."""
    before = session.selection
    if found is None or found.part == "area":
        id = new_id()
        session.preview(add(session.document, COMPONENT, id, session.frame.to_map(at.x, at.y)))
        return ask_name(session, naming_of_new(id, COMPONENT, before, Idle()))
    if found.part not in NAMED_ON_DOUBLE_CLICK:
        return Pressed(at, found, before)
    if is_locked(session.document, found.id):
        session.told.emit(LOCKED)
        return Idle()
    return ask_name(session, Naming(found.id, "Rename", False, before, Idle()))
