"""What is done to accelerators and to the areas of pioneers, settlers and town planners."""

from __future__ import annotations

import pytest

from mapper.edits import (
    add_accelerator,
    add_attitude,
    change,
    change_map,
    delete,
    duplicate,
    move,
    name_of,
    rename,
)
from mapper.model import Accelerator, Attitude, Document, Id, Look, People

LAW, NEW = Id("law"), Id("new")


@pytest.fixture
def document() -> Document:
    law = Accelerator(id=LAW, name="Food law", evolution=0.2, visibility=0.6, slows=True)
    area = Attitude(id=NEW, people=People.PIONEERS, evolution=0.1, visibility=0.9, width=0.3, height=0.5)
    return add_attitude(add_accelerator(Document(), law), area)


def place(document: Document, id: Id) -> tuple[float, float]:
    record = document.accelerators.get(id) or document.attitudes[id]
    return record.evolution, record.visibility


def test_both_move_together_and_the_area_keeps_its_size(document: Document) -> None:
    moved = move(document, [LAW, NEW], evolution=0.1, visibility=-0.2)
    assert place(moved, LAW) == (0.3, 0.4)
    assert place(moved, NEW) == (0.2, 0.7)
    assert (moved.attitudes[NEW].width, moved.attitudes[NEW].height) == (0.3, 0.5)


def test_an_area_stops_when_its_far_side_reaches_the_edge_of_the_map(document: Document) -> None:
    assert place(move(document, [NEW], evolution=0.9, visibility=-0.9), NEW) == (0.7, 0.5)
    assert place(move(document, [NEW], evolution=-0.9, visibility=0.9), NEW) == (0.0, 1.0)


def test_an_area_that_was_given_more_than_there_is_room_for_can_be_moved_without_a_leap(document: Document) -> None:
    wide = change(document, "attitudes", NEW, width=1.0)
    assert place(move(wide, [NEW], evolution=-0.05), NEW) == (0.05, 0.9)


def test_copies_lie_beside_their_originals(document: Document) -> None:
    doubled, copies = duplicate(document, [LAW, NEW])
    assert len(copies) == 2
    assert {place(doubled, id) for id in copies} == {(0.22, 0.58), (0.12, 0.88)}


def test_both_can_be_deleted(document: Document) -> None:
    assert delete(document, [LAW, NEW]) == Document()


def test_an_accelerator_has_a_name_and_an_area_only_its_people(document: Document) -> None:
    assert rename(document, LAW, " Labour  law ").accelerators[LAW].name == "Labour law"
    assert rename(document, LAW, "  ") is document
    assert name_of(document, LAW) == "Food law"
    assert name_of(document, NEW) is None
    assert rename(document, NEW, "Explorers") is document


def test_the_axis_of_the_map_can_be_named(document: Document) -> None:
    named = change_map(document, look=Look(value_chain="Reach"))
    assert named.look.value_chain == "Reach"
    assert change_map(named, look=Look(value_chain="Reach")) is named
