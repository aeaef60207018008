"""What a drag carries: components that move as one are not drawn again until they are put down."""

from __future__ import annotations

from collections.abc import Callable

from mapper.drawing.belonging import pipeline_members, pipeline_under
from mapper.drawing.frame import Frame
from mapper.drawing.layout import Point
from mapper.model import Accelerator, Attitude, Component, Document, Id, Note
from mapper.ui.canvas.neighbours import Neighbours

Standing = Component | Note | Accelerator | Attitude

MANY = 60
"""Where more components than these are carried, nothing that stays behind follows them before they are put down."""
AS_ONE = 0.5
"""Components that go ways so alike, in page units, move as one: positions are rounded one by one."""


class Carry:
    """`base` is the document that things were lifted from, `rigid` all that moves with them as it is, and `ties` the
    links that stretch between them and others. Unless it `is_much`, what else they change is drawn as they go:
    outlines that follow them, forecasts that stay, links with texts on them. `records` is all that is taken off the map.
    """

    def __init__(self, base: Document, ids: set[Id], neighbours: Neighbours, is_plain: Callable[[Id], bool]) -> None:
        self.base = base
        self.is_much = len(ids) > MANY
        self._moving = frozenset(ids)
        self._from = [record for id in ids if (record := _standing(id, base)) is not None]
        links = [base.links[id] for id in neighbours.links_of(base, ids)]
        if not self.is_much:
            links = [link for link in links if is_plain(link.id)]
        inside = {link.id for link in links if link.source in ids and link.target in ids}
        self.ties = frozenset(link.id for link in links) - inside
        self._pipelines = _pipelines(ids, base)
        if self.is_much:
            contracts = {
                id for id, contract in base.contracts.items() if contract.members and ids >= {*contract.members}
            }
            self.rigid = self._moving | inside | self._pipelines | contracts
        else:
            self.rigid = frozenset(filter(self._is_rigid, ids | self._pipelines)) | inside
        self.records = self.rigid | self.ties

    def way(self, document: Document, changed: set[Id], frame: Frame) -> Point | None:
        """How far all have gone, in page units; None if anything else has `changed` than where they are."""
        if not changed <= self._moving and not changed <= self._moving | self._pipelines:
            return None
        rights, downs = [], []
        for old in self._from:
            new = _standing(old.id, document)
            if new is None or not _is_moved(old, new):
                return None
            rights.append((new.evolution - old.evolution) * frame.plot_width)
            downs.append((old.visibility - new.visibility) * frame.plot_height)
        right, down = (min(rights) + max(rights)) / 2, (min(downs) + max(downs)) / 2
        alike = max(rights) - min(rights) < AS_ONE and max(downs) - min(downs) < AS_ONE
        return (right, down) if alike else None

    def moves(self, id: Id) -> bool:
        return id in self._moving

    def _is_rigid(self, id: Id) -> bool:
        """Forecasts stay where they are; notes, areas and the boxes of pipelines stop at the edge of the page."""
        component, pipeline = self.base.components.get(id), self.base.pipelines.get(id)
        if pipeline is not None:
            return pipeline.start is None is pipeline.end
        return id in self.base.accelerators or (component is not None and component.evolve is None)


def lifted(
    before: Document, after: Document, neighbours: Neighbours, frame: Frame, is_plain: Callable[[Id], bool]
) -> Carry | None:
    """What is carried from one document to another, if these are things with one place that move as one and no more.

    `is_plain` says whether a link is a line and nothing more.
    """
    changed = neighbours.changed(before, after)
    ids = {id for id in changed if _standing(id, before) is not None}
    if not ids or not changed - ids <= _pipelines(ids, before) or not _are_families(ids, before):
        return None
    carry = Carry(before, ids, neighbours, is_plain)
    return carry if carry.way(after, changed, frame) is not None else None


def _pipelines(ids: set[Id], document: Document) -> set[Id]:
    """The pipelines that hang from these."""
    return {id for id, pipeline in document.pipelines.items() if pipeline.component in ids}


def _standing(id: Id, document: Document) -> Standing | None:
    return (
        document.components.get(id)
        or document.notes.get(id)
        or document.accelerators.get(id)
        or document.attitudes.get(id)
    )


def _is_moved(old: Standing, new: Standing) -> bool:
    """Whether nothing but the place of a record is different."""
    place = {"evolution": old.evolution, "visibility": old.visibility}
    return old is new or {**new.__dict__, **place} == old.__dict__


def _are_families(ids: set[Id], document: Document) -> bool:
    """Whether each pipeline has its component and all of its members among these, or none of them."""
    for id in ids & document.components.keys() if document.pipelines else ():
        pipeline = document.components[id].pipeline
        if pipeline is not None and document.pipelines[pipeline].component not in ids:
            return False
        under = pipeline_under(id, document)
        if under is not None and not ids.issuperset(pipeline_members(under, document)):
            return False
    return True
