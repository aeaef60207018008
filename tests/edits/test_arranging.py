"""Putting several things in order."""

from __future__ import annotations

import itertools

import pytest

from mapper.analysis.graph import depths
from mapper.edits import add_link, add_pipeline, set_locked
from mapper.edits.arranging import LOWEST, ROOM, align, arrangeable, distribute, space_equally, tidy_up
from mapper.edits.styling import set_style, style_of
from mapper.model import (
    ANCHOR,
    Accelerator,
    Component,
    ComponentType,
    Document,
    Id,
    Inertia,
    LabelOffset,
    Method,
    Note,
    broken_references,
)

A, B, C, D = Id("a"), Id("b"), Id("c"), Id("d")


def at(*places: tuple[float, float]) -> Document:
    """Components a, b, c… at these places along evolution and visibility."""
    made = (Component(id=Id(n), name=n, evolution=e, visibility=v) for n, (e, v) in zip("abcdef", places, strict=False))
    return Document(components={component.id: component for component in made})


def evolutions(document: Document) -> list[float]:
    return [component.evolution for component in document.components.values()]


def visibilities(document: Document) -> list[float]:
    return [component.visibility for component in document.components.values()]


@pytest.mark.parametrize(("end", "place"), [("low", 0.2), ("middle", 0.5), ("high", 0.8)])
def test_aligning_brings_all_to_one_end_or_midway(end: str, place: float) -> None:
    document = at((0.2, 0.1), (0.8, 0.5), (0.3, 0.9))
    aligned = align(document, [A, B, C], "evolution", end)
    assert evolutions(aligned) == [place] * 3
    assert visibilities(aligned) == visibilities(document)
    assert evolutions(document) == [0.2, 0.8, 0.3]


def test_aligning_what_is_in_line_changes_nothing() -> None:
    document = at((0.2, 0.4), (0.8, 0.4))
    assert align(document, [A, B], "visibility", "middle") is document


def test_distributing_leaves_the_outermost_and_makes_the_distances_equal() -> None:
    document = distribute(at((0.9, 0), (0.1, 0), (0.2, 0), (0.25, 0)), [A, B, C, D], "evolution")
    assert evolutions(document) == pytest.approx([0.9, 0.1, 0.3667, 0.6333], abs=1e-4)


def test_equal_spacing_repeats_the_first_distance_and_stays_on_the_map() -> None:
    document = space_equally(at((0.1, 0), (0.3, 0), (0.35, 0)), [A, B, C], "evolution")
    assert evolutions(document) == [0.1, 0.3, 0.5]
    document = space_equally(at((0.1, 0), (0.9, 0), (0.95, 0)), [A, B, C], "evolution")
    assert evolutions(document) == [0.1, 0.55, 1.0]


def test_equal_spacing_upright_begins_at_the_top() -> None:
    document = space_equally(at((0, 0.9), (0, 0.8), (0, 0.1)), [A, B, C], "visibility")
    assert visibilities(document) == [0.9, 0.8, 0.7]


def test_notes_and_accelerators_are_arranged_with_components() -> None:
    document = at((0.2, 0.1))
    document = document.put("notes", [Note(id=Id("n"), text="Note", evolution=0.6, visibility=0.5)])
    force = Accelerator(id=Id("f"), name="Force", evolution=0.7, visibility=0.5)
    document = align(document.put("accelerators", [force]), [A, Id("n"), Id("f")], "evolution", "low")
    assert document.notes[Id("n")].evolution == document.accelerators[Id("f")].evolution == 0.2


def test_a_pipelines_choices_go_with_its_component() -> None:
    document = add_pipeline(at((0.2, 0.5), (0.3, 0.5), (0.8, 0.9)), A, [B])
    risen = align(document, [A, B, C], "visibility", "high")
    assert visibilities(risen) == [0.9, 0.9, 0.9]
    moved = align(document, [A, B, C], "evolution", "high")
    assert evolutions(moved) == [0.8, 0.9, 0.8]
    (before,), (after,) = document.pipelines.values(), moved.pipelines.values()
    assert before.start is not None
    assert after.start == pytest.approx(before.start + 0.6)


def test_what_is_locked_stays_and_others_come_to_it() -> None:
    document = set_locked(at((0.2, 0.1), (0.8, 0.5)), [A], locked=True)
    assert evolutions(align(document, [A, B], "evolution", "low")) == [0.2, 0.2]
    assert evolutions(align(document, [A, B], "evolution", "high")) == [0.2, 0.8]
    assert arrangeable(document, [A, B], "evolution") == [B]


# Tidying.


def chain(*places: tuple[float, float]) -> Document:
    """a needs b, b needs c, and so on."""
    document = at(*places)
    ids = list(document.components)
    for source, target in itertools.pairwise(ids):
        document = add_link(document, source, target)
    return document


def test_tidying_puts_each_below_what_needs_it_and_keeps_evolution() -> None:
    document = chain((0.3, 0.1), (0.6, 0.9), (0.9, 0.5))
    tidied = tidy_up(document, document.components, depths(document))
    top, middle, bottom = visibilities(tidied)
    assert top > middle > bottom == LOWEST
    assert evolutions(tidied) == [0.3, 0.6, 0.9]
    assert list(broken_references(tidied)) == []


def test_a_map_without_places_is_spread_out() -> None:
    document = at(*[(0.0, 0.0)] * 4)
    for target in (B, C, D):
        document = add_link(document, A, target)
    tidied = tidy_up(document, document.components, depths(document))
    places = {(component.evolution, component.visibility) for component in tidied.components.values()}
    assert len(places) == 4
    row = sorted(tidied.components[id].evolution for id in (B, C, D))
    assert min(later - earlier for earlier, later in itertools.pairwise(row)) > 0.2


def test_those_of_one_row_that_stand_on_each_other_move_apart_and_stay_in_their_stage() -> None:
    document = at((0.5, 0.5), (0.5, 0.5), (0.52, 0.5), (0.1, 0.5))
    tidied = tidy_up(document, document.components, depths(document))
    row = sorted(evolutions(tidied))[1:]
    assert all(later - earlier >= ROOM - 1e-3 for earlier, later in itertools.pairwise(row))
    stages = document.stages
    assert [stages.stage(e) for e in evolutions(tidied)] == [stages.stage(e) for e in evolutions(document)]


def test_tidying_leaves_what_is_locked_and_what_was_not_meant() -> None:
    document = set_locked(chain((0.3, 0.1), (0.6, 0.9), (0.9, 0.5)), [A], locked=True)
    tidied = tidy_up(document, [A, B], depths(document))
    assert tidied.components[A] == document.components[A]
    assert tidied.components[C] == document.components[C]


def test_depth_is_counted_by_the_longest_way_from_the_users_and_circles_lie_together() -> None:
    document = chain((0, 0), (0, 0), (0, 0), (0, 0))
    document = add_link(add_link(document, A, C), D, C)
    assert depths(document) == {A: 0, B: 1, C: 2, D: 2}
    user = document.components[A].but(kind=ANCHOR)
    lonely = Component(id=Id("e"), name="e", evolution=0, visibility=0)
    document = document.put("components", [user, lonely])
    assert depths(document) == {A: 0, B: 1, C: 2, D: 2, Id("e"): 1}


def test_the_links_of_a_pipelines_choices_count_as_its_components() -> None:
    document = add_pipeline(at((0.2, 0.5), (0.3, 0.5), (0.8, 0.9)), A, [B])
    document = add_link(document, B, C)
    assert depths(document) == {A: 0, C: 1}


# Style.


def test_a_style_is_everything_but_name_place_and_links() -> None:
    document = at((0.2, 0.1), (0.8, 0.5))
    offset = LabelOffset(right=10, down=-20)
    dressed = document.components[A].but(
        kind="market",
        type=ComponentType.DATA,
        method=Method.RENT,
        inertia=Inertia(level=3),
        label=offset,
        constraint=True,
    )
    document = set_style(document.put("components", [dressed]), [B], style_of(dressed))
    assert document.components[B] == dressed.but(id=B, name="b", evolution=0.8, visibility=0.5)


def test_users_stay_users_and_nothing_becomes_one_by_its_style() -> None:
    document = at((0.2, 0.1), (0.8, 0.5))
    user = document.components[A].but(kind=ANCHOR)
    document = document.put("components", [user])
    assert set_style(document, [B], style_of(user)) is document
    dressed = document.components[B].but(kind="market", method=Method.USE)
    assert set_style(document, [A], style_of(dressed)) is document


def test_what_is_locked_keeps_its_style() -> None:
    document = set_locked(at((0.2, 0.1), (0.8, 0.5)), [B], locked=True)
    assert set_style(document, [B], style_of(document.components[A].but(kind="market"))) is document
