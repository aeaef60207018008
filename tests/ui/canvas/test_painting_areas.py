"""Accelerators, areas and flows on the canvas: painted bit by bit, they look as if painted at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hands import Hands, MakeHands, differing, tea_shop
from PySide6.QtCore import QPointF, Qt

from mapper.editor import Session
from mapper.edits import add_accelerator, add_attitude, change, change_map, delete
from mapper.model import Accelerator, Attitude, Document, Flow, Id, Look, People

GRAIN = 4
"""Qt's antialiasing differs by so many of 256 levels with the region that is painted."""
LAW, AREA = Id("law"), Id("area")


@pytest.fixture
def hands(hands_on: MakeHands) -> Hands:
    """The tea shop with an area round tea and water, a law below them, and hot water that flows to the cup."""
    law = Accelerator(id=LAW, name="Food law", evolution=0.5, visibility=0.4)
    area = Attitude(id=AREA, people=People.SETTLERS, evolution=0.45, visibility=0.7, width=0.4, height=0.35)
    document = add_attitude(add_accelerator(tea_shop(), law), area)
    return hands_on(Session(change(document, "links", Id("cup-water"), flow=Flow.BACKWARD, value="2 l")))


def _looks_as_if_painted_at_once(hands: Hands, hands_on: MakeHands) -> bool:
    hands.settle()
    hands.move(QPointF(2, 2), held=Qt.MouseButton.NoButton)
    session = Session(hands.session.document)
    fresh = hands_on(session)
    session.place(hands.session.layout)
    session.select(hands.session.selection)
    return differing(hands.picture(), fresh.canvas.grab().toImage(), beyond=GRAIN) == 0


def _middle(hands: Hands, id: Id) -> QPointF:
    record, frame = hands.session.document.accelerators.get(id), hands.session.frame
    if record is not None:
        return hands.canvas.to_widget(frame.x(record.evolution), frame.y(record.visibility))
    area = hands.session.document.attitudes[id]
    return hands.canvas.to_widget(frame.x(area.evolution), frame.y(area.visibility - area.height / 2))


@pytest.mark.parametrize("id", [LAW, AREA])
def test_after_a_drag_the_map_looks_as_if_painted_at_once(hands: Hands, hands_on: MakeHands, id: Id) -> None:
    before = _middle(hands, id)
    hands.drag(before, QPointF(-70, 40), QPointF(30, -60))
    assert (_middle(hands, id) - before - QPointF(-40, -20)).manhattanLength() < 2
    assert _looks_as_if_painted_at_once(hands, hands_on)


@pytest.mark.parametrize("id", ["cup", "water"])
def test_components_dragged_with_flows_and_over_areas_look_as_if_painted_at_once(
    hands: Hands, hands_on: MakeHands, id: str
) -> None:
    hands.drag(id, QPointF(-80, 90), QPointF(20, -20))
    assert _looks_as_if_painted_at_once(hands, hands_on)


def test_everything_dragged_together_looks_as_if_painted_at_once(hands: Hands, hands_on: MakeHands) -> None:
    hands.session.select([*hands.session.document.components, LAW, AREA])
    hands.drag("cup", QPointF(-60, 30))
    assert hands.session.document.attitudes[AREA].evolution < 0.45
    assert _looks_as_if_painted_at_once(hands, hands_on)


@pytest.mark.parametrize(
    "edit",
    [
        lambda document: delete(document, [AREA]),
        lambda document: delete(document, [LAW]),
        lambda document: change(document, "attitudes", AREA, people=People.PIONEERS),
        lambda document: change(document, "accelerators", LAW, slows=True, name="Labour law"),
        lambda document: change_map(document, look=Look(hides_evolution=True, top="Near")),
        lambda document: change(document, "links", Id("cup-water"), flow=None, value=""),
    ],
    ids=["without area", "without law", "other people", "decelerator", "other axes", "no flow"],
)
def test_after_an_edit_the_map_looks_as_if_painted_at_once(
    hands: Hands, hands_on: MakeHands, edit: Callable[[Document], Document]
) -> None:
    before = hands.picture()
    hands.session.apply("Edit", edit)
    hands.settle()
    assert differing(before, hands.picture(), beyond=GRAIN) > 0
    assert _looks_as_if_painted_at_once(hands, hands_on)


@pytest.mark.parametrize("id", [LAW, AREA])
def test_escape_amid_a_drag_leaves_the_pixels_as_they_were(hands: Hands, id: Id) -> None:
    before, at = hands.picture(), _middle(hands, id)
    end = hands.drag(at, QPointF(-70, 40), drop=False)
    assert differing(before, hands.picture(), beyond=GRAIN) > 0
    hands.key(Qt.Key.Key_Escape)
    hands.release(end)
    hands.move(QPointF(2, 2), held=Qt.MouseButton.NoButton)
    assert differing(before, hands.picture(), beyond=GRAIN) == 0


def test_the_name_of_an_accelerator_is_typed_over_its_name(hands: Hands) -> None:
    hands.double_click(_middle(hands, LAW))
    hands.type_name("Labour law", Qt.Key.Key_Return)
    assert hands.session.document.accelerators[LAW].name == "Labour law"
