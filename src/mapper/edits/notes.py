"""Edits of notes and annotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from mapper.model import Annotation, Document, Id, Note, Position, new_id


def add_note(document: Document, note: Note) -> Document:
    """A new note."""
    return document.put("notes", [note])


def point_notes(document: Document, ids: Iterable[Id], component: Id | None) -> Document:
    """Let notes point at a component, or at nothing."""
    return document.put("notes", [document.notes[id].but(component=component) for id in ids])


def add_annotation(document: Document, text: str, at: Position, *, id: Id | None = None) -> Document:
    """A new numbered remark, shown at one place, under the first number that is free."""
    number = next(free_numbers(document))
    remark = Annotation(id=id or new_id(), number=number, text=text, positions=(at,))
    return document.put("annotations", [remark])


def free_numbers(document: Document) -> Iterator[int]:
    """The numbers that no annotation has, from 1 upwards without end."""
    taken = {annotation.number for annotation in document.annotations.values()}
    return (number for number in count(1) if number not in taken)
