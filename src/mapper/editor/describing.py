"""What is said of one thing on the map to somebody who hears it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mapper.drawing.belonging import Remembered, homes_of, pipeline_members, pipeline_under
from mapper.model import KIND, Component, Document, Id, Link
from mapper.procurement.vocabulary import stage_name
from mapper.procurement.words import counted, word


@dataclass(frozen=True, slots=True)
class Said:
    """A name, and all else in one line."""

    name: str
    rest: str

    @property
    def line(self) -> str:
        return f"{self.name}: {self.rest}" if self.rest else self.name


@dataclass(frozen=True, slots=True)
class Chain:
    """For each component, what it needs and what needs it, in the order of the links."""

    needs: Mapping[Id, tuple[Id, ...]]
    needed_by: Mapping[Id, tuple[Id, ...]]


def _chain(links: Mapping[Id, Link]) -> Chain:
    needs: dict[Id, list[Id]] = {}
    needed_by: dict[Id, list[Id]] = {}
    for link in links.values():
        needs.setdefault(link.source, []).append(link.target)
        needed_by.setdefault(link.target, []).append(link.source)
    return Chain(_each_once(needs), _each_once(needed_by))


def _each_once(ends: Mapping[Id, list[Id]]) -> dict[Id, tuple[Id, ...]]:
    return {id: tuple(dict.fromkeys(found)) for id, found in ends.items()}


_chain_of = Remembered(_chain)


def chain_of(document: Document) -> Chain:
    """The links of a document by their ends, worked out once for as long as no link changes."""
    return _chain_of(document.links)


def describe(document: Document, id: Id) -> Said | None:
    """What is said of a record: “Payment gateway” and “component, product, in contract C5, needs 2, needed by 3”; None
    if it is not on the map."""
    if component := document.components.get(id):
        return Said(component.name or "Without a name", ", ".join(_component(document, component)))
    if contract := document.contracts.get(id):
        components = counted(len(contract.members), "component")
        return Said(f"{contract.ref} {contract.title}".strip(), f"contract, {components}")
    if link := document.links.get(id):
        ends = (document.components[end].name for end in (link.source, link.target))
        return Said(" needs ".join(ends), ", ".join(part for part in ("link", link.label) if part))
    return _remark(document, id)


def _remark(document: Document, id: Id) -> Said | None:
    if note := document.notes.get(id):
        return Said(note.text, "note")
    if annotation := document.annotations.get(id):
        return Said(annotation.text, f"annotation {annotation.number}")
    if accelerator := document.accelerators.get(id):
        return Said(accelerator.name, "decelerator" if accelerator.slows else "accelerator")
    if attitude := document.attitudes.get(id):
        return Said(word(attitude.people), "area")
    return None


def _component(document: Document, component: Component) -> Iterator[str]:
    yield _short(KIND[component.kind].title)
    if not component.is_anchor:
        stages = document.stages
        stage = _short(stage_name(component, stages))
        if stage:
            yield stage
        if component.evolve is not None:
            later = _short(stage_name(component, stages, component.evolve.evolution))
            yield f"evolving to {later}" if later and later != stage else "evolving"
        if component.inertia is not None:
            yield "with inertia"
    yield from _company(document, component)


def _company(document: Document, component: Component) -> Iterator[str]:
    """What it is in, and what it is joined to."""
    if component.pipeline is not None:
        head = document.components[document.pipelines[component.pipeline].component]
        yield f"in the pipeline of {head.name}"
    under = pipeline_under(component.id, document)
    if under is not None:
        yield f"a pipeline of {len(pipeline_members(under, document))}"
    refs = [document.contracts[home].ref for home in homes_of(component.id, document)]
    if refs:
        yield f"in contract {' and '.join(refs)}"
    chain = chain_of(document)
    for words, ends in (("needs", chain.needs), ("needed by", chain.needed_by)):
        if component.id in ends:
            yield f"{words} {len(ends[component.id])}"


def _short(title: str) -> str:
    """ "product" for the stage that is called "Product (+ rental)"."""
    return title.split(" (")[0].lower()
