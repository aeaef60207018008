"""What is painted bit by bit looks as if painted at once; panning and zooming show the same map."""

from __future__ import annotations

import pytest
from hands import SHIFT, Hands, MakeHands, differing
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mapper.drawing.draw import Show
from mapper.drawing.themes import DARK, WARDLEY
from mapper.editor import Session
from mapper.model import Component, Document, Id, Link
from mapper.ui.canvas.canvas import Canvas

GRAIN = 4
"""Qt's antialiasing differs by so many of 256 levels with the region that is painted."""


def _painted_at_once(hands: Hands, hands_on: MakeHands) -> Canvas:
    """A new canvas of the same document, with the same places, at the same place of the map."""
    session = Session(hands.session.document)
    fresh = hands_on(session)
    session.place(hands.session.layout)
    session.select(hands.session.selection)
    return fresh.canvas


@pytest.mark.parametrize("id", ["cup", "tea", "kettle"])
def test_after_a_drag_the_map_looks_as_if_painted_at_once(hands: Hands, hands_on: MakeHands, id: str) -> None:
    hands.drag(id, QPointF(-80, 50), QPointF(40, -90), QPointF(130, 60))
    hands.settle()
    hands.move(QPointF(2, 2), held=Qt.MouseButton.NoButton)
    fresh = _painted_at_once(hands, hands_on)
    assert differing(hands.picture(), fresh.grab().toImage(), beyond=GRAIN) == 0


def test_after_several_are_dragged_the_map_looks_as_if_painted_at_once(hands: Hands, hands_on: MakeHands) -> None:
    hands.session.select([Id("cup"), Id("water"), Id("kettle")])
    hands.drag("cup", QPointF(-80, 50), QPointF(40, -60))
    hands.settle()
    hands.move(QPointF(2, 2), held=Qt.MouseButton.NoButton)
    fresh = _painted_at_once(hands, hands_on)
    assert differing(hands.picture(), fresh.grab().toImage(), beyond=GRAIN) == 0


def _around(hands: Hands, at: QPointF, reach: int = 14) -> QImage:
    return hands.picture().copy(round(at.x()) - reach, round(at.y()) - reach, 2 * reach, 2 * reach)


@pytest.mark.parametrize("id", ["cup", "tea"])
def test_amid_a_drag_nothing_is_left_behind_and_what_stands_looks_as_before(hands: Hands, id: str) -> None:
    corner = hands.place(id) + QPointF(-200, 0)
    apart = [corner, hands.place("kettle"), hands.place("kettle") + QPointF(90, 0)]
    before = [_around(hands, at) for at in apart]
    hands.drag(id, QPointF(-200, 0), QPointF(0, -60), QPointF(220, 10), drop=False)
    assert [_around(hands, at) for at in apart] == before


def test_amid_a_drag_links_lie_where_they_will_lie_once_it_is_over(hands: Hands) -> None:
    end = hands.place("cup") + QPointF(-150, 40)
    middle = (end + hands.place("water")) / 2
    before = _around(hands, middle, 6)
    hands.drag("cup", QPointF(-150, 40), drop=False)
    amid = _around(hands, middle, 6)
    hands.release(end)
    assert differing(before, amid) > 20
    assert differing(_around(hands, middle, 6), amid, beyond=GRAIN) == 0


def _crowd() -> Session:
    """Ninety components in rows, each linked to the next; the first half is selected."""
    places = [(0.1 + 0.08 * (n % 10), 0.1 + 0.08 * (n // 10)) for n in range(90)]
    components = [
        Component(id=Id(f"n{n}"), name=f"Part {n}", evolution=x, visibility=y) for n, (x, y) in enumerate(places)
    ]
    links = [Link(id=Id(f"l{n}"), source=Id(f"n{n}"), target=Id(f"n{n + 1}")) for n in range(89)]
    session = Session(Document().put("components", components).put("links", links))
    session.select(Id(f"n{n}") for n in range(70))
    return session


def test_many_components_follow_the_pointer_and_land_where_they_are_dropped(hands_on: MakeHands) -> None:
    hands = hands_on(_crowd())
    start, way = hands.place("n35"), QPointF(40, -30)
    hands.drag("n35", way, drop=False)
    amid = hands.picture()
    hands.release(start + way)
    hands.settle()
    assert hands.session.history.undo_label == "Move"
    assert (hands.place("n35") - start - way).manhattanLength() < 2
    hands.move(QPointF(2, 2), held=Qt.MouseButton.NoButton)
    around = (round(hands.place("n35").x()) - 9, round(hands.place("n35").y()) - 9, 18, 18)
    assert differing(amid.copy(*around), hands.picture().copy(*around), beyond=120) < 60
    fresh = _painted_at_once(hands, hands_on)
    assert differing(hands.picture(), fresh.grab().toImage(), beyond=GRAIN) == 0


def test_escape_puts_many_components_back(hands_on: MakeHands) -> None:
    hands = hands_on(_crowd())
    before, picture = hands.session.document, hands.picture()
    end = hands.drag("n35", QPointF(40, -30), drop=False)
    hands.key(Qt.Key.Key_Escape)
    hands.release(end)
    hands.move(QPointF(2, 2), held=Qt.MouseButton.NoButton)
    assert hands.session.document is before
    assert differing(picture, hands.picture(), beyond=GRAIN) == 0


def test_amid_a_drag_the_outline_follows_its_members(hands: Hands) -> None:
    before = hands.picture()
    corner = hands.place("tea") + QPointF(-60, 100)
    hands.drag("tea", QPointF(-60, 100), drop=False)
    ring = QPointF(0, 24 * hands.canvas.scale)
    below = corner + ring
    area = (round(below.x()) - 6, round(below.y()) - 8, 12, 16)
    assert differing(before.copy(*area), hands.picture().copy(*area)) > 20


def test_panning_back_and_forth_leaves_the_picture_as_it_was(hands: Hands) -> None:
    before = hands.picture()
    for right, down in ((40, 0), (-15, 30), (-200, -120), (175, 90)):
        hands.canvas.pan_by(right, down)
        hands.picture()
    assert differing(before, hands.picture(), beyond=GRAIN) == 0


def test_the_middle_button_pans(hands: Hands) -> None:
    before = hands.place("tea")
    middle = Qt.MouseButton.MiddleButton
    for kind, at in (
        (QEvent.Type.MouseButtonPress, QPointF(300, 300)),
        (QEvent.Type.MouseMove, QPointF(340, 290)),
        (QEvent.Type.MouseButtonRelease, QPointF(340, 290)),
    ):
        where = hands.canvas.mapToGlobal(at)
        event = QMouseEvent(kind, at, where, middle, middle, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(hands.canvas, event)
    assert hands.place("tea") - before == QPointF(40, -10)


def test_the_wheel_zooms_about_the_pointer_and_the_map_then_turns_sharp(hands: Hands, qtbot: QtBot) -> None:
    at = hands.place("tea")
    before = hands.canvas.scale
    hands.wheel(at, 2)
    assert hands.canvas.scale > before
    assert (hands.place("tea") - at).manhattanLength() < 2
    at_once = hands.picture()
    qtbot.waitUntil(lambda: differing(at_once, hands.picture()) > 1000, timeout=5000)


def test_the_wheel_with_shift_pans_sideways(hands: Hands) -> None:
    before = hands.place("tea")
    hands.wheel(before, 1, SHIFT)
    way = hands.place("tea") - before
    assert way.x() != 0
    assert way.y() == 0


def test_the_map_fits_the_widget_until_the_user_zooms(hands: Hands) -> None:
    hands.canvas.resize(700, 500)
    fitted = hands.canvas.scale
    assert hands.session.frame.width * fitted <= 700
    hands.canvas.zoom_by(2)
    hands.canvas.resize(900, 600)
    assert hands.canvas.scale == pytest.approx(2 * fitted)
    hands.canvas.fit()
    assert hands.session.frame.width * hands.canvas.scale <= 900


def test_zooming_to_a_record_brings_it_to_the_middle(hands: Hands) -> None:
    hands.canvas.zoom_to([Id("cup")])
    away = hands.place("cup") - QPointF(500, 320)
    assert away.manhattanLength() < 200
    assert hands.canvas.scale > 1


def test_another_theme_repaints_the_map(hands: Hands) -> None:
    corner = QPointF(300, 300).toPoint()
    hands.canvas.set_theme(DARK)
    assert hands.picture().pixelColor(corner).lightness() < 60
    hands.canvas.set_theme(WARDLEY)
    assert hands.picture().pixelColor(corner).lightness() > 200


def test_contracts_can_be_hidden(hands: Hands) -> None:
    before = hands.picture()
    hands.canvas.set_show(Show(contracts=False))
    hands.settle()
    assert differing(before, hands.picture(), beyond=40) > 500


@pytest.mark.parametrize("zoom", [1.0, 0.7, 0.5])
def test_the_ring_of_the_selection_covers_no_letter_of_the_name_beside_it(hands: Hands, zoom: float) -> None:
    hands.canvas.zoom_by(zoom)
    hands.settle()
    for id, label in hands.session.layout.labels.items():
        corners = (hands.canvas.to_widget(label.box.left, label.box.top), (label.box.right, label.box.bottom))
        name = QRectF(corners[0], hands.canvas.to_widget(*corners[1])).toAlignedRect().adjusted(1, 1, -1, -1)
        hands.session.select(())
        bare = hands.picture().copy(name)
        hands.session.select([id])
        assert differing(bare, hands.picture().copy(name), beyond=GRAIN) == 0, id
