"""Which form goes with what is selected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mapper.model import Document, Id
from mapper.procurement.interfaces import homes
from mapper.procurement.words import counted, word
from mapper.ui.panels.forms import (
    accelerator,
    anchor,
    annotation,
    attitude,
    component,
    contract,
    link,
    map_details,
    note,
    pipeline,
)
from mapper.ui.panels.forms.field import Field
from mapper.ui.panels.forms.subjects import (
    Components,
    OneContract,
    OneInterface,
    Records,
    Subject,
    TheMap,
    ThePlan,
    TheService,
)


@dataclass(frozen=True, slots=True)
class Section:
    """A group of fields under one heading."""

    title: str
    subject: Subject
    fields: tuple[Field, ...]
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class Form:
    """Everything that is shown about what is selected. `kind` is what it is, `title` its name."""

    kind: str
    title: str
    sections: tuple[Section, ...]

    @property
    def shape(self) -> tuple[str, ...]:
        """Two forms of the same shape have the same fields."""
        return (self.kind, *(section.title for section in self.sections))


def form_for(document: Document, selection: Iterable[Id]) -> Form:
    """The form for these ids; the map's own when nothing that has one is among them."""
    ids = sorted(selection)
    if len(ids) == 1:
        return _form_of_one(document, ids[0])
    parts = [id for id in ids if id in document.components and not document.components[id].is_anchor]
    if len(parts) > 1:
        section = Section("All of them", Components(parts), component.COMMON)
        return Form("Several", counted(len(parts), "component"), (section,))
    return Form("Several", counted(len(ids), "thing"), ()) if ids else _map_form(document)


def _form_of_one(document: Document, id: Id) -> Form:
    if id in document.components:
        return _anchor_form(document, id) if document.components[id].is_anchor else _component_form(document, id)
    if id in document.contracts:
        return _contract_form(document, id)
    if id in document.links:
        return _link_form(document, id)
    return _simple_form(document, id) or _map_form(document)


def _simple_form(document: Document, id: Id) -> Form | None:
    """The form of what has few fields, all in one section."""
    if noted := document.notes.get(id):
        return _form_of_fields("Note", noted.text, Records("notes", [id]), note.FIELDS)
    if annotated := document.annotations.get(id):
        title = f"{annotated.number}. {annotated.text}"
        return _form_of_fields("Annotation", title, Records("annotations", [id]), annotation.FIELDS)
    if force := document.accelerators.get(id):
        kind = "Decelerator" if force.slows else "Accelerator"
        return _form_of_fields(kind, force.name, Records("accelerators", [id]), accelerator.FIELDS)
    if area := document.attitudes.get(id):
        return _form_of_fields("Attitude", word(area.people), Records("attitudes", [id]), attitude.FIELDS)
    return None


def _form_of_fields(kind: str, title: str, subject: Subject, fields: tuple[Field, ...]) -> Form:
    return Form(kind, title, (Section(kind, subject, fields),))


def _component_form(document: Document, id: Id) -> Form:
    subject, record = Components([id]), document.components[id]
    sections = (
        Section("Component", subject, component.BASICS),
        Section("Method", subject, component.METHOD),
        Section("Movement", subject, component.MOVEMENT, is_open=bool(record.evolve or record.inertia)),
        *(
            Section("Pipeline", Records("pipelines", [owned.id]), pipeline.FIELDS)
            for owned in document.pipelines.values()
            if owned.component == id
        ),
    )
    return Form("Component", record.name, sections)


def _anchor_form(document: Document, id: Id) -> Form:
    subject = Records("components", [id])
    sections = (Section("Anchor", subject, anchor.BASICS), Section("Needs", subject, anchor.NEEDS))
    return Form("Anchor", document.components[id].name, sections)


def _contract_form(document: Document, id: Id) -> Form:
    subject, record = OneContract(id), document.contracts[id]
    sections = (
        Section("Contract", subject, contract.BASICS),
        Section("How it is obtained", subject, contract.APPROACH),
        Section("Money", subject, contract.MONEY),
        Section("Term and dates", subject, contract.DATES),
        Section("Route to market", subject, contract.ROUTE, is_open=False),
        Section("People", subject, contract.PEOPLE, is_open=False),
        Section("Measures and risks", subject, contract.DELIVERY, is_open=False),
        Section("Ownership and exit", subject, contract.EXIT, is_open=False),
    )
    return Form("Contract", f"{record.ref} {record.title}".strip(), sections)


def _link_form(document: Document, id: Id) -> Form:
    record = document.links[id]
    source, target = document.components[record.source].name, document.components[record.target].name
    sections = [Section("Link", Records("links", [id]), link.LINK)]
    if crosses(document, id):
        sections.insert(0, Section("Interface", OneInterface(id), link.INTERFACE))
    return Form("Link", f"{source} needs {target}", tuple(sections))


def crosses(document: Document, link: Id) -> bool:
    """Whether both ends of a link are contracted and no contract holds both."""
    home, record = homes(document), document.links[link]
    sources, targets = home.get(record.source, ()), home.get(record.target, ())
    return bool(sources and targets) and set(sources).isdisjoint(targets)


def _map_form(document: Document) -> Form:
    service = TheService()
    sections = (
        Section("Map", TheMap(), map_details.MAP),
        Section("Service", service, map_details.SERVICE),
        Section("Plan", ThePlan(), map_details.PLAN),
        Section("Who is responsible", service, map_details.RESPONSIBLE, is_open=False),
        Section("Money", service, map_details.MONEY, is_open=False),
        Section("Limits", service, map_details.LIMITS, is_open=False),
        Section("Stages", TheMap(), map_details.STAGES, is_open=False),
        Section("Drawing", TheMap(), map_details.DRAWING, is_open=False),
        Section("Axes", TheMap(), map_details.AXES, is_open=False),
        Section("On the pack", service, map_details.PAPER, is_open=False),
        Section("In OnlineWardleyMaps", TheMap(), map_details.ONLINE_WARDLEY_MAPS, is_open=False),
    )
    return Form("Map", document.title, sections)
