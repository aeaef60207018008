"""Edits of notes and annotations."""

from __future__ import annotations

from mapper.model import Annotation, Document, Id, Note, Position, new_id


def add_note(document: Document, note: Note) -> Document:
    """A new note."""
    return document.put("notes", [note])


def add_annotation(document: Document, text: str, at: Position, *, id: Id | None = None) -> Document:
    """A new numbered remark, shown at one place. Its number follows the highest."""
    remark = Annotation(id=id or new_id(), number=next_number(document), text=text, positions=(at,))
    return document.put("annotations", [remark])


def next_number(document: Document) -> int:
    """The number after the highest that an annotation has."""
    return max((annotation.number for annotation in document.annotations.values()), default=0) + 1
