"""The select tool: click to select, drag to move, drag on empty ground to select what lies in a rectangle.

Idle ── press on something ──▶ Pressed ── drag ──▶ Moving or Linking ── release, Escape ──▶ Idle
  └── press on the ground ───▶ Pressed ── drag ──▶ Marquee ──────────── release, Escape ──▶ Idle
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mapper.drawing.layout import Point
from mapper.drawing.where import attitude_box, centre
from mapper.editor.hit import Hit, Part, hit
from mapper.editor.pointer import Pointer
from mapper.editor.tools.add import add, naming_of_new
from mapper.editor.tools.base import State, Trace
from mapper.editor.tools.linking import start_link
from mapper.editor.tools.moving import Moving, shift, shift_forecast, shift_label, shift_place
from mapper.editor.tools.naming import Naming, ask_name
from mapper.model import COMPONENT, Id, new_id

if TYPE_CHECKING:
    from mapper.editor.session import Session

CURSORS: dict[Part, str] = {"rim": "cross", "link": "hand", "outline": "hand", "area": "arrow"}
NAMED_ON_DOUBLE_CLICK: frozenset[Part] = frozenset(
    {"body", "label", "rim", "note", "annotation", "accelerator", "title"}
)
GROUND: frozenset[Part] = frozenset({"link", "outline", "area"})
"""Too thin to be dragged, or as good as the ground itself: a drag that starts on one starts on the ground."""


@dataclass(frozen=True, slots=True)
class Idle(State):
    """Nothing is pressed; `over` is the part that the pointer is over."""

    over: Part | None = None

    @property
    def cursor(self) -> str:
        return "arrow" if self.over is None else CURSORS.get(self.over, "move")

    def move(self, at: Pointer, session: Session) -> State:
        found = hit(session, at)
        over = None if found is None else found.part
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
            kept = self.before if self.start.adding else frozenset()
            return Marquee(self.start, at, kept, self.before).move(at, session)
        if self.found.part == "rim":
            link = start_link(session, self.found.id, at, before=self.before, done=Idle(), back=Idle())
            return link.move(at, session)
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

    def _drag(self, found: Hit, session: Session) -> State:
        session.select(session.selection | {found.id})
        ids = session.selection
        edit, label = shift(session, ids), "Move"
        if found.part == "ghost":
            edit, label, ids = shift_forecast(session, found.id), "Evolve", frozenset({found.id})
        elif found.part == "label" and found.id in session.layout.labels:
            edit, label, ids = shift_label(session, found.id), "Move label", frozenset()
        elif found.part == "annotation" and len(ids) == 1:
            edit = shift_place(session, found)
        return Moving(self.start, ids, edit, label, self.before, Idle(), Idle())


@dataclass(frozen=True, slots=True)
class Marquee(State):
    """A rectangle is drawn from `start` to `at`; what lies in it is selected, on top of what is `kept`."""

    start: Pointer
    at: Pointer
    kept: frozenset[Id]
    before: frozenset[Id]

    @property
    def trace(self) -> Trace | None:
        x1, y1, x2, y2 = self.start.x, self.start.y, self.at.x, self.at.y
        return Trace("marquee", ((x1, y1), (x2, y1), (x2, y2), (x1, y2)))

    def move(self, at: Pointer, session: Session) -> State:
        session.select(self.kept | _within(session, self.start, at))
        return replace(self, at=at)

    def release(self, at: Pointer, session: Session) -> State:
        self.move(at, session)
        return Idle()

    def cancel(self, session: Session) -> State:
        session.select(self.before)
        return Idle()

    def settle(self, session: Session) -> State:
        return Idle()


def _within(session: Session, one: Pointer, other: Pointer) -> frozenset[Id]:
    """What stands in the rectangle between two corners; an area only if all of it does."""
    left, right = sorted((one.x, other.x))
    top, bottom = sorted((one.y, other.y))
    standing = {id for id, (x, y) in _standing(session) if left <= x <= right and top <= y <= bottom}
    areas = ((id, attitude_box(attitude, session.frame)) for id, attitude in session.document.attitudes.items())
    held = {
        id for id, box in areas if left <= box.left and box.right <= right and top <= box.top and box.bottom <= bottom
    }
    return frozenset(standing | held)


def _standing(session: Session) -> Iterator[tuple[Id, Point]]:
    """What stands at points of the map, with each of the points of the page where it does."""
    frame, document = session.frame, session.document
    for component in document.components.values():
        yield component.id, centre(component, document, frame)
    for table in (document.notes, document.accelerators):
        for each in table.values():
            yield each.id, (frame.x(each.evolution), frame.y(each.visibility))
    for annotation in document.annotations.values():
        for place in annotation.positions:
            yield annotation.id, (frame.x(place.evolution), frame.y(place.visibility))


def _double_click(at: Pointer, found: Hit | None, session: Session) -> State:
    """On something with a name, rename it; on empty ground, a new component."""
    before = session.selection
    if found is None or found.part == "area":
        id = new_id()
        session.preview(add(session.document, COMPONENT, id, session.frame.to_map(at.x, at.y)))
        return ask_name(session, naming_of_new(id, COMPONENT, before, Idle()))
    if found.part in NAMED_ON_DOUBLE_CLICK:
        return ask_name(session, Naming(found.id, "Rename", False, before, Idle()))
    return Pressed(at, found, before)
