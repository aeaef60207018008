"""The evolve tool: drag from a component to where it is heading."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mapper.drawing.where import centre
from mapper.editor.snapping import snapping
from mapper.editor.tools.base import State
from mapper.editor.tools.linking import component_at
from mapper.editor.tools.moving import Moving, shift_forecast
from mapper.editor.tools.naming import LOCKED
from mapper.editor.tools.oneshot import OneShot
from mapper.edits import is_locked

if TYPE_CHECKING:
    from mapper.editor.pointer import Pointer
    from mapper.editor.session import Session


@dataclass(frozen=True, slots=True)
class EvolveIdle(OneShot):
    """The evolve tool in hand. Users do not evolve."""

    @property
    def tool_id(self) -> str:
        return "evolve"

    def press(self, at: Pointer, session: Session) -> State:
        id = component_at(session, at)
        if id is None or session.document.components[id].is_anchor:
            return self
        if is_locked(session.document, id):
            session.told.emit(LOCKED)
            return self
        component, before = session.document.components[id], session.selection
        _, y = centre(component, session.document, session.frame)
        heading = component.evolution if component.evolve is None else component.evolve.evolution
        lines = snapping(session, [id], (session.frame.x(heading), y), upright=False)
        session.select([id])
        moving = Moving(at, session.selection, shift_forecast(session, id), "Evolve", before, self.used, self)
        return replace(moving, snapping=lines)
