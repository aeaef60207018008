"""Miragon's components, anchors, submaps and pipelines."""

from __future__ import annotations

from collections.abc import Sequence

from mapper.files.gathering import Gathering
from mapper.files.jsonmaps.miragon.elements import Decorators, Element, Offset
from mapper.files.methods import method_of
from mapper.files.owm.labels import offset_of
from mapper.files.problem import Place
from mapper.model import ANCHOR, COMPONENT, Component, Evolve, Id, Inertia, LabelOffset, Method, Pipeline

Placed = tuple[Element, Place | None]

_KINDS = {"anchor": ANCHOR, "component": COMPONENT, "submap": "submap"}
_PIPELINE = "pipeline"
UNNAMED = "Unnamed"


class Components:
    """Puts them on the map, and knows which of the file's ids became which component."""

    def __init__(self, gathering: Gathering, elements: Sequence[Placed]) -> None:
        self._gathering = gathering
        self._ids: dict[str, Id] = {}
        self._named: dict[str, Id] = {}
        for element, at in elements:
            if element.element_type in _KINDS:
                self._put(element, _kind(element, gathering, at), at)
        pipelines: dict[str, Id] = {}
        for element, at in elements:
            if element.element_type == _PIPELINE:
                pipelines[element.id] = self._put_pipeline(element, at)
        self._join(elements, pipelines)

    @staticmethod
    def holds(element: Element) -> bool:
        return element.element_type in _KINDS or element.element_type == _PIPELINE

    def id_of(self, theirs: str) -> Id | None:
        """The component that the file gives this id; of a pipeline, the component that has it."""
        return self._ids.get(theirs)

    def name_of(self, theirs: str) -> str:
        """What to call that component; as the file does if there is none."""
        id = self._ids.get(theirs)
        return theirs if id is None else self._gathering.components[id].name

    def _put(self, element: Element, kind: str, at: Place | None) -> Id:
        gathering, decorators = self._gathering, element.decorators
        name = gathering.name(element.label.replace("\\n", " "), at) or UNNAMED
        if element.color:
            gathering.tell(f"“{name}” has the colour “{element.color[:40]}”: components have none here.", at=at)
        component = Component(
            id=gathering.ids.take(name),
            name=name,
            evolution=gathering.fraction(element.position.evolution, "evolution", name, at),
            visibility=gathering.fraction(element.position.visibility, "visibility", name, at),
            kind=kind,
            method=_method(decorators.method, name, gathering, at),
            inertia=Inertia() if decorators.inertia else None,
            evolve=_evolve(element, name, gathering, at),
            address=gathering.name(element.url or element.url_ref, at),
            label=_label(element.label_offset, name),
        )
        gathering.components[component.id] = component
        self._named.setdefault(name, component.id)
        if element.id in self._ids:
            gathering.tell(f"“{element.id[:60]}” is the id of two elements.", "Links lead to the first of them.", at)
        self._ids.setdefault(element.id, component.id)
        return component.id

    def _put_pipeline(self, element: Element, at: Place | None) -> Id:
        """A pipeline belongs to the component of its name, and brings that with it if there is none."""
        gathering = self._gathering
        name = gathering.name(element.label, at) or UNNAMED
        owner = self._named.get(name) or self._put(element, COMPONENT, at)
        self._ids.setdefault(element.id, owner)
        start, end = element.evolution_start, element.evolution_end
        pipeline = Pipeline(
            id=gathering.ids.take("pipeline", name),
            component=owner,
            start=None if start is None else gathering.fraction(start, "start", name, at),
            end=None if end is None else gathering.fraction(end, "end", name, at),
        )
        gathering.put("pipelines", pipeline)
        return pipeline.id

    def _join(self, elements: Sequence[Placed], pipelines: dict[str, Id]) -> None:
        """Put the members of pipelines into them, whichever side says so."""
        for element, at in elements:
            if element.pipeline_id:
                self._become_member(element.id, pipelines.get(element.pipeline_id), at)
            for child in element.child_ids if element.element_type == _PIPELINE else ():
                self._become_member(child, pipelines[element.id], at)

    def _become_member(self, theirs: str, pipeline: Id | None, at: Place | None) -> None:
        components, id = self._gathering.components, self._ids.get(theirs)
        if id is None or pipeline is None or components[id].is_anchor:
            lost = f"“{self.name_of(theirs)[:60]}” is said to be in a pipeline, which cannot be."
            self._gathering.tell(lost, "It is left where it is.", at)
        elif components[id].pipeline is None:
            components[id] = components[id].but(pipeline=pipeline)


def _kind(element: Element, gathering: Gathering, at: Place | None) -> str:
    decorators: Decorators = element.decorators
    if element.element_type != "component":
        return _KINDS[element.element_type]
    if decorators.market and decorators.ecosystem:
        gathering.tell(f"“{element.label[:60]}” is a market and an ecosystem.", "It is taken as an ecosystem.", at)
    return "ecosystem" if decorators.ecosystem else "market" if decorators.market else COMPONENT


def _method(word: str, name: str, gathering: Gathering, at: Place | None) -> Method | None:
    method = method_of(word)
    if word and method is None:
        gathering.tell(f"“{name}” has the method “{word[:40]}”, which is none that is known.", at=at)
    return method


def _evolve(element: Element, name: str, gathering: Gathering, at: Place | None) -> Evolve | None:
    movement = element.movement
    if movement is None:
        return None
    if movement.target_evolution is None:
        gathering.tell(f"“{name}” evolves, but it is not said where to.", at=at)
        return None
    return Evolve(
        evolution=gathering.fraction(movement.target_evolution, "later evolution", name, at),
        name=gathering.name(movement.new_label, at),
        method=_method(movement.method, name, gathering, at),
        label=_label(movement.label_offset, movement.new_label or name),
    )


def _label(offset: Offset | None, name: str) -> LabelOffset | None:
    return offset_of((offset.dx, offset.dy), name) if offset else None
