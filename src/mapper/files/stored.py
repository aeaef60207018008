"""The native format as it stands on the disk: the document's records in lists, in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, TypeVar

from pydantic import Field

from mapper.model import (
    FIRST_PLAN,
    About,
    Accelerator,
    Annotation,
    Attitude,
    Component,
    Contract,
    Document,
    Explanation,
    Id,
    Integrator,
    Interface,
    Link,
    Look,
    Note,
    Person,
    Pipeline,
    Plan,
    Position,
    Record,
    Service,
    Source,
    Stages,
    Step,
    Supplier,
)
from mapper.model.values import Frozen, IdField, Many, Name, Text

FORMAT: Literal["wardley"] = "wardley"
VERSION: Literal[3] = 3
PROGRAM = "0.3.0"
"""The first program version that reads this version of the format: not the running one, so that saving is stable."""

R = TypeVar("R", bound=Record)
Program = Annotated[str, Field(max_length=40)]


class StoredPlan(Record):
    """A `Plan` with its contracts and interfaces in lists."""

    title: Name = "Plan 1"
    summary: Text = ""
    integrator: Integrator = Integrator.UNDECIDED
    contracts: Many[Contract] = ()
    interfaces: Many[Interface] = ()
    explanations: Many[Explanation] = ()
    shared: Many[IdField] = ()


class Stored(Frozen):
    """A whole file. The order of the fields here is their order in the file."""

    format: Literal["wardley"]
    version: Literal[3]
    program: Program | None = None
    title: Name = "Untitled map"
    about: About = About.model_construct()
    stages: Stages = Stages.model_construct()
    components: Many[Component] = ()
    links: Many[Link] = ()
    pipelines: Many[Pipeline] = ()
    notes: Many[Note] = ()
    annotations: Many[Annotation] = ()
    annotations_at: Position | None = None
    accelerators: Many[Accelerator] = ()
    attitudes: Many[Attitude] = ()
    look: Look = Look.model_construct()
    steps: Many[Step] = ()
    service: Service = Service.model_construct()
    people: Many[Person] = ()
    suppliers: Many[Supplier] = ()
    plans: Many[StoredPlan] = (StoredPlan.model_construct(id=FIRST_PLAN),)
    active_plan: IdField = FIRST_PLAN
    source: Source | None = None


class DuplicateId(Exception):
    """Two records of one table have the same id; the message is a sentence."""


def stored(document: Document) -> Stored:
    """A document as it is written. Nothing is checked: a document is sound already."""
    return Stored.model_construct(
        format=FORMAT,
        version=VERSION,
        program=PROGRAM,
        title=document.title,
        about=document.about,
        stages=document.stages,
        components=tuple(document.components.values()),
        links=tuple(document.links.values()),
        pipelines=tuple(document.pipelines.values()),
        notes=tuple(document.notes.values()),
        annotations=tuple(document.annotations.values()),
        annotations_at=document.annotations_at,
        accelerators=tuple(document.accelerators.values()),
        attitudes=tuple(document.attitudes.values()),
        look=document.look,
        steps=tuple(document.steps.values()),
        service=document.service,
        people=tuple(document.people.values()),
        suppliers=tuple(document.suppliers.values()),
        plans=tuple(_stored_plan(plan) for plan in document.plans.values()),
        active_plan=document.active_plan,
        source=document.source,
    )


def document_of(file: Stored) -> Document:
    """The document in a file. Raises DuplicateId; references are not followed here (see `broken_references`)."""
    return Document.model_construct(
        title=file.title,
        about=file.about,
        stages=file.stages,
        components=_table("components", file.components),
        links=_table("links", file.links),
        pipelines=_table("pipelines", file.pipelines),
        notes=_table("notes", file.notes),
        annotations=_table("annotations", file.annotations),
        annotations_at=file.annotations_at,
        accelerators=_table("accelerators", file.accelerators),
        attitudes=_table("attitudes", file.attitudes),
        look=file.look,
        steps=_table("steps", file.steps),
        service=file.service,
        people=_table("people", file.people),
        suppliers=_table("suppliers", file.suppliers),
        plans=_table("plans", [_plan(plan) for plan in file.plans]),
        active_plan=file.active_plan,
        source=file.source,
    )


def _stored_plan(plan: Plan) -> StoredPlan:
    return StoredPlan.model_construct(
        id=plan.id,
        title=plan.title,
        summary=plan.summary,
        integrator=plan.integrator,
        contracts=tuple(plan.contracts.values()),
        interfaces=tuple(plan.interfaces.values()),
        explanations=plan.explanations,
        shared=plan.shared,
    )


def _plan(plan: StoredPlan) -> Plan:
    interfaces = {interface.link: interface for interface in plan.interfaces}
    if len(interfaces) != len(plan.interfaces):
        link = _repeated([interface.link for interface in plan.interfaces])
        raise DuplicateId(f"the plan “{plan.title}” describes the interface of the link “{link}” twice")
    return Plan.model_construct(
        id=plan.id,
        title=plan.title,
        summary=plan.summary,
        integrator=plan.integrator,
        contracts=_table(f"contracts of the plan “{plan.title}”", plan.contracts),
        interfaces=interfaces,
        explanations=plan.explanations,
        shared=plan.shared,
    )


def _table(name: str, records: Sequence[R]) -> Mapping[Id, R]:
    """Records by id, in order."""
    table = {record.id: record for record in records}
    if len(table) != len(records):
        raise DuplicateId(f"two {name} have the id “{_repeated([record.id for record in records])}”")
    return table


def _repeated(ids: Sequence[Id]) -> Id:
    """The id that comes most often."""
    return Counter(ids).most_common(1)[0][0]
