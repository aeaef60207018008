"""The steps of presenting: made, put in order and taken away, and what is to be seen when."""

from __future__ import annotations

import pytest

from mapper.data import SAMPLES
from mapper.editor import Session
from mapper.editor.presenting import shown_after, title_after
from mapper.edits.steps import add_step, move_step, remove_step, rename_step, show_in_step
from mapper.files.native import load
from mapper.model import Document, Id

ONE, TWO, THREE = Id("one"), Id("two"), Id("three")


@pytest.fixture(scope="module")
def tea() -> Document:
    return load(SAMPLES / "tea-shop.wardley")


@pytest.fixture
def stepped(tea: Document) -> Document:
    """The first component in the second step, the two ends of the first link in the first and the third."""
    link = next(iter(tea.links.values()))
    other = next(id for id in tea.components if id not in (link.source, link.target))
    document = add_step(tea, ONE, "One", [link.source])
    document = add_step(document, TWO, "Two", [other])
    return add_step(document, THREE, "Three", [link.target])


def test_what_no_step_shows_is_there_from_the_start(stepped: Document) -> None:
    named = {id for step in stepped.steps.values() for id in step.shows}
    assert shown_after(stepped, 0).components.keys() == stepped.components.keys() - named


def test_a_link_appears_when_both_its_ends_are_there(stepped: Document) -> None:
    link = next(iter(stepped.links))
    assert [link in shown_after(stepped, taken).links for taken in range(4)] == [False, False, False, True]


def test_with_every_step_taken_the_map_is_whole(stepped: Document) -> None:
    assert shown_after(stepped, 3) is stepped


def test_what_two_steps_show_is_there_from_the_first_of_them(stepped: Document) -> None:
    id = stepped.steps[ONE].shows[0]
    again = show_in_step(stepped, THREE, [id])
    assert id in shown_after(again, 1).components


def test_a_contract_can_come_later_than_what_is_in_it(tea: Document) -> None:
    contract = next(iter(tea.contracts))
    document = add_step(tea, ONE, "Contract", [contract])
    first = shown_after(document, 0)
    assert contract not in first.contracts
    assert first.components.keys() == document.components.keys()


def test_the_map_names_itself_until_a_step_with_a_title_is_taken(stepped: Document) -> None:
    unnamed = rename_step(stepped, TWO, "")
    assert [title_after(unnamed, taken) for taken in range(4)] == [unnamed.title, "One", unnamed.title, "Three"]


def test_a_step_moves_as_far_as_the_row_goes(stepped: Document) -> None:
    assert list(move_step(stepped, THREE, -1).steps) == [ONE, THREE, TWO]
    assert list(move_step(stepped, ONE, 9).steps) == [TWO, THREE, ONE]
    assert move_step(stepped, ONE, -1) is stepped


def test_what_a_removed_step_showed_is_there_from_the_start(stepped: Document) -> None:
    id = stepped.steps[TWO].shows[0]
    assert id in shown_after(remove_step(stepped, TWO), 0).components


def test_a_step_of_nothing_on_the_map_is_none(tea: Document) -> None:
    assert add_step(tea, ONE, "One", [Id("nowhere")]) is tea


def test_each_edit_of_steps_is_undone_alone(tea: Document) -> None:
    session = Session(tea)
    session.apply("Add step", add_step, ONE, "One", list(tea.components)[:1])
    session.apply("Rename step", rename_step, ONE, "First")
    session.undo()
    assert session.document.steps[ONE].title == "One"
    session.undo()
    assert session.document is tea
