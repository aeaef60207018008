"""What the pointer touches, near and far, before and after the map changes."""

from __future__ import annotations

import pytest
from hand import KETTLE, NEEDS_WATER, NOTE, TEA, WATER, Hand, tea_shop

from mapper.drawing.layout import Box, LabelPlace, Layout
from mapper.editor import Pointer, Session
from mapper.editor.hit import Hit, hit
from mapper.edits import add_link, add_pipeline, delete, move
from mapper.model import Component, Document, Id, Link


@pytest.mark.parametrize(("right", "part"), [(0, "body"), (7, "body"), (11, "rim")])
def test_a_component_is_held_by_its_body_and_linked_from_its_rim(
    hand: Hand, session: Session, right: float, part: str
) -> None:
    found = hit(session, hand.on(KETTLE, right=right))
    assert found is not None
    assert (found.id, found.part) == (KETTLE, part)


def test_beyond_the_rim_is_empty_ground(hand: Hand, session: Session) -> None:
    assert hit(session, hand.on(KETTLE, right=24)) is None


def test_on_a_map_seen_from_afar_a_small_component_is_still_easy_to_hold(hand: Hand, session: Session) -> None:
    at = hand.on(KETTLE, right=20)
    assert hit(session, Pointer(at.x, at.y, reach=32)) == Hit(KETTLE, "body")


def test_a_label_lies_over_the_links_and_rims_below_it(hand: Hand, session: Session) -> None:
    at = hand.on(KETTLE, right=8, down=8)
    session.place(Layout(labels={KETTLE: LabelPlace(Box(at.x - 1, at.y - 8, at.x + 60, at.y + 8), ("Kettle",))}))
    assert hit(session, at) == Hit(KETTLE, "label")
    assert hit(session, hand.on(KETTLE)) == Hit(KETTLE, "body")


@pytest.mark.parametrize("right", [11, 14, 17])
def test_the_dots_on_a_rim_lie_over_the_components_own_name_and_under_that_of_another(
    hand: Hand, session: Session, right: float
) -> None:
    at = hand.on(KETTLE, right=right)
    place = LabelPlace(Box(at.x - 5, at.y - 8, at.x + 60, at.y + 8), ("Kettle",))
    assert hit(session, at) == Hit(KETTLE, "rim")
    session.place(Layout(labels={KETTLE: place}))
    assert hit(session, at) == Hit(KETTLE, "rim")
    assert hit(session, hand.on(KETTLE, right=30)) == Hit(KETTLE, "label")
    session.place(Layout(labels={TEA: place}))
    assert hit(session, at) == Hit(TEA, "label")


def test_what_moved_is_found_where_it_is_and_no_longer_where_it_was(hand: Hand, session: Session) -> None:
    old = hand.on(TEA)
    on_the_link = hand.point(0.65, 0.45)
    assert hit(session, on_the_link) == Hit(NEEDS_WATER, "link")
    session.apply("Move", move, [TEA], evolution=-0.3, visibility=0.2)
    assert hit(session, old) is None
    assert hit(session, on_the_link) is None
    assert hit(session, hand.on(TEA)) == Hit(TEA, "body")
    assert hit(session, hand.point(0.5, 0.55)) == Hit(NEEDS_WATER, "link")


def test_what_is_deleted_is_not_found_and_undo_brings_it_back(hand: Hand, session: Session) -> None:
    at, note = hand.on(TEA), hand.point(0.11, 0.8)
    assert hit(session, at) is not None
    assert hit(session, note) == Hit(NOTE, "note")
    session.apply("Delete", delete, [TEA, NOTE])
    assert hit(session, at) is None
    assert hit(session, note) is None
    session.undo()
    assert hit(session, at) == Hit(TEA, "body")


def test_a_pipelines_choice_is_found_in_the_box_below_its_component(hand: Hand, session: Session) -> None:
    session.apply("Pipeline", add_pipeline, TEA, [WATER])
    below = hand.point(0.8, 0.6)
    assert hit(session, below) is None
    assert hit(session, Pointer(below.x, below.y + 22)) == Hit(WATER, "body")
    session.apply("Move", move, [TEA], visibility=-0.3)
    assert hit(session, Pointer(hand.on(WATER).x, hand.on(TEA).y + 22)) == Hit(WATER, "body")


def test_a_page_that_grows_is_searched_at_its_new_size(hand: Hand, session: Session) -> None:
    hit(session, hand.on(TEA))
    crowd = [Component(name="One of many", evolution=0.01, visibility=0.01) for _ in range(200)]
    session.apply("Many", lambda document: document.put("components", crowd))
    assert session.frame.width > 1600
    assert hit(session, hand.on(TEA)) == Hit(TEA, "body")
    assert hit(session, hand.point(0.65, 0.45)) == Hit(NEEDS_WATER, "link")


def test_a_map_of_thousands_is_searched_only_near_the_pointer() -> None:
    components = {
        Id(f"{row}-{column}"): Component(
            id=Id(f"{row}-{column}"), name="x", evolution=(column + 0.5) / 70, visibility=(row + 0.5) / 70
        )
        for row in range(70)
        for column in range(70)
    }
    links = {
        Id(f"link-{row}-{column}"): Link(
            id=Id(f"link-{row}-{column}"), source=Id(f"{row}-{column}"), target=Id(f"{row + 1}-{column}")
        )
        for row in range(69)
        for column in range(70)
    }
    session = Session(Document(components=components, links=links))
    hand = Hand(session)
    at = hand.on(Id("35-35"))
    assert hit(session, at) == Hit(Id("35-35"), "body")
    candidates = set(session.ground.marks.near(at.x, at.y, 14)) | set(session.ground.links.near(at.x, at.y, 4))
    assert len(candidates) < 60


def test_searching_does_not_depend_on_the_order_of_changes(hand: Hand, session: Session) -> None:
    fresh = Session(tea_shop())
    for each in (session, fresh):
        each.apply("Link", add_link, KETTLE, WATER)
        each.apply("Move", move, [WATER], evolution=0.1)
        each.undo()
        if each is session:
            hit(each, hand.on(TEA))
    middle = hand.point(0.55, 0.3)
    found, expected = hit(session, middle), hit(fresh, middle)
    assert found is not None
    assert expected is not None
    assert found.part == expected.part == "link"
