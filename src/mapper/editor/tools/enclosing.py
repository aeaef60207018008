"""Selecting what lies in a rectangle, or within a line drawn freehand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mapper.drawing.layout import Box, Point
from mapper.drawing.where import attitude_box, centre
from mapper.editor.tools.base import State, Trace
from mapper.editor.tools.lasso import is_inside
from mapper.editor.tools.oneshot import OneShot
from mapper.model import Id

if TYPE_CHECKING:
    from mapper.editor.pointer import Pointer
    from mapper.editor.session import Session


@dataclass(frozen=True, slots=True)
class Marquee(State):
    """A rectangle is drawn from `start` to `at`; what lies in it is selected, on top of what is `kept`."""

    start: Pointer
    at: Pointer
    kept: frozenset[Id]
    before: frozenset[Id]
    done: State

    @property
    def trace(self) -> Trace | None:
        x1, y1, x2, y2 = self.start.x, self.start.y, self.at.x, self.at.y
        return Trace("marquee", ((x1, y1), (x2, y1), (x2, y2), (x1, y2)))

    def move(self, at: Pointer, session: Session) -> State:
        session.select(self.kept | _within(session, self.start, at))
        return replace(self, at=at)

    def release(self, at: Pointer, session: Session) -> State:
        self.move(at, session)
        return self.done

    def cancel(self, session: Session) -> State:
        session.select(self.before)
        return self.done

    def settle(self, session: Session) -> State:
        return self.done


@dataclass(frozen=True, slots=True)
class LassoIdle(OneShot):
    """The tool that selects freehand, in hand. Shift adds to what is selected."""

    @property
    def tool_id(self) -> str:
        return "lasso"

    def press(self, at: Pointer, session: Session) -> State:
        before = session.selection
        return Lasso(((at.x, at.y),), before if at.adding else frozenset(), before, self.used, self)


@dataclass(frozen=True, slots=True)
class Lasso(State):
    """A line is drawn freehand; what lies within it is selected, on top of what is `kept`."""

    points: tuple[Point, ...]
    kept: frozenset[Id]
    before: frozenset[Id]
    done: State
    back: State

    @property
    def tool_id(self) -> str:
        return self.back.tool_id

    @property
    def cursor(self) -> str:
        return "cross"

    @property
    def trace(self) -> Trace | None:
        return Trace("lasso", self.points)

    def move(self, at: Pointer, session: Session) -> State:
        x, y = self.points[-1]
        if max(abs(at.x - x), abs(at.y - y)) < at.reach / 3:
            return self
        drawn = replace(self, points=(*self.points, (at.x, at.y)))
        session.select(self.kept | _enclosed(session, drawn.points))
        return drawn

    def release(self, at: Pointer, session: Session) -> State:
        session.select(self.kept | _enclosed(session, self.points))
        return self.done

    def cancel(self, session: Session) -> State:
        session.select(self.before)
        return self.back

    def settle(self, session: Session) -> State:
        return self.back


def _within(session: Session, one: Pointer, other: Pointer) -> frozenset[Id]:
    """What stands in the rectangle between two corners; an area only if all of it does."""
    left, right = sorted((one.x, other.x))
    top, bottom = sorted((one.y, other.y))
    standing = {id for id, (x, y) in _standing(session) if left <= x <= right and top <= y <= bottom}
    held = {
        id
        for id, box in _areas(session)
        if left <= box.left and box.right <= right and top <= box.top and box.bottom <= bottom
    }
    return frozenset(standing | held)


def _enclosed(session: Session, ring: tuple[Point, ...]) -> frozenset[Id]:
    """What stands within a closed line; an area only if all its corners do."""
    left, right = min(x for x, _ in ring), max(x for x, _ in ring)
    top, bottom = min(y for _, y in ring), max(y for _, y in ring)

    def holds(x: float, y: float) -> bool:
        return left <= x <= right and top <= y <= bottom and is_inside(x, y, ring)

    standing = {id for id, (x, y) in _standing(session) if holds(x, y)}
    held = {id for id, box in _areas(session) if all(holds(x, y) for x in (box.left, box.right) for y in _ends(box))}
    return frozenset(standing | held)


def _ends(box: Box) -> Point:
    return box.top, box.bottom


def _areas(session: Session) -> Iterator[tuple[Id, Box]]:
    for id, attitude in session.document.attitudes.items():
        yield id, attitude_box(attitude, session.frame)


def _standing(session: Session) -> Iterator[tuple[Id, Point]]:
    """What stands at points of the map, with each of the points of the page where it does."""
    frame, document = session.frame, session.document
    for component in document.components.values():
        yield component.id, centre(component, document, frame)
    is_noted = "notes" not in session.view.hidden
    for table in (document.notes if is_noted else {}, document.accelerators):
        for each in table.values():
            yield each.id, (frame.x(each.evolution), frame.y(each.visibility))
    for annotation in document.annotations.values() if is_noted else ():
        for place in annotation.positions:
            yield annotation.id, (frame.x(place.evolution), frame.y(place.visibility))
