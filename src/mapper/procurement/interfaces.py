"""Where contracts meet: the numbers that the map shows and the interface register lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mapper.model import Component, Document, Id


@dataclass(frozen=True, slots=True)
class ContractInterface:
    """All links by which one contract needs another: `source` needs `target`, and both are ids of contracts."""

    number: int
    source: Id
    target: Id
    links: tuple[Id, ...]


def homes(document: Document) -> Mapping[Id, tuple[Id, ...]]:
    """The contracts of the plan in hand that each component is in, in their order; components in none are left out.

    A member of a pipeline that is in no contract of its own is where the pipeline's component is.
    """
    found: dict[Id, tuple[Id, ...]] = {}
    for contract in document.contracts.values():
        for member in contract.members:
            found[member] = (*found.get(member, ()), contract.id)
    inherited = {
        id: found[owner]
        for id, component in document.components.items()
        if id not in found and (owner := _pipeline_owner(document, component)) in found
    }
    return {**found, **inherited}


def interfaces(document: Document) -> tuple[ContractInterface, ...]:
    """One interface for each ordered pair of contracts that links cross, numbered from 1.

    The order is that of the contracts: first by source, then by target. A link crosses when both its ends are
    contracted and no contract holds both.
    """
    home = homes(document)
    crossing: dict[tuple[Id, Id], list[Id]] = {}
    for link in document.links.values():
        sources, targets = home.get(link.source, ()), home.get(link.target, ())
        if set(sources).isdisjoint(targets):
            for pair in ((source, target) for source in sources for target in targets):
                crossing.setdefault(pair, []).append(link.id)
    rank = {id: place for place, id in enumerate(document.contracts)}
    pairs = sorted(crossing, key=lambda pair: (rank[pair[0]], rank[pair[1]]))
    return tuple(
        ContractInterface(number, source, target, tuple(crossing[source, target]))
        for number, (source, target) in enumerate(pairs, start=1)
    )


def _pipeline_owner(document: Document, component: Component) -> Id | None:
    return document.pipelines[component.pipeline].component if component.pipeline is not None else None
