"""Into pipelines and out of them, and onto contracts, by dragging."""

from __future__ import annotations

import pytest
from hand import KETTLE, TEA, WATER, Hand

from mapper.drawing.layout import Layout, Outline
from mapper.drawing.where import centre, pipeline_box
from mapper.editor import Pointer, Session
from mapper.editor.tools.offering import Offering, accept
from mapper.editor.tools.select import Idle
from mapper.edits import add_contract, add_pipeline, move, set_evolve
from mapper.model import Evolve, Id


@pytest.fixture
def pipeline(session: Session) -> Id:
    """Water stands as a pipeline low on the right, with the kettle as its one choice."""
    session.apply("Make pipeline", add_pipeline, WATER, [KETTLE])
    (id,) = session.document.pipelines
    return id


def at_centre(session: Session, id: Id, right: float = 0, down: float = 0, *, free: bool = False) -> Pointer:
    x, y = centre(session.document.components[id], session.document, session.frame)
    return Pointer(x + right, y + down, free=free)


def in_box(session: Session, pipeline: Id) -> Pointer:
    box = pipeline_box(session.document.pipelines[pipeline], session.document, session.frame)
    return Pointer(box.left + 200, box.middle[1])


def test_a_component_dropped_into_a_pipelines_box_becomes_its_choice(
    hand: Hand, session: Session, pipeline: Id
) -> None:
    hand.drag(hand.on(TEA), in_box(session, pipeline))
    tea = session.document.components[TEA]
    assert tea.pipeline == pipeline
    assert tea.visibility == session.document.components[WATER].visibility
    assert session.history.undo_label == "Move into pipeline"
    session.undo()
    assert session.document.components[TEA].pipeline is None
    assert session.document.components[TEA].visibility == 0.6


def test_the_box_lights_up_while_something_is_over_it(hand: Hand, session: Session, pipeline: Id) -> None:
    hand.start_drag(hand.on(TEA), in_box(session, pipeline))
    assert session.tool.lit == pipeline
    session.move(hand.point(0.5, 0.7))
    assert session.tool.lit is None
    assert session.document.components[TEA].pipeline is None


def test_escape_over_a_box_changes_nothing(hand: Hand, session: Session, pipeline: Id) -> None:
    before = session.document
    hand.start_drag(hand.on(TEA), in_box(session, pipeline))
    session.cancel()
    assert session.document is before
    assert session.tool.lit is None


def test_a_choice_dragged_along_its_box_stays_in_the_pipeline(hand: Hand, session: Session, pipeline: Id) -> None:
    hand.drag(at_centre(session, KETTLE), at_centre(session, KETTLE, right=-120, down=20))
    kettle = session.document.components[KETTLE]
    assert kettle.pipeline == pipeline
    assert kettle.evolution < 0.3
    assert session.history.undo_label == "Move"


def test_a_choice_dragged_well_out_of_its_box_leaves_it_and_stands_under_the_pointer(
    hand: Hand, session: Session, pipeline: Id
) -> None:
    end = at_centre(session, KETTLE, right=43, down=-170, free=True)
    hand.drag(at_centre(session, KETTLE), end)
    kettle = session.document.components[KETTLE]
    assert kettle.pipeline is None
    assert centre(kettle, session.document, session.frame) == (
        pytest.approx(end.x, abs=0.2),
        pytest.approx(end.y, abs=0.2),
    )
    assert session.history.undo_label == "Take out of pipeline"
    session.undo()
    assert session.document.components[KETTLE].pipeline == pipeline


def test_a_choice_goes_straight_from_one_pipeline_into_another(hand: Hand, session: Session, pipeline: Id) -> None:
    session.apply("Make pipeline", add_pipeline, TEA)
    other = next(id for id, each in session.document.pipelines.items() if each.component == TEA)
    box = pipeline_box(session.document.pipelines[other], session.document, session.frame)
    hand.drag(at_centre(session, KETTLE), Pointer(*box.middle))
    assert session.document.components[KETTLE].pipeline == other


def test_a_pipeline_dragged_over_another_stays_what_it_is(hand: Hand, session: Session, pipeline: Id) -> None:
    session.apply("Make pipeline", add_pipeline, TEA)
    hand.drag(hand.on(TEA), in_box(session, pipeline))
    assert session.document.components[TEA].pipeline is None
    assert len(session.document.pipelines) == 2


def test_a_pipeline_dragged_takes_its_choices_along_wherever_they_are_held(
    hand: Hand, session: Session, pipeline: Id
) -> None:
    session.select([WATER, KETTLE])
    hand.drag(at_centre(session, KETTLE), at_centre(session, KETTLE, down=-200, free=True))
    assert session.document.components[KETTLE].pipeline == pipeline
    assert session.document.components[WATER].visibility > 0.45


def test_a_choice_evolves_and_its_forecast_can_be_dragged(hand: Hand, session: Session, pipeline: Id) -> None:
    session.apply("Evolve", set_evolve, KETTLE, Evolve(evolution=0.5))
    start = at_centre(session, KETTLE)
    ghost = Pointer(session.frame.x(0.5), start.y)
    hand.drag(ghost, Pointer(session.frame.x(0.62), start.y))
    kettle = session.document.components[KETTLE]
    assert kettle.evolve == Evolve(evolution=0.62)
    assert kettle.pipeline == pipeline


# An offer to join a contract.


@pytest.fixture
def contract(session: Session) -> Id:
    """A contract of water and kettle, drawn as a broad box low on the map."""
    document, contract = add_contract(session.document, [WATER, KETTLE], "Hot water")
    session.apply("New contract", lambda _: document)
    frame = session.frame
    left, right, top, bottom = frame.x(0.25), frame.x(0.85), frame.y(0.38), frame.y(0.22)
    session.place(Layout(outlines={contract: Outline((((left, top), (right, top), (right, bottom), (left, bottom)),))}))
    return contract


def members(session: Session, contract: Id) -> set[Id]:
    return set(session.document.contracts[contract].members)


def test_a_component_dropped_well_inside_an_outline_is_offered_and_does_not_join_by_itself(
    hand: Hand, session: Session, contract: Id
) -> None:
    hand.drag(hand.on(TEA), hand.point(0.5, 0.3))
    offer = session.tool
    assert isinstance(offer, Offering)
    assert offer.words(session) == "Add to C1 Hot water"
    assert members(session, contract) == {WATER, KETTLE}
    assert session.history.undo_label == "Move"


def test_taking_the_offer_up_is_one_step(hand: Hand, session: Session, contract: Id) -> None:
    hand.drag(hand.on(TEA), hand.point(0.5, 0.3))
    accept(session)
    assert members(session, contract) == {WATER, KETTLE, TEA}
    assert session.history.undo_label == "Add to contract"
    assert isinstance(session.tool, Idle)
    session.undo()
    assert members(session, contract) == {WATER, KETTLE}
    assert session.document.components[TEA].visibility == 0.3


def test_a_member_of_another_contract_is_offered_to_move_over(hand: Hand, session: Session, contract: Id) -> None:
    layout = session.layout
    document, other = add_contract(session.document, [TEA], "Leaves")
    session.apply("New contract", lambda _: document)
    session.place(layout)
    hand.drag(hand.on(TEA), hand.point(0.5, 0.3))
    offer = session.tool
    assert isinstance(offer, Offering)
    assert offer.words(session) == "Move from C2 to C1 Hot water"
    accept(session)
    assert members(session, other) == set()


@pytest.mark.parametrize("place", [(0.5, 0.385), (0.5, 0.45), (0.5, 0.376)])
def test_near_the_edge_or_outside_nothing_is_offered(
    hand: Hand, session: Session, contract: Id, place: tuple[float, float]
) -> None:
    hand.drag(hand.on(TEA), hand.point(*place, free=True))
    assert isinstance(session.tool, Idle)


def test_a_member_dragged_out_stays_a_member_and_nothing_is_offered(hand: Hand, session: Session, contract: Id) -> None:
    hand.drag(hand.on(KETTLE), hand.point(0.3, 0.8))
    assert members(session, contract) == {WATER, KETTLE}
    assert isinstance(session.tool, Idle)


def test_escape_takes_only_the_offer_away(hand: Hand, session: Session, contract: Id) -> None:
    hand.drag(hand.on(TEA), hand.point(0.5, 0.3))
    session.cancel()
    assert isinstance(session.tool, Idle)
    assert session.selection == {TEA}
    assert members(session, contract) == {WATER, KETTLE}


@pytest.mark.parametrize("action", ["click", "drag", "undo", "edit"])
def test_the_next_action_ends_the_offer(hand: Hand, session: Session, contract: Id, action: str) -> None:
    hand.drag(hand.on(TEA), hand.point(0.5, 0.3))
    if action == "click":
        hand.click(hand.point(0.1, 0.1))
    elif action == "drag":
        hand.drag(hand.on(WATER), hand.point(0.8, 0.5))
    elif action == "undo":
        session.undo()
    else:
        session.apply("Move", move, [TEA], evolution=0.01)
    assert not isinstance(session.tool, Offering)
    accept(session)
    assert members(session, contract) == {WATER, KETTLE}


def test_the_offer_waits_while_the_pointer_wanders(hand: Hand, session: Session, contract: Id) -> None:
    hand.drag(hand.on(TEA), hand.point(0.5, 0.3))
    session.move(hand.on(KETTLE))
    session.move(hand.point(0.1, 0.1))
    assert isinstance(session.tool, Offering)


def test_with_several_in_hand_all_that_are_not_members_are_offered(hand: Hand, session: Session, contract: Id) -> None:
    session.select([TEA, KETTLE])
    hand.drag(hand.on(TEA), hand.point(0.5, 0.3))
    accept(session)
    assert members(session, contract) == {WATER, KETTLE, TEA}
