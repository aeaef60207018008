"""The document: what is edited, undone and saved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Self

from pydantic import Field, model_validator

from mapper.model.procurement import Contract, Person, Plan, Service, Supplier
from mapper.model.records import (
    Accelerator,
    Annotation,
    Attitude,
    Component,
    Link,
    Look,
    Note,
    Pipeline,
    Stages,
    Step,
)
from mapper.model.source import Source
from mapper.model.values import Frozen, Id, IdField, Name, Position, Record, Text

FIRST_PLAN = Id("plan-1")
MAP_TABLES = ("components", "links", "pipelines", "notes", "annotations", "accelerators", "attitudes")
"""The tables of what stands on the map; in all of them together, an id is used once."""


class About(Frozen):
    """Where a map comes from. `summary` is one line, shown beside the map on the start page.

    `on` is the day that the map speaks of, `scope` what it is a map of and for whom.
    """

    summary: Name = ""
    author: Name = ""
    on: date | None = None
    scope: Name = ""
    credit: Text = ""
    licence: Name = ""
    notice: Text = ""


class Document(Frozen):
    """One map with its contracts. Tables are keyed by id; their order is the order of drawing, back to front.

    Construction checks every reference; `put`, `drop` and `but` share what they do not change. `source` is the text that
    the map was read from: it may name records that are gone by now.
    """

    title: Name = "Untitled map"
    about: About = About.model_construct()
    stages: Stages = Stages.model_construct()
    components: Mapping[IdField, Component] = {}
    links: Mapping[IdField, Link] = {}
    pipelines: Mapping[IdField, Pipeline] = {}
    notes: Mapping[IdField, Note] = {}
    annotations: Mapping[IdField, Annotation] = {}
    annotations_at: Position | None = None
    accelerators: Mapping[IdField, Accelerator] = {}
    attitudes: Mapping[IdField, Attitude] = {}
    look: Look = Look.model_construct()
    steps: Mapping[IdField, Step] = {}
    service: Service = Service.model_construct()
    people: Mapping[IdField, Person] = {}
    suppliers: Mapping[IdField, Supplier] = {}
    plans: Mapping[IdField, Plan] = Field(default_factory=lambda: {FIRST_PLAN: Plan.model_construct(id=FIRST_PLAN)})
    active_plan: IdField = FIRST_PLAN
    source: Source | None = None

    @model_validator(mode="after")
    def _references_hold(self) -> Self:
        for problem in broken_references(self):
            raise ValueError(problem)
        return self

    @property
    def plan(self) -> Plan:
        """The plan in hand."""
        return self.plans[self.active_plan]

    @property
    def contracts(self) -> Mapping[Id, Contract]:
        """The contracts of the plan in hand."""
        return self.plan.contracts

    def put(self, table: str, records: Iterable[Record]) -> Self:
        """A copy with these records added or replaced in a table, or this very document if they are there already.

        Untouched records are shared.
        """
        present = getattr(self, table)
        fresh = {record.id: record for record in records if present.get(record.id) != record}
        return self.model_copy(update={table: {**present, **fresh}}) if fresh else self

    def drop(self, table: str, ids: Iterable[Id]) -> Self:
        """A copy without these records of a table, or this very document if it has none of them.

        References to them are the caller's to mend.
        """
        present = getattr(self, table)
        gone = present.keys() & set(ids)
        if not gone:
            return self
        return self.model_copy(update={table: {id: record for id, record in present.items() if id not in gone}})

    def put_plan(self, plan: Plan) -> Self:
        """A copy with this plan added or replaced."""
        return self.put("plans", [plan])


BLANK = Document.model_construct()
"""A map with nothing on it. Made unchecked: the rules of whole documents take long to wake, and a start need not."""


def broken_references(document: Document) -> Iterator[str]:
    """A sentence for every reference that leads nowhere and every rule between records that does not hold."""
    yield from _map_references(document)
    yield from _ids_used_twice(document)
    yield from _service_references(document)
    for plan in document.plans.values():
        yield from _plan_references(document, plan)
    yield from _step_references(document)
    for table in (*MAP_TABLES, "steps", "people", "suppliers", "plans"):
        for id, record in getattr(document, table).items():
            if record.id != id:
                yield f"“{record.id}” is filed under the id “{id}”"


def _map_references(document: Document) -> Iterator[str]:
    yield from _link_references(document)
    components = document.components
    for pipeline in document.pipelines.values():
        if pipeline.component not in components:
            yield f"pipeline “{pipeline.id}” belongs to “{pipeline.component}”, which is not on the map"
    for note in document.notes.values():
        if note.component is not None and note.component not in components:
            yield f"note “{note.id}” points at “{note.component}”, which is not on the map"
    for component in components.values():
        if component.pipeline is not None and component.pipeline not in document.pipelines:
            yield f"component “{component.id}” is in pipeline “{component.pipeline}”, which is not on the map"
        for need in component.needs:
            for id in need.met_by:
                if id not in components:
                    yield f"need “{need.id}” is met by “{id}”, which is not on the map"


def _step_references(document: Document) -> Iterator[str]:
    shown = {id for step in document.steps.values() for id in step.shows}
    if shown:
        tables: list[Mapping[Id, Record]] = [getattr(document, table) for table in MAP_TABLES]
        there = set[Id]().union(*tables, *(plan.contracts for plan in document.plans.values()))
        yield from (f"a step of presenting shows “{id}”, which is not on the map" for id in sorted(shown - there))


def _link_references(document: Document) -> Iterator[str]:
    components = document.components
    for link in document.links.values():
        source, target = link.source, link.target
        # The one question that all of ten thousand links are asked; the sentences are for the few that fail it.
        if source in components and target in components and source != target:
            continue
        for end in (source, target):
            if end not in components:
                yield f"link “{link.id}” joins “{end}”, which is not on the map"
        if source == target:
            yield f"link “{link.id}” joins “{source}” to itself"


def _ids_used_twice(document: Document) -> Iterator[str]:
    """What can be selected is told apart by its id alone, whichever table it is in."""
    tables: list[Mapping[Id, Record]] = [getattr(document, table) for table in MAP_TABLES]
    on_the_map = set[Id]().union(*tables)
    if len(on_the_map) < sum(map(len, tables)):
        times = Counter(id for table in tables for id in table)
        yield from (f"“{id}” is the id of two different things on the map" for id, count in times.items() if count > 1)
    for plan in document.plans.values():
        for id in plan.contracts:
            if id in on_the_map:
                yield f"“{id}” is the id of a contract of the plan “{plan.title}” and of something else on the map"


def _service_references(document: Document) -> Iterator[str]:
    for person in (document.service.sro, document.service.product_owner):
        if person is not None and person not in document.people:
            yield f"the service names “{person}”, who is not among the people"
    if document.active_plan not in document.plans:
        yield f"the plan in hand, “{document.active_plan}”, is not among the plans"


def _plan_references(document: Document, plan: Plan) -> Iterator[str]:
    times = Counter(member for contract in plan.contracts.values() for member in set(contract.members))
    for contract in plan.contracts.values():
        yield from _contract_references(document, contract)
    for member, count in times.items():
        if count > 1 and member not in plan.shared:
            yield f"component “{member}” is in {count} contracts of the plan “{plan.title}” but is not marked as shared"
    for id, interface in plan.interfaces.items():
        if interface.link not in document.links:
            yield f"an interface describes the link “{interface.link}”, which is not on the map"
        if interface.link != id:
            yield f"the interface of “{interface.link}” is filed under “{id}”"
    for id, contract in plan.contracts.items():
        if contract.id != id:
            yield f"contract “{contract.id}” is filed under the id “{id}”"


def _contract_references(document: Document, contract: Contract) -> Iterator[str]:
    for member in contract.members:
        component = document.components.get(member)
        if component is None:
            yield f"contract “{contract.ref}” has the member “{member}”, which is not on the map"
        elif component.is_anchor:
            yield f"contract “{contract.ref}” has the member “{member}”, which is a user, not a component"
    if len(set(contract.members)) != len(contract.members):
        yield f"contract “{contract.ref}” names a member twice"
    for person in (contract.owner, contract.technical_lead):
        if person is not None and person not in document.people:
            yield f"contract “{contract.ref}” names “{person}”, who is not among the people"
    if contract.supplier is not None and contract.supplier not in document.suppliers:
        yield f"contract “{contract.ref}” names the supplier “{contract.supplier}”, which is not in the file"
