"""What a map says, record by record and in its author's words: how two maps are compared that have different ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from mapper.model import Component, Document, Id, Inertia, LabelOffset

Fact = tuple[object, ...]
Facts = dict[str, Counter[Fact]]


def facts(document: Document) -> Facts:
    """Everything that is on a map, by what kind of fact it is; those that nothing is said of are not there."""
    found: Facts = {}
    for kind, *fact in chain(
        _of_map(document), _of_components(document), _of_relations(document), _of_remarks(document)
    ):
        if any(word not in (None, "", (), False) for word in fact):
            found.setdefault(str(kind), Counter())[tuple(fact)] += 1
    return found


def lost(before: Facts, after: Facts) -> set[str]:
    """The kinds of facts in which two maps differ."""
    return {kind for kind in before.keys() | after.keys() if before.get(kind) != after.get(kind)}


def _of_map(document: Document) -> Iterator[Fact]:
    look, stages, box = document.look, document.stages, document.annotations_at
    yield "title", document.title
    yield "summary", document.about.summary
    yield "stage names", *stages.names
    yield "stage lines", *map(_number, stages.lines)
    if look.width and look.height:
        yield "size", look.width, look.height
    yield "style", look.style, look.hides_evolution, look.hides_value_chain
    yield "axis names", look.value_chain, look.top, look.bottom
    if box is not None:
        yield "annotations box", _number(box.visibility), _number(box.evolution)


def _of_components(document: Document) -> Iterator[Fact]:
    for component in document.components.values():
        name = component.name
        yield "components", name, _number(component.visibility), _number(component.evolution)
        yield "kinds", name, component.kind
        if component.method:
            yield "methods", name, component.method
        if component.inertia:
            yield "inertia", name, component.inertia == Inertia()
        if component.label:
            yield "labels", name, *_label(component.label)
        if component.address:
            yield "addresses", name, component.address
        if component.pipeline is not None:
            yield "members", name, _owner(document, component.pipeline).name
        yield from _of_evolve(component)


def _of_evolve(component: Component) -> Iterator[Fact]:
    evolve = component.evolve
    if evolve is None:
        return
    yield "evolves", component.name, _number(evolve.evolution)
    if evolve.name:
        yield "new names", component.name, evolve.name
    if evolve.label:
        yield "new labels", component.name, *_label(evolve.label)
    if evolve.method:
        yield "new methods", component.name, evolve.method


def _of_relations(document: Document) -> Iterator[Fact]:
    for link in document.links.values():
        ends = document.components[link.source].name, document.components[link.target].name
        yield "links", *ends
        if link.label:
            yield "link texts", *ends, link.label
        if link.flow or link.value:
            yield "flows", *ends, link.flow, link.value
    for id, pipeline in document.pipelines.items():
        owner = _owner(document, id).name
        yield "pipelines", owner
        if pipeline.start is not None or pipeline.end is not None:
            yield "lengths", owner, pipeline.start, pipeline.end


def _of_remarks(document: Document) -> Iterator[Fact]:
    for note in document.notes.values():
        yield "notes", note.text, _number(note.visibility), _number(note.evolution)
    for remark in document.annotations.values():
        places = tuple((_number(at.visibility), _number(at.evolution)) for at in remark.positions)
        yield "annotations", remark.number, remark.text, places
    for force in document.accelerators.values():
        yield "accelerators", force.name, force.slows, _number(force.visibility), _number(force.evolution)
    for area in document.attitudes.values():
        corner = _number(area.visibility), _number(area.evolution)
        yield "attitudes", area.people, *corner, _number(area.width), _number(area.height)


def _owner(document: Document, pipeline: Id) -> Component:
    return document.components[document.pipelines[pipeline].component]


def _number(value: float) -> float:
    """To the four decimals that texts have."""
    return round(value, 4)


def _label(offset: LabelOffset) -> tuple[float, float]:
    """To the unit: texts have tenths of a pixel."""
    return round(offset.right), round(offset.down)
