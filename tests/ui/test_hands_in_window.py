"""Hands on a map in its window: where keys and buttons go through menus and the tool bar."""

from __future__ import annotations

import pytest
from driving import do, rename_first
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from mapper.drawing.where import centre
from mapper.editor import Session
from mapper.editor.tools import TOOL, Tool
from mapper.editor.tools.offering import Offering
from mapper.editor.tools.oneshot import OneShot
from mapper.edits import add_contract
from mapper.model import Id
from mapper.ui.canvas.canvas import Canvas
from mapper.ui.window import MainWindow

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def canvas(tea: MainWindow, qtbot: QtBot) -> Canvas:
    assert tea.maps.front is not None
    canvas = tea.maps.front.canvas
    tea.activateWindow()
    qtbot.waitUntil(tea.isActiveWindow)
    canvas.setFocus()
    qtbot.waitUntil(lambda: canvas.is_laid_out and canvas.hasFocus())
    return canvas


def spot(canvas: Canvas, id: Id) -> QPoint:
    session = canvas.session
    return canvas.to_widget(*centre(session.document.components[id], session.document, session.frame)).toPoint()


def free_component(session: Session) -> Id:
    """A component that is neither a user nor in a contract."""
    taken = {member for contract in session.document.contracts.values() for member in contract.members}
    return next(c.id for c in session.document.components.values() if not c.is_anchor and c.id not in taken)


def is_kept(session: Session) -> bool:
    """Whether the tool in hand stays there after use."""
    return isinstance(session.tool, OneShot) and session.tool.sticky


def test_a_tool_whose_button_is_double_clicked_stays_in_hand(tea: MainWindow, canvas: Canvas) -> None:
    button = tea.bench.tools.widgetForAction(tea.bench.tools.tools["component"])
    assert isinstance(button, QToolButton)
    at = QPointF(button.rect().center())
    press, release, again = (
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
    )
    for kind, is_sticky in ((press, False), (release, False), (again, False), (release, True)):
        held = Qt.MouseButton.NoButton if kind is release else LEFT
        where = QPointF(button.mapToGlobal(at))
        QApplication.sendEvent(button, QMouseEvent(kind, at, where, LEFT, held, Qt.KeyboardModifier.NoModifier))
        assert is_kept(canvas.session) == is_sticky
    assert canvas.session.tool.tool_id == "component"


@pytest.mark.parametrize(
    "tool", [tool for tool in TOOL.values() if tool.key and tool.id != "select"], ids=lambda t: t.id
)
def test_a_tool_whose_key_is_pressed_twice_stays_and_escape_puts_it_down(canvas: Canvas, tool: Tool) -> None:
    QTest.keyClick(canvas, tool.key.lower())
    assert canvas.session.tool.tool_id == tool.id
    assert not is_kept(canvas.session)
    QTest.keyClick(canvas, tool.key.lower())
    assert is_kept(canvas.session)
    before = canvas.session.document
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.session.tool.tool_id == "select"
    assert canvas.session.document is before


def test_an_arrow_key_that_is_held_is_one_step_and_shows_at_once(canvas: Canvas) -> None:
    session = canvas.session
    id = free_component(session)
    session.select([id])
    QApplication.processEvents()
    before = session.document.components[id].evolution
    for _ in range(4):
        QTest.keyPress(canvas, Qt.Key.Key_Right)
    assert session.document.components[id].evolution == pytest.approx(before + 0.008)
    assert session.history.undo_label is None
    QTest.keyRelease(canvas, Qt.Key.Key_Right)
    assert session.history.undo_label == "Nudge"
    session.undo()
    assert session.document.components[id].evolution == before


def test_ctrl_l_locks_and_a_drag_is_then_refused_in_the_status_bar(tea: MainWindow, canvas: Canvas) -> None:
    session, id = canvas.session, free_component(canvas.session)
    session.select([id])
    QApplication.processEvents()
    QTest.keyClick(canvas, Qt.Key.Key_L, CONTROL)
    assert session.document.components[id].locked
    before, at = session.document, spot(canvas, id)
    QTest.mousePress(canvas, LEFT, pos=at)
    QTest.mouseMove(canvas, at + QPoint(30, 30))
    QTest.mouseRelease(canvas, LEFT, pos=at + QPoint(30, 30))
    session.select([id])
    do(tea, "delete")
    assert session.document is before
    assert tea.status.news.text() == "That is locked. Ctrl+L unlocks it."


@pytest.mark.parametrize("key", [Qt.Key.Key_Y, Qt.Key.Key_Return])
def test_y_and_enter_take_up_the_offer_on_the_map(canvas: Canvas, qtbot: QtBot, key: Qt.Key) -> None:
    session = canvas.session
    one, other = (c.id for c in list(session.document.components.values())[-2:])
    document, contract = add_contract(session.document, [one])
    session.apply("Contract", lambda _: document)
    session.use(Offering(contract, (other,), other, session.tool))
    session.select([other])
    QApplication.processEvents()
    QTest.keyClick(canvas, key)
    assert set(session.document.contracts[contract].members) == {one, other}


def test_a_style_is_copied_and_pasted_by_keys(canvas: Canvas) -> None:
    session = canvas.session
    one, other = [c.id for c in session.document.components.values() if not c.is_anchor][:2]
    session.apply("Market", lambda document: document.put("components", [document.components[one].but(kind="market")]))
    keys = CONTROL | Qt.KeyboardModifier.AltModifier
    for id, key in ((one, Qt.Key.Key_C), (other, Qt.Key.Key_V)):
        session.select([id])
        QApplication.processEvents()
        QTest.keyClick(canvas, key, keys)
    assert session.document.components[other].kind == "market"


def test_a_new_map_never_takes_the_place_of_one_that_is_not_saved(tea: MainWindow, qtbot: QtBot) -> None:
    """The most used editor replaces the map in hand without a question."""
    front = tea.maps.front
    assert front is not None
    rename_first(tea)
    do(tea, "new")
    qtbot.waitUntil(lambda: tea.maps.front is not front)
    assert front in tea.maps.all()
    assert front.session.history.is_modified
