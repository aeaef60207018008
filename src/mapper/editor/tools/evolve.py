"""The evolve tool: drag from a component to where it is heading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapper.editor.tools.base import State
from mapper.editor.tools.linking import component_at
from mapper.editor.tools.moving import Moving, shift_forecast
from mapper.editor.tools.oneshot import OneShot

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
        before = session.selection
        session.select([id])
        return Moving(at, session.selection, shift_forecast(session, id), "Evolve", before, self.used, self)
