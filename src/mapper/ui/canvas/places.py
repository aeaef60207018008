"""The layout while the map changes under it: labels go with their components, outlines follow their members."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace

from mapper.drawing.belonging import Remembered, homes_of
from mapper.drawing.frame import Frame
from mapper.drawing.layout import Box, LabelPlace, Layout, Outline, Point, TitlePlace, ghost_label
from mapper.drawing.outline import outlines
from mapper.model import Accelerator, Component, Document, Id, Link
from mapper.ui.canvas.riders import Riders
from mapper.ui.canvas.shifts import beside, first_label, moved, position, reworded

COARSE = 12.0
"""The grid of outlines that are worked out while something is dragged, in page units."""
NEAR = 40.0
"""A component so near to an outline that it may bend it, in page units."""


class LivePlaces:
    """`layout` fits the document in hand. It is worked out from the layout last taken, so that nothing drifts."""

    def __init__(self, layout: Layout, document: Document, frame: Frame) -> None:
        self.take(layout, document, frame)

    def take(self, layout: Layout, document: Document, frame: Frame) -> None:
        """A layout that was worked out, or is to be kept, for this document."""
        self.layout = layout
        self._placed, self._document, self._frame = layout, document, frame
        self._riders = Riders(layout.interfaces, document, frame)
        self._disturbed: set[Id] = set()
        self._bounds = Remembered(_bounds)

    def follow(
        self, before: Document, document: Document, frame: Frame, affected: Set[Id], carried: Set[Id] = frozenset()
    ) -> set[Id]:
        """Fit the layout to another document on the same frame; answers with the contracts that look different.

        The labels of what is carried can wait until it is put down.
        """
        if document is self._document:
            self.layout, contracts = self._placed, self._disturbed
            self._disturbed = set()
            return contracts
        components = affected - document.accelerators.keys()
        gone = {id for id in components if position(id, before, frame) != position(id, document, frame)}
        shapes = self._reshaped(before, document, gone)
        fresh = self._outlines(document, frame, shapes)
        numbers = self._riders.carried(document, frame)
        renumbered = {mark.source for mark in {*numbers} ^ {*self.layout.interfaces}}
        self.layout = replace(
            self.layout,
            labels=self._labels(document, frame, affected - carried),
            interfaces=numbers,
        )
        if shapes:
            kept = {id: shape for id, shape in self.layout.outlines.items() if id not in shapes}
            titles = {**self.layout.titles, **dict(self._titles(fresh))}
            self.layout = replace(self.layout, outlines=kept | fresh, titles=titles)
        self._disturbed |= shapes | renumbered
        return shapes | renumbered

    @property
    def numbered(self) -> set[Id]:
        """The links that the number of an interface is on."""
        return self._riders.links

    # Labels.

    def _labels(self, document: Document, frame: Frame, ids: Set[Id]) -> Mapping[Id, LabelPlace]:
        if not ids:
            return self.layout.labels
        labels = dict(self.layout.labels)
        for id in ids:
            if component := document.components.get(id):
                labels[id] = self._label(component, document, frame)
                ghost = ghost_label(id)
                if ghost in labels:
                    labels[ghost] = self._ghost_label(component, document, frame)
            elif (link := document.links.get(id)) and id in self._placed.labels:
                labels[id] = self._link_label(link, document, frame)
            elif accelerator := document.accelerators.get(id):
                labels[id] = self._accelerator_label(accelerator, document, frame)
        return labels

    def _label(self, component: Component, document: Document, frame: Frame) -> LabelPlace:
        placed, old = self._placed.labels.get(component.id), self._document.components.get(component.id)
        if placed is None or old is None or component.label is not old.label:
            return first_label(component, document, frame)
        if component.name != old.name or component.kind != old.kind:
            placed = reworded(placed, component)
        return LabelPlace(self._shifted(placed.box, component.id, document, frame), placed.lines, placed.align)

    def _accelerator_label(self, accelerator: Accelerator, document: Document, frame: Frame) -> LabelPlace:
        placed = self._placed.labels.get(accelerator.id)
        old = self._document.accelerators.get(accelerator.id)
        if placed is None or old is None:
            return first_label(accelerator, document, frame)
        if accelerator.name != old.name:
            placed = reworded(placed, accelerator)
        return LabelPlace(self._shifted(placed.box, accelerator.id, document, frame), placed.lines, placed.align)

    def _ghost_label(self, component: Component, document: Document, frame: Frame) -> LabelPlace:
        placed, old = self._placed.labels[ghost_label(component.id)], self._document.components[component.id]
        down = self._way(component.id, document, frame)[1]
        right = 0.0
        if component.evolve is not None and old.evolve is not None:
            right = (component.evolve.evolution - old.evolve.evolution) * frame.plot_width
        return replace(placed, box=moved(placed.box, right, down))

    def _link_label(self, link: Link, document: Document, frame: Frame) -> LabelPlace:
        placed = self._placed.labels[link.id]
        (right, down), (also_right, also_down) = (self._way(end, document, frame) for end in (link.source, link.target))
        return replace(placed, box=moved(placed.box, (right + also_right) / 2, (down + also_down) / 2))

    def _shifted(self, box: Box, id: Id, document: Document, frame: Frame) -> Box:
        return moved(box, *self._way(id, document, frame))

    def _way(self, id: Id, document: Document, frame: Frame) -> Point:
        """How far a component or an accelerator has gone from where it was laid out."""
        old = position(id, self._document, self._frame)
        new = position(id, document, frame)
        return (new[0] - old[0], new[1] - old[1]) if old is not None and new is not None else (0.0, 0.0)

    # Contracts.

    def _reshaped(self, before: Document, document: Document, moved: set[Id]) -> set[Id]:
        """The contracts whose outline changes: a member came, went or moved, or another component came near."""
        places = [at for id in moved for shown in (before, document) if (at := position(id, shown, self._frame))]
        found = {home for id in moved & document.components.keys() for home in homes_of(id, document)}
        if places:
            bounds, outlines = self._bounds(self.layout.outlines), self.layout.outlines
            left, top, right, bottom = _around(places)
            near = {id for id, x, y, x2, y2 in bounds if x < right and left < x2 and y < bottom and top < y2}
            found |= {id for id in near if any(outlines[id].bounds.meets(Box(x, y, x, y), NEAR) for x, y in places)}
        if before.contracts is not document.contracts:
            found |= {id for id, it in document.contracts.items() if _members(before, id) != it.members}
        return found & document.contracts.keys()

    def _outlines(self, document: Document, frame: Frame, contracts: set[Id]) -> dict[Id, Outline]:
        """Contracts that moved as one keep their shape; the others get a new one."""
        shapes: dict[Id, Outline] = {}
        anew: list[Id] = []
        for id in contracts & document.contracts.keys():
            placed, old = self._placed.outlines.get(id), self._document.contracts.get(id)
            members = document.contracts[id].members
            ways = {self._rounded_way(member, document, frame) for member in members}
            if placed is None or old is None or old.members != members or len(ways) != 1 or ways == {(0.0, 0.0)}:
                anew.append(id)
            else:
                shapes[id] = placed.shifted(*ways.pop())
        if anew:
            shapes |= outlines(document, frame, anew, COARSE, self.layout.outlines)
        return shapes

    def _rounded_way(self, component: Id, document: Document, frame: Frame) -> Point:
        right, down = self._way(component, document, frame)
        return round(right, 1), round(down, 1)

    def _titles(self, shapes: dict[Id, Outline]) -> Iterator[tuple[Id, TitlePlace]]:
        for id, outline in shapes.items():
            title, placed = self._placed.titles.get(id), self._placed.outlines.get(id)
            if title is not None and placed is not None:
                yield id, replace(title, box=beside(title.box, placed.bounds, outline.bounds))


def _members(document: Document, contract: Id) -> tuple[Id, ...] | None:
    return document.contracts[contract].members if contract in document.contracts else None


def _bounds(outlines: Mapping[Id, Outline]) -> list[tuple[Id, float, float, float, float]]:
    boxes = ((id, outline.bounds) for id, outline in outlines.items())
    return [(id, box.left, box.top, box.right, box.bottom) for id, box in boxes]


def _around(places: list[Point]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all that is near these places."""
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return min(xs) - NEAR, min(ys) - NEAR, max(xs) + NEAR, max(ys) + NEAR
