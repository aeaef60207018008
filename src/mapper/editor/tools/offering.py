"""An offer on the map: what was dropped well inside a contract's outline may join it. Nothing joins by itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mapper.drawing.layout import Layout, Outline, Point
from mapper.drawing.where import centre
from mapper.editor.hit import distance, pieces
from mapper.editor.pointer import Pointer
from mapper.editor.tools.base import State
from mapper.edits import add_members
from mapper.edits.membership import procurable
from mapper.model import Id

if TYPE_CHECKING:
    from mapper.editor.session import Session

WELL_INSIDE = 9.0
"""So far inside an outline something must be dropped for it to be meant, in page units."""


@dataclass(frozen=True, slots=True)
class Offering(State):
    """The window shows a button that takes `components` into `contract`. Anything else that is done ends the offer.

    `at` is the component that the offer stands beside; the hand goes on with `resume`.
    """

    contract: Id
    components: tuple[Id, ...]
    at: Id
    resume: State

    @property
    def tool_id(self) -> str:
        return self.resume.tool_id

    @property
    def cursor(self) -> str:
        return self.resume.cursor

    def press(self, at: Pointer, session: Session) -> State:
        return self.resume.press(at, session)

    def move(self, at: Pointer, session: Session) -> State:
        resume = self.resume.move(at, session)
        return self if resume is self.resume else replace(self, resume=resume)

    def cancel(self, session: Session) -> State:
        """Backing out takes the offer away and nothing else."""
        return self.resume

    def settle(self, session: Session) -> State:
        return self.resume

    def words(self, session: Session) -> str:
        """What the button says: "Add to C3 Payments"."""
        contracts = session.document.contracts
        homes = [each.ref for each in contracts.values() if not set(self.components).isdisjoint(each.members)]
        contract = contracts[self.contract]
        name = f"{contract.ref} {contract.title}".strip()
        return f"Move from {', '.join(homes)} to {name}" if homes else f"Add to {name}"


def offered(session: Session, layout: Layout, held: Id | None, resume: State) -> State:
    """What is in hand after a drop: an offer, if the component that was `held` now lies well inside the outline, as it
    was before the drag, of a contract that it is not in."""
    if held is None:
        return resume
    document = session.document
    at = centre(document.components[held], document, session.frame)
    for id, contract in document.contracts.items():
        outline = layout.outlines.get(id)
        if outline is None or not contract.members or not _is_well_inside(at, outline):
            continue
        joining = tuple(one for one in procurable(document, session.selection) if one not in contract.members)
        if held in joining:
            return Offering(id, joining, held, resume)
    return resume


def accept(session: Session) -> None:
    """Take the offer up. Without one, nothing happens."""
    offer = session.tool
    if isinstance(offer, Offering):
        session.use(offer.resume)
        session.apply("Add to contract", add_members, offer.contract, offer.components)


def _is_well_inside(at: Point, outline: Outline) -> bool:
    return outline.holds(*at) and all(distance(Pointer(*at), *piece) >= WELL_INSIDE for piece in pieces(outline))
