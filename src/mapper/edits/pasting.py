"""Putting a part of one document into another."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from mapper.edits.moving import move
from mapper.edits.notes import free_numbers, give_list_a_place
from mapper.model import (
    BLANK,
    FIRST_PLAN,
    MAP_TABLES,
    Annotation,
    Component,
    Contract,
    Document,
    Id,
    Look,
    Note,
    Record,
    Service,
    Stages,
    new_id,
)

_MOST_NUMBERS = 999


def paste(
    document: Document, part: Document, *, evolution: float = 0.0, visibility: float = 0.0
) -> tuple[Document, frozenset[Id]]:
    """The document with all that stands on another, shifted together, and the ids of what is new on the map.

    Everything is new: what has the name of something that is there is still another thing, and nothing stays locked.
    Contracts join the plan in hand, each under its own reference if that is free, with the people and suppliers that
    they name; amounts in another currency stay behind. Numbers of annotations that are taken give way to free ones.
    A map with nothing on it takes over the title, the stages, the look and the currency, too.
    """
    document = _begun(document, part)
    new = {id: new_id() for table in MAP_TABLES for id in getattr(part, table)}
    document = document.put("components", [_component(each, new) for each in part.components.values()])
    for table in ("pipelines", "links", "accelerators", "attitudes"):
        document = document.put(table, [_renamed(each, new) for each in getattr(part, table).values()])
    document = document.put("notes", [_note(each, new) for each in part.notes.values()])
    document = document.put("annotations", _annotations(document, part, new))
    document = _put_contracts(document, part, new)
    unnumbered = {new[id] for id in part.annotations} - document.annotations.keys()
    pasted = frozenset(new.values()) - {new[id] for id in part.pipelines} - unnumbered
    if evolution or visibility:
        document = move(document, pasted, evolution=evolution, visibility=visibility)
    return give_list_a_place(document) if part.annotations else document, pasted


def loses_amounts(document: Document, part: Document) -> bool:
    """Whether amounts would stay behind because they are in another currency."""
    has_amounts = any(one.value is not None or one.ceiling is not None for one in part.contracts.values())
    return has_amounts and _begun(document, part).service.currency != part.service.currency


def is_blank(document: Document) -> bool:
    """Whether nothing stands on a map, and no plan has a contract."""
    return not any(getattr(document, table) for table in MAP_TABLES) and not any(
        plan.contracts for plan in document.plans.values()
    )


def _begun(document: Document, part: Document) -> Document:
    """A blank map that has got of the other's what it does not say itself."""
    if not is_blank(document):
        return document
    fields: dict[str, object] = {}
    for field, plain in (("title", BLANK.title), ("stages", Stages()), ("look", Look()), ("annotations_at", None)):
        if getattr(document, field) == plain != getattr(part, field):
            fields[field] = getattr(part, field)
    if document.service == Service() and part.service.currency != document.service.currency:
        fields["service"] = Service(currency=part.service.currency)
    return document.model_copy(update=fields) if fields else document


def _component(component: Component, new: Mapping[Id, Id]) -> Component:
    needs = tuple(need.but(id=new_id(), met_by=tuple(new[id] for id in need.met_by)) for need in component.needs)
    pipeline = component.pipeline and new[component.pipeline]
    return component.but(id=new[component.id], locked=False, needs=needs, pipeline=pipeline)


def _renamed(record: Record, new: Mapping[Id, Id]) -> Record:
    """A pipeline, a link, or what stands on the map by itself, under the new names of what it speaks of."""
    named = {
        field: new[getattr(record, field)]
        for field in ("id", "component", "source", "target")
        if hasattr(record, field)
    }
    return record.but(**named, **({"locked": False} if hasattr(record, "locked") else {}))


def _note(note: Note, new: Mapping[Id, Id]) -> Note:
    return note.but(id=new[note.id], locked=False, component=note.component and new[note.component])


def _annotations(document: Document, part: Document, new: Mapping[Id, Id]) -> list[Annotation]:
    """Annotations under their own numbers where these are free; what exceeds the numbers that there are is left out."""
    taken = {each.number for each in document.annotations.values()}
    free = (number for number in free_numbers(document) if number not in taken)
    pasted: list[Annotation] = []
    for remark in part.annotations.values():
        number = next(free) if remark.number in taken else remark.number
        if number <= _MOST_NUMBERS:
            taken.add(number)
            pasted.append(remark.but(id=new[remark.id], locked=False, number=number))
    return pasted


def _put_contracts(document: Document, part: Document, new: Mapping[Id, Id]) -> Document:
    if not part.contracts:
        return document
    document, named = _put_named(document, part)
    keeps_amounts = document.service.currency == part.service.currency
    taken = {contract.ref for contract in document.contracts.values()}
    free = (ref for number in count(1) if (ref := f"C{number}") not in taken)
    contracts: list[Contract] = []
    for contract in part.contracts.values():
        ref = next(free) if contract.ref in taken else contract.ref
        taken.add(ref)
        amounts = {} if keeps_amounts else {"value": None, "ceiling": None}
        people = {
            field: named[id]
            for field in ("owner", "technical_lead", "supplier")
            if (id := getattr(contract, field)) is not None
        }
        members = tuple(new[id] for id in contract.members)
        contracts.append(contract.but(id=new_id(), ref=ref, members=members, **people, **amounts))
    plan = document.plan.put(*contracts)
    interfaces = {new[id]: one.but(link=new[id]) for id, one in part.plan.interfaces.items()}
    shared = tuple(new[id] for id in part.plan.shared)
    fuller = {"interfaces": {**plan.interfaces, **interfaces}, "shared": (*plan.shared, *shared)}
    return document.put_plan(plan.model_copy(update=fuller))


def _put_named(document: Document, part: Document) -> tuple[Document, Mapping[Id, Id]]:
    """The document with the people and suppliers of a part, and what each is called there. One who is there already
    with all that is said of them is not there twice."""
    named: dict[Id, Id] = {}
    for table in ("people", "suppliers"):
        there = {each.but(id=FIRST_PLAN): id for id, each in getattr(document, table).items()}
        known = {id: there.get(each.but(id=FIRST_PLAN)) or new_id() for id, each in getattr(part, table).items()}
        fresh = [each.but(id=known[id]) for id, each in getattr(part, table).items()]
        document = document.put(table, fresh)
        named.update(known)
    return document, named
