"""Edits that any record of a table allows."""

from __future__ import annotations

from mapper.edits.membership import leave_contracts
from mapper.model import Annotation, Component, Document, Id, Link, Note, Record, clean_name, clean_text


def change(document: Document, table: str, id: Id, **fields: object) -> Document:
    """Other values for some fields of a record. Raises pydantic's ValidationError.

    Fields that name other records must name records of the document. A component that becomes an anchor leaves its
    contracts and its pipeline: users are not procured. A pipeline's members keep their component's visibility.
    """
    record: Record = getattr(document, table)[id].but(**fields)
    if isinstance(record, Component) and record.is_anchor:
        document = leave_contracts(document, [id])
        record = record.but(pipeline=None)
    if isinstance(record, Component) and "visibility" in fields:
        document = document.put("components", _members_at(document, id, record.visibility))
    return document.put(table, [record])


def _members_at(document: Document, head: Id, visibility: float) -> list[Component]:
    """The members of the pipeline of a component, at a visibility that they share with it."""
    pipelines = {pipeline.id for pipeline in document.pipelines.values() if pipeline.component == head}
    if not pipelines:
        return []
    return [c.but(visibility=visibility) for c in document.components.values() if c.pipeline in pipelines]


def name_of(document: Document, id: Id) -> str | None:
    """What `rename` would change: a name, a title, or a text; None if the record has nothing of the kind."""
    match named(document, id):
        case Component(name=name):
            return name
        case Note(text=text) | Annotation(text=text):
            return text
        case Link(label=label):
            return label
    return document.contracts[id].title if id in document.contracts else None


def rename(document: Document, id: Id, name: str) -> Document:
    """Another name for a component, text for a note or an annotation, label for a link, or title for a contract.

    The name is as the user typed it. Only labels and titles may be blank; a blank name for anything else changes
    nothing, and so does an id that the document lacks.
    """
    record = named(document, id)
    line = clean_name(name)
    if record is None and id in document.contracts:
        return document.put_plan(document.plan.put(document.contracts[id].but(title=line)))
    match record:
        case Link():
            return document.put("links", [record.but(label=line)])
        case Component() if line:
            return document.put("components", [record.but(name=line)])
        case Note() if line:
            return document.put("notes", [record.but(text=clean_text(name))])
        case Annotation() if line:
            return document.put("annotations", [record.but(text=clean_text(name))])
    return document


def named(document: Document, id: Id) -> Component | Note | Annotation | Link | None:
    """The record of the map with this id that a user can name."""
    return (
        document.components.get(id) or document.notes.get(id) or document.annotations.get(id) or document.links.get(id)
    )
