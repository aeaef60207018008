"""The tools, in the order of the tool bar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapper.editor.tools.add import ACCELERATOR, ANNOTATION, DECELERATOR, NOTE, AddIdle
from mapper.editor.tools.area import AreaIdle
from mapper.editor.tools.base import State, settle
from mapper.editor.tools.enclosing import LassoIdle
from mapper.editor.tools.evolve import EvolveIdle
from mapper.editor.tools.lasso import ContractIdle
from mapper.editor.tools.linking import LinkIdle
from mapper.editor.tools.oneshot import OneShot
from mapper.editor.tools.select import Idle
from mapper.model import KINDS, People
from mapper.procurement.words import word

if TYPE_CHECKING:
    from mapper.editor.session import Session


@dataclass(frozen=True, slots=True)
class Tool:
    """What the pointer can do. `id` also names its icon; `key` is a single key, or empty; `start` answers with the tool's
    first state.
    """

    id: str
    title: str
    key: str
    start: Callable[[], State]
    hint: str


def _adding(what: str) -> Callable[[], State]:
    return lambda: AddIdle(Idle(), what=what)


def _drawing_area(people: People) -> Callable[[], State]:
    return lambda: AreaIdle(Idle(), people=people)


TOOLS: tuple[Tool, ...] = (
    Tool(
        "select",
        "Select",
        "V",
        Idle,
        "Click to select, drag to move; drag on empty ground to select several, with Alt freehand",
    ),
    Tool("lasso", "Lasso", "Q", lambda: LassoIdle(Idle()), "Draw round what to select; Shift adds to what is selected"),
    Tool("link", "Link", "L", lambda: LinkIdle(Idle()), "Drag from a component to one that it needs"),
    Tool(
        "contract",
        "Contract",
        "K",
        lambda: ContractIdle(Idle()),
        "Draw round components; Shift adds to the selected contract, Alt takes out",
    ),
    Tool("evolve", "Evolve", "W", lambda: EvolveIdle(Idle()), "Drag a component to where it is heading"),
    *(
        Tool(kind.id, kind.title, kind.key, _adding(kind.id), "Click where it belongs, then type its name")
        for kind in KINDS
    ),
    Tool(NOTE, "Note", "N", _adding(NOTE), "Click where it belongs, then type"),
    Tool(ANNOTATION, "Annotation", "R", _adding(ANNOTATION), "Click at what it is about, then type"),
)

MENU_TOOLS: tuple[Tool, ...] = (
    Tool(
        ACCELERATOR, "Accelerator", "", _adding(ACCELERATOR), "Click where it speeds evolution up, then type its name"
    ),
    Tool(
        DECELERATOR, "Decelerator", "", _adding(DECELERATOR), "Click where it slows evolution down, then type its name"
    ),
    *(
        Tool(people, word(people), "", _drawing_area(people), "Drag from corner to corner of where they work best")
        for people in People
    ),
)
"""Tools that are wanted now and then: they are taken from the Map menu and have no key."""

TOOL = {tool.id: tool for tool in (*TOOLS, *MENU_TOOLS)}


def take(session: Session, tool: Tool) -> None:
    """Take a tool in hand. Taken a second time (a double click on its button), it stays in hand after use."""
    settle(session)
    state, is_again = tool.start(), session.tool.tool_id == tool.id
    session.use(state.stay() if is_again and isinstance(state, OneShot) else state)
