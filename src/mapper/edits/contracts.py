"""Edits of the contracts of the plan in hand."""

from __future__ import annotations

from collections.abc import Iterable

from mapper.edits.membership import procurable, tidy, without
from mapper.model import Contract, Document, Id, Interface


def add_contract(
    document: Document, members: Iterable[Id], title: str = "", *, shared: bool = False
) -> tuple[Document, Id]:
    """A contract of these components under the next free reference, and its id.

    Members leave the contracts that they were in, unless `shared`: then they are in both. Users cannot be members.
    """
    contract = Contract(ref=next_ref(document), title=title)
    document = document.put_plan(document.plan.put(contract))
    join = share if shared else add_members
    return join(document, contract.id, members), contract.id


def next_ref(document: Document) -> str:
    """The first of C1, C2, C3… that no contract of the plan in hand has."""
    taken = {contract.ref for contract in document.contracts.values()}
    number = next(n for n in range(1, len(taken) + 2) if f"C{n}" not in taken)
    return f"C{number}"


def add_members(document: Document, contract: Id, ids: Iterable[Id]) -> Document:
    """Move components into a contract, out of any other of the plan. Users are left out."""
    joining = procurable(document, ids)
    plan = without(document.plan, joining, but_in=contract)
    return _joined(document.put_plan(plan), contract, joining)


def share(document: Document, contract: Id, ids: Iterable[Id]) -> Document:
    """Put components into a contract and leave them in their others too: the user says that they are shared."""
    joining = procurable(document, ids)
    document = _joined(document, contract, joining)
    plan = document.plan
    marked = (*plan.shared, *(id for id in joining if id not in plan.shared))
    return document.put_plan(tidy(plan.model_copy(update={"shared": marked})))


def take_out(document: Document, contract: Id, ids: Iterable[Id]) -> Document:
    """Take components out of one contract. The contract stays, though it be empty."""
    gone = frozenset(ids)
    plan = document.plan
    thinner = plan.contracts[contract]
    thinner = thinner.but(members=tuple(member for member in thinner.members if member not in gone))
    return document.put_plan(tidy(plan.put(thinner)))


def leave_contract(document: Document, ids: Iterable[Id]) -> Document:
    """Take components out of whichever contract of the plan in hand they are in."""
    return document.put_plan(without(document.plan, ids))


def change_contract(document: Document, id: Id, **fields: object) -> Document:
    """Other values for some fields of a contract. Raises pydantic's ValidationError.

    People and suppliers must be in the document; members come and go by `add_members`, `share` and `take_out`.
    """
    return document.put_plan(document.plan.put(document.contracts[id].but(**fields)))


def describe_interface(document: Document, link: Id, **fields: object) -> Document:
    """What passes over a link from one contract to another. A description that says nothing is dropped."""
    plan = document.plan
    interface = plan.interfaces.get(link, Interface(link=link)).but(**fields)
    rest = {id: each for id, each in plan.interfaces.items() if id != link}
    if interface != Interface(link=link):
        rest = {**plan.interfaces, link: interface}
    return document.put_plan(plan.model_copy(update={"interfaces": rest}))


def _joined(document: Document, contract: Id, ids: tuple[Id, ...]) -> Document:
    plan = document.plan
    fuller = plan.contracts[contract]
    fuller = fuller.but(members=(*fuller.members, *(id for id in ids if id not in fuller.members)))
    return document.put_plan(plan.put(fuller))
