"""Keys that are pressed and items of menus that are chosen do what they say."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from driving import do
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from mapper.commands import COMMANDS
from mapper.drawing.themes import THEMES
from mapper.editor import Session
from mapper.editor.tools import TOOL
from mapper.model import Component, Id, MapStyle, Method
from mapper.ui.canvas.canvas import Canvas
from mapper.ui.window import MainWindow

KETTLE, WATER, HOT_WATER = Id("kettle"), Id("water"), Id("hot_water")
NUDGES = {
    "nudge-left": (-1, 0),
    "nudge-right": (1, 0),
    "nudge-up": (0, 1),
    "nudge-down": (0, -1),
    "nudge-left-far": (-1, 0),
    "nudge-right-far": (1, 0),
    "nudge-up-far": (0, 1),
    "nudge-down-far": (0, -1),
}
DIALOGS = ("export-pack", "export-picture", "export-to-program", "settings", "shortcuts", "about")
KEYS = {command.id: command.keys for command in COMMANDS}


@pytest.fixture
def canvas(tea: MainWindow, qtbot: QtBot) -> Canvas:
    assert tea.maps.front is not None
    made = tea.maps.front.canvas
    tea.activateWindow()
    made.setFocus()
    qtbot.waitUntil(lambda: made.is_laid_out and made.hasFocus())
    return made


def press(widget: QWidget, command: str) -> None:
    """Press the first key of a command."""
    QApplication.processEvents()
    QTest.keySequence(widget, QKeySequence(KEYS[command][0]))
    QApplication.processEvents()


def component(session: Session, id: Id) -> Component:
    return session.document.components[id]


def when_asked(look: Callable[[QWidget], None]) -> None:
    """Look at the next dialog that opens."""
    timer = QTimer(QApplication.instance(), interval=20)

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None and dialog.isActiveWindow():
            timer.stop()
            look(dialog)

    timer.timeout.connect(act)
    timer.start()


@pytest.mark.parametrize("command", NUDGES)
def test_each_arrow_moves_what_is_selected_its_own_way(canvas: Canvas, command: str) -> None:
    session = canvas.session
    session.select([KETTLE])
    before = component(session, KETTLE)
    press(canvas, command)
    after = component(session, KETTLE)
    right, up = after.evolution - before.evolution, after.visibility - before.visibility
    along, across = NUDGES[command]
    assert (right > 0, right < 0, up > 0, up < 0) == (along > 0, along < 0, across > 0, across < 0)
    assert abs(right + up) == pytest.approx(0.02 if command.endswith("far") else 0.002)


@pytest.mark.parametrize("way", ["left", "right", "up", "down"])
def test_with_shift_the_keys_that_walk_gather(canvas: Canvas, way: str) -> None:
    session = canvas.session
    session.select([HOT_WATER])
    session.walk.go(HOT_WATER)
    press(canvas, f"gather-{way}")
    gathered = session.walk.current
    assert gathered not in (None, HOT_WATER)
    assert session.selection == {HOT_WATER, gathered}


def test_the_keys_that_zoom_make_the_map_larger_smaller_whole_and_as_it_is(canvas: Canvas) -> None:
    whole = canvas.scale
    press(canvas, "zoom-in")
    assert canvas.scale > whole
    press(canvas, "zoom-out")
    assert canvas.scale == pytest.approx(whole)
    press(canvas, "zoom-to-actual-size")
    assert canvas.scale == pytest.approx(1.0)
    press(canvas, "zoom-to-fit")
    assert canvas.scale == pytest.approx(whole)


def test_what_is_selected_is_zoomed_to(canvas: Canvas) -> None:
    canvas.session.select([KETTLE, WATER])
    before = canvas.scale
    press(canvas, "zoom-to-selection")
    frame = canvas.session.frame
    spots = [component(canvas.session, id) for id in (KETTLE, WATER)]
    assert canvas.scale > before
    assert all(
        canvas.rect().contains(canvas.to_widget(frame.x(at.evolution), frame.y(at.visibility)).toPoint())
        for at in spots
    )


@pytest.mark.parametrize("style", MapStyle)
def test_each_theme_is_chosen_from_its_menu(tea: MainWindow, canvas: Canvas, style: MapStyle) -> None:
    id = style.value.replace("_", "-")
    do(tea, f"theme-{id}")
    assert canvas.session.document.look.style is style
    colours = canvas.grab().toImage()
    assert colours.pixelColor(3, 60).name() == THEMES[style.value].page.lower()
    assert tea.menus.actions[f"theme-{id}"].isChecked()


@pytest.mark.parametrize("method", Method)
def test_each_method_is_given_from_its_menu_and_taken_back(tea: MainWindow, canvas: Canvas, method: Method) -> None:
    canvas.session.select([KETTLE])
    do(tea, f"method-{method.value}")
    assert component(canvas.session, KETTLE).method is method
    assert tea.menus.actions[f"method-{method.value}"].isChecked()
    do(tea, "method-from-stage")
    assert component(canvas.session, KETTLE).method is None


def test_the_keys_of_a_forecast_shift_it_both_ways_far_and_a_little(canvas: Canvas) -> None:
    session = canvas.session
    session.select([KETTLE])

    def heading() -> float:
        evolve = component(session, KETTLE).evolve
        assert evolve is not None
        return evolve.evolution

    start = heading()
    press(canvas, "forecast-later-fine")
    little = heading() - start
    assert little > 0
    press(canvas, "forecast-earlier-fine")
    assert heading() == pytest.approx(start)
    press(canvas, "forecast-later")
    assert heading() - start > little
    press(canvas, "forecast-earlier")
    assert heading() == pytest.approx(start)


@pytest.mark.parametrize("what", ["accelerator", "decelerator", "pioneers", "settlers", "town-planners"])
def test_what_is_seldom_added_is_taken_in_hand_from_the_menu(tea: MainWindow, canvas: Canvas, what: str) -> None:
    do(tea, f"add-{what}")
    assert canvas.session.tool.tool_id in TOOL
    assert canvas.session.tool.tool_id.replace("_", "-") == what
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    QApplication.processEvents()
    document = canvas.session.document
    assert len(document.accelerators) + len(document.attitudes) == 1


def test_a_plan_is_duplicated_with_its_contracts(tea: MainWindow, canvas: Canvas) -> None:
    before = canvas.session.document
    do(tea, "duplicate-plan")
    after = canvas.session.document
    assert len(after.plans) == len(before.plans) + 1
    assert [each.title for each in after.contracts.values()] == [each.title for each in before.contracts.values()]


def test_the_start_page_comes_to_the_front(tea: MainWindow, canvas: Canvas) -> None:
    do(tea, "start-page")
    assert tea.maps.front is None
    assert tea.start.isVisible()


def test_a_new_map_and_a_new_window_are_a_key_away(tea: MainWindow, canvas: Canvas) -> None:
    press(canvas, "new")
    assert len(tea.maps.all()) == 2
    press(tea, "new-window")
    (other,) = [each for each in tea.windows.all if each is not tea]
    assert other.isVisible()
    other.close()


def test_the_details_of_the_map_are_in_the_inspector(tea: MainWindow, canvas: Canvas) -> None:
    canvas.session.select([KETTLE])
    do(tea, "map-details")
    assert canvas.session.selection == frozenset()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert tea.bench.inspector.isAncestorOf(focused)


def test_opening_asks_for_files(tea: MainWindow, canvas: Canvas) -> None:
    asked = list[str]()

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        asked.append(dialog.windowTitle())
        dialog.reject()

    when_asked(look)
    press(canvas, "open")
    assert asked == ["Open a map"]


@pytest.mark.parametrize("command", DIALOGS)
def test_each_dialog_opens_by_its_key_or_its_menu_and_goes_with_escape(
    tea: MainWindow, canvas: Canvas, command: str
) -> None:
    before, seen = canvas.session.document, list[str]()

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, QDialog)
        seen.append(dialog.windowTitle())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    when_asked(look)
    if KEYS[command]:
        press(canvas, command)
    else:
        do(tea, command)
    assert len(seen) == 1
    assert seen[0]
    assert canvas.session.document is before


def test_every_key_of_every_command_reaches_it_from_the_map(tea: MainWindow, canvas: Canvas) -> None:
    reached = list[str]()
    for id, action in tea.menus.actions.items():
        action.triggered.disconnect()
        action.triggered.connect(lambda _=False, id=id: reached.append(id))
    for id, keys in KEYS.items():
        for key in keys:
            reached.clear()
            QApplication.processEvents()
            tea.menus.actions[id].setEnabled(True)
            QTest.keySequence(canvas, QKeySequence(key))
            assert reached == [id], key
