"""Drawing an area: where pioneers, settlers or town planners work best."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapper.editor.tools.base import State
from mapper.editor.tools.oneshot import OneShot
from mapper.edits import add_attitude
from mapper.model import Attitude, Id, People, new_id
from mapper.procurement.words import word

if TYPE_CHECKING:
    from mapper.editor.pointer import Pointer
    from mapper.editor.session import Session

WIDTH, HEIGHT = 0.2, 0.3
"""The size of an area that was not drawn but put down by a click."""


@dataclass(frozen=True, slots=True)
class AreaIdle(OneShot):
    """The tool that draws an area for some people, in hand."""

    people: People = People.PIONEERS

    @property
    def tool_id(self) -> str:
        return self.people

    def press(self, at: Pointer, session: Session) -> State:
        return AreaDrawing(at, self, session.selection, new_id()).move(at, session)


@dataclass(frozen=True, slots=True)
class AreaDrawing(State):
    """The area reaches from `start` to the pointer; until the pointer has gone some way, it has its usual size."""

    start: Pointer
    tool: AreaIdle
    before: frozenset[Id]
    id: Id

    @property
    def tool_id(self) -> str:
        return self.tool.tool_id

    @property
    def cursor(self) -> str:
        return "cross"

    @property
    def subjects(self) -> tuple[Id, ...]:
        return (self.id,)

    def move(self, at: Pointer, session: Session) -> State:
        session.preview(add_attitude(session.history.document, self._attitude(at, session)))
        return self

    def release(self, at: Pointer, session: Session) -> State:
        self.move(at, session)
        session.commit(f"Add {word(self.tool.people).lower()}")
        session.select([self.id])
        return self.tool.used

    def cancel(self, session: Session) -> State:
        session.revert()
        session.select(self.before)
        return self.tool

    def settle(self, session: Session) -> State:
        return self.cancel(session)

    def _attitude(self, at: Pointer, session: Session) -> Attitude:
        one, other = (session.frame.to_map(pointer.x, pointer.y) for pointer in (self.start, at))
        left, right = sorted((one.evolution, other.evolution))
        bottom, top = sorted((one.visibility, other.visibility))
        width, height = right - left, top - bottom
        if at.distance(self.start) < at.reach:
            left, top = min(one.evolution, 1 - WIDTH), max(one.visibility, HEIGHT)
            width, height = WIDTH, HEIGHT
        return Attitude(id=self.id, people=self.tool.people, evolution=left, visibility=top, width=width, height=height)
