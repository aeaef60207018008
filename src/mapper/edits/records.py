"""Edits that any record of a table allows."""

from __future__ import annotations

from collections.abc import Collection

from mapper.edits.membership import leave_contracts
from mapper.edits.pipelines import dissolve, members_of, pipelines_of
from mapper.edits.stages import rename_stage, stage_of
from mapper.model import (
    Accelerator,
    Annotation,
    Component,
    Document,
    Id,
    Link,
    Note,
    Record,
    clean_name,
    clean_text,
)


def change(document: Document, table: str, id: Id, **fields: object) -> Document:
    """Other values for some fields of a record. Raises pydantic's ValidationError.

    Fields that name other records must name records of the document. A component that becomes an anchor leaves its
    contracts and its pipeline, and is a pipeline no more: users are not procured. A pipeline's members have the
    visibility of its component, whichever of them is changed.
    """
    record: Record = getattr(document, table)[id].but(**fields)
    if isinstance(record, Component):
        return _put_component(document, record, fields.keys())
    return document.put(table, [record])


def _put_component(document: Document, component: Component, changed: Collection[str]) -> Document:
    """The document with a changed component, and with what must follow from it."""
    if component.is_anchor:
        document = leave_contracts(document, [component.id])
        document = dissolve(document, pipelines_of(document, [component.id]))
        component = component.but(pipeline=None)
    if component.pipeline is not None and not {"pipeline", "visibility"}.isdisjoint(changed):
        head = document.components[document.pipelines[component.pipeline].component]
        component = component.but(visibility=head.visibility)
    if "visibility" in changed:
        members = members_of(document, pipelines_of(document, [component.id]))
        document = document.put("components", [member.but(visibility=component.visibility) for member in members])
    return document.put("components", [component])


def name_of(document: Document, id: Id) -> str | None:
    """What `rename` would change: a name, a title, or a text; None if the record has nothing of the kind."""
    stage = stage_of(id)
    if stage is not None:
        return document.stages.names[stage]
    match _named(document, id):
        case Component(name=name) | Accelerator(name=name):
            return name
        case Note(text=text) | Annotation(text=text):
            return text
        case Link(label=label):
            return label
    return document.contracts[id].title if id in document.contracts else None


def rename(document: Document, id: Id, name: str) -> Document:
    """Another name for a component or an accelerator, text for a note or an annotation, label for a link, title for a
    contract, or name for a stage (`edits.stages.stage_id`).

    The name is as the user typed it. Only labels, titles and names of stages may be blank; a blank name for anything else changes
    nothing, and so does an id that the document lacks.
    """
    stage = stage_of(id)
    if stage is not None:
        return rename_stage(document, stage, name)
    record = _named(document, id)
    line = clean_name(name)
    if record is None and id in document.contracts:
        return document.put_plan(document.plan.put(document.contracts[id].but(title=line)))
    match record:
        case Link():
            return document.put("links", [record.but(label=line)])
        case Component() | Accelerator() if line:
            table = "components" if isinstance(record, Component) else "accelerators"
            return document.put(table, [record.but(name=line)])
        case Note() | Annotation() if line:
            table = "notes" if isinstance(record, Note) else "annotations"
            return document.put(table, [record.but(text=clean_text(name))])
    return document


def _named(document: Document, id: Id) -> Component | Note | Annotation | Link | Accelerator | None:
    """The record of the map with this id that a user can name."""
    return (
        document.components.get(id)
        or document.links.get(id)
        or document.notes.get(id)
        or document.annotations.get(id)
        or document.accelerators.get(id)
    )
