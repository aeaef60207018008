"""What every state of every tool answers to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapper.editor.readout import readout

if TYPE_CHECKING:
    from mapper.drawing.layout import Point
    from mapper.editor.pointer import Pointer
    from mapper.editor.session import Session
    from mapper.editor.snapping import Guide
    from mapper.model import Id


@dataclass(frozen=True, slots=True)
class Trace:
    """What a state shows over the map while it lasts: a line being drawn, in page units.

    `style` is "marquee", "lasso", "link" or "stage"; a marquee and a lasso are closed.
    """

    style: str
    points: tuple[Point, ...]


class State:
    """One state of a tool. Each event answers with the next state; by default nothing happens."""

    @property
    def tool_id(self) -> str:
        """Which tool of `TOOLS` this is a state of."""
        return "select"

    @property
    def cursor(self) -> str:
        """ "arrow", "cross", "move", "hand", "pen", or which way a side goes: "across", "upright", "falling", "rising"."""
        return "arrow"

    @property
    def trace(self) -> Trace | None:
        return None

    @property
    def guides(self) -> tuple[Guide, ...]:
        """The lines that what is dragged was drawn into line with."""
        return ()

    @property
    def lit(self) -> Id | None:
        """The pipeline that what is dragged would be dropped into."""
        return None

    @property
    def subjects(self) -> Collection[Id]:
        """The ids of what is being dragged, for the status bar."""
        return ()

    def readout(self, session: Session) -> str | None:
        """Where what is being dragged stands; None when nothing is."""
        return readout(session.document, self.subjects)

    def press(self, at: Pointer, session: Session) -> State:
        return self

    def move(self, at: Pointer, session: Session) -> State:
        return self

    def release(self, at: Pointer, session: Session) -> State:
        return self

    def cancel(self, session: Session) -> State:
        """The user backs out: the document and the selection as they were before this state's gesture."""
        return self

    def settle(self, session: Session) -> State:
        """Something else is about to change the document: leave none of it half done."""
        return self


@dataclass(frozen=True, slots=True)
class Interlude(State):
    """Something is under way beside the tool in hand, which goes on with `resume` as soon as that is settled."""

    resume: State

    @property
    def tool_id(self) -> str:
        return self.resume.tool_id

    @property
    def cursor(self) -> str:
        return self.resume.cursor

    def press(self, at: Pointer, session: Session) -> State:
        return self.settle(session).press(at, session)


def settle(session: Session) -> None:
    """Leave no gesture half done: something else is about to change the document."""
    session.use(session.tool.settle(session))
