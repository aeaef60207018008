"""What every state of every tool answers to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mapper.drawing.layout import Point
    from mapper.editor.pointer import Pointer
    from mapper.editor.session import Session


@dataclass(frozen=True, slots=True)
class Trace:
    """What a state shows over the map while it lasts: a line being drawn, in page units.

    `style` is "marquee", "lasso" or "link"; a marquee and a lasso are closed.
    """

    style: str
    points: tuple[Point, ...]


class State:
    """One state of a tool. Each event answers with the next state; by default nothing happens."""

    @property
    def cursor(self) -> str:
        """ "arrow", "cross", "move", "hand" or "pen"."""
        return "arrow"

    @property
    def trace(self) -> Trace | None:
        return None

    def press(self, at: Pointer, session: Session) -> State:
        return self

    def move(self, at: Pointer, session: Session) -> State:
        return self

    def release(self, at: Pointer, session: Session) -> State:
        return self

    def cancel(self, session: Session) -> State:
        return self
