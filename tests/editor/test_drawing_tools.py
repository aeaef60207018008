"""The tools that add, link, evolve and draw contracts, in a user's hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hand import KETTLE, NEEDS_WATER, TEA, USER, WATER, Hand

from mapper.drawing.place import lay_out
from mapper.editor import Pointer, Session
from mapper.editor.tools import TOOLS
from mapper.editor.tools.naming import finish_naming
from mapper.edits import add_contract, add_pipeline
from mapper.model import KINDS, Component, Evolve, Id


def link_between(session: Session, source: Id, target: Id) -> bool:
    return any((link.source, link.target) == (source, target) for link in session.document.links.values())


def lasso(hand: Hand, *, west: float, east: float, low: float, high: float, **keys: bool) -> None:
    """Draw once round a part of the map."""
    corners = [(west, low), (east, low), (east, high), (west, high), (west, low)]
    start, *stops = [hand.point(*corner, **keys) for corner in corners]
    hand.drag(start, *stops)


# Links.


@pytest.mark.parametrize("way", ["rim", "tool"])
def test_dragging_from_one_component_to_another_links_them(hand: Hand, session: Session, way: str) -> None:
    start = hand.on(TEA, right=11) if way == "rim" else hand.on(TEA)
    if way == "tool":
        hand.take("link")
    hand.start_drag(start, hand.point(0.4, 0.4))
    assert session.tool.trace is not None
    assert session.tool.trace.style == "link"
    session.release(hand.on(KETTLE))
    assert link_between(session, TEA, KETTLE)
    assert session.history.undo_label == "Link"
    assert session.tool.tool_id == "select"
    session.undo()
    assert not link_between(session, TEA, KETTLE)
    session.redo()
    assert link_between(session, TEA, KETTLE)


def test_a_link_that_is_there_already_is_not_drawn_twice(hand: Hand, session: Session) -> None:
    hand.take("link")
    hand.drag(hand.on(TEA), hand.on(WATER))
    assert list(session.document.links) == [NEEDS_WATER]
    assert session.history.undo_label is None
    assert session.tool.tool_id == "link"


def test_a_link_dropped_on_empty_ground_makes_the_component_that_is_needed(hand: Hand, session: Session) -> None:
    before = session.document
    hand.drag(hand.on(TEA, right=-11), hand.point(0.45, 0.1))
    finish_naming(session, "Cup")
    cup = list(session.document.components.values())[-1]
    assert (cup.name, cup.evolution, cup.visibility) == ("Cup", 0.45, 0.1)
    assert link_between(session, TEA, cup.id)
    session.undo()
    assert session.document is before
    session.redo()
    assert link_between(session, TEA, cup.id)


def test_a_link_dropped_on_its_own_component_is_none(hand: Hand, session: Session) -> None:
    hand.drag(hand.on(TEA, right=11), hand.point(0.6, 0.6), hand.on(TEA))
    assert list(session.document.links) == [NEEDS_WATER]
    assert len(session.document.components) == 4


def test_escape_while_linking_leaves_no_link_and_no_line(hand: Hand, session: Session) -> None:
    before = session.document
    hand.start_drag(hand.on(TEA, right=11), hand.on(KETTLE))
    session.cancel()
    assert session.document is before
    assert session.tool.trace is None


# Adding.


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_a_click_adds_a_component_of_the_tools_kind_and_asks_its_name(hand: Hand, session: Session, kind: str) -> None:
    before, asked = session.document, list[Id]()
    session.naming_asked.connect(asked.append)
    hand.take(kind)
    hand.click(hand.point(0.25, 0.7))
    finish_naming(session, "New thing")
    (new,) = session.document.components.keys() - before.components.keys()
    thing = session.document.components[new]
    assert asked == [new]
    assert (thing.name, thing.kind, thing.evolution, thing.visibility) == ("New thing", kind, 0.25, 0.7)
    assert session.tool.tool_id == "select"
    session.undo()
    assert session.document is before
    session.redo()
    assert new in session.document.components


@pytest.mark.parametrize("tool", ["note", "annotation"])
def test_notes_and_annotations_are_added_by_a_click_and_written_at_once(
    hand: Hand, session: Session, tool: str
) -> None:
    hand.take(tool)
    hand.click(hand.point(0.25, 0.7))
    finish_naming(session, "Mind the gap")
    table = session.document.notes if tool == "note" else session.document.annotations
    assert list(table.values())[-1].text == "Mind the gap"
    session.undo()
    assert len(session.document.notes) == len(session.document.annotations) == 1


def test_a_new_annotation_has_the_first_number_that_is_free(hand: Hand, session: Session) -> None:
    hand.take("annotation")
    hand.click(hand.point(0.25, 0.7))
    finish_naming(session, "Second")
    assert [remark.number for remark in session.document.annotations.values()] == [1, 2]


def test_a_new_component_follows_the_pointer_until_it_is_let_go(hand: Hand, session: Session) -> None:
    hand.take("component")
    hand.drag(hand.point(0.2, 0.2), hand.point(0.3, 0.5))
    finish_naming(session, "Cup")
    cup = list(session.document.components.values())[-1]
    assert (cup.evolution, cup.visibility) == (0.3, 0.5)


@pytest.mark.parametrize("moment", ["pressed", "naming"])
def test_escape_while_adding_leaves_nothing_behind(hand: Hand, session: Session, moment: str) -> None:
    before = session.document
    session.select([TEA])
    hand.take("component")
    session.press(hand.point(0.2, 0.2))
    session.move(hand.point(0.25, 0.2))
    if moment == "naming":
        session.release(hand.point(0.25, 0.2))
    session.cancel()
    assert session.document is before
    assert session.selection == {TEA}


def test_a_tool_taken_twice_stays_in_hand_until_escape(hand: Hand, session: Session) -> None:
    hand.take("component")
    hand.take("component")
    for name in ("Cup", "Saucer"):
        hand.click(hand.point(0.2, 0.2))
        finish_naming(session, name)
        assert session.tool.tool_id == "component"
    assert len(session.document.components) == 6
    session.cancel()
    assert session.tool.tool_id == "select"


@pytest.mark.parametrize("tool", [tool.id for tool in TOOLS])
def test_every_tool_can_be_put_down_by_escape(hand: Hand, session: Session, tool: str) -> None:
    hand.take(tool)
    assert session.tool.tool_id == tool
    session.cancel()
    assert session.tool.tool_id == "select"


# Evolving.


def test_dragging_with_the_evolve_tool_says_where_a_component_is_heading(hand: Hand, session: Session) -> None:
    hand.take("evolve")
    hand.drag(hand.on(TEA), hand.point(0.75, 0.3))
    assert session.document.components[TEA].evolve == Evolve(evolution=0.75)
    assert session.document.components[TEA].evolution == 0.5
    assert session.history.undo_label == "Evolve"
    session.undo()
    assert session.document.components[TEA].evolve is None
    session.redo()
    assert session.document.components[TEA].evolve == Evolve(evolution=0.75)


def test_escape_while_evolving_leaves_no_forecast(hand: Hand, session: Session) -> None:
    before = session.document
    hand.take("evolve")
    hand.start_drag(hand.on(TEA), hand.point(0.75, 0.3))
    session.cancel()
    assert session.document is before
    assert session.tool.tool_id == "evolve"


def test_users_do_not_evolve(hand: Hand, session: Session) -> None:
    hand.take("evolve")
    hand.drag(hand.on(USER), hand.point(0.75, 0.3))
    assert session.history.undo_label is None


# Contracts.


def test_a_line_drawn_round_components_makes_a_contract_of_them_and_asks_its_title(
    hand: Hand, session: Session
) -> None:
    before = session.document
    hand.take("contract")
    lasso(hand, west=0.2, east=0.9, low=0.2, high=0.4)
    finish_naming(session, "Hot water")
    (contract,) = session.document.contracts.values()
    assert (contract.ref, contract.title) == ("C1", "Hot water")
    assert set(contract.members) == {WATER, KETTLE}
    assert session.selection == {contract.id}
    assert session.history.undo_label == "Draw contract"
    session.undo()
    assert session.document is before
    session.redo()
    assert set(session.document.contracts[contract.id].members) == {WATER, KETTLE}


def test_a_contract_needs_no_title(hand: Hand, session: Session) -> None:
    hand.take("contract")
    lasso(hand, west=0.2, east=0.9, low=0.2, high=0.4)
    finish_naming(session, "")
    assert [contract.ref for contract in session.document.contracts.values()] == ["C1"]


def test_users_and_a_pipelines_choices_are_left_out_of_a_drawn_contract(hand: Hand, session: Session) -> None:
    session.apply("Pipeline", add_pipeline, TEA, [KETTLE])
    hand.take("contract")
    lasso(hand, west=0.05, east=0.95, low=0.05, high=0.98)
    (contract,) = session.document.contracts.values()
    assert set(contract.members) == {TEA, WATER}


def test_a_line_round_nothing_makes_no_contract(hand: Hand, session: Session) -> None:
    hand.take("contract")
    lasso(hand, west=0.45, east=0.55, low=0.85, high=0.95)
    assert session.document.contracts == {}
    assert session.history.undo_label is None


def test_what_the_line_holds_so_far_shows_as_selected(hand: Hand, session: Session) -> None:
    hand.take("contract")
    corners = [(0.2, 0.2), (0.9, 0.2), (0.9, 0.4), (0.2, 0.4)]
    hand.start_drag(*[hand.point(*corner) for corner in corners])
    assert session.selection == {WATER, KETTLE}
    assert session.tool.trace is not None
    assert session.tool.trace.style == "lasso"


@pytest.mark.parametrize("moment", ["drawing", "naming"])
def test_escape_while_drawing_a_contract_leaves_none(hand: Hand, session: Session, moment: str) -> None:
    before = session.document
    session.select([TEA])
    hand.take("contract")
    hand.start_drag(*[hand.point(*at) for at in [(0.2, 0.2), (0.9, 0.2), (0.9, 0.4), (0.2, 0.4)]])
    if moment == "naming":
        session.release(hand.point(0.2, 0.4))
        assert session.document.contracts
    session.cancel()
    assert session.document is before
    assert session.selection == {TEA}
    assert session.history.undo_label is None


def test_with_shift_the_line_adds_to_the_selected_contract_and_with_alt_it_takes_out(
    hand: Hand, session: Session
) -> None:
    document, contract = add_contract(session.document, [TEA])
    session.apply("Contract", lambda _: document)
    session.select([contract])
    hand.take("contract")
    lasso(hand, west=0.2, east=0.9, low=0.2, high=0.4, adding=True)
    assert set(session.document.contracts[contract].members) == {TEA, WATER, KETTLE}
    assert session.selection == {contract}
    hand.take("contract")
    lasso(hand, west=0.2, east=0.4, low=0.2, high=0.4, free=True)
    assert set(session.document.contracts[contract].members) == {TEA, WATER}
    session.undo()
    session.undo()
    assert set(session.document.contracts[contract].members) == {TEA}


def test_alt_pressed_amid_the_line_takes_out_and_without_a_contract_says_what_is_missing(
    hand: Hand, session: Session
) -> None:
    document, contract = add_contract(session.document, [TEA, WATER])
    session.apply("Contract", lambda _: document)
    session.select([contract])
    hand.take("contract")
    corners = [(0.7, 0.2), (0.9, 0.2), (0.9, 0.4), (0.7, 0.4)]
    hand.start_drag(*[hand.point(*corner) for corner in corners[:2]])
    for corner in corners[2:]:
        session.move(replace(hand.point(*corner), free=True))
    session.release(hand.point(*corners[0]))
    assert session.document.contracts[contract].members == (TEA,)
    told: list[str] = []
    session.told.connect(told.append)
    session.select([])
    hand.take("contract")
    lasso(hand, west=0.2, east=0.9, low=0.2, high=0.9, free=True)
    assert session.document.contracts.keys() == {contract}
    assert told == ["Select the contract first that these are to be taken out of."]


def test_a_click_with_the_contract_tool_selects_the_contract_there(hand: Hand, session: Session) -> None:
    document, contract = add_contract(session.document, [TEA])
    session.apply("Contract", lambda _: document)
    session.place(lay_out(session.document, session.frame))
    hand.take("contract")
    x, y = session.layout.titles[contract].box.middle
    hand.click(Pointer(x, y))
    assert session.selection == {contract}
    assert session.tool.tool_id == "contract"


def test_drawing_round_a_member_of_another_contract_moves_it(hand: Hand, session: Session) -> None:
    document, first = add_contract(session.document, [TEA, WATER])
    session.apply("Contract", lambda _: document)
    hand.take("contract")
    lasso(hand, west=0.7, east=0.9, low=0.2, high=0.4)
    finish_naming(session, "Water")
    assert session.document.contracts[first].members == (TEA,)


def test_two_components_at_one_place_can_both_be_found(hand: Hand, session: Session) -> None:
    """The nearest of several is touched, however they overlap."""
    twin = Component(name="Twin", evolution=0.505, visibility=0.6)
    session.apply("Add", lambda document: document.put("components", [twin]))
    hand.click(hand.on(TEA, right=-4))
    assert session.selection == {TEA}
    hand.click(hand.on(twin.id, right=4))
    assert session.selection == {twin.id}
