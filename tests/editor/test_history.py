"""Steps back and forth."""

from __future__ import annotations

from hand import KETTLE, TEA, WATER

from mapper.editor import Session
from mapper.edits import add_contract, change_map, delete, move, rename


def nudge(session: Session, *ids: str) -> None:
    session.apply("Nudge", move, ids, evolution=0.01)
    session.history.fold("Nudge")


def test_a_row_of_nudges_of_the_same_things_is_one_step(session: Session) -> None:
    before = session.document
    for _ in range(5):
        nudge(session, TEA)
    assert session.document.components[TEA].evolution == 0.55
    session.undo()
    assert session.document is before
    session.redo()
    assert session.document.components[TEA].evolution == 0.55


def test_nudges_of_different_things_are_steps_of_their_own(session: Session) -> None:
    nudge(session, TEA)
    nudge(session, WATER)
    session.undo()
    assert session.document.components[TEA].evolution == 0.51
    assert session.document.components[WATER].evolution == 0.8


def test_a_nudge_against_the_edge_of_the_map_leaves_the_steps_before_it_alone(session: Session) -> None:
    session.apply("Move", move, [TEA], evolution=0.25)
    session.apply("Move", move, [TEA], evolution=0.25)
    nudge(session, TEA)
    session.undo()
    assert session.document.components[TEA].evolution == 0.75


def test_a_saved_document_stays_a_step(session: Session) -> None:
    nudge(session, TEA)
    session.saved(session.document)
    nudge(session, TEA)
    assert session.history.is_modified
    session.undo()
    assert not session.history.is_modified
    assert session.document.components[TEA].evolution == 0.51


def test_an_edit_after_undo_forgets_what_was_undone(session: Session) -> None:
    session.apply("Rename", rename, TEA, "Green tea")
    session.undo()
    session.apply("Rename", rename, KETTLE, "Pot")
    assert session.history.redo_label is None
    session.undo()
    assert session.document.components[TEA].name == "Tea"


def test_an_edit_that_changes_nothing_is_no_step(session: Session) -> None:
    session.apply("Rename", rename, TEA, "Tea")
    assert session.history.undo_label is None
    assert not session.history.is_modified


def test_undo_selects_what_it_changed(session: Session) -> None:
    session.apply("Rename", rename, TEA, "Green tea")
    session.select([KETTLE])
    session.undo()
    assert session.selection == {TEA}


def test_undoing_a_deletion_selects_what_came_back_and_not_the_contract_that_it_came_back_to(session: Session) -> None:
    document, contract = add_contract(session.document, [TEA, KETTLE])
    session.apply("Contract", lambda _: document)
    session.apply("Delete", delete, [KETTLE])
    session.undo()
    assert session.document.contracts[contract].members == (TEA, KETTLE)
    assert session.selection == {KETTLE}


def test_undoing_a_change_of_a_contract_selects_the_contract(session: Session) -> None:
    document, contract = add_contract(session.document, [TEA])
    session.apply("Contract", lambda _: document)
    session.apply("Rename", rename, contract, "Drinks")
    session.undo()
    assert session.selection == {contract}


def test_undoing_what_is_not_on_the_map_leaves_the_selection(session: Session) -> None:
    session.select([TEA])
    session.apply("Title", change_map, title="Tea shop")
    session.undo()
    assert session.selection == {TEA}
