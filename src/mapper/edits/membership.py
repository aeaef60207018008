"""Which component is in which contract: the rules that every edit of contracts keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from mapper.model import Document, Id, Plan


def in_every_plan(document: Document, edit: Callable[[Plan], Plan]) -> Document:
    """The same edit in each plan, not only the one in hand."""
    return document.put("plans", [edit(plan) for plan in document.plans.values()])


def leave_contracts(document: Document, ids: Iterable[Id]) -> Document:
    """Take components out of every contract of every plan. A contract that this empties stays."""
    gone = frozenset(ids)
    return in_every_plan(document, lambda plan: without(plan, gone))


def without(plan: Plan, ids: Iterable[Id], *, but_in: Id | None = None) -> Plan:
    """The plan with these components in none of its contracts, save perhaps one."""
    gone = frozenset(ids)
    thinner = [
        contract.but(members=tuple(member for member in contract.members if member not in gone))
        for contract in plan.contracts.values()
        if contract.id != but_in and not gone.isdisjoint(contract.members)
    ]
    return tidy(plan.put(*thinner)) if thinner else plan


def tidy(plan: Plan) -> Plan:
    """The plan without marks of sharing on components that are no longer in two contracts."""
    times = Counter(member for contract in plan.contracts.values() for member in contract.members)
    shared = tuple(id for id in plan.shared if times[id] > 1)
    return plan if shared == plan.shared else plan.model_copy(update={"shared": shared})


def procurable(document: Document, ids: Iterable[Id]) -> tuple[Id, ...]:
    """Those that a contract may hold, each once, in the document's order: components that are not users."""
    wanted = frozenset(ids)
    return tuple(c.id for c in document.components.values() if c.id in wanted and not c.is_anchor)
