"""Copies, and what they share with their originals."""

import pytest

from mapper.edits import add_annotation, add_link, add_pipeline, change, delete, duplicate
from mapper.model import Component, Document, Id, Note, Position, broken_references

USER, TEA, WATER = Id("user"), Id("tea"), Id("water")


@pytest.fixture
def document() -> Document:
    components = {id: Component(id=id, name=id.title(), evolution=0.5, visibility=0.5) for id in (USER, TEA, WATER)}
    document = Document(components=components)
    for source, target in ((USER, TEA), (TEA, WATER)):
        document = add_link(document, source, target)
    return document


def is_sound(document: Document) -> bool:
    return not list(broken_references(document))


def test_a_copied_pipeline_has_copied_choices_and_the_links_among_them(document: Document) -> None:
    document = add_pipeline(document, TEA, [WATER])
    after, copies = duplicate(document, [TEA])
    assert is_sound(after)
    new = [after.components[id] for id in copies if id in after.components]
    assert sorted(component.name for component in new) == ["Tea", "Water"]
    assert len(after.pipelines) == 2
    assert {after.pipelines[c.pipeline].component in copies for c in new if c.pipeline} == {True}
    assert [after.links[id].source in copies for id in copies if id in after.links] == [True]


def test_copied_annotations_take_numbers_that_no_other_has(document: Document) -> None:
    for text in ("First", "Second", "Third"):
        document = add_annotation(document, text, Position(evolution=0.1, visibility=0.1))
    first, second, third = document.annotations
    after, _ = duplicate(delete(document, [second]), [first, third])
    assert sorted(annotation.number for annotation in after.annotations.values()) == [1, 2, 3, 4]


def test_a_copied_note_points_at_the_copy_and_no_copy_is_locked(document: Document) -> None:
    note = Note(id=Id("note"), text="Why?", evolution=0.1, visibility=0.1, component=TEA, locked=True)
    document = change(document.put("notes", [note]), "components", TEA, locked=True)
    after, copies = duplicate(document, [TEA, note.id])
    copied = next(each for id, each in after.notes.items() if id in copies)
    assert copied.component in copies and copied.component in after.components
    assert not copied.locked and not after.components[copied.component].locked
