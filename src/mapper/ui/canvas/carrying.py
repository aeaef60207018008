"""Many components that one drag moves together: nothing of them is drawn again until they are put down."""

from __future__ import annotations

from mapper.drawing.frame import Frame
from mapper.drawing.layout import Point
from mapper.drawing.where import centre
from mapper.model import Document, Id
from mapper.model.change import changed_ids
from mapper.ui.canvas.neighbours import Neighbours

MANY = 60
"""More components than these are carried; fewer are drawn again in each frame."""
AS_ONE = 0.5
"""Components that go ways so alike, in page units, move as one: positions are rounded one by one."""


class Carry:
    """`base` is the document that they were lifted from, `rigid` all that moves with them as it is, and `loose` the
    links that they are tied to others by.
    """

    def __init__(self, base: Document, frame: Frame, ids: set[Id], neighbours: Neighbours) -> None:
        self.base = base
        self._frame = frame
        self._components = frozenset(ids)
        links = [base.links[id] for id in neighbours.links_of(base, ids)]
        inside = {link.id for link in links if link.source in ids and link.target in ids}
        self.loose = frozenset(link.id for link in links) - inside
        pipelines = {id for id, pipeline in base.pipelines.items() if pipeline.component in ids}
        contracts = {id for id, contract in base.contracts.items() if contract.members and ids >= {*contract.members}}
        self.rigid = self._components | inside | pipelines | contracts

    def way(self, document: Document) -> Point | None:
        """How far all of them have gone, in page units; None if anything else is different too."""
        if changed_ids(self.base, document) != self._components:
            return None
        ways = [self._way(id, document) for id in self._components]
        least, most = (
            (min(x for x, _ in ways), min(y for _, y in ways)),
            (max(x for x, _ in ways), max(y for _, y in ways)),
        )
        alike = most[0] - least[0] < AS_ONE and most[1] - least[1] < AS_ONE
        return ((least[0] + most[0]) / 2, (least[1] + most[1]) / 2) if alike else None

    def moves(self, id: Id) -> bool:
        return id in self._components

    def _way(self, id: Id, document: Document) -> Point:
        x, y = centre(document.components[id], document, self._frame)
        old_x, old_y = centre(self.base.components[id], self.base, self._frame)
        return x - old_x, y - old_y


def lifted(before: Document, after: Document, frame: Frame, neighbours: Neighbours) -> Carry | None:
    """What is carried from one document to another, if these are many components that move as one and no more."""
    ids = neighbours.changed(before, after)
    if len(ids) <= MANY or not ids <= before.components.keys() or not ids <= after.components.keys():
        return None
    if any(component.pipeline is not None and component.id not in ids for component in before.components.values()):
        return None  # choices hang from components: what moves is not only what changed
    carry = Carry(before, frame, ids, neighbours)
    return carry if carry.way(after) is not None else None
