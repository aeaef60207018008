"""The select tool, in a user's hand."""

from __future__ import annotations

import pytest
from hand import KETTLE, NEEDS_WATER, NOTE, REMARK, TEA, USER, WATER, Hand

from mapper.drawing.layout import Box, LabelPlace, Layout, Outline, TitlePlace
from mapper.editor import Pointer, Session
from mapper.editor.tools.naming import begin_naming, finish_naming
from mapper.editor.tools.select import Idle
from mapper.edits import add_contract, delete, set_evolve
from mapper.model import Evolve, Position

EMPTY = (0.1, 0.1)


def steps(session: Session) -> list[str]:
    """The names of the steps that undo would take back, the latest first."""
    names = []
    while (label := session.history.undo_label) is not None:
        names.append(label)
        session.undo()
    for _ in names:
        session.redo()
    return names


def test_dragging_a_component_moves_it_along_both_axes_and_is_one_step(hand: Hand, session: Session) -> None:
    hand.drag(hand.on(TEA), hand.point(0.7, 0.4), hand.point(0.6, 0.5))
    tea = session.document.components[TEA]
    assert (tea.evolution, tea.visibility) == (0.6, 0.5)
    assert session.selection == {TEA}
    assert steps(session) == ["Move"]
    session.undo()
    assert session.document.components[TEA].evolution == 0.5
    assert session.selection == {TEA}
    session.redo()
    assert session.document.components[TEA].evolution == 0.6


def test_escape_while_dragging_puts_everything_back(hand: Hand, session: Session) -> None:
    session.select([KETTLE])
    before = session.document
    hand.start_drag(hand.on(TEA), hand.point(0.7, 0.2))
    session.cancel()
    assert session.document is before
    assert session.selection == {KETTLE}
    assert isinstance(session.tool, Idle)
    assert not session.history.is_modified


def test_dragging_there_and_back_again_is_no_step(hand: Hand, session: Session) -> None:
    hand.drag(hand.on(TEA), hand.point(0.7, 0.2), hand.on(TEA))
    assert session.history.undo_label is None


def test_a_hand_that_trembles_does_not_move_what_it_clicks(hand: Hand, session: Session) -> None:
    hand.drag(hand.on(TEA), hand.on(TEA, right=2, down=1))
    assert session.history.undo_label is None
    assert session.selection == {TEA}


def test_a_click_selects_one_and_shift_click_adds_or_takes_out(hand: Hand, session: Session) -> None:
    hand.click(hand.on(TEA))
    assert session.selection == {TEA}
    hand.click(hand.on(WATER, adding=True))
    assert session.selection == {TEA, WATER}
    hand.click(hand.on(TEA, adding=True))
    assert session.selection == {WATER}
    hand.click(hand.point(*EMPTY))
    assert session.selection == set()
    assert session.history.undo_label is None


def test_dragging_one_of_several_selected_moves_them_all(hand: Hand, session: Session) -> None:
    session.select([TEA, WATER])
    hand.drag(hand.on(TEA), hand.point(0.6, 0.6))
    assert session.document.components[WATER].evolution == 0.9
    assert session.document.components[KETTLE].evolution == 0.3
    assert session.selection == {TEA, WATER}


def test_a_click_on_one_of_several_selected_leaves_only_that_one(hand: Hand, session: Session) -> None:
    session.select([TEA, WATER])
    hand.click(hand.on(TEA))
    assert session.selection == {TEA}


def test_a_drag_over_empty_ground_selects_what_lies_in_the_rectangle(hand: Hand, session: Session) -> None:
    hand.start_drag(hand.point(0.2, 0.2), hand.point(0.6, 0.7))
    assert session.selection == {TEA, KETTLE}
    assert session.tool.trace is not None
    assert session.tool.trace.style == "marquee"
    session.release(hand.point(0.4, 0.4))
    assert session.selection == {KETTLE}
    assert session.tool.trace is None


def test_a_rectangle_drawn_with_shift_adds_to_the_selection(hand: Hand, session: Session) -> None:
    session.select([WATER])
    hand.drag(hand.point(0.2, 0.2, adding=True), hand.point(0.4, 0.4))
    assert session.selection == {WATER, KETTLE}


def test_escape_in_the_middle_of_a_rectangle_brings_the_selection_back(hand: Hand, session: Session) -> None:
    session.select([WATER])
    hand.start_drag(hand.point(0.2, 0.2), hand.point(0.6, 0.7))
    session.cancel()
    assert session.selection == {WATER}


def test_escape_at_rest_selects_nothing(session: Session) -> None:
    session.select([TEA])
    session.cancel()
    assert session.selection == set()


def test_a_link_is_selected_by_a_click_near_it(hand: Hand, session: Session) -> None:
    hand.click(hand.point(0.65, 0.45))
    assert session.selection == {NEEDS_WATER}


def test_dragging_the_forecast_changes_only_where_the_component_is_heading(hand: Hand, session: Session) -> None:
    session.apply("Evolve", set_evolve, TEA, Evolve(evolution=0.7))
    hand.start_drag(hand.point(0.7, 0.6), hand.point(0.85, 0.2))
    assert session.readout() == (
        "Tea · Product (+ rental) → Commodity (+ utility) · evolution 0.50 → 0.85 · visibility 0.60"
    )
    session.release(hand.point(0.85, 0.2))
    tea = session.document.components[TEA]
    assert tea.evolve == Evolve(evolution=0.85)
    assert (tea.evolution, tea.visibility) == (0.5, 0.6)
    session.undo()
    assert session.document.components[TEA].evolve == Evolve(evolution=0.7)


def test_escape_brings_a_dragged_forecast_back(hand: Hand, session: Session) -> None:
    session.apply("Evolve", set_evolve, TEA, Evolve(evolution=0.7))
    hand.start_drag(hand.point(0.7, 0.6), hand.point(0.9, 0.6))
    session.cancel()
    assert session.document.components[TEA].evolve == Evolve(evolution=0.7)


def test_a_dragged_label_stays_where_it_was_put(hand: Hand, session: Session) -> None:
    tea = hand.on(TEA)
    box = Box(tea.x + 12, tea.y - 20, tea.x + 52, tea.y - 4)
    session.place(Layout(labels={TEA: LabelPlace(box, ("Tea",))}))
    hand.drag(Pointer(tea.x + 30, tea.y - 12), Pointer(tea.x + 30, tea.y + 40))
    label = session.document.components[TEA].label
    assert label is not None
    assert (label.right, label.down) == pytest.approx((32, 40))
    assert session.document.components[TEA].evolution == 0.5
    session.undo()
    assert session.document.components[TEA].label is None


def test_a_dragged_note_moves(hand: Hand, session: Session) -> None:
    hand.drag(hand.point(0.11, 0.8), hand.point(0.21, 0.7))
    note = session.document.notes[NOTE]
    assert (note.evolution, note.visibility) == pytest.approx((0.2, 0.7))


def test_dragging_one_place_of_an_annotation_leaves_its_other_place(hand: Hand, session: Session) -> None:
    hand.drag(hand.point(0.9, 0.6), hand.point(0.8, 0.5))
    assert session.document.annotations[REMARK].positions == (
        Position(evolution=0.9, visibility=0.8),
        Position(evolution=0.8, visibility=0.5),
    )


def test_the_status_bar_follows_a_drag_and_is_silent_otherwise(hand: Hand, session: Session) -> None:
    assert session.readout() is None
    hand.start_drag(hand.on(TEA), hand.point(0.62, 0.45))
    assert session.readout() == "Tea · Product (+ rental) · evolution 0.62 · visibility 0.45"
    session.cancel()
    assert session.readout() is None


def test_the_status_bar_says_nothing_of_a_stage_that_has_no_name(hand: Hand, session: Session) -> None:
    stages = session.document.stages
    session.apply("Stages", lambda document: document.but(stages=stages.but(names=("Novel", "", "", "Common"))))
    hand.start_drag(hand.on(TEA), hand.point(0.62, 0.45))
    assert session.readout() == "Tea · evolution 0.62 · visibility 0.45"


def test_a_double_click_on_a_component_asks_for_its_name(hand: Hand, session: Session) -> None:
    asked = []
    session.naming_asked.connect(asked.append)
    hand.double_click(hand.on(TEA))
    assert asked == [TEA]
    finish_naming(session, "Green tea")
    assert session.document.components[TEA].name == "Green tea"
    assert steps(session) == ["Rename"]


def test_a_double_click_on_empty_ground_adds_a_component_and_its_name_in_one_step(hand: Hand, session: Session) -> None:
    before = session.document
    hand.double_click(hand.point(*EMPTY))
    finish_naming(session, "Cup")
    (cup,) = [c for c in session.document.components.values() if c.name == "Cup"]
    assert (cup.evolution, cup.visibility) == EMPTY
    assert session.selection == {cup.id}
    assert steps(session) == ["Add component"]
    session.undo()
    assert session.document is before
    session.redo()
    assert cup.id in session.document.components


@pytest.mark.parametrize("typed", [None, "", "  "])
def test_a_new_component_that_gets_no_name_is_gone(hand: Hand, session: Session, typed: str | None) -> None:
    before = session.document
    hand.double_click(hand.point(*EMPTY))
    finish_naming(session, typed)
    assert session.document is before
    assert session.history.undo_label is None
    assert isinstance(session.tool, Idle)


def test_clicking_elsewhere_while_a_name_is_asked_for_keeps_the_new_component(hand: Hand, session: Session) -> None:
    hand.double_click(hand.point(*EMPTY))
    hand.click(hand.on(TEA))
    assert [c.name for c in session.document.components.values()][-1] == "New component"
    assert session.selection == {TEA}
    assert steps(session) == ["Add component"]


def test_backing_out_of_a_rename_leaves_the_name(session: Session) -> None:
    begin_naming(session, TEA)
    finish_naming(session, None)
    assert session.document.components[TEA].name == "Tea"
    assert session.history.undo_label is None


def test_undo_in_the_middle_of_a_drag_drops_the_drag_first(hand: Hand, session: Session) -> None:
    hand.drag(hand.on(TEA), hand.point(0.6, 0.6))
    hand.start_drag(hand.on(WATER), hand.point(0.5, 0.2))
    session.undo()
    assert session.document.components[WATER].evolution == 0.8
    assert session.document.components[TEA].evolution == 0.5


def test_a_contract_is_selected_by_its_title_or_its_outline_and_its_ground_is_empty(
    hand: Hand, session: Session
) -> None:
    document, contract = add_contract(session.document, [TEA])
    session.apply("Contract", lambda _: document)
    ring = ((600.0, 300.0), (900.0, 300.0), (900.0, 500.0), (600.0, 500.0))
    title = TitlePlace(Box(600, 250, 700, 280), ("Drinks",))
    session.place(Layout(outlines={contract: Outline((ring,))}, titles={contract: title}))
    hand.click(Pointer(650, 265))
    assert session.selection == {contract}
    hand.click(Pointer(800, 350))
    assert session.selection == set()
    hand.click(Pointer(675, 350))
    assert session.selection == {contract}
    hand.double_click(Pointer(650, 265))
    finish_naming(session, "Hot drinks")
    assert session.document.contracts[contract].title == "Hot drinks"


def test_what_is_deleted_is_no_longer_selected(session: Session) -> None:
    session.select([TEA, USER])
    session.apply("Delete", delete, [TEA])
    assert session.selection == {USER}
    session.undo()
    assert session.selection >= {TEA}
