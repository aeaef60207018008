"""Linking by dragging: from what needs to what is needed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mapper.drawing.layout import Point
from mapper.drawing.where import centre
from mapper.editor.hit import hit
from mapper.editor.snapping import Guide, Snapped, Snapping, snapping
from mapper.editor.tools.add import add, naming_of_new
from mapper.editor.tools.base import State, Trace
from mapper.editor.tools.naming import ask_name
from mapper.editor.tools.oneshot import OneShot
from mapper.edits import add_link
from mapper.model import COMPONENT, Id, new_id

if TYPE_CHECKING:
    from mapper.editor.pointer import Pointer
    from mapper.editor.session import Session


@dataclass(frozen=True, slots=True)
class LinkIdle(OneShot):
    """The link tool in hand."""

    @property
    def tool_id(self) -> str:
        return "link"

    def press(self, at: Pointer, session: Session) -> State:
        source = component_at(session, at)
        if source is None:
            return self
        return start_link(session, source, at, before=session.selection, done=self.used, back=self)


@dataclass(frozen=True, slots=True)
class Linking(State):
    """A line is drawn from `source` to the pointer, or to the component `target` under it.

    Over empty ground its end falls into line with what stands there, unless Alt is held. `before` is what was selected
    until then. The hand goes on with `done` when the link is made, and with `back` when it is not.
    """

    source: Id
    start: Point
    end: Point
    target: Id | None
    before: frozenset[Id]
    done: State
    back: State
    snapping: Snapping
    in_line: tuple[Guide, ...] = ()

    @property
    def tool_id(self) -> str:
        return self.back.tool_id

    @property
    def cursor(self) -> str:
        return "cross"

    @property
    def trace(self) -> Trace | None:
        return Trace("link", (self.start, self.end))

    @property
    def guides(self) -> tuple[Guide, ...]:
        return self.in_line

    def move(self, at: Pointer, session: Session) -> State:
        target = component_at(session, at)
        if target is not None:
            return replace(self, target=target, end=_centre(session, target), in_line=())
        to = Snapped(at.x, at.y) if at.free else self.snapping.at(at.x, at.y, at.reach)
        return replace(self, target=None, end=(to.x, to.y), in_line=to.guides)

    def release(self, at: Pointer, session: Session) -> State:
        target = component_at(session, at)
        if target is None:
            to = Snapped(at.x, at.y) if at.free else self.snapping.at(at.x, at.y, at.reach)
            return self._link_to_new(to, session)
        before = session.document
        session.preview(add_link(before, self.source, target))
        session.select(session.document.links.keys() - before.links.keys() or session.selection)
        session.commit("Link")
        return self.back if session.document is before else self.done

    def _link_to_new(self, at: Snapped, session: Session) -> State:
        """On empty ground: a new component that the source needs, to be named at once."""
        place = session.frame.to_map(at.x, at.y)
        id = new_id()
        session.preview(add_link(add(session.document, COMPONENT, id, place), self.source, id))
        return ask_name(session, naming_of_new(id, COMPONENT, self.before, self.done))

    def cancel(self, session: Session) -> State:
        session.select(self.before)
        return self.back

    def settle(self, session: Session) -> State:
        return self.back


def component_at(session: Session, at: Pointer) -> Id | None:
    """The component under the pointer: its body, rim, label or ghost."""
    found = hit(session, at)
    return found.id if found is not None and found.id in session.document.components else None


def start_link(
    session: Session, source: Id, at: Pointer, *, before: frozenset[Id], done: State, back: State
) -> Linking:
    """A line from a component to the pointer."""
    return Linking(source, _centre(session, source), (at.x, at.y), None, before, done, back, snapping(session))


def _centre(session: Session, id: Id) -> Point:
    return centre(session.document.components[id], session.document, session.frame)
