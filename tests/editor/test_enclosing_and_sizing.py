"""Lasso, areas, stages, notes that point, locks and nudges, in a user's hand."""

from __future__ import annotations

import pytest
from hand import KETTLE, NEEDS_WATER, NOTE, REMARK, TEA, USER, WATER, Hand

from mapper.drawing.remarks import note_place
from mapper.drawing.where import attitude_box
from mapper.editor import Pointer, Session
from mapper.editor.handles import SIDES, area_handles, stage_names
from mapper.editor.tools.naming import begin_naming, finish_naming
from mapper.editor.tools.nudging import finish_nudging, nudge
from mapper.editor.tools.select import Idle
from mapper.edits import add_attitude, set_evolve, set_locked, set_stages, stage_id
from mapper.model import Attitude, Evolve, Id, People

AREA = Id("area")

# Lasso.


def test_alt_and_a_drag_on_empty_ground_select_what_is_drawn_round(hand: Hand, session: Session) -> None:
    """Round tea and kettle, past water: no rectangle could do it."""
    stops = [(0.2, 0.7), (0.6, 0.7), (0.6, 0.5), (0.4, 0.45), (0.4, 0.2), (0.2, 0.2)]
    hand.start_drag(hand.point(0.2, 0.45, free=True), *(hand.point(*stop, free=True) for stop in stops))
    assert session.tool.trace is not None
    assert session.tool.trace.style == "lasso"
    session.release(hand.point(0.2, 0.3, free=True))
    assert session.selection == {TEA, KETTLE}
    assert session.history.undo_label is None


def test_a_lasso_with_shift_adds_to_the_selection(hand: Hand, session: Session) -> None:
    session.select([WATER])
    keys = {"free": True, "adding": True}
    stops = [(0.25, 0.35), (0.35, 0.35), (0.35, 0.25), (0.25, 0.25)]
    hand.drag(hand.point(0.25, 0.3, **keys), *(hand.point(*stop, **keys) for stop in stops))
    assert session.selection == {WATER, KETTLE}


def test_escape_in_the_middle_of_a_lasso_brings_the_selection_back(hand: Hand, session: Session) -> None:
    session.select([WATER])
    hand.start_drag(hand.point(0.25, 0.3, free=True), hand.point(0.25, 0.35), hand.point(0.35, 0.2))
    session.cancel()
    assert session.selection == {WATER}
    assert isinstance(session.tool, Idle)


def test_the_lasso_tool_selects_without_a_key_and_is_put_down(hand: Hand, session: Session) -> None:
    hand.take("lasso")
    hand.drag(hand.on(TEA, right=-40, down=-40), hand.on(TEA, right=40, down=-40), hand.on(TEA, down=40))
    assert session.selection == {TEA}
    assert isinstance(session.tool, Idle)


def test_a_lasso_takes_notes_and_annotations_and_an_area_only_whole(hand: Hand, session: Session) -> None:
    area = Attitude(id=AREA, people=People.SETTLERS, evolution=0.05, visibility=0.5, width=0.1, height=0.1)
    session.apply("Add", add_attitude, area)
    corners = [(0.02, 0.95), (0.98, 0.95), (0.98, 0.45)]
    hand.take("lasso")
    hand.drag(hand.point(0.02, 0.45), *(hand.point(*corner) for corner in corners))
    assert session.selection == {USER, TEA, NOTE, REMARK}


# Areas.


@pytest.fixture
def area(session: Session) -> Id:
    """Settlers from 0.1 to 0.3 along evolution, from 0.5 down to 0.2; selected."""
    settlers = Attitude(id=AREA, people=People.SETTLERS, evolution=0.1, visibility=0.5, width=0.2, height=0.3)
    session.apply("Add", add_attitude, settlers)
    session.select([AREA])
    return AREA


@pytest.mark.parametrize("handle", range(8))
def test_each_handle_of_an_area_moves_its_own_sides(hand: Hand, session: Session, area: Id, handle: int) -> None:
    right, down = SIDES[handle]
    before = attitude_box(session.document.attitudes[area], session.frame)
    at = Pointer(*area_handles(session)[handle])
    hand.drag(at, Pointer(at.x + 30 * right, at.y + 20 * down))
    after = attitude_box(session.document.attitudes[area], session.frame)
    assert after.left - before.left == pytest.approx(-30 * (right < 0), abs=0.3)
    assert after.right - before.right == pytest.approx(30 * (right > 0), abs=0.3)
    assert after.top - before.top == pytest.approx(-20 * (down < 0), abs=0.3)
    assert after.bottom - before.bottom == pytest.approx(20 * (down > 0), abs=0.3)
    assert session.history.undo_label == "Resize"


def test_a_side_dragged_past_its_opposite_turns_the_area_over(hand: Hand, session: Session, area: Id) -> None:
    at = Pointer(*area_handles(session)[3])
    hand.drag(at, Pointer(session.frame.x(0.05), at.y))
    turned = session.document.attitudes[area]
    assert (turned.evolution, turned.width) == pytest.approx((0.05, 0.05))


def test_escape_while_resizing_puts_the_area_back(hand: Hand, session: Session, area: Id) -> None:
    before = session.document
    at = Pointer(*area_handles(session)[4])
    hand.start_drag(at, Pointer(at.x + 60, at.y + 60))
    session.cancel()
    assert session.document is before


def test_only_an_area_that_alone_is_selected_has_handles(session: Session, area: Id) -> None:
    assert len(area_handles(session)) == 8
    session.select([area, TEA])
    assert area_handles(session) == ()
    session.apply("Lock", set_locked, [area], locked=True)
    session.select([area])
    assert area_handles(session) == ()


# Stages at the axis.


def at_axis(session: Session, evolution: float) -> Pointer:
    return Pointer(session.frame.x(evolution), session.frame.bottom + 12)


def test_a_stage_line_is_dragged_along_the_axis_in_one_step(hand: Hand, session: Session) -> None:
    hand.start_drag(at_axis(session, 0.4), at_axis(session, 0.5))
    assert session.readout() == "Product (+ rental) · from evolution 0.50"
    assert [guide.style for guide in session.tool.guides] == ["stage"]
    session.release(at_axis(session, 0.5))
    assert session.document.stages.lines == (0.175, 0.5, 0.7)
    assert session.history.undo_label == "Move stage line"
    session.undo()
    assert session.document.stages.lines == (0.175, 0.4, 0.7)


def test_a_stage_line_cannot_pass_the_next(hand: Hand, session: Session) -> None:
    hand.drag(at_axis(session, 0.4), at_axis(session, 0.9))
    assert session.document.stages.lines == (0.175, 0.68, 0.7)
    hand.drag(at_axis(session, 0.175), at_axis(session, -0.1))
    assert session.document.stages.lines == (0.02, 0.68, 0.7)


def test_escape_while_dragging_a_stage_line_changes_nothing(hand: Hand, session: Session) -> None:
    before = session.document
    session.select([TEA])
    hand.start_drag(at_axis(session, 0.4), at_axis(session, 0.5))
    session.cancel()
    assert session.document is before
    assert session.selection == {TEA}


def test_stage_lines_are_not_held_within_the_map(hand: Hand, session: Session) -> None:
    hand.drag(hand.point(0.4, 0.1), hand.point(0.5, 0.2))
    assert session.document.stages.lines == (0.175, 0.4, 0.7)


def test_a_double_click_on_the_name_of_a_stage_asks_for_another(hand: Hand, session: Session) -> None:
    asked = list[Id]()
    session.naming_asked.connect(asked.append)
    x, y = stage_names(session)[1].middle
    hand.double_click(Pointer(x, y))
    assert asked == [stage_id(1)]
    finish_naming(session, "  Bespoke ")
    assert session.document.stages.names[1] == "Bespoke"
    session.undo()
    assert session.document.stages.names[1] == "Custom Built"


def test_a_map_that_hides_its_evolution_has_no_stages_to_take_hold_of(hand: Hand, session: Session) -> None:
    session.apply("Hide", lambda document: document.but(look=document.look.but(hides_evolution=True)))
    hand.drag(at_axis(session, 0.4), at_axis(session, 0.5))
    assert session.document.stages.lines == (0.175, 0.4, 0.7)


def test_lines_closer_than_a_hand_could_put_them_stay(hand: Hand, session: Session) -> None:
    session.apply("Stages", set_stages, lines=(0.39, 0.4, 0.41))
    hand.drag(at_axis(session, 0.4), at_axis(session, 0.6))
    assert session.document.stages.lines == (0.39, 0.4, 0.41)


# Notes that point.


def rim_of_note(session: Session) -> Pointer:
    box = note_place(session.document.notes[NOTE], session.frame).box
    return Pointer(box.right + 4, box.middle[1])


def test_a_line_dragged_from_a_note_to_a_component_makes_the_note_point_at_it(hand: Hand, session: Session) -> None:
    hand.start_drag(rim_of_note(session), hand.on(TEA))
    assert session.tool.trace is not None
    session.release(hand.on(TEA))
    assert session.document.notes[NOTE].component == TEA
    assert session.history.undo_label == "Point at component"
    session.undo()
    assert session.document.notes[NOTE].component is None


@pytest.mark.parametrize("way_out", ["escape", "empty ground"])
def test_a_line_from_a_note_to_nowhere_changes_nothing(hand: Hand, session: Session, way_out: str) -> None:
    before = session.document
    hand.start_drag(rim_of_note(session), hand.point(0.6, 0.1))
    if way_out == "escape":
        session.cancel()
    session.release(hand.point(0.6, 0.1))
    assert session.document is before
    assert isinstance(session.tool, Idle)


# Locks.


@pytest.fixture
def told(session: Session) -> list[str]:
    """What the status bar was told, once tea is locked."""
    words = list[str]()
    session.told.connect(words.append)
    session.apply("Lock", set_locked, [TEA], locked=True)
    return words


def test_what_is_locked_is_selected_but_not_dragged(hand: Hand, session: Session, told: list[str]) -> None:
    before = session.document
    hand.drag(hand.on(TEA), hand.point(0.7, 0.2))
    assert session.document is before
    assert session.selection == {TEA}
    assert told == ["That is locked. Ctrl+L unlocks it."]


def test_what_is_locked_stays_when_others_are_moved(hand: Hand, session: Session, told: list[str]) -> None:
    session.select([TEA, WATER])
    hand.drag(hand.on(WATER), hand.point(0.85, 0.35))
    assert session.document.components[TEA].evolution == 0.5
    assert session.document.components[WATER].evolution == pytest.approx(0.85)


def test_what_is_locked_is_not_renamed(hand: Hand, session: Session, told: list[str]) -> None:
    asked = list[Id]()
    session.naming_asked.connect(asked.append)
    hand.double_click(hand.on(TEA))
    begin_naming(session, TEA)
    assert asked == []
    assert len(told) == 2


def test_the_forecast_of_what_is_locked_stays(hand: Hand, session: Session, told: list[str]) -> None:
    session.apply("Evolve", set_evolve, TEA, Evolve(evolution=0.6))
    hand.drag(hand.point(0.6, 0.6), hand.point(0.8, 0.6))
    hand.take("evolve")
    hand.drag(hand.on(TEA), hand.point(0.8, 0.6))
    assert session.document.components[TEA].evolve == Evolve(evolution=0.6)
    assert len(told) == 2


def test_a_link_can_still_be_drawn_to_what_is_locked(hand: Hand, session: Session, told: list[str]) -> None:
    hand.drag(hand.on(KETTLE, right=11), hand.on(TEA))
    assert len(session.document.links) == 2
    assert NEEDS_WATER in session.document.links


# Nudges.


def test_nudges_show_at_once_and_are_one_step_when_the_key_is_let_go(session: Session) -> None:
    session.select([TEA])
    for _ in range(3):
        nudge(session, evolution=0.002)
    assert session.document.components[TEA].evolution == 0.506
    assert session.history.undo_label is None
    finish_nudging(session)
    assert session.history.undo_label == "Nudge"
    session.undo()
    assert session.document.components[TEA].evolution == 0.5


def test_taps_in_a_row_are_one_step(session: Session) -> None:
    session.select([TEA])
    for _ in range(3):
        nudge(session, visibility=0.02)
        finish_nudging(session)
    session.undo()
    assert session.document.components[TEA].visibility == 0.6


def test_escape_while_an_arrow_is_held_puts_everything_back(session: Session) -> None:
    before = session.document
    session.select([TEA])
    nudge(session, evolution=0.02)
    session.cancel()
    assert session.document is before
    assert session.selection == {TEA}


def test_a_click_while_an_arrow_is_held_keeps_what_was_nudged(hand: Hand, session: Session) -> None:
    session.select([TEA])
    nudge(session, evolution=0.02)
    hand.click(hand.point(0.1, 0.1))
    assert session.document.components[TEA].evolution == 0.52
    assert session.history.undo_label == "Nudge"
