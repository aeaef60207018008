"""The map as a Mermaid diagram, for wikis and repositories."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from mapper.export.exporter import Exporter
from mapper.export.losses import left_out, of_components, of_contracts, of_marks, of_origin
from mapper.files.mermaid import write
from mapper.files.mermaid.fitting import Fitting, fit
from mapper.files.mermaid.writing import rounded
from mapper.files.owm.labels import offset_of
from mapper.model import Document, clean_name
from mapper.procurement.words import counted

_ThingT = TypeVar("_ThingT")
_MOST_LETTERS = 50_000


def _losses(document: Document) -> tuple[str, ...]:
    fitting = fit(document)
    return (
        *of_contracts("Mermaid", document),
        *of_components("Mermaid", document),
        *of_marks("Mermaid", document),
        *_of_kinds(document, fitting),
        *_of_pipelines(document, fitting),
        *_of_names(document, fitting),
        *_of_links(document, fitting),
        *_of_remarks(document),
        *_of_look(document),
        *of_origin("Mermaid", document),
        *_of_size(document),
    )


def _of_kinds(document: Document, fitting: Fitting) -> Iterator[str]:
    """What Mermaid cannot say of components that it can of others."""
    components = tuple(document.components.values())
    members = [one for one in components if one.id in fitting.members]
    bare = [one for one in components if one.is_anchor or one.id in fitting.members]
    markets = [one for one in components if one.kind == "market" and one.id not in fitting.members]
    yield from left_out(
        "Mermaid has no ecosystems, no submaps and no markets in a pipeline",
        (_count(components, lambda one: one.kind == "ecosystem"), "mark of an ecosystem|marks of ecosystems"),
        (_count(components, lambda one: one.kind == "submap"), "mark of a submap|marks of submaps"),
        (_count(members, lambda one: one.kind == "market"), "mark of a market|marks of markets"),
        (_count(components, lambda one: one.address), "address|addresses"),
    )
    yield from left_out(
        "Mermaid says less of anchors, of markets and of members of pipelines",
        (_count([*bare, *markets], lambda one: one.method), "method"),
        (_count(bare, lambda one: one.inertia), "mark of inertia|marks of inertia"),
        (_count(components, lambda one: one.label and one.is_anchor), "place of a name|places of names"),
    )
    evolves = [one.evolve for one in components if one.evolve]
    yield from left_out(
        "Mermaid gives no name to what something evolves to",
        (_count(evolves, lambda one: one.name), "name"),
        (_count(evolves, lambda one: one.label), "place of a name|places of names"),
    )


def _of_pipelines(document: Document, fitting: Fitting) -> Iterator[str]:
    drawn = {pipeline.id for pipeline, _ in fitting.pipelines}
    lost = len(document.pipelines) - len(drawn)
    yield from left_out(
        "Mermaid draws one pipeline for a component, with members, and none within another", (lost, "pipeline")
    )
    kept = [pipeline for pipeline, _ in fitting.pipelines]
    yield from left_out(
        "Mermaid has pipelines as long as their members lie apart, without words",
        (_count(kept, lambda one: one.title), "title"),
        (_count(kept, lambda one: one.description), "description"),
        (_count(kept, lambda one: one.start is not None or one.end is not None), "length"),
    )
    apart = sum(
        member.visibility != document.components[pipeline.component].visibility
        for pipeline, members in fitting.pipelines
        for member in members
    )
    if apart:
        yield f"Mermaid draws members in line with their pipeline: {counted(apart, 'member')} {_verb(apart, 'move')} there."


def _of_names(document: Document, fitting: Fitting) -> Iterator[str]:
    components = tuple(document.components.values())
    numbered = _count(components, lambda one: fitting.names[one.id] != clean_name(one.name))
    if numbered:
        names = counted(numbered, "name")
        yield f"Mermaid makes one of those that have the same name: {names} {_verb(numbered, 'get')} a number."
    blanks = _count(_lines_of_text(document), lambda text: clean_name(text) != text)
    if blanks:
        names = counted(blanks, "name or text", "names and texts")
        yield f"Needless blanks are left out of {names}."
    labels = [(one.label, fitting.names[one.id]) for one in components if one.label and not one.is_anchor]
    moved = _count(labels, lambda one: offset_of(rounded(one[0], one[1]), one[1]) != one[0])
    if moved:
        yield f"Mermaid places names by whole pixels: {counted(moved, 'name')} {_verb(moved, 'move')} a little."


def _lines_of_text(document: Document) -> Iterator[str]:
    yield from (document.title, document.about.summary, *document.stages.names)
    yield from (one.name for one in document.components.values())
    yield from (text for link in document.links.values() for text in (link.label, link.value))
    yield from (force.name for force in document.accelerators.values())


def _of_links(document: Document, fitting: Fitting) -> Iterator[str]:
    inside = {(one.id, pipeline.component) for pipeline, members in fitting.pipelines for one in members}
    unseen = _count(document.links.values(), lambda link: (link.source, link.target) in inside)
    if unseen:
        many = counted(unseen, "link")
        yield f"Mermaid shows no links from a member to its own pipeline: {many} {_verb(unseen, 'stay')} unseen."
    valued = [link for link in document.links.values() if clean_name(link.value)]
    undirected = _count(valued, lambda link: link.flow is None)
    if undirected:
        flows = counted(undirected, "flow")
        yield f"In Mermaid all that flows has a direction: {flows} {_verb(undirected, 'get')} that of the need."
    both = _count(valued, lambda link: clean_name(link.label))
    if both:
        yield f"Mermaid shows one text on a link: {counted(both, 'link')} {_verb(both, 'show')} only what flows."


def _of_remarks(document: Document) -> Iterator[str]:
    annotations = tuple(document.annotations.values())
    homeless = _count(annotations, lambda one: not one.positions)
    yield from left_out("Mermaid has no annotations without a place on the map", (homeless, "annotation"))
    known, joined = set[int](), 0
    for annotation in annotations:
        joined += bool(annotation.positions) and not annotation.text and annotation.number in known
        known |= {annotation.number} if annotation.positions else set()
    if joined:
        many = counted(joined, "annotation")
        yield f"An annotation without text is one more place of the one with its number: {many} {_verb(joined, 'join')} it."
    if annotations and document.annotations_at is None:
        yield "Mermaid lists annotations at a place on the map: they are listed at its top left."
    long = _count(document.notes.values(), lambda note: "\n" in note.text)
    if long:
        yield f"Mermaid shows a note on one line: {counted(long, 'note')} of several lines {_verb(long, 'become')} one."
    yield from left_out("Mermaid has no areas of attitudes", (len(document.attitudes), "area"))


def _of_look(document: Document) -> Iterator[str]:
    look = document.look
    told = sum(bool(setting) for setting in (look.style, look.hides_evolution, look.hides_value_chain))
    named = sum(bool(name) for name in (look.value_chain, look.top, look.bottom))
    half = int((look.width is None) != (look.height is None))
    yield from left_out(
        "Mermaid always draws both axes, named as it names them, in its own style",
        (told, "setting"),
        (named, "name of an axis|names of axes"),
        (half, "width or height without the other"),
    )


def _of_size(document: Document) -> Iterator[str]:
    letters = len(write(document))
    if letters > _MOST_LETTERS:
        yield (
            f"Mermaid draws at most {_MOST_LETTERS:,} letters unless it is set up for more, and this map has {letters:,}: "
            "it will be shown as an error."
        )


MERMAID = Exporter(
    "mermaid",
    "Mermaid diagram",
    ".mmd",
    lambda document, _: write(document).encode(),
    losses=_losses,
    purpose="A diagram as text that wikis and repositories draw where it stands, in a block of Markdown.",
)


def _count(things: Iterable[_ThingT], has: Callable[[_ThingT], object]) -> int:
    return sum(bool(has(thing)) for thing in things)


def _verb(count: int, verb: str) -> str:
    return f"{verb}s" if count == 1 else verb
