"""The command palette, worked by key and by mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mapper.commands import COMMANDS
from mapper.editor.tools import TOOL
from mapper.ui.lines import LINE
from mapper.ui.palette import Palette
from mapper.ui.palette_entries import used_last
from mapper.ui.window import MainWindow

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def opened(window: MainWindow, qtbot: QtBot) -> Palette:
    focused = window.maps.front.canvas if window.maps.front else window
    qtbot.keyClick(focused, Qt.Key.Key_P, CTRL_SHIFT)
    (palette,) = [each for each in window.findChildren(Palette) if each.isVisible()]
    return palette


def titles(palette: Palette) -> list[str]:
    return [entry.title for entry in palette.found]


def test_the_palette_offers_every_command_and_every_tool(tea: MainWindow, qtbot: QtBot) -> None:
    palette = opened(tea, qtbot)
    ids = {entry.id for entry in palette.found if not entry.id.startswith("panel ")}
    assert ids == {command.id for command in COMMANDS} - {"palette"} | {f"tool {id}" for id in TOOL}
    assert all(entry.title and entry.place for entry in palette.found)


def test_typing_some_letters_and_enter_does_the_best_fit(tea: MainWindow, qtbot: QtBot) -> None:
    palette = opened(tea, qtbot)
    qtbot.keyClicks(palette.field, "selall")
    assert titles(palette)[0] == "Select all"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    session = tea.maps.front.session
    assert set(session.document.components) <= session.selection
    assert not palette.isVisible()
    assert tea.maps.front.canvas.hasFocus()


def test_the_arrows_walk_the_list_and_enter_takes_what_is_marked(tea: MainWindow, qtbot: QtBot) -> None:
    palette = opened(tea, qtbot)
    qtbot.keyClicks(palette.field, "tool")
    second = palette.found[1]
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 1
    assert second.id.startswith("tool ")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert tea.maps.front.session.tool.tool_id == second.id.removeprefix("tool ")


def test_a_click_does_what_it_is_on(tea: MainWindow, qtbot: QtBot) -> None:
    palette = opened(tea, qtbot)
    qtbot.keyClicks(palette.field, "lasso")
    place = palette.list.visualRect(palette.lines.index(0)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert tea.maps.front.session.tool.tool_id == "lasso"


def test_escape_closes_and_changes_nothing(tea: MainWindow, qtbot: QtBot) -> None:
    session = tea.maps.front.session
    before, palette = session.document, opened(tea, qtbot)
    qtbot.keyClicks(palette.field, "del")
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert session.document is before
    assert tea.maps.front.canvas.hasFocus()


def test_what_cannot_be_done_comes_last_says_why_and_stays_undone(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    are_able = [not entry.why_not for entry in palette.found]
    assert are_able == sorted(are_able, reverse=True)
    qtbot.keyClicks(palette.field, "saveas")
    assert palette.lines.data(palette.lines.index(0), LINE).aside == "Open a map first"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert palette.hint.text() == "Save as: open a map first"


def test_what_was_used_last_comes_first_in_every_later_window(tea: MainWindow, qtbot: QtBot) -> None:
    for wanted in ("selall", "zoomin"):
        palette = opened(tea, qtbot)
        qtbot.keyClicks(palette.field, wanted)
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
        QApplication.processEvents()
    assert titles(opened(tea, qtbot))[:2] == ["Zoom in", "Select all"]
    assert used_last(tea.settings) == ("zoom-in", "select-all")


def test_a_screen_reader_hears_title_menu_and_key_of_what_is_marked(tea: MainWindow, qtbot: QtBot) -> None:
    palette = opened(tea, qtbot)
    qtbot.keyClicks(palette.field, "selall")
    heard = QAccessible.queryAccessibleInterface(palette.field)
    assert heard.text(QAccessible.Text.Description) == "Select all, Select, Ctrl+A"
    line = QAccessible.queryAccessibleInterface(palette.list).child(0)
    assert line.text(QAccessible.Text.Name) == "Select all, Select, Ctrl+A"


def test_no_letters_that_fit_nothing_do_anything(tea: MainWindow, qtbot: QtBot) -> None:
    palette = opened(tea, qtbot)
    qtbot.keyClicks(palette.field, "qqqq")
    assert palette.found == []
    assert "No command" in palette.hint.text()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_the_key_in_the_open_palette_asks_again(tea: MainWindow, qtbot: QtBot) -> None:
    palette = opened(tea, qtbot)
    qtbot.keyClicks(palette.field, "qqqq")
    qtbot.keyClick(palette.field, Qt.Key.Key_P, CTRL_SHIFT)
    qtbot.keyClicks(palette.field, "selall")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert tea.maps.front.session.selection
    assert tea.maps.front.canvas.hasFocus()


def test_a_click_elsewhere_closes_the_palette(tea: MainWindow, qtbot: QtBot) -> None:
    palette = opened(tea, qtbot)
    canvas = tea.maps.front.canvas
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().bottomLeft())
    canvas.setFocus()
    assert not palette.isVisible()


def test_a_panel_is_found_by_its_name_shown_and_hidden_again(tea: MainWindow, qtbot: QtBot) -> None:
    assert not tea.bench.history.isVisible()
    for is_seen in (True, False):
        palette = opened(tea, qtbot)
        qtbot.keyClicks(palette.field, "history")
        assert titles(palette)[0] == "History"
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
        assert tea.bench.history.isVisible() == is_seen
