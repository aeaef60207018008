"""A part of a document as a document of its own: what is copied, and what a cut takes away."""

from __future__ import annotations

from collections.abc import Iterable

from mapper.edits.deletion import delete
from mapper.edits.locking import is_locked
from mapper.edits.membership import tidy
from mapper.edits.pipelines import members_of, pipelines_of
from mapper.model import BLANK, FIRST_PLAN, MAP_TABLES, Component, Contract, Document, Id, Plan, Record, Service

_ALONE = ("notes", "annotations", "accelerators", "attitudes")


def excerpt(document: Document, ids: Iterable[Id]) -> Document:
    """What is selected, as a document that tells nothing of the rest.

    Pipelines come with their members, contracts with theirs, and links where both ends do. A contract also comes where
    all its members do, with the people and the supplier that it names. Of the map itself there are the stages, the look
    and the currency, without which places and amounts would mean something else, and the title if all that stands on the
    map is there.
    """
    taken = _taken(document, ids)
    tables = {table: _kept(getattr(document, table).values(), taken) for table in MAP_TABLES}
    contracts = {id: contract for id, contract in document.contracts.items() if id in taken}
    tables["components"] = {id: _alone(document.components[id], taken) for id in tables["components"]}
    tables["notes"] = {
        id: note if note.component in taken else note.but(component=None)
        for id, note in document.notes.items()
        if id in taken
    }
    is_whole = all(len(tables[table]) == len(getattr(document, table)) for table in MAP_TABLES)
    named = {name for one in contracts.values() for name in (one.owner, one.technical_lead, one.supplier)}
    return BLANK.but(
        title=document.title if is_whole else BLANK.title,
        stages=document.stages,
        look=document.look,
        service=Service(currency=document.service.currency),
        people=_kept(document.people.values(), named),
        suppliers=_kept(document.suppliers.values(), named),
        plans={FIRST_PLAN: _plan(document, contracts)},
        active_plan=FIRST_PLAN,
        **tables,
    )


def cut(document: Document, ids: Iterable[Id]) -> tuple[Document, Document]:
    """The document without what `excerpt` would take, and that excerpt.

    What is locked stays, and so do the pipeline and the contracts that it is in.
    """
    taken = _taken(document, ids)
    held = {id for id in taken if is_locked(document, id)}
    if held:
        boxes = {document.components[id].pipeline for id in held & document.components.keys()}
        held |= {document.pipelines[box].component for box in boxes & document.pipelines.keys() if box is not None}
        held |= {one.id for one in document.contracts.values() if not held.isdisjoint(one.members)}
        taken = _taken(document, frozenset(ids) & taken - held, but_not=held)
    return delete(document, taken), excerpt(document, taken)


def _taken(document: Document, ids: Iterable[Id], but_not: Iterable[Id] = ()) -> frozenset[Id]:
    """The ids of all that comes with these. What must not come brings nothing along, either."""
    held = frozenset(but_not)
    contracts, wanted = document.contracts, frozenset(ids)
    wanted = wanted.union(*(contracts[id].members for id in wanted & contracts.keys())) - held
    pipelines = pipelines_of(document, wanted)
    components = (wanted & document.components.keys()) | {each.id for each in members_of(document, pipelines)}
    links = {one.id for one in document.links.values() if one.source in components and one.target in components}
    whole = {
        one.id
        for one in contracts.values()
        if one.id in wanted or (one.members and components.issuperset(one.members) and one.id not in held)
    }
    others = {id for table in _ALONE for id in wanted & getattr(document, table).keys()}
    return frozenset(components | pipelines | links | whole | others)


def _kept(records: Iterable[Record], ids: Iterable[Id | None]) -> dict[Id, Record]:
    wanted = frozenset(ids)
    return {record.id: record for record in records if record.id in wanted}


def _alone(component: Component, taken: frozenset[Id]) -> Component:
    """A component that refers to nothing but what comes with it."""
    if component.pipeline in taken and not component.needs:
        return component
    needs = tuple(need.but(met_by=tuple(id for id in need.met_by if id in taken)) for need in component.needs)
    return component.but(needs=needs, pipeline=component.pipeline if component.pipeline in taken else None)


def _plan(document: Document, contracts: dict[Id, Contract]) -> Plan:
    """These contracts with what passes between them."""
    members = {member for contract in contracts.values() for member in contract.members}
    links = document.links
    interfaces = {
        id: interface
        for id, interface in document.plan.interfaces.items()
        if links[id].source in members and links[id].target in members
    }
    return tidy(Plan(id=FIRST_PLAN, contracts=contracts, interfaces=interfaces, shared=document.plan.shared))
