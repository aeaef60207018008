"""The map small in its corner."""

from __future__ import annotations

from driving import do, held_move
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytest import approx
from pytestqt.qtbot import QtBot

from mapper.edits import change
from mapper.ui.window import MainWindow

LEFT = Qt.MouseButton.LeftButton


def test_it_is_there_only_while_a_part_of_the_map_is_out_of_sight(tea: MainWindow, qtbot: QtBot) -> None:
    canvas = tea.maps.front.canvas
    assert not canvas.minimap.isVisible()
    canvas.zoom_by(3)
    assert canvas.minimap.isVisible()
    corner = canvas.rect().bottomRight() - canvas.minimap.geometry().bottomRight()
    assert 0 < corner.x() < 30 and 0 < corner.y() < 30
    canvas.fit()
    assert not canvas.minimap.isVisible()


def test_it_can_be_switched_off_and_stays_off(tea: MainWindow, qtbot: QtBot) -> None:
    canvas = tea.maps.front.canvas
    canvas.zoom_by(3)
    do(tea, "toggle-minimap")
    assert not canvas.minimap.isVisible()
    canvas.zoom_by(1.2)
    assert not canvas.minimap.isVisible()
    do(tea, "new")
    tea.maps.front.canvas.zoom_by(3)
    assert not tea.maps.front.canvas.minimap.isVisible()
    do(tea, "toggle-minimap")
    assert tea.maps.front.canvas.minimap.isVisible()


def test_dragging_the_frame_pans_the_map_with_the_hand(tea: MainWindow, qtbot: QtBot) -> None:
    canvas, minimap = tea.maps.front.canvas, tea.maps.front.canvas.minimap
    canvas.zoom_by(4)
    before = minimap.frame.center()
    at = before.toPoint()
    qtbot.mousePress(minimap, LEFT, pos=at)
    QApplication.sendEvent(minimap, held_move(minimap, at + QPoint(30, 20)))
    qtbot.mouseRelease(minimap, LEFT, pos=at + QPoint(30, 20))
    way = minimap.frame.center() - before
    assert (way.x(), way.y()) == (approx(30, abs=1.5), approx(20, abs=1.5))


def test_a_click_beside_the_frame_brings_that_part_to_the_middle(tea: MainWindow, qtbot: QtBot) -> None:
    canvas, minimap = tea.maps.front.canvas, tea.maps.front.canvas.minimap
    canvas.zoom_by(6)
    at = QPoint(10, 10)
    assert not minimap.frame.contains(at)
    qtbot.mouseClick(minimap, LEFT, pos=at)
    assert minimap.frame.contains(at)


def test_nothing_is_selected_or_drawn_under_the_hand_on_it(tea: MainWindow, qtbot: QtBot) -> None:
    session = tea.maps.front.session
    canvas = tea.maps.front.canvas
    canvas.zoom_by(4)
    document, chosen = session.document, session.selection
    qtbot.mouseDClick(canvas.minimap, LEFT, pos=QPoint(40, 40))
    assert session.document is document
    assert session.selection == chosen


def test_what_moves_on_the_map_moves_on_it_once_that_rests(tea: MainWindow, qtbot: QtBot) -> None:
    session, canvas = tea.maps.front.session, tea.maps.front.canvas
    canvas.zoom_by(4)
    before = canvas.minimap.grab().toImage()
    id = next(id for id, component in session.document.components.items() if not component.is_anchor)
    session.apply("Move", change, "components", id, evolution=0.1, visibility=0.3)
    qtbot.waitUntil(lambda: canvas.minimap.grab().toImage() != before)
