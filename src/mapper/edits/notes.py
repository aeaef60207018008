"""Edits of notes and annotations."""

from __future__ import annotations

from mapper.model import Annotation, Document, Note, Position


def add_note(document: Document, note: Note) -> Document:
    """A new note."""
    return document.put("notes", [note])


def add_annotation(document: Document, text: str, at: Position) -> Document:
    """A new numbered remark, shown at one place. Its number follows the highest."""
    number = next_number(document)
    return document.put("annotations", [Annotation(number=number, text=text, positions=(at,))])


def next_number(document: Document) -> int:
    """The number after the highest that an annotation has."""
    return max((annotation.number for annotation in document.annotations.values()), default=0) + 1
