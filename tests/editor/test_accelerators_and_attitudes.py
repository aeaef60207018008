"""Accelerators and areas in a user's hand."""

from __future__ import annotations

import pytest
from hand import KETTLE, TEA, WATER, Hand

from mapper.drawing.attitudes import word_place
from mapper.drawing.layout import Box, LabelPlace, Layout
from mapper.editor import Pointer, Session
from mapper.editor.hit import hit
from mapper.editor.tools import MENU_TOOLS
from mapper.editor.tools.naming import finish_naming
from mapper.edits import add_accelerator, add_attitude
from mapper.model import Accelerator, Attitude, Id, People

LAW, AREA = Id("law"), Id("area")


@pytest.fixture
def session(session: Session) -> Session:
    """The tea shop with a law above its water and an area round its kettle."""
    law = Accelerator(id=LAW, name="Law", evolution=0.8, visibility=0.5)
    area = Attitude(id=AREA, people=People.SETTLERS, evolution=0.2, visibility=0.5, width=0.2, height=0.4)
    return Session(add_attitude(add_accelerator(session.document, law), area))


def part(session: Session, at: Pointer) -> tuple[Id, str] | None:
    found = hit(session, at)
    return found and (found.id, found.part)


def on_word(session: Session) -> Pointer:
    return Pointer(*word_place(session.document.attitudes[AREA], session.frame).box.middle)


def test_an_accelerator_is_held_by_its_arrow_and_by_its_name(hand: Hand, session: Session) -> None:
    assert part(session, hand.point(0.8, 0.5)) == (LAW, "accelerator")
    at = hand.point(0.9, 0.5)
    assert part(session, at) is None
    session.place(Layout(labels={LAW: LabelPlace(Box(at.x - 9, at.y - 9, at.x + 9, at.y + 9), ("Law",))}))
    assert part(session, at) == (LAW, "accelerator")


def test_dragging_an_accelerator_moves_it_and_is_one_step(hand: Hand, session: Session) -> None:
    hand.drag(hand.point(0.8, 0.5), hand.point(0.6, 0.7))
    law = session.document.accelerators[LAW]
    assert (law.evolution, law.visibility) == (0.6, 0.7)
    assert session.history.undo_label == "Move"
    session.undo()
    assert session.document.accelerators[LAW].evolution == 0.8
    assert session.selection == {LAW}


def test_an_area_is_dragged_by_its_word_or_its_edge(hand: Hand, session: Session) -> None:
    start = on_word(session)
    hand.drag(start, Pointer(start.x + session.frame.plot_width / 10, start.y))
    assert session.document.attitudes[AREA].evolution == 0.3
    assert session.document.components[KETTLE].evolution == 0.3
    hand.drag(hand.point(0.3, 0.2), hand.point(0.2, 0.2))
    assert session.document.attitudes[AREA].evolution == 0.2


def test_the_ground_of_an_area_is_ground_but_for_a_click(hand: Hand, session: Session) -> None:
    hand.click(hand.point(0.24, 0.2))
    assert session.selection == {AREA}
    hand.drag(hand.point(0.24, 0.4), hand.point(0.36, 0.2))
    assert session.selection == {KETTLE}
    assert session.history.undo_label is None


def test_a_double_click_within_an_area_adds_a_component(hand: Hand, session: Session) -> None:
    hand.double_click(hand.point(0.24, 0.2))
    finish_naming(session, "Cup")
    assert list(session.document.components.values())[-1].name == "Cup"


def test_a_rectangle_selects_the_areas_that_lie_wholly_in_it(hand: Hand, session: Session) -> None:
    hand.drag(hand.point(0.15, 0.55), hand.point(0.95, 0.05))
    assert session.selection == {AREA, KETTLE, WATER, LAW}


def test_the_readout_says_where_an_area_reaches(hand: Hand, session: Session) -> None:
    start = on_word(session)
    hand.start_drag(start, Pointer(start.x + session.frame.plot_width / 10, start.y))
    assert session.readout() == "Settlers · evolution 0.30 to 0.50 · visibility 0.50 to 0.10"


@pytest.mark.parametrize("tool", ["accelerator", "decelerator"])
def test_an_accelerator_is_put_down_and_named_in_one_step(hand: Hand, session: Session, tool: str) -> None:
    hand.take(tool)
    hand.click(hand.point(0.6, 0.4))
    finish_naming(session, "Open standards")
    made = list(session.document.accelerators.values())[-1]
    assert (made.name, made.slows) == ("Open standards", tool == "decelerator")
    assert (made.evolution, made.visibility) == (0.6, 0.4)
    session.undo()
    assert list(session.document.accelerators) == [LAW]


def test_an_area_is_drawn_from_corner_to_corner_whichever_comes_first(hand: Hand, session: Session) -> None:
    hand.take("town_planners")
    hand.drag(hand.point(0.9, 0.2), hand.point(0.5, 0.8))
    drawn = list(session.document.attitudes.values())[-1]
    assert drawn.people is People.TOWN_PLANNERS
    assert (drawn.evolution, drawn.visibility, drawn.width, drawn.height) == (0.5, 0.8, 0.4, 0.6)
    assert session.selection == {drawn.id}
    assert session.history.undo_label == "Add town planners"


def test_a_click_puts_down_an_area_that_lies_on_the_map(hand: Hand, session: Session) -> None:
    hand.take("pioneers")
    hand.click(hand.point(0.95, 0.1))
    drawn = list(session.document.attitudes.values())[-1]
    assert drawn.width > 0.1
    assert drawn.evolution + drawn.width <= 1
    assert drawn.visibility - drawn.height >= 0


@pytest.mark.parametrize("tool", [tool.id for tool in MENU_TOOLS])
def test_escape_while_drawing_leaves_nothing_behind(hand: Hand, session: Session, tool: str) -> None:
    before = session.document
    session.select([TEA])
    hand.take(tool)
    hand.start_drag(hand.point(0.5, 0.5), hand.point(0.7, 0.3))
    assert session.document is not before
    session.cancel()
    assert session.document is before
    assert session.selection == {TEA}


def test_escape_while_linking_selects_again_what_was_selected(hand: Hand, session: Session) -> None:
    session.select([WATER])
    hand.start_drag(hand.on(TEA, right=11), hand.on(KETTLE))
    session.cancel()
    assert session.selection == {WATER}
