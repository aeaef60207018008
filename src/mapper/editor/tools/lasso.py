"""The contract tool: draw round components freehand, and they are a contract."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mapper.drawing.layout import Point
from mapper.editor.hit import hit
from mapper.editor.tools.base import State, Trace
from mapper.editor.tools.naming import Naming, ask_name
from mapper.editor.tools.oneshot import OneShot
from mapper.edits import add_contract, add_members, take_out
from mapper.model import Id
from mapper.procurement.breakdown import stage_mix
from mapper.procurement.mixing import mixing
from mapper.procurement.words import counted

if TYPE_CHECKING:
    from mapper.editor.pointer import Pointer
    from mapper.editor.session import Session

NONE_SELECTED = "Select the contract first that these are to be taken out of."


@dataclass(frozen=True, slots=True)
class ContractIdle(OneShot):
    """The contract tool in hand. Shift adds to the selected contract, Alt takes out of it; a click selects one."""

    @property
    def tool_id(self) -> str:
        return "contract"

    @property
    def cursor(self) -> str:
        return "pen"

    def press(self, at: Pointer, session: Session) -> State:
        contracts = [id for id in session.selection if id in session.document.contracts]
        selected = contracts[0] if len(contracts) == 1 else None
        return Drawing(((at.x, at.y),), selected, at.adding, at.free, session.selection, self)


@dataclass(frozen=True, slots=True)
class Drawing(State):
    """A line is being drawn round components; those inside it so far are selected.

    What is inside makes a contract, or joins the `selected` one if it `is_adding`, or leaves it if it `is_taking`. A key
    for that counts from when it was pressed, also amid the line: some window managers take a press with Alt for theirs.
    """

    points: tuple[Point, ...]
    selected: Id | None
    is_adding: bool
    is_taking: bool
    before: frozenset[Id]
    tool: ContractIdle

    @property
    def contract(self) -> Id | None:
        """The contract that the components join or leave; None if they are to be a new one."""
        return self.selected if self.is_adding or self.is_taking else None

    @property
    def tool_id(self) -> str:
        return self.tool.tool_id

    @property
    def cursor(self) -> str:
        return "pen"

    @property
    def trace(self) -> Trace | None:
        return Trace("lasso", self.points)

    def readout(self, session: Session) -> str | None:
        """What the contract would hold, stage by stage, and whether that would mix new with mature."""
        document = session.document
        members = [document.components[id] for id in self._held(session)]
        if not members:
            return None
        stages = [
            f"{document.stages.name(stage)} {count}".strip() for stage, count in stage_mix(members, document).items()
        ]
        parts = (counted(len(members), "component"), ", ".join(stages), mixing(members, document.stages))
        return " · ".join(part for part in parts if part)

    def _held(self, session: Session) -> list[Id]:
        """The components that would be in the contract if the line were closed now."""
        inside = self.inside(session)
        if self.contract is None:
            return [] if self.is_taking else inside
        members = session.document.contracts[self.contract].members
        if self.is_taking:
            return [id for id in members if id not in inside]
        return list(dict.fromkeys((*members, *inside)))

    def move(self, at: Pointer, session: Session) -> State:
        x, y = self.points[-1]
        if max(abs(at.x - x), abs(at.y - y)) < at.reach / 3:
            return self
        drawn = replace(
            self,
            points=(*self.points, (at.x, at.y)),
            is_adding=self.is_adding or at.adding,
            is_taking=self.is_taking or at.free,
        )
        session.select(drawn.inside(session))
        return drawn

    def release(self, at: Pointer, session: Session) -> State:
        inside = self.inside(session)
        if len(self.points) == 1:
            return self._click(at, session)
        if self.is_taking and self.contract is None:
            session.told.emit(NONE_SELECTED)
        if self.contract is not None:
            return self._change(self.contract, inside, session)
        if not inside or self.is_taking:
            return self.cancel(session)
        document, contract = add_contract(session.document, inside)
        session.preview(document)
        return ask_name(session, Naming(contract, "Draw contract", True, self.before, self.tool.used))

    def _click(self, at: Pointer, session: Session) -> State:
        """Nothing was drawn: the contract whose title or outline is under the pointer is selected."""
        found = hit(session, at)
        if found is None or found.id not in session.document.contracts:
            return self.cancel(session)
        session.select([found.id])
        return self.tool

    def _change(self, contract: Id, inside: Sequence[Id], session: Session) -> State:
        edit, label = (take_out, "Take out of contract") if self.is_taking else (add_members, "Add to contract")
        session.preview(edit(session.document, contract, inside))
        session.commit(label)
        session.select([contract])
        return self.tool.used

    def cancel(self, session: Session) -> State:
        session.select(self.before)
        return self.tool

    def settle(self, session: Session) -> State:
        return self.cancel(session)

    def inside(self, session: Session) -> list[Id]:
        """The components inside the line: no users, and none of a pipeline's choices."""
        frame = session.frame
        left, right = min(x for x, _ in self.points), max(x for x, _ in self.points)
        top, bottom = min(y for _, y in self.points), max(y for _, y in self.points)
        return [
            component.id
            for component in session.document.components.values()
            if left <= (x := frame.x(component.evolution)) <= right
            and top <= (y := frame.y(component.visibility)) <= bottom
            and not component.is_anchor
            and component.pipeline is None
            and is_inside(x, y, self.points)
        ]


def is_inside(x: float, y: float, ring: Sequence[Point]) -> bool:
    """Whether a point lies inside a closed ring, by the even-odd rule."""
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside
