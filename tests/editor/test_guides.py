"""What is dragged falls into line with what stands there, and says so by guides; Alt lets it go free."""

from __future__ import annotations

import pytest
from hand import KETTLE, NOTE, TEA, USER, WATER, Hand

from mapper.editor import Pointer, Session
from mapper.editor.snapping import Guide, snapping
from mapper.editor.tools.naming import finish_naming
from mapper.edits import change, move, set_evolve
from mapper.model import Component, Document, Evolve, Id


def styles(session: Session) -> list[str]:
    return [guide.style for guide in session.tool.guides]


def near(at: Pointer, right: float = 0, down: float = 0, *, free: bool = False) -> Pointer:
    return Pointer(at.x + right, at.y + down, free=free)


def test_a_component_dragged_near_the_column_of_another_stands_exactly_in_it(hand: Hand, session: Session) -> None:
    hand.start_drag(hand.on(TEA), near(hand.point(0.8, 0.52), right=3))
    assert session.document.components[TEA].evolution == 0.8
    assert styles(session) == ["align"]
    (guide,) = session.tool.guides
    water = hand.on(WATER)
    assert guide.is_upright
    assert guide.end == (pytest.approx(water.x), pytest.approx(water.y))
    session.release(near(hand.point(0.8, 0.52), right=3))
    assert session.document.components[TEA].evolution == 0.8
    assert session.tool.guides == ()


def test_a_component_dragged_near_the_row_of_another_is_exactly_as_visible(hand: Hand, session: Session) -> None:
    hand.drag(hand.on(TEA), near(hand.point(0.62, 0.3), down=-4))
    assert session.document.components[TEA].visibility == 0.3


def test_nothing_is_drawn_right_onto_another_component(hand: Hand, session: Session) -> None:
    hand.start_drag(hand.on(TEA), near(hand.on(WATER), right=3, down=2))
    tea, water = (session.document.components[id] for id in (TEA, WATER))
    assert session.tool.guides == ()
    assert tea.evolution != water.evolution
    assert tea.visibility != water.visibility


def test_out_of_reach_nothing_is_drawn_into_line(hand: Hand, session: Session) -> None:
    end = near(hand.point(0.8, 0.52), right=9)
    hand.start_drag(hand.on(TEA), end)
    assert session.tool.guides == ()
    assert session.document.components[TEA].evolution == pytest.approx(0.8 + 9 / session.frame.plot_width, abs=1e-4)


def test_the_middle_between_two_of_a_row_shows_two_equal_gaps(hand: Hand, session: Session) -> None:
    hand.start_drag(hand.on(TEA), near(hand.point(0.55, 0.3), right=3, down=2))
    assert session.document.components[TEA].evolution == 0.55
    gaps = [guide for guide in session.tool.guides if guide.style == "gap"]
    lengths = [round(gap.end[0] - gap.start[0], 3) for gap in gaps]
    assert len(lengths) == 2
    assert lengths[0] == lengths[1]


def test_beyond_a_row_the_gap_before_is_repeated(hand: Hand, session: Session) -> None:
    session.apply("Move", change, "components", KETTLE, evolution=0.66)
    hand.drag(hand.on(TEA), near(hand.point(0.94, 0.3), right=-3))
    assert session.document.components[TEA].evolution == 0.94


def test_a_component_dragged_near_a_stage_line_stands_on_it(hand: Hand, session: Session) -> None:
    hand.start_drag(hand.on(TEA), near(hand.point(0.7, 0.5), right=-4))
    assert session.document.components[TEA].evolution == 0.7
    assert styles(session) == ["stage"]


def test_on_a_map_without_stages_there_are_no_stage_lines_to_stand_on(hand: Hand, session: Session) -> None:
    session.apply("Hide", lambda document: document.but(look=document.look.but(hides_evolution=True)))
    hand.start_drag(hand.on(TEA), near(hand.point(0.7, 0.5), right=-4))
    assert session.tool.guides == ()


def test_alt_lets_go_of_every_line_for_one_drag(hand: Hand, session: Session) -> None:
    end = near(hand.point(0.8, 0.52), right=3, free=True)
    hand.start_drag(hand.on(TEA), end)
    assert session.tool.guides == ()
    session.release(end)
    assert session.document.components[TEA].evolution != 0.8
    hand.drag(hand.on(TEA), near(hand.point(0.8, 0.5), right=3))
    assert session.document.components[TEA].evolution == 0.8


def test_something_new_falls_into_line_and_with_alt_does_not(hand: Hand, session: Session) -> None:
    hand.take("component")
    hand.click(near(hand.point(0.8, 0.7), right=3))
    finish_naming(session, "Cup")
    hand.take("component")
    hand.click(near(hand.point(0.8, 0.5), right=3, free=True))
    finish_naming(session, "Saucer")
    places = {component.name: component.evolution for component in session.document.components.values()}
    assert places["Cup"] == 0.8
    assert places["Saucer"] == pytest.approx(0.802, abs=0.0005)


def test_a_note_falls_into_line_with_components(hand: Hand, session: Session) -> None:
    hand.drag(hand.point(0.11, 0.8), near(hand.point(0.31, 0.72), right=3))
    assert session.document.notes[NOTE].evolution == 0.3


def test_a_forecast_stops_at_stage_lines_and_columns(hand: Hand, session: Session) -> None:
    session.apply("Evolve", set_evolve, TEA, Evolve(evolution=0.6))
    hand.start_drag(hand.point(0.6, 0.6), near(hand.point(0.7, 0.6), right=3))
    assert styles(session) == ["stage"]
    session.release(near(hand.point(0.7, 0.6), right=3))
    assert session.document.components[TEA].evolve == Evolve(evolution=0.7)


def test_the_evolve_tool_stops_at_stage_lines_too(hand: Hand, session: Session) -> None:
    hand.take("evolve")
    hand.drag(hand.on(TEA), near(hand.point(0.7, 0.6), right=-3))
    assert session.document.components[TEA].evolve == Evolve(evolution=0.7)


def test_what_moves_along_is_nothing_to_fall_into_line_with(hand: Hand, session: Session) -> None:
    session.select([TEA, WATER, USER])
    hand.start_drag(hand.on(TEA), near(hand.on(TEA), right=11, down=-13))
    assert session.tool.guides == ()


def test_escape_takes_the_guides_away_and_changes_nothing(hand: Hand, session: Session) -> None:
    before = session.document
    hand.start_drag(hand.on(TEA), near(hand.point(0.8, 0.52), right=3))
    session.cancel()
    assert session.document is before
    assert session.tool.guides == ()


def test_nothing_is_lined_up_with_that_is_far_out_of_sight() -> None:
    many = [
        Component(id=Id(f"c{n}"), name="C", evolution=(n % 97) / 97, visibility=(n * 7 % 89) / 89) for n in range(3000)
    ]
    session = Session(Document(components={component.id: component for component in many}))
    here, reach = (session.frame.x(0.5), session.frame.y(0.5)), 1.0
    for guide in snapping(session).at(*here, reach).guides:
        assert abs(guide.start[1] - guide.end[1]) <= 80 or guide.style == "stage"


def test_a_component_that_is_moved_by_keys_or_edits_is_not_drawn_anywhere(session: Session) -> None:
    session.apply("Move", move, [TEA], evolution=0.301)
    assert session.document.components[TEA].evolution == 0.801


def test_a_guide_is_upright_or_level() -> None:
    assert Guide("align", (1, 2), (1, 5)).is_upright
    assert not Guide("align", (1, 2), (4, 2)).is_upright


def test_a_link_dropped_on_empty_ground_makes_a_component_that_stands_in_line(hand: Hand, session: Session) -> None:
    hand.start_drag(hand.on(TEA, right=11), near(hand.point(0.8, 0.75), right=3))
    assert styles(session) == ["align"]
    session.release(near(hand.point(0.8, 0.75), right=3))
    finish_naming(session, "Milk")
    (milk,) = [component for component in session.document.components.values() if component.name == "Milk"]
    assert milk.evolution == 0.8
    hand.start_drag(hand.on(TEA, right=11), hand.on(WATER))
    assert session.tool.guides == ()
