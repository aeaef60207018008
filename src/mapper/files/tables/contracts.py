"""The contracts that a table's rows name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count

from mapper.files.gathering import Gathering
from mapper.files.ids import Ids
from mapper.files.tables.cells import currency, money
from mapper.files.tables.rows import Row
from mapper.model import (
    FIRST_PLAN,
    Component,
    Contract,
    Id,
    Person,
    Plan,
    Service,
    Supplier,
    clean_name,
)

_REF_AND_TITLE = re.compile(r"(\S{1,12})\s*(?:[:–—]|\s-)\s+(\S.*)|([A-Z]\d{1,2})\s+(\S.*)")
_REF = re.compile(r"[A-Za-z]{0,6}[-./]?\d[\w./-]{0,12}")


@dataclass(slots=True)
class _Drawn:
    """A contract as far as its rows have told."""

    id: Id
    ref: str
    title: str
    members: list[Id] = field(default_factory=list)
    value: Decimal | None = None
    owner: Id | None = None
    supplier: Id | None = None

    def contract(self) -> Contract:
        return Contract(
            id=self.id,
            ref=self.ref,
            title=self.title,
            members=tuple(self.members),
            value=self.value,
            owner=self.owner,
            supplier=self.supplier,
        )


class Contracts:
    """Makes a contract of each that a row names, by its reference or its title, with the people and suppliers named. `unit` is what the column of values
    counts in."""

    def __init__(self, gathering: Gathering, unit: str) -> None:
        self._gathering, self._unit = gathering, unit
        self._drawn: dict[str, _Drawn] = {}
        self._ids = Ids()
        self._people: dict[str, Person] = {}
        self._suppliers: dict[str, Supplier] = {}
        self._currencies: set[str] = set()
        self._refs = 0

    def put(self, component: Component, row: Row) -> str:
        """Take a row's contract and what the row says of it. Answers with what has no place without a contract."""
        if not row["contract"]:
            said = (("Value", row["value"]), ("Owner", row["owner"]), ("Supplier", row["supplier"]))
            return "\n".join(f"{word}: {text}" for word, text in said if text)
        drawn = self._named(row)
        if component.is_anchor:
            self._gathering.tell(
                f"“{component.name[:60]}” is a user, who is in no contract.", "It stays outside.", row.at("contract")
            )
        else:
            drawn.members.append(component.id)
        self._take_value(drawn, row)
        if row["owner"]:
            person = self._people.setdefault(row["owner"], self._person(row["owner"]))
            drawn.owner = self._first(drawn.owner, person.id, "owner", drawn, row)
        if row["supplier"]:
            supplier = self._suppliers.setdefault(row["supplier"], self._supplier(row["supplier"]))
            drawn.supplier = self._first(drawn.supplier, supplier.id, "supplier", drawn, row)
        return ""

    def finish(self) -> Service:
        """Put all contracts, people and suppliers into the document; answers with its service."""
        drawn = {each.id: each for each in self._drawn.values()}
        contracts = {id: each.contract() for id, each in drawn.items()}
        for table, records in (("people", self._people), ("suppliers", self._suppliers)):
            for record in records.values():
                self._gathering.put(table, record)
        self._gathering.put("plans", Plan(id=FIRST_PLAN, contracts=contracts))
        return Service(currency=next(iter(self._currencies))) if len(self._currencies) == 1 else Service()

    def _named(self, row: Row) -> _Drawn:
        """The contract of a cell such as `C1`, `Case system`, `C1: Case system` or `C1 Case system`."""
        text = clean_name(row["contract"])
        both = _REF_AND_TITLE.fullmatch(text)
        ref, title = ("", text) if not both else (both[1], both[2]) if both[1] else (both[3], both[4])
        if not both and _REF.fullmatch(text):
            ref, title = text, ""
        known = self._drawn.get(ref.casefold()) or self._drawn.get(title.casefold()) if ref or title else None
        if known is None:
            known = _Drawn(self._ids.take("contract", ref or title), ref or self._free_ref(), title)
        known.title = known.title or title
        for name in filter(None, (known.ref, known.title)):
            self._drawn.setdefault(name.casefold(), known)
        return known

    def _free_ref(self) -> str:
        self._refs = next(n for n in count(self._refs + 1) if f"c{n}" not in self._drawn)
        return f"C{self._refs}"

    def _take_value(self, drawn: _Drawn, row: Row) -> None:
        cell, amount = row["value"], money(row["value"], self._unit)
        if not cell:
            return
        if amount is None:
            self._gathering.tell(f"“{cell[:60]}” is no amount of money.", at=row.at("value"))
            return
        if code := currency(cell) or currency(self._unit):
            self._currencies.add(code)
        if drawn.value is not None and drawn.value != amount:
            said = f"The contract {drawn.ref} is worth {drawn.value:f} in one row and {amount:f} in another."
            self._gathering.tell(said, "The first amount is taken.", row.at("value"))
            return
        drawn.value = amount

    def _first(self, present: Id | None, said: Id, what: str, drawn: _Drawn, row: Row) -> Id:
        if present is not None and present != said:
            reason = f"The contract {drawn.ref} has another {what} in an earlier row."
            self._gathering.tell(reason, f"The first {what} is taken.", row.at(what))
        return present or said

    def _person(self, name: str) -> Person:
        return Person(id=Id(f"person-{len(self._people) + 1}"), name=clean_name(name))

    def _supplier(self, name: str) -> Supplier:
        return Supplier(id=Id(f"supplier-{len(self._suppliers) + 1}"), name=clean_name(name))
