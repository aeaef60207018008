"""Edits of notes and annotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from mapper.edits.service import change_map
from mapper.model import Accelerator, Annotation, Component, Document, Id, Note, Position, new_id

_CORNERS = tuple(Position(evolution=right, visibility=up) for right, up in ((0.72, 0.94), (0.02, 0.94), (0.72, 0.24)))
_LIST = 0.28, 0.22
"""About how much of the map the list of a few annotations takes; the corner that is left out is the legend's."""
_NAME = 0.1
"""About how far the name of what stands left of the list reaches into it."""


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


def give_list_a_place(document: Document) -> Document:
    """Where the annotations are written out, in the emptiest of three corners, unless that is said already."""
    if document.annotations_at is not None:
        return document
    placed: list[Component | Note | Accelerator] = [*document.components.values(), *document.notes.values()]
    placed += document.accelerators.values()
    taken = [(each.evolution, each.visibility) for each in placed]
    taken += [(at.evolution, at.visibility) for each in document.annotations.values() for at in each.positions]

    def crowd(corner: Position) -> int:
        width, height = _LIST
        return sum(
            -_NAME <= evolution - corner.evolution <= width and 0 <= corner.visibility - visibility <= height
            for evolution, visibility in taken
        )

    return change_map(document, annotations_at=min(_CORNERS, key=crowd))


def free_numbers(document: Document) -> Iterator[int]:
    """The numbers that no annotation has, from 1 upwards without end."""
    taken = {annotation.number for annotation in document.annotations.values()}
    return (number for number in count(1) if number not in taken)
