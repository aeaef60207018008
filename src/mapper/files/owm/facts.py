"""What the lines about a record say, and what a line says about its record: one in terms of the other."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from mapper.files.owm.labels import offset_of, pixels_of
from mapper.files.owm.names import plain
from mapper.files.owm.spelling import one_line
from mapper.files.owm.statement import Part, Value, numbers, words
from mapper.files.owm.words import FAR_LABEL, KIND_WORDS, METHOD_WORDS, METHODS, PEOPLE, PEOPLE_WORDS
from mapper.model import (
    COMPONENT,
    Accelerator,
    Annotation,
    Attitude,
    Component,
    Evolve,
    Flow,
    Inertia,
    LabelOffset,
    Link,
    Note,
    Pipeline,
    Position,
)

Facts = dict[Part, Value]
Fields = dict[str, object]

_KEYWORD, _NAME, _PLACE = Part.KEYWORD, Part.NAME, Part.PLACE
_WAYS = {Flow.FORWARD: ">", Flow.BACKWARD: "<", Flow.BOTH: "<>"}
_FLOWS = {way: flow for flow, way in _WAYS.items()}


def component_facts(component: Component, keyword: str = COMPONENT, *, inside: bool = False) -> Facts:
    """`keyword` is what the line begins with now: a market is told by its keyword, or by a mark."""
    facts: Facts = {Part.KEYWORD: _keyword(component, keyword, inside=inside), Part.NAME: component.name}
    if inside:
        facts[Part.EVOLUTION] = (component.evolution,)
    else:
        facts[Part.PLACE] = (component.visibility, component.evolution)
    if component.label is not None:
        _say_label(facts, component.label, component.name)
    if component.method is not None or component.inertia is not None or component.kind in KIND_WORDS:
        _say_marks(facts, component)
    return facts


def _keyword(component: Component, keyword: str, *, inside: bool) -> str:
    kind = component.kind
    if inside or kind == COMPONENT or (kind in KIND_WORDS and kind != keyword):
        return COMPONENT
    return kind


def _say_marks(facts: Facts, component: Component) -> None:
    marks = [METHOD_WORDS[component.method]] if component.method is not None else []
    if component.kind in KIND_WORDS and facts[Part.KEYWORD] == COMPONENT:
        marks.append(component.kind)
    if component.inertia is not None:
        marks.append("inertia")
    if marks:
        facts[Part.MARKS] = ",".join(marks)


def _say_label(facts: Facts, label: LabelOffset, name: str) -> None:
    """A place that OnlineWardleyMaps would take for hidden is not said."""
    pixels = pixels_of(label, name)
    if max(map(abs, pixels)) <= FAR_LABEL:
        facts[Part.LABEL] = pixels


def component_fields(facts: Mapping[Part, Value]) -> Fields:
    """What a component's line says of it; `inertia` is whether there is any."""
    name = words(facts, _NAME)
    fields: Fields = {
        "name": name,
        "kind": words(facts, _KEYWORD),
        "method": None,
        "inertia": None,
        "label": label_in(facts, name),
    }
    if Part.MARKS in facts:
        fields.update(_marked(words(facts, Part.MARKS).split(","), words(facts, Part.KEYWORD)))
    if _PLACE in facts:
        fields["visibility"], fields["evolution"] = numbers(facts, _PLACE)
    else:
        fields["evolution"] = numbers(facts, Part.EVOLUTION)[0]
    return fields


def _marked(marks: Collection[str], keyword: str) -> Fields:
    kinds = [word for word in KIND_WORDS if word in marks]
    return {
        "kind": kinds[0] if kinds and keyword == COMPONENT else keyword,
        "method": next((method for word, method in METHODS.items() if word in marks), None),
        "inertia": Inertia() if "inertia" in marks else None,
    }


def label_in(facts: Mapping[Part, Value], name: str) -> LabelOffset | None:
    pixels = facts.get(Part.LABEL)
    return offset_of(pixels, name) if isinstance(pixels, tuple) else None


def evolve_facts(component: Component, evolve: Evolve) -> Facts:
    facts: Facts = {Part.NAME: component.name, Part.NUMBER: (evolve.evolution,)}
    if evolve.name:
        facts[Part.NEW_NAME] = evolve.name
    if evolve.label is not None:
        _say_label(facts, evolve.label, evolve.name or component.name)
    if evolve.method is not None:
        facts[Part.MARKS] = METHOD_WORDS[evolve.method]
    return facts


def evolve_fields(facts: Mapping[Part, Value], name: str) -> Fields:
    """What an `evolve` line says; `name` is the component's own, which the new name may repeat."""
    marks = words(facts, Part.MARKS).split(",")
    new = words(facts, Part.NEW_NAME)
    return {
        "evolution": numbers(facts, Part.NUMBER)[0],
        "name": "" if new == name else new,
        "label": label_in(facts, new or name),
        "method": next((method for word, method in METHODS.items() if word in marks), None),
    }


def pipeline_facts(pipeline: Pipeline, name: str) -> Facts:
    facts: Facts = {Part.NAME: name}
    if pipeline.start is not None and pipeline.end is not None and pipeline.start <= pipeline.end:
        facts[Part.PLACE] = (pipeline.start, pipeline.end)
    return facts


def pipeline_fields(facts: Mapping[Part, Value]) -> Fields:
    extent = numbers(facts, Part.PLACE)
    return {"start": extent[0], "end": extent[1]} if extent else {"start": None, "end": None}


def link_facts(link: Link, source: str, target: str) -> Facts:
    facts: Facts = {Part.SOURCE: source, Part.TARGET: target}
    if link.flow is not None:
        value = f"'{plain(link.value).replace(chr(39), '’')}'" if link.value else ""
        facts[Part.FLOW] = f"+{value}{_WAYS[link.flow]}"
    if link.label:
        facts[Part.CONTEXT] = link.label
    return facts


def link_fields(facts: Mapping[Part, Value]) -> Fields:
    if Part.FLOW not in facts:
        return {"label": facts.get(Part.CONTEXT, ""), "flow": None, "value": ""}
    operator = words(facts, Part.FLOW)
    value, _, way = operator[2:].rpartition("'") if operator.startswith("+'") else ("", "", operator[1:])
    flow = _FLOWS.get(way) if operator.startswith("+") else None
    return {"label": facts.get(Part.CONTEXT, ""), "flow": flow, "value": one_line(value)}


def note_facts(note: Note) -> Facts:
    return {Part.TEXT: note.text, Part.PLACE: (note.visibility, note.evolution)}


def note_fields(facts: Mapping[Part, Value]) -> Fields:
    visibility, evolution = numbers(facts, Part.PLACE)
    return {"text": facts[Part.TEXT], "evolution": evolution, "visibility": visibility}


def annotation_facts(annotation: Annotation) -> Facts:
    places = tuple(value for at in annotation.positions for value in (at.visibility, at.evolution))
    return {Part.NUMBER: (float(annotation.number),), Part.PLACES: places, Part.TEXT: annotation.text}


def annotation_fields(facts: Mapping[Part, Value]) -> Fields:
    values = numbers(facts, Part.PLACES)
    places = zip(values[::2], values[1::2], strict=True)
    positions = tuple(Position(evolution=evolution, visibility=visibility) for visibility, evolution in places)
    return {"number": int(numbers(facts, Part.NUMBER)[0]), "positions": positions, "text": facts[Part.TEXT]}


def accelerator_facts(accelerator: Accelerator) -> Facts:
    return {
        Part.KEYWORD: "deaccelerator" if accelerator.slows else "accelerator",
        Part.NAME: accelerator.name,
        Part.PLACE: (accelerator.visibility, accelerator.evolution),
    }


def accelerator_fields(facts: Mapping[Part, Value]) -> Fields:
    visibility, evolution = numbers(facts, Part.PLACE)
    slows = facts[Part.KEYWORD] == "deaccelerator"
    return {"name": facts[Part.NAME], "slows": slows, "evolution": evolution, "visibility": visibility}


def attitude_facts(attitude: Attitude) -> Facts:
    top, left = attitude.visibility, attitude.evolution
    corners = (top, left, max(0.0, top - attitude.height), min(1.0, left + attitude.width))
    return {Part.KEYWORD: PEOPLE_WORDS[attitude.people], Part.CORNERS: corners}


def attitude_fields(facts: Mapping[Part, Value]) -> Fields:
    top, left, bottom, right = numbers(facts, Part.CORNERS)
    return {
        "people": PEOPLE[words(facts, Part.KEYWORD)],
        "evolution": left,
        "visibility": top,
        "width": round(right - left, 6),
        "height": round(top - bottom, 6),
    }
