"""What stands in the tables of a map: plain values under headers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from mapper.export.facts import Knowledge, inertia_of
from mapper.export.sentences import contract_name, name_of
from mapper.files.tables.fields import FIELD
from mapper.model import KIND, Component, Contract, Document, Id
from mapper.procurement.breakdown import ContractBreakdown, breakdown
from mapper.procurement.interfaces import ContractInterface
from mapper.procurement.methods import method_of
from mapper.procurement.words import word

Cell = str | float | int | Decimal | date | None
BETWEEN = "; "
"""Between several names in one cell."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table; every row has as many cells as there are headers."""

    name: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def components(document: Document, *, with_needs: bool) -> Sheet:
    """A row for each component and user, with all that it needs in one cell if links have no table of their own."""
    known, needs = Knowledge(document), _needs(document) if with_needs else {}
    fields = [
        "name",
        "kind",
        "stage",
        "evolution",
        "visibility",
        "method",
        "contract",
        "value",
        "owner",
        "supplier",
        "pipeline",
        "inertia",
        "evolve",
        *(["needs"] if with_needs else []),
        "description",
        "address",
    ]
    headers = tuple(
        _with_currency(FIELD[field].title, document) if field == "value" else FIELD[field].title for field in fields
    )
    rows = []
    for component in document.components.values():
        cells = _component(document, component, known.contracts_of(component.id))
        cells["needs"] = BETWEEN.join(needs.get(component.id, ()))
        rows.append(tuple(cells[field] for field in fields))
    return Sheet("Components", headers, tuple(rows))


def links(document: Document) -> Sheet:
    """A row for each link."""
    known, on_map = Knowledge(document), document.components
    headers = (FIELD["source"].title, FIELD["target"].title, FIELD["label"].title, "Flow", "What flows", "Interface")
    rows = [
        (
            name_of(on_map[link.source]),
            name_of(on_map[link.target]),
            link.label,
            word(link.flow) if link.flow else None,
            link.value,
            ", ".join(str(interface.number) for interface in known.interfaces_of(link.id)),
        )
        for link in document.links.values()
    ]
    return Sheet("Links", headers, tuple(rows))


def contracts(document: Document) -> Sheet:
    """A row for each contract of the plan in hand."""
    headers = (
        "Reference",
        "Contract title",
        "How it is done",
        "Way of paying",
        _with_currency("Value", document),
        _with_currency("Value with extensions", document),
        "Term in months",
        "Start",
        "End",
        "Route",
        "Contract owner",
        "Contract supplier",
        "Stages",
        "Mixes new with mature",
        "Members",
        "Scope",
    )
    rows = tuple(_contract(document, part) for part in breakdown(document).contracts)
    return Sheet("Contracts", headers, rows)


def interfaces(document: Document) -> Sheet:
    """A row for each interface of the register, with what is known of its links."""
    headers = (
        "Interface",
        "Needing contract",
        "Needed contract",
        "Links between",
        "What passes",
        "Standard",
        "Responsible",
        "Service level",
        "Classification of data",
    )
    return Sheet("Interfaces", headers, tuple(_interface(document, one) for one in Knowledge(document).interfaces))


def _interface(document: Document, interface: ContractInterface) -> tuple[Cell, ...]:
    on_map, described = document.components, document.plan.interfaces
    joined = [document.links[id] for id in interface.links]
    told = [described[id] for id in interface.links if id in described]
    return (
        interface.number,
        contract_name(document.contracts[interface.source]),
        contract_name(document.contracts[interface.target]),
        BETWEEN.join(f"{name_of(on_map[link.source])} → {name_of(on_map[link.target])}" for link in joined),
        _together(one.what for one in told),
        _together(one.standard for one in told),
        _together(one.owner for one in told),
        _together(one.service_level for one in told),
        _together(one.data_classification for one in told),
    )


def _component(document: Document, component: Component, homes: tuple[Contract, ...]) -> dict[str, Cell]:
    stages, home = document.stages, homes[0] if homes else None
    pipeline = document.pipelines[component.pipeline] if component.pipeline else None
    return {
        "name": name_of(component),
        "kind": "User" if component.is_anchor else KIND[component.kind].title,
        "stage": word(stages.stage(component.evolution)),
        "evolution": component.evolution,
        "visibility": component.visibility,
        "method": None if component.is_anchor else word(method_of(component, stages)),
        "contract": BETWEEN.join(_named(one) for one in homes),
        "value": home.value if home else None,
        "owner": _person(document, home.owner) if home else None,
        "supplier": _supplier(document, home.supplier) if home else None,
        "pipeline": name_of(document.components[pipeline.component]) if pipeline else None,
        "inertia": inertia_of(component),
        "evolve": _evolve(component),
        "description": component.description,
        "address": component.address,
    }


def _contract(document: Document, part: ContractBreakdown) -> tuple[Cell, ...]:
    contract = part.contract
    return (
        contract.ref,
        contract.title,
        word(part.method) if part.method else None,
        word(contract.pricing) if contract.pricing else None,
        contract.value,
        part.life_value,
        contract.term_months,
        contract.start,
        contract.end,
        word(contract.route),
        _person(document, contract.owner),
        _supplier(document, contract.supplier),
        ", ".join(f"{count} {word(stage).lower()}" for stage, count in part.stage_mix.items()),
        "Yes" if part.is_mixed else "No",
        BETWEEN.join(name_of(member) for member in part.members),
        contract.scope,
    )


def _named(contract: Contract) -> str:
    """A contract as one cell names it, so that reference and title can be told apart again."""
    return ": ".join(filter(None, (contract.ref.strip(), contract.title.strip()))) or contract_name(contract)


def _evolve(component: Component) -> Cell:
    """Where it will be, after what it will be called."""
    evolve = component.evolve
    if evolve is None:
        return None
    return f"{evolve.name} {evolve.evolution:g}" if evolve.name.strip() else evolve.evolution


def _needs(document: Document) -> dict[Id, list[str]]:
    needs: dict[Id, list[str]] = {}
    for link in document.links.values():
        needs.setdefault(link.source, []).append(name_of(document.components[link.target]))
    return needs


def _person(document: Document, id: Id | None) -> str | None:
    return document.people[id].name if id else None


def _supplier(document: Document, id: Id | None) -> str | None:
    return document.suppliers[id].name if id else None


def _together(texts: Iterable[str]) -> str:
    """Different texts, each once."""
    return BETWEEN.join(dict.fromkeys(text for text in texts if text.strip()))


def _with_currency(header: str, document: Document) -> str:
    return f"{header} ({document.service.currency})"
