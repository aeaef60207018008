"""What a map and each thing on it are, in a plain sentence: for titles, tooltips and those who cannot see the picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from mapper.model import Annotation, Attitude, Component, Contract, Document, Id, Link, Pipeline
from mapper.procurement.interfaces import homes, interfaces
from mapper.procurement.methods import contract_method, method_of
from mapper.procurement.money import money
from mapper.procurement.words import counted, day, word

UNNAMED = "Unnamed"
_PEOPLE = {"pioneers": "pioneers", "settlers": "settlers", "town_planners": "town planners"}
_FLOWS = {"forward": "along the need", "backward": "against the need", "both": "both ways"}
_MOST_NAMED = 40


def name_of(component: Component) -> str:
    return component.name.strip() or UNNAMED


def contract_name(contract: Contract) -> str:
    """A contract's reference and title."""
    return f"{contract.ref} {contract.title}".strip() or UNNAMED


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them, “a, b and c”; of very many the first."""
    if len(names) > _MOST_NAMED:
        names = [*names[:_MOST_NAMED], f"{len(names) - _MOST_NAMED} more"]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def summary(document: Document) -> str:
    """What the map shows, in two or three sentences with counts and contracts."""
    components = document.components.values()
    users = [name_of(one) for one in components if one.is_anchor]
    told = [
        counted(len(document.components) - len(users), "component"),
        counted(len(users), "user"),
        counted(len(document.links), "link"),
        *([counted(len(document.pipelines), "pipeline")] if document.pipelines else ()),
    ]
    title = document.title.strip() or UNNAMED
    sentences = [f"Wardley map of “{title}” with {listed(told)}."]
    if users:
        sentences.append(f"Its users are: {listed(users)}.")
    if document.contracts:
        named = [contract_name(contract) for contract in document.contracts.values()]
        between = counted(len(interfaces(document)), "interface")
        sentences.append(f"It is cut into {counted(len(named), 'contract')} with {between}: {listed(named)}.")
    return " ".join(sentences)


def sentences(document: Document) -> Mapping[Id, str]:
    """A sentence for everything on the map and for every contract of the plan in hand, by id."""
    writer = _Writer(document)
    return {id: " ".join(sentence.split()) for id, sentence in writer.all()}


class _Writer:
    """Knows which contract everything is in."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._homes = homes(document)
        self._members: dict[Id, list[Component]] = {}
        for component in document.components.values():
            if component.pipeline is not None:
                self._members.setdefault(component.pipeline, []).append(component)

    def all(self) -> Iterator[tuple[Id, str]]:
        document = self._document
        yield from ((one.id, self._component(one)) for one in document.components.values())
        yield from ((one.id, self._link(one)) for one in document.links.values())
        yield from ((one.id, self._pipeline(one)) for one in document.pipelines.values())
        yield from ((one.id, f"Note: {one.text}") for one in document.notes.values())
        yield from ((one.id, _annotation(one)) for one in document.annotations.values())
        for force in document.accelerators.values():
            does = "slows evolution down here" if force.slows else "speeds evolution up here"
            yield force.id, f"{force.name.strip() or UNNAMED} {does}."
        yield from ((one.id, _attitude(one)) for one in document.attitudes.values())
        yield from ((one.id, self._contract(one)) for one in document.contracts.values())

    def _component(self, component: Component) -> str:
        name = name_of(component)
        if component.is_anchor:
            return f"{name}: a user."
        stages = self._document.stages
        kind = "a component" if component.kind == "component" else f"a component of the kind {component.kind}"
        parts = [f"{name}: {kind} at the stage {stages.name(stages.stage(component.evolution))}"]
        parts.append(f"method {word(method_of(component, stages)).lower()}")
        home = [contract_name(self._document.contracts[id]) for id in self._homes.get(component.id, ())]
        parts.append(f"in the contract {listed(home)}" if home else "in no contract")
        if component.in_house:
            parts.append("kept in-house")
        return f"{', '.join([*parts, *self._movement(component)])}."

    def _movement(self, component: Component) -> Iterator[str]:
        evolve, stages = component.evolve, self._document.stages
        if evolve is not None:
            to = stages.name(stages.stage(evolve.evolution))
            called = f" as {evolve.name}" if evolve.name else ""
            yield f"evolving to {to}{called}" + (f" by {day(evolve.by)}" if evolve.by else "")
        if component.inertia is not None:
            yield "held back by inertia"

    def _link(self, link: Link) -> str:
        components, contracts = self._document.components, self._document.contracts
        said = f"{name_of(components[link.source])} needs {name_of(components[link.target])}"
        if link.label:
            said += f": {link.label}"
        if link.flow is not None or link.value:
            said += f"; {link.value or 'something'} flows {_FLOWS[link.flow or 'forward']}"
        sources, targets = self._homes.get(link.source, ()), self._homes.get(link.target, ())
        if sources and targets and set(sources).isdisjoint(targets):
            ends = (listed([contracts[id].ref or UNNAMED for id in end]) for end in (sources, targets))
            said += "; an interface from contract {} to {}".format(*ends)
        return f"{said}."

    def _pipeline(self, pipeline: Pipeline) -> str:
        name = pipeline.title or name_of(self._document.components[pipeline.component])
        members = sorted(self._members.get(pipeline.id, ()), key=lambda one: (one.evolution, one.id))
        return f"Pipeline of {name}: {listed([name_of(one) for one in members]) or 'no choices yet'}."

    def _contract(self, contract: Contract) -> str:
        members = [name_of(self._document.components[member]) for member in contract.members]
        parts = [f"Contract {contract_name(contract)}"]
        method = contract_method(contract, self._document)
        if method is not None:
            parts.append(f"method {word(method).lower()}")
        parts.append(f"paid: {word(contract.pricing).lower()}" if contract.pricing else "pricing not decided")
        if contract.value is not None:
            parts.append(f"value {money(contract.value, self._document.service.currency)}")
        held = f"{counted(len(members), 'component')}: {listed(members)}" if members else "no components yet"
        return f"{', '.join(parts)}; {held}."


def _annotation(annotation: Annotation) -> str:
    return f"Annotation {annotation.number}: {annotation.text}"


def _attitude(attitude: Attitude) -> str:
    return f"Where {_PEOPLE[attitude.people]} work best."
