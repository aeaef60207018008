"""What the plan in hand buys, contract by contract, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from mapper.model import Component, Contract, Document, Id, Method, Stage, Working
from mapper.procurement.interfaces import ContractInterface, homes, interfaces
from mapper.procurement.methods import contract_method, working_of
from mapper.procurement.mixing import NEW, new_and_mature

_PENNY = Decimal("0.01")
_ByEnd = tuple[Mapping[Id, list[ContractInterface]], Mapping[Id, list[ContractInterface]]]


@dataclass(frozen=True, slots=True)
class ContractBreakdown:
    """One contract with what follows from its members.

    `stage_mix` counts the members of each stage that occurs, least evolved first; `is_mixed` says that
    clearly new members are held together with clearly mature ones. `life_value` includes extensions;
    `share` is its part, 0 to 1, of the plan's. `needs` are the interfaces to contracts that this one depends on,
    `needed_by` those from contracts that depend on it.
    """

    contract: Contract
    members: tuple[Component, ...]
    stage_mix: Mapping[Stage, int]
    is_mixed: bool
    method: Method | None
    working: Working | None
    life_value: Decimal | None
    share: Decimal | None
    needs: tuple[ContractInterface, ...]
    needed_by: tuple[ContractInterface, ...]

    @property
    def holds_new(self) -> bool:
        """Whether some members are still being worked out: genesis or custom built."""
        return any(stage in self.stage_mix for stage in NEW)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The whole plan. Sums count the contracts whose value is known; `unvalued` are the others.

    `percentages` are the shares of those that have one, in whole per cent that add up to 100.

    `in_house` and `uncontracted` are the components in no contract: those that are kept inside, and those for which
    nobody has decided. Anchors are in neither.
    """

    contracts: tuple[ContractBreakdown, ...]
    interfaces: tuple[ContractInterface, ...]
    homes: Mapping[Id, tuple[Id, ...]]
    in_house: tuple[Component, ...]
    uncontracted: tuple[Component, ...]
    value: Decimal
    life_value: Decimal
    percentages: Mapping[Id, int]
    unvalued: tuple[Id, ...]


def life_value(contract: Contract) -> Decimal | None:
    """What a contract may cost with its extensions: its ceiling if it has one, else its value at the same rate."""
    if contract.ceiling is not None or contract.value is None:
        return contract.ceiling
    if not contract.term_months:
        return contract.value
    full_term = contract.term_months + contract.extension_months
    return (contract.value * full_term / contract.term_months).quantize(_PENNY, rounding=ROUND_HALF_UP)


def stage_mix(components: Iterable[Component], document: Document) -> Mapping[Stage, int]:
    """How many of these components are in each stage, least evolved first; stages without any are left out."""
    stages = [document.stages.stage(component.evolution) for component in components]
    return {stage: stages.count(stage) for stage in Stage if stage in stages}


def breakdown(document: Document) -> Breakdown:
    """The plan in hand, broken down."""
    home = homes(document)
    crossings = interfaces(document)
    lives = {contract.id: life_value(contract) for contract in document.contracts.values()}
    total_life = sum((life for life in lives.values() if life is not None), Decimal(0))
    outside = [c for c in document.components.values() if not c.is_anchor and c.id not in home]
    by_end = _by_end(crossings)
    return Breakdown(
        contracts=tuple(
            _contract(document, contract, by_end, lives[contract.id], total_life)
            for contract in document.contracts.values()
        ),
        interfaces=crossings,
        homes=home,
        in_house=tuple(c for c in outside if _is_kept(document, c)),
        uncontracted=tuple(c for c in outside if not _is_kept(document, c)),
        value=sum((c.value for c in document.contracts.values() if c.value is not None), Decimal(0)),
        life_value=total_life,
        percentages=_percentages(lives, total_life),
        unvalued=tuple(id for id, life in lives.items() if life is None),
    )


def _contract(
    document: Document,
    contract: Contract,
    by_end: _ByEnd,
    life: Decimal | None,
    total_life: Decimal,
) -> ContractBreakdown:
    members = tuple(document.components[member] for member in contract.members)
    method = contract_method(contract, document)
    return ContractBreakdown(
        contract=contract,
        members=members,
        stage_mix=stage_mix(members, document),
        is_mixed=all(new_and_mature(members, document.stages)),
        method=method,
        working=contract.working or (working_of(method) if method else None),
        life_value=life,
        share=life / total_life if life is not None and total_life else None,
        needs=tuple(by_end[0].get(contract.id, ())),
        needed_by=tuple(by_end[1].get(contract.id, ())),
    )


def _percentages(lives: Mapping[Id, Decimal | None], total: Decimal) -> Mapping[Id, int]:
    """Shares rounded down; what is missing goes to those that lost most (the largest remainder method)."""
    exact = {id: life / total * 100 for id, life in lives.items() if life is not None} if total else {}
    whole = {id: int(share) for id, share in exact.items()}
    missing = round(sum(exact.values())) - sum(whole.values())
    for id in sorted(exact, key=lambda id: whole[id] - exact[id])[:missing]:
        whole[id] += 1
    return whole


def _by_end(crossings: tuple[ContractInterface, ...]) -> _ByEnd:
    """The interfaces of each contract that needs another, and of each that is needed, in their order."""
    sources: dict[Id, list[ContractInterface]] = {}
    targets: dict[Id, list[ContractInterface]] = {}
    for crossing in crossings:
        sources.setdefault(crossing.source, []).append(crossing)
        targets.setdefault(crossing.target, []).append(crossing)
    return sources, targets


def _is_kept(document: Document, component: Component) -> bool:
    """Whether a component stays in-house: by its own mark or by that of the pipeline that it is a choice of."""
    if component.in_house or component.pipeline is None:
        return component.in_house
    return document.components[document.pipelines[component.pipeline].component].in_house
