"""What a section of a form reads and changes: one record of the document, or several of a kind at once."""

from __future__ import annotations

from collections.abc import Sequence

from mapper.edits import (
    add_members,
    add_person,
    add_supplier,
    change,
    change_about,
    change_contract,
    change_map,
    change_plan,
    change_service,
    describe_interface,
    set_stages,
    share,
    take_out,
)
from mapper.model import About, Document, Id, Interface, Person, Stages, Supplier
from mapper.model.values import Frozen
from mapper.ui.panels.forms.field import MIXED, Mixed, Value, value_at, with_value


class Subject:
    """Reads and changes the fields of a form. `key` tells one subject from another."""

    key = ""

    def records(self, document: Document) -> Sequence[Frozen]:
        """What the fields are read from; nothing if the document no longer has it."""
        raise NotImplementedError

    def value(self, document: Document, name: str) -> Value | Mixed:
        """What the field holds, or MIXED if the records differ."""
        values = [value_at(record, name) for record in self.records(document)]
        return values[0] if all(value == values[0] for value in values) else MIXED

    def change(self, document: Document, name: str, value: Value) -> Document:
        """The document with another value in the field. Raises pydantic's ValidationError or ValueError.

        A person or a supplier given as a record joins the document first, and the field then names it.
        """
        if isinstance(value, Person):
            document, value = add_person(document, value), value.id
        elif isinstance(value, Supplier):
            document, value = add_supplier(document, value), value.id
        for record in self.records(document):
            document = self.put(document, record, *with_value(record, name, value))
        return document

    def put(self, document: Document, record: Frozen, name: str, value: Value) -> Document:
        """The document with one attribute of one record changed."""
        raise NotImplementedError


class Records(Subject):
    """Records of one of the document's tables."""

    def __init__(self, table: str, ids: Sequence[Id]) -> None:
        self.table, self.ids = table, tuple(ids)
        self.key = f"{table}/{'+'.join(self.ids)}"

    def records(self, document: Document) -> Sequence[Frozen]:
        table = getattr(document, self.table)
        return tuple(table[id] for id in self.ids if id in table)

    def put(self, document: Document, record: Frozen, name: str, value: Value) -> Document:
        return change(document, self.table, record.id, **{name: value})  # type: ignore[attr-defined]


class Components(Records):
    """Components, with the contracts that they are in as one more field."""

    def __init__(self, ids: Sequence[Id]) -> None:
        super().__init__("components", ids)

    def value(self, document: Document, name: str) -> Value | Mixed:
        if name != "contract":
            return super().value(document, name)
        memberships = [(contract.id, {*contract.members}) for contract in document.contracts.values()]
        homes = [tuple(contract for contract, members in memberships if id in members) for id in self.ids]
        return homes[0] if all(home == homes[0] for home in homes) else MIXED

    def change(self, document: Document, name: str, value: Value) -> Document:
        """Membership changes by moving to the first of the contracts named and sharing with the others."""
        if name != "contract":
            return super().change(document, name, value)
        assert isinstance(value, tuple)
        for contract in document.contracts.values():
            if contract.id not in value and not set(self.ids).isdisjoint(contract.members):
                document = take_out(document, contract.id, self.ids)
        for place, id in enumerate(value):
            join = share if place else add_members
            document = join(document, Id(str(id)), self.ids)
        return document


class OneContract(Subject):
    """A contract of the plan in hand."""

    def __init__(self, id: Id) -> None:
        self.id = id
        self.key = f"contracts/{id}"

    def records(self, document: Document) -> Sequence[Frozen]:
        return (document.contracts[self.id],) if self.id in document.contracts else ()

    def change(self, document: Document, name: str, value: Value) -> Document:
        if name != "members":
            return super().change(document, name, value)
        assert isinstance(value, tuple)
        wanted = [Id(str(member)) for member in value]
        members = document.contracts[self.id].members
        document = take_out(document, self.id, [member for member in members if member not in wanted])
        return add_members(document, self.id, [member for member in wanted if member not in members])

    def put(self, document: Document, record: Frozen, name: str, value: Value) -> Document:
        return change_contract(document, self.id, **{name: value})


class OneInterface(Subject):
    """What passes over a link that crosses from one contract to another."""

    def __init__(self, link: Id) -> None:
        self.link = link
        self.key = f"interfaces/{link}"

    def records(self, document: Document) -> Sequence[Frozen]:
        if self.link not in document.links:
            return ()
        return (document.plan.interfaces.get(self.link) or Interface(link=self.link),)

    def put(self, document: Document, record: Frozen, name: str, value: Value) -> Document:
        return describe_interface(document, self.link, **{name: value})


class TheMap(Subject):
    """The map's own title, origin and stages."""

    key = "map"

    def records(self, document: Document) -> Sequence[Frozen]:
        return (document,)

    def put(self, document: Document, record: Frozen, name: str, value: Value) -> Document:
        if isinstance(value, About):
            return change_about(document, **dict(value))
        if isinstance(value, Stages):
            return set_stages(document, **dict(value))
        return change_map(document, **{name: value})


class TheService(Subject):
    """The service that the map is of."""

    key = "service"

    def records(self, document: Document) -> Sequence[Frozen]:
        return (document.service,)

    def put(self, document: Document, record: Frozen, name: str, value: Value) -> Document:
        return change_service(document, **{name: value})


class ThePlan(Subject):
    """The plan in hand."""

    key = "plan"

    def records(self, document: Document) -> Sequence[Frozen]:
        return (document.plan,)

    def put(self, document: Document, record: Frozen, name: str, value: Value) -> Document:
        return change_plan(document, **{name: value})
