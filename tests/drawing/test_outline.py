from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from maps import EVERY_PLAN, a_map, component, contract, sample, scattered, spot

from mapper.drawing.frame import Frame
from mapper.drawing.layout import Outline
from mapper.drawing.outline import outlines
from mapper.model import Document, Id, Pipeline
from mapper.procurement.interfaces import homes

LIVE = 12.0


def drawn(document: Document, cell: float = 6.0) -> dict[Id, Outline]:
    return outlines(document, Frame.of(document), document.contracts, cell)


def _strays(document: Document, shapes: dict[Id, Outline]) -> list[str]:
    """Members outside their outline, and others inside it."""
    found = []
    home = homes(document)
    for each in document.contracts.values():
        for id in document.components:
            if shapes[each.id].holds(*spot(document, id)) != (each.id in home.get(id, ())):
                found.append(f"{id} and {each.ref}")
    return found


@settings(max_examples=40)
@given(seed=st.integers(0, 10**6), members=st.integers(1, 12), others=st.integers(0, 24))
def test_members_are_inside_and_all_others_outside_in_one_ring(seed: int, members: int, others: int) -> None:
    document = scattered(seed, members, others)
    shapes = drawn(document)
    assert _strays(document, shapes) == []
    first = Outline(shapes[Id("C1")].rings[:1])
    assert all(first.holds(*spot(document, f"part {at}")) for at in range(members))


@settings(max_examples=15)
@given(seed=st.integers(0, 10**6))
def test_the_laws_hold_for_many_contracts_side_by_side(seed: int) -> None:
    document = scattered(seed, members=4, others=6, apart=0.05, contracts=4)
    assert _strays(document, drawn(document)) == []


@pytest.mark.parametrize(("name", "plan"), EVERY_PLAN)
@pytest.mark.parametrize("cell", [6.0, LIVE])
def test_the_laws_hold_on_the_samples_at_rest_and_during_a_drag(name: str, plan: str, cell: float) -> None:
    document = sample(name, plan)
    assert _strays(document, drawn(document, cell)) == []


def test_members_of_a_pipeline_are_in_the_outline_of_its_component() -> None:
    parts = [component("power", 0.5, 0.5), *(component(f"p{at}", at / 10, 0.5, pipeline="choices") for at in (3, 5, 8))]
    pipelines = {"choices": Pipeline(id=Id("choices"), component=Id("power"))}
    document = a_map([*parts, component("other", 0.5, 0.2)], contracts=[contract("C1", "power")], pipelines=pipelines)
    shape = drawn(document)[Id("C1")]
    assert all(shape.holds(*spot(document, part.id)) for part in parts)
    assert not shape.holds(*spot(document, "other"))


def test_outlines_of_contracts_side_by_side_do_not_overlap() -> None:
    parts = [component(f"p{at}", 0.3 + 0.03 * at, 0.5) for at in range(6)]
    document = a_map(parts, contracts=[contract("C1", "p0", "p1", "p2"), contract("C2", "p3", "p4", "p5")])
    one, other = drawn(document).values()
    assert not any(other.holds(*point) for point in one.rings[0])
    assert not any(one.holds(*point) for point in other.rings[0])


def test_a_shared_component_is_in_both_outlines() -> None:
    parts = [component(f"p{at}", 0.3 + 0.05 * at, 0.5) for at in range(3)]
    both = [contract("C1", "p0", "p1"), contract("C2", "p1", "p2")]
    document = a_map(parts, contracts=both, shared=["p1"])
    assert all(shape.holds(*spot(document, "p1")) for shape in drawn(document).values())


@settings(max_examples=15)
@given(seed=st.integers(0, 10**6))
def test_a_member_moved_a_little_leaves_most_of_the_outline_where_it_was(seed: int) -> None:
    document = scattered(seed, members=6, others=8)
    part = document.components[Id("part 0")]
    moved = document.put("components", [part.but(evolution=min(1.0, part.evolution + 0.0006))])
    before, after = (drawn(each, LIVE)[Id("C1")].rings[0] for each in (document, moved))
    shifts = sorted(min((x - u) ** 2 + (y - v) ** 2 for u, v in before) ** 0.5 for x, y in after)
    assert shifts[len(shifts) // 2] < LIVE


@pytest.mark.parametrize("step", [1, -1], ids=["going down", "going up"])
def test_a_corridor_stays_on_its_side_of_a_component_that_is_dragged_across_it(step: int) -> None:
    members = [component("a", 0.2, 0.5), component("b", 0.5, 0.5)]
    both = [contract("C1", "a", "b")]
    seen: dict[Id, Outline] = {}
    sides = []
    for at in range(-3 * step, 4 * step, step):
        document = a_map([*members, component("stranger", 0.35, 0.5 - at * 0.005)], contracts=both)
        seen = outlines(document, Frame.of(document), document.contracts, LIVE, seen)
        x, y = spot(document, "stranger")
        sides.append(seen[Id("C1")].holds(x, y - 40))
    assert sides == [step < 0] * 7


def test_a_corridor_that_has_become_a_long_way_round_is_given_up() -> None:
    members = [component("a", 0.2, 0.5), component("b", 0.5, 0.5)]
    both = [contract("C1", "a", "b")]
    wall = [component(f"stranger {at}", 0.35, 0.5 - 0.05 * at) for at in range(-1, 9)]
    before = a_map([*members, component("last", 0.35, 0.6), *wall[1:]], contracts=both)
    after = a_map([*members, component("last", 0.35, 0.9), *wall[1:]], contracts=both)
    frame = Frame.of(before)
    shapes = outlines(before, frame, before.contracts)
    assert outlines(after, frame, after.contracts, previous=shapes)[Id("C1")].bounds.top > frame.y(0.6)


@pytest.mark.parametrize("cell", [6.0, LIVE])
def test_what_has_not_moved_keeps_its_outline_when_it_is_drawn_after_itself(cell: float) -> None:
    document = sample("communications-platform", "four-lots")
    before = drawn(document, cell)
    assert outlines(document, Frame.of(document), document.contracts, cell, before) == before


@settings(max_examples=10)
@given(seed=st.integers(0, 10**6))
def test_the_laws_hold_all_along_a_drag(seed: int) -> None:
    document = scattered(seed, members=6, others=9, apart=0.04)
    part, seen = document.components[Id("part 0")], drawn(document, LIVE)
    for at in range(1, 9):
        dragged = document.put("components", [part.but(evolution=(part.evolution + at / 9) % 1)])
        seen = outlines(dragged, Frame.of(dragged), dragged.contracts, LIVE, seen)
        assert [stray for stray in _strays(dragged, seen) if not _crowded(dragged)] == []


def _crowded(document: Document) -> bool:
    """Whether the dragged one stands on another, nearer than can be told apart."""
    x, y = spot(document, "part 0")
    return any(
        abs(x - u) + abs(y - v) < LIVE for u, v in (spot(document, id) for id in document.components if id != "part 0")
    )


@pytest.mark.parametrize("cell", [6.0, LIVE])
def test_the_outline_opens_towards_a_component_that_members_enclose(cell: float) -> None:
    around = [component(f"in {at}", 0.5 + 0.07 * math.sin(at), 0.5 + 0.12 * math.cos(at)) for at in range(7)]
    inside = component("out", 0.5, 0.5)
    document = a_map([*around, inside], contracts=[contract("C1", *(each.id for each in around))])
    shapes = drawn(document, cell)
    assert len(shapes[Id("C1")].rings) == 1
    assert _strays(document, shapes) == []


def test_a_contract_of_one_has_an_outline_even_where_its_member_stands_on_another_component() -> None:
    document = a_map([component("in", 0.5, 0.5), component("out", 0.502, 0.5)], contracts=[contract("C1", "in")])
    assert all(drawn(document, cell)[Id("C1")].holds(*spot(document, "in")) for cell in (6.0, LIVE))


def test_an_empty_contract_has_no_outline_and_a_single_member_a_round_one() -> None:
    document = a_map([component("tea", 0.5, 0.5)], contracts=[contract("C1"), contract("C2", "tea")])
    shapes = drawn(document)
    assert list(shapes) == ["C2"]
    bounds, (x, y) = shapes[Id("C2")].bounds, spot(document, "tea")
    assert bounds.right - x == pytest.approx(x - bounds.left, abs=2)
    assert bounds.bottom - y == pytest.approx(y - bounds.top, abs=2)


@pytest.mark.parametrize(
    "spots",
    [
        [(0.5, 0.5), (0.5, 0.5)],
        [(0.0, 0.0), (1.0, 1.0)],
        [(0.0, 1.0), (1.0, 1.0), (0.0, 0.0), (1.0, 0.0)],
    ],
    ids=["on the same point", "in opposite corners", "in all corners"],
)
def test_members_in_odd_places_are_all_inside(spots: list[tuple[float, float]]) -> None:
    parts = [component(f"p{at}", *place) for at, place in enumerate(spots)]
    document = a_map(parts, contracts=[contract("C1", *(part.id for part in parts))])
    assert _strays(document, drawn(document)) == []


def test_a_stranger_on_top_of_a_member_does_not_take_the_outline_away() -> None:
    parts = [component("in", 0.5, 0.5), component("also in", 0.6, 0.5), component("out", 0.5, 0.5)]
    shape = drawn(a_map(parts, contracts=[contract("C1", "in", "also in")]))[Id("C1")]
    assert shape.holds(*spot(a_map(parts), "also in"))


def test_two_hundred_members_among_four_hundred_others_are_all_inside() -> None:
    document = scattered(3, members=200, others=400, apart=0.012)
    assert _strays(document, drawn(document)) == []


def test_only_the_contracts_asked_for_are_drawn_and_look_as_they_do_with_all() -> None:
    document = scattered(7, 3, 4, 0.05, contracts=4)
    frame = Frame.of(document)
    assert outlines(document, frame, [Id("C2")]) == {Id("C2"): drawn(document)[Id("C2")]}
