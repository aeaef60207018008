"""What is known of components, links and contracts, as plain values by name: for formats that hold data."""

from __future__ import annotations

from collections.abc import Mapping

from mapper.export.sentences import contract_name, name_of
from mapper.model import Component, Contract, Document, Id, Link
from mapper.procurement.interfaces import ContractInterface, homes, interfaces
from mapper.procurement.methods import contract_method, method_of
from mapper.procurement.words import word

Facts = Mapping[str, str | float]
"""Values by name; what is not known or not decided is left out."""


class Knowledge:
    """What follows from a document, worked out once. Contracts are those of the plan in hand."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._homes = homes(document)
        self.interfaces = interfaces(document)
        self._crossed: dict[Id, list[ContractInterface]] = {}
        for interface in self.interfaces:
            for link in interface.links:
                self._crossed.setdefault(link, []).append(interface)

    def contracts_of(self, component: Id) -> tuple[Contract, ...]:
        return tuple(self._document.contracts[id] for id in self._homes.get(component, ()))

    def interfaces_of(self, link: Id) -> tuple[ContractInterface, ...]:
        """The interfaces that a link is part of."""
        return tuple(self._crossed.get(link, ()))

    def component(self, component: Component) -> Facts:
        document, stages = self._document, self._document.stages
        pipeline = document.pipelines.get(component.pipeline) if component.pipeline else None
        facts: dict[str, str | float] = {
            "name": component.name,
            "kind": component.kind,
            "stage": stages.name(stages.stage(component.evolution)),
            "evolution": component.evolution,
            "visibility": component.visibility,
            "method": "" if component.is_anchor else word(method_of(component, stages)),
            "contract": ", ".join(contract_name(one) for one in self.contracts_of(component.id)),
            "pipeline": name_of(document.components[pipeline.component]) if pipeline else "",
            "inertia": inertia_of(component),
            "type": component.type.value if component.type else "",
            "constraint": "yes" if component.constraint else "",
            "in_house": "yes" if component.in_house else "",
            "description": component.description,
            "address": component.address,
        }
        if component.evolve is not None:
            facts |= {"evolves_to": component.evolve.evolution, "evolves_as": component.evolve.name}
        return _told(facts)

    def link(self, link: Link) -> Facts:
        numbers = ", ".join(str(interface.number) for interface in self.interfaces_of(link.id))
        return _told(
            {
                "label": link.label,
                "flow": word(link.flow) if link.flow else "",
                "value": link.value,
                "interface": numbers,
            }
        )

    def contract(self, contract: Contract) -> Facts:
        method = contract_method(contract, self._document)
        supplier = self._document.suppliers[contract.supplier].name if contract.supplier else ""
        return _told(
            {
                "ref": contract.ref,
                "title": contract.title,
                "method": word(method) if method else "",
                "pricing": word(contract.pricing) if contract.pricing else "",
                "value": float(contract.value) if contract.value is not None else "",
                "start": str(contract.start or ""),
                "end": str(contract.end or ""),
                "supplier": supplier,
            }
        )


def inertia_of(component: Component) -> str:
    """Its reason, if one is given, else how strong it is."""
    if component.inertia is None:
        return ""
    return component.inertia.text.strip() or {1: "slight", 2: "yes", 3: "strong"}[component.inertia.level]


def _told(facts: Facts) -> Facts:
    return {name: value for name, value in facts.items() if value != ""}
