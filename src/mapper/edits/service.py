"""Edits of the facts beside the map: its title, its stages, the service, its people and suppliers."""

from __future__ import annotations

from mapper.edits.membership import in_every_plan
from mapper.model import Contract, Document, Id, Person, Plan, Supplier


def change_map(document: Document, **fields: object) -> Document:
    """Another `title` or `look`, or another place for the annotations' box (`annotations_at`). Raises ValidationError."""
    checked = document.but(**fields)
    return _with(document, title=checked.title, annotations_at=checked.annotations_at, look=checked.look)


def change_about(document: Document, **fields: object) -> Document:
    """Other values for where the map comes from. Raises pydantic's ValidationError."""
    return _with(document, about=document.about.but(**fields))


def set_stages(document: Document, **fields: object) -> Document:
    """Other `lines` between the stages, or other `names` for them. Raises pydantic's ValidationError."""
    return _with(document, stages=document.stages.but(**fields))


def change_service(document: Document, **fields: object) -> Document:
    """Other values for some fields of the service. People must be in the document. Raises ValidationError."""
    return _with(document, service=document.service.but(**fields))


def add_person(document: Document, person: Person) -> Document:
    """Someone whom contracts and the service can name."""
    return document.put("people", [person])


def delete_person(document: Document, id: Id) -> Document:
    """Remove someone, also wherever the service or a contract of any plan names them."""
    service = document.service
    named = {role: None for role in ("sro", "product_owner") if getattr(service, role) == id}
    document = change_service(document, **named) if named else document
    return _unnamed(document, id, ("owner", "technical_lead")).drop("people", [id])


def add_supplier(document: Document, supplier: Supplier) -> Document:
    """A firm that contracts can name."""
    return document.put("suppliers", [supplier])


def delete_supplier(document: Document, id: Id) -> Document:
    """Remove a supplier, also from the contracts of any plan that name it."""
    return _unnamed(document, id, ("supplier",)).drop("suppliers", [id])


def _unnamed(document: Document, id: Id, roles: tuple[str, ...]) -> Document:
    """Every plan, without a person or a supplier in these roles of its contracts."""

    def named(contract: Contract) -> dict[str, None]:
        return {role: None for role in roles if getattr(contract, role) == id}

    def edited(plan: Plan) -> Plan:
        return plan.put(*(each.but(**named(each)) for each in plan.contracts.values() if named(each)))

    return in_every_plan(document, edited)


def _with(document: Document, **parts: object) -> Document:
    """The document with these parts; the document itself if they are its own already."""
    new = {name: part for name, part in parts.items() if part != getattr(document, name)}
    return document.model_copy(update=new) if new else document
