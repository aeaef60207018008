"""Edits of notes and annotations."""

from __future__ import annotations

from itertools import count

from mapper.model import Annotation, Document, Id, Note, Position, new_id


def add_note(document: Document, note: Note) -> Document:
    """A new note."""
    return document.put("notes", [note])


def add_annotation(document: Document, text: str, at: Position, *, id: Id | None = None) -> Document:
    """A new numbered remark, shown at one place, under the first number that is free."""
    remark = Annotation(id=id or new_id(), number=next_number(document), text=text, positions=(at,))
    return document.put("annotations", [remark])


def next_number(document: Document) -> int:
    """The first number that no annotation has."""
    taken = {annotation.number for annotation in document.annotations.values()}
    return next(number for number in count(1) if number not in taken)
