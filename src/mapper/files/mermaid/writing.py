"""A document becomes a diagram in Mermaid's `wardley-beta`.

Names always stand in quotation marks, numbers always have decimals, and the stages always say where they end: Mermaid
takes nothing else for certain.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import chain, repeat

from mapper.files.mermaid.fitting import Fitting, fit
from mapper.files.mermaid.text import quote, run
from mapper.files.owm.labels import pixels_of
from mapper.model import Component, Document, Flow, Id, LabelOffset, Link, Method, Position, clean_name

METHODS = {Method.BUILD: "build", Method.RENT: "buy", Method.USE: "outsource"}
_PORTS = {Flow.FORWARD: "+>", Flow.BACKWARD: "+<", Flow.BOTH: "+<>"}

BOX = Position(evolution=0.1, visibility=0.9)
"""Where the annotations are written out if the document does not say: Mermaid shows them only at a place."""


def write(document: Document) -> str:
    """The map as a diagram. What Mermaid has no word for is left out."""
    fitting = fit(document)
    parts = (
        _heading(document),
        _components(document, fitting),
        _pipelines(fitting),
        (_link(link, fitting.names) for link in document.links.values()),
        _evolves(document, fitting),
        _remarks(document),
    )
    return "\n\n".join(text for text in map("\n".join, parts) if text) + "\n"


def decimal(number: float) -> str:
    """A number of ours, exactly, with a decimal point and without an exponent."""
    text = format(Decimal(repr(abs(number))), "f")
    return text if "." in text else f"{text}.0"


def _heading(document: Document) -> Iterator[str]:
    yield "wardley-beta"
    if title := clean_name(document.title):
        yield f"title {run(title)}"
    if summary := clean_name(document.about.summary):
        yield f"accDescr: {run(summary)}"
    look, stages = document.look, document.stages
    if look.width and look.height:
        yield f"size [{look.width}, {look.height}]"
    ends = zip(stages.names, (*stages.lines, 1.0), strict=True)
    yield "evolution " + " -> ".join(f"{quote(clean_name(name))}@{decimal(end)}" for name, end in ends)


def _components(document: Document, fitting: Fitting) -> Iterator[str]:
    for component in document.components.values():
        if component.id not in fitting.members:
            yield _component(component, fitting.names[component.id])


def _component(component: Component, name: str) -> str:
    place = _place(component.visibility, component.evolution)
    if component.is_anchor:
        return f"anchor {quote(name)} {place}"
    words = [f"component {quote(name)} {place}"]
    if component.label:
        words.append(_label(name, component.label))
    if component.kind == "market":
        words.append("(market)")
    elif component.method:
        words.append(f"({METHODS[component.method]})")
    if component.inertia:
        words.append("(inertia)")
    return " ".join(words)


def _pipelines(fitting: Fitting) -> Iterator[str]:
    for pipeline, members in fitting.pipelines:
        yield f"pipeline {quote(fitting.names[pipeline.component])} {{"
        for member in members:
            name = fitting.names[member.id]
            label = f" {_label(name, member.label)}" if member.label else ""
            yield f"  component {quote(name)} [{decimal(member.evolution)}]{label}"
        yield "}"


def _link(link: Link, names: Mapping[Id, str]) -> str:
    value, label = clean_name(link.value), clean_name(link.label)
    arrow = _PORTS[link.flow] if link.flow else "->"
    if value:
        # Between these marks quotation marks can stand only as their numbers.
        spelled = run(value).replace("'", "#39;").replace('"', "#34;")
        arrow = f"+'{spelled}'{_PORTS[link.flow or Flow.FORWARD][1:]}"
    text = f"{quote(names[link.source])} {arrow} {quote(names[link.target])}"
    return f"{text}; {run(label)}" if label else text


def _evolves(document: Document, fitting: Fitting) -> Iterator[str]:
    for component in document.components.values():
        if component.evolve:
            yield f"evolve {quote(fitting.address(component))} {decimal(component.evolve.evolution)}"


def _remarks(document: Document) -> Iterator[str]:
    for note in document.notes.values():
        yield f"note {quote(note.text)} {_place(note.visibility, note.evolution)}"
    box = document.annotations_at or (BOX if document.annotations else None)
    if box:
        yield f"annotations {_place(box.visibility, box.evolution)}"
    for annotation in document.annotations.values():
        # The box lists the text of every line that has one, so further places go without.
        for at, text in zip(annotation.positions, chain([annotation.text], repeat("")), strict=False):
            yield f"annotation {annotation.number},{_place(at.visibility, at.evolution)} {quote(text)}"
    for force in document.accelerators.values():
        word = "deaccelerator" if force.slows else "accelerator"
        yield f"{word} {quote(clean_name(force.name))} {_place(force.visibility, force.evolution)}"


def _place(visibility: float, evolution: float) -> str:
    return f"[{decimal(visibility)}, {decimal(evolution)}]"


def rounded(offset: LabelOffset, name: str) -> tuple[int, int]:
    """Where Mermaid puts a label of ours: it knows whole pixels only."""
    right, down = pixels_of(offset, name)
    return round(right), round(down)


def _label(name: str, offset: LabelOffset) -> str:
    right, down = rounded(offset, name)
    return f"label [{right}, {down}]"
