"""Guides, offers, handles, the lasso, the axis, keys and touchpads, by real events."""

from __future__ import annotations

import pytest
from hands import LEFT, NONE, SHIFT, Hands, MakeHands, differing
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from mapper.drawing.remarks import note_place
from mapper.editor import Session
from mapper.editor.handles import area_handles, stage_names
from mapper.editor.tools import TOOL, take
from mapper.editor.tools.nudging import nudge
from mapper.edits import add_attitude, add_note, add_pipeline, set_locked
from mapper.model import Attitude, Id, Note, People

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
CUP, TEA, WATER, KETTLE = Id("cup"), Id("tea"), Id("water"), Id("kettle")
EMPTY = QPointF(150, 500)


def in_map(hands: Hands, evolution: float, visibility: float) -> QPointF:
    frame = hands.session.frame
    return hands.canvas.to_widget(frame.x(evolution), frame.y(visibility))


def at_axis(hands: Hands, evolution: float) -> QPointF:
    frame = hands.session.frame
    return hands.canvas.to_widget(frame.x(evolution), frame.bottom + 14)


def drag_to(hands: Hands, start: str | QPointF, end: QPointF, keys: Qt.KeyboardModifier = NONE) -> None:
    hands.drag(start, end - hands.place(start), keys=keys)


def round_about(picture: QImage, at: QPointF, half: int = 20) -> QImage:
    return picture.copy(round(at.x()) - half, round(at.y()) - half, 2 * half, 2 * half)


def offer_of(hands: Hands) -> QPushButton:
    (button,) = hands.canvas.findChildren(QPushButton, "offer")
    return button


# Guides.


def test_a_drag_near_a_column_ends_in_it_and_a_line_is_seen_on_the_way(hands: Hands) -> None:
    target = in_map(hands, 0.75, 0.7) + QPointF(2, 0)
    between = in_map(hands, 0.75, 0.6)
    hands.canvas.repaint()
    before = round_about(hands.picture(), between, 4)
    hands.drag("kettle", target - hands.place("kettle"), drop=False)
    assert differing(before, round_about(hands.picture(), between, 4)) > 5
    hands.release(target)
    assert hands.session.document.components[KETTLE].evolution == 0.75


def test_with_alt_a_drag_ends_where_the_hand_ends(hands: Hands) -> None:
    drag_to(hands, "kettle", in_map(hands, 0.75, 0.7) + QPointF(2, 0), ALT)
    assert hands.session.document.components[KETTLE].evolution != 0.75


def test_a_component_put_down_with_its_tool_falls_into_line(hands: Hands) -> None:
    take(hands.session, TOOL["component"])
    hands.click(in_map(hands, 0.75, 0.8) + QPointF(2, 0))
    hands.type_name("Milk", Qt.Key.Key_Return)
    (milk,) = [each for each in hands.session.document.components.values() if each.name == "Milk"]
    assert milk.evolution == 0.75


# Pipelines and contracts.


def test_a_component_is_dropped_into_a_pipeline_and_its_box_lights_up(hands: Hands) -> None:
    hands.session.apply("Make pipeline", add_pipeline, WATER)
    (pipeline,) = hands.session.document.pipelines
    hands.settle()
    box = in_map(hands, 0.72, 0.5) + QPointF(0, 20 * hands.canvas.scale)
    hands.drag("kettle", box - hands.place("kettle"), drop=False)
    assert hands.session.tool.lit == pipeline
    hands.release(box)
    assert hands.session.document.components[KETTLE].pipeline == pipeline
    drag_to(hands, "kettle", in_map(hands, 0.4, 0.2))
    assert hands.session.document.components[KETTLE].pipeline is None


@pytest.fixture
def offered(hands: Hands) -> Hands:
    """The kettle lies in the outline of the tea's and the water's contract, and may join it."""
    drag_to(hands, "kettle", in_map(hands, 0.675, 0.525))
    return hands


def test_a_drop_inside_an_outline_offers_to_join_and_a_click_takes_it_up(offered: Hands) -> None:
    button = offer_of(offered)
    assert button.isVisible()
    assert button.text().startswith("Add to C1 Supplies")
    assert offered.session.document.contracts[Id("c1")].members == (TEA, WATER)
    QTest.mouseClick(button, LEFT)
    assert offered.session.document.contracts[Id("c1")].members == (TEA, WATER, KETTLE)
    assert not button.isVisible()


def test_an_offer_is_gone_with_the_next_click_and_with_escape(offered: Hands) -> None:
    offered.key(Qt.Key.Key_Escape)
    assert not offer_of(offered).isVisible()
    assert offered.session.selection == {KETTLE}
    offered.session.undo()
    drag_to(offered, "kettle", in_map(offered, 0.675, 0.525))
    assert offer_of(offered).isVisible()
    offered.click(EMPTY)
    assert not offer_of(offered).isVisible()
    assert offered.session.document.contracts[Id("c1")].members == (TEA, WATER)


def test_an_offer_stays_beside_what_it_is_about_when_the_map_is_panned(offered: Hands) -> None:
    before = offer_of(offered).pos()
    offered.canvas.pan_by(-60, -40)
    assert offer_of(offered).pos() == before + QPoint(-60, -40)


# Lasso.


def test_alt_and_a_drag_on_empty_ground_draw_a_lasso(hands: Hands) -> None:
    corner = hands.place("kettle") - QPointF(40, 40)
    hands.drag(corner, QPointF(80, 0), QPointF(0, 80), QPointF(-80, 0), keys=ALT)
    assert hands.session.selection == {KETTLE}
    corner = hands.place("cup") - QPointF(40, 40)
    hands.drag(corner, QPointF(80, 0), QPointF(0, 80), QPointF(-80, 0), keys=ALT | SHIFT)
    assert hands.session.selection == {KETTLE, CUP}


# Handles.


def test_an_area_is_resized_by_its_handle(hands: Hands) -> None:
    area = Attitude(id=Id("area"), people=People.SETTLERS, evolution=0.1, visibility=0.9, width=0.2, height=0.2)
    hands.session.apply("Add", add_attitude, area)
    hands.session.select([area.id])
    bare = round_about(hands.picture(), in_map(hands, 0.3, 0.7), 6)
    handle = hands.canvas.to_widget(*area_handles(hands.session)[4])
    hands.move(handle, held=Qt.MouseButton.NoButton)
    assert hands.canvas.cursor().shape() == Qt.CursorShape.SizeFDiagCursor
    drag_to(hands, handle, in_map(hands, 0.4, 0.6))
    resized = hands.session.document.attitudes[area.id]
    assert (resized.width, resized.height) == pytest.approx((0.3, 0.3), abs=0.005)
    assert differing(bare, round_about(hands.picture(), in_map(hands, 0.3, 0.7), 6)) > 0


def test_a_stage_line_is_dragged_along_the_axis_and_its_name_typed_there(hands: Hands) -> None:
    hands.move(at_axis(hands, 0.4), held=Qt.MouseButton.NoButton)
    assert hands.canvas.cursor().shape() == Qt.CursorShape.SizeHorCursor
    drag_to(hands, at_axis(hands, 0.4), at_axis(hands, 0.5))
    assert hands.session.document.stages.lines[1] == pytest.approx(0.5, abs=0.003)
    hands.double_click(hands.canvas.to_widget(*stage_names(hands.session)[0].middle))
    hands.type_name("Novel", Qt.Key.Key_Return)
    assert hands.session.document.stages.names[0] == "Novel"


def test_a_note_is_pointed_at_a_component_from_its_side(hands: Hands) -> None:
    note = Note(id=Id("note"), text="Served hot", evolution=0.1, visibility=0.7)
    hands.session.apply("Add", add_note, note)
    box = note_place(note, hands.session.frame).box
    side = hands.canvas.to_widget(box.right, box.middle[1]) + QPointF(4, 0)
    drag_to(hands, side, hands.place("tea"))
    assert hands.session.document.notes[note.id].component == TEA


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("axis", (0.5, -0.02)),
        ("handle", (0.5, 0.4)),
        ("note", (0.6, 0.55)),
        ("lasso", (0.8, 0.2)),
        ("box", (0.72, 0.48)),
    ],
)
def test_escape_amid_each_of_these_leaves_document_and_pixels(
    hands: Hands, start: str, end: tuple[float, float]
) -> None:
    session = hands.session
    area = Attitude(id=Id("area"), people=People.SETTLERS, evolution=0.1, visibility=0.9, width=0.2, height=0.2)
    note = Note(id=Id("note"), text="Served hot", evolution=0.1, visibility=0.4)
    session.apply("Add", add_attitude, area)
    session.apply("Add", add_note, note)
    session.apply("Make pipeline", add_pipeline, WATER)
    hands.click(EMPTY)
    hands.settle()
    if start == "handle":
        session.select([area.id])
    box = note_place(note, session.frame).box
    places = {
        "axis": at_axis(hands, 0.4),
        "handle": in_map(hands, 0.3, 0.7),
        "note": hands.canvas.to_widget(box.right, box.middle[1]) + QPointF(4, 0),
        "lasso": EMPTY,
        "box": hands.place("kettle"),
    }
    before, picture = session.document, hands.picture()
    hands.drag(places[start], in_map(hands, *end) - places[start], keys=ALT if start == "lasso" else NONE, drop=False)
    assert differing(picture, hands.picture(), beyond=3) > 0
    hands.key(Qt.Key.Key_Escape)
    hands.release(in_map(hands, *end))
    if start == "handle":
        session.select([area.id])
    hands.move(QPointF(2, 2), held=Qt.MouseButton.NoButton)
    assert session.document is before
    assert differing(picture, hands.picture(), beyond=3) == 0


def test_what_is_locked_shows_a_padlock_and_is_not_dragged(hands: Hands) -> None:
    hands.session.select([CUP])
    plain = round_about(hands.picture(), hands.place("cup") + QPointF(10, -10), 8)
    hands.session.apply("Lock", set_locked, [CUP], locked=True)
    assert differing(plain, round_about(hands.picture(), hands.place("cup") + QPointF(10, -10), 8)) > 20
    before = hands.session.document
    hands.drag("cup", QPointF(80, 40))
    assert hands.session.document is before


# Keys, wheel and touchpad.


def test_letting_an_arrow_key_go_keeps_what_was_nudged(hands: Hands) -> None:
    hands.session.select([TEA])
    nudge(hands.session, evolution=0.02)
    assert hands.session.history.undo_label is None
    QTest.keyRelease(hands.canvas, Qt.Key.Key_Right)
    assert hands.session.history.undo_label == "Nudge"


def native(hands: Hands, kind: Qt.NativeGestureType, value: float, at: QPointF) -> None:
    device = QPointingDevice.primaryPointingDevice()
    where = QPointF(hands.canvas.mapToGlobal(at))
    event = QNativeGestureEvent(kind, device, 2, at, at, where, value, QPointF())
    QApplication.sendEvent(hands.canvas, event)


def test_a_pinch_on_a_touchpad_zooms_about_the_fingers(hands: Hands) -> None:
    at, scale = hands.place("tea"), hands.canvas.scale
    native(hands, Qt.NativeGestureType.ZoomNativeGesture, 0.25, at)
    assert hands.canvas.scale == pytest.approx(scale * 1.25)
    assert (hands.place("tea") - at).manhattanLength() < 2


def scroll(hands: Hands, pixels: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    at = QPointF(400, 300)
    phase, buttons = Qt.ScrollPhase.ScrollUpdate, Qt.MouseButton.NoButton
    where = QPointF(hands.canvas.mapToGlobal(at))
    QApplication.sendEvent(hands.canvas, QWheelEvent(at, where, pixels, pixels * 2, buttons, keys, phase, False))


def test_two_fingers_pan_and_with_ctrl_they_zoom(hands: Hands) -> None:
    tea, scale = hands.place("tea"), hands.canvas.scale
    scroll(hands, QPoint(-30, 20))
    assert hands.place("tea") == tea + QPointF(-30, 20)
    assert hands.canvas.scale == scale
    scroll(hands, QPoint(0, 60), CONTROL)
    assert hands.canvas.scale > scale


def test_ctrl_and_a_mouse_wheel_zoom_as_the_wheel_does(hands: Hands) -> None:
    scale = hands.canvas.scale
    hands.wheel(QPointF(400, 300), 1, CONTROL)
    assert hands.canvas.scale > scale
    hands.wheel(QPointF(400, 300), -1)
    assert hands.canvas.scale == pytest.approx(scale)


def test_the_space_bar_and_the_middle_button_pan_and_change_nothing(hands: Hands) -> None:
    before, tea = hands.session.document, hands.place("tea")
    QTest.keyPress(hands.canvas, Qt.Key.Key_Space)
    hands.drag("tea", QPointF(40, 30))
    QTest.keyRelease(hands.canvas, Qt.Key.Key_Space)
    assert (hands.place("tea") - tea - QPointF(40, 30)).manhattanLength() < 3
    middle, at = Qt.MouseButton.MiddleButton, QPointF(300, 300)
    for kind, button, held, where in (
        (QEvent.Type.MouseButtonPress, middle, middle, at),
        (QEvent.Type.MouseMove, Qt.MouseButton.NoButton, middle, at + QPointF(-15, 5)),
        (QEvent.Type.MouseButtonRelease, middle, Qt.MouseButton.NoButton, at + QPointF(-15, 5)),
    ):
        spot = QPointF(hands.canvas.mapToGlobal(where))
        QApplication.sendEvent(hands.canvas, QMouseEvent(kind, where, spot, button, held, NONE))
    assert (hands.place("tea") - tea - QPointF(25, 35)).manhattanLength() < 5
    assert hands.session.document is before


def test_on_a_map_of_thousands_a_drag_stays_in_line(hands_on: MakeHands) -> None:
    from mapper.model import Component, Document

    many = [
        Component(id=Id(f"c{n}"), name=f"C{n}", evolution=(n * 37 % 997) / 997, visibility=(n * 101 % 991) / 991)
        for n in range(900)
    ]
    hands = hands_on(Session(Document(components={component.id: component for component in many})))
    hands.drag(QPointF(hands.place("c1")), QPointF(90, 60))
    assert hands.session.history.undo_label == "Move"
