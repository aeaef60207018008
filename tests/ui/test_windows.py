"""Several windows of one program, maps that are opened again, and the files used last."""

from __future__ import annotations

from pathlib import Path

from driving import TEA, answer, do, rename_first
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from mapper.ui.recent import RecentMenu
from mapper.ui.window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def _other(window: MainWindow) -> MainWindow:
    [other] = [each for each in window.windows.all if each is not window]
    return other


def _let_go(*windows: MainWindow) -> None:
    for window in windows:
        window.leave()


def test_a_new_window_has_maps_of_its_own(tea: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(tea.maps.front.canvas, Qt.Key.Key_N, CTRL | SHIFT)
    other = _other(tea)
    assert other.isVisible()
    do(other, "new")
    assert len(other.maps.all()) == len(tea.maps.all()) == 1
    assert other.maps.front is not tea.maps.front
    _let_go(other)


def test_a_new_window_is_on_the_screen_with_the_frame_round_it(tea: MainWindow, qtbot: QtBot) -> None:
    room = tea.screen().availableGeometry()
    tea.resize(room.size() * 0.99)
    qtbot.waitUntil(lambda: tea.frameGeometry().height() > tea.height())
    do(tea, "new-window")
    other = _other(tea)
    qtbot.waitExposed(other)
    assert other.frameGeometry().height() > other.height()
    assert room.contains(other.frameGeometry())
    _let_go(other)


def test_a_file_that_is_open_in_another_window_is_shown_there(tea: MainWindow, qtbot: QtBot) -> None:
    path = tea.maps.front.path
    do(tea, "new-window")
    other = _other(tea)
    tea.maps.show(None)
    other.open([path])
    qtbot.waitUntil(lambda: tea.maps.front is not None)
    assert other.maps.all() == []
    _let_go(other)


def test_a_tab_moves_to_a_new_window_with_all_that_can_be_undone(tea: MainWindow, qtbot: QtBot) -> None:
    before = tea.maps.front.session.document
    path = tea.maps.front.path
    rename_first(tea)
    do(tea, "move-to-new-window")
    other = _other(tea)
    assert tea.maps.all() == []
    assert other.maps.front.path == path
    assert other.isWindowModified()
    do(other, "undo")
    assert other.maps.front.session.document is before
    assert not other.isWindowModified()
    do(other, "redo")
    do(other, "save")
    qtbot.waitUntil(lambda: not other.isWindowModified())
    assert "Something else" in path.read_text(encoding="utf-8")
    _let_go(other)


def test_closing_one_window_leaves_the_other_and_its_maps(tea: MainWindow, qtbot: QtBot) -> None:
    do(tea, "new-window")
    other = _other(tea)
    other.close()
    assert tea.windows.all == [tea]
    rename_first(tea)
    do(tea, "undo")
    assert tea.isVisible()


def test_quitting_asks_once_for_all_that_is_unsaved_and_cancel_keeps_every_window(
    tea: MainWindow, qtbot: QtBot
) -> None:
    rename_first(tea)
    do(tea, "new-window")
    other = _other(tea)
    other.open([TEA])
    qtbot.waitUntil(lambda: other.maps.front is not None)
    rename_first(other)
    seen: list[str] = []
    answer("Cancel", seen)
    do(other, "quit")
    assert seen == ["Save the changes to 2 maps?"]
    assert tea.isVisible() and other.isVisible()
    answer("Don’t save", seen)
    do(other, "quit")
    assert len(seen) == 2
    assert not tea.isVisible() and not other.isVisible()


def test_quitting_with_save_all_writes_every_map(tea: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    second = tmp_path / "second.wardley"
    second.write_bytes(TEA.read_bytes())
    rename_first(tea)
    tea.open([second])
    qtbot.waitUntil(lambda: len(tea.maps.all()) == 2)
    rename_first(tea)
    answer("Save all")
    do(tea, "quit")
    assert not tea.isVisible()
    for path in (second, tmp_path / "tea.wardley"):
        assert "Something else" in path.read_text(encoding="utf-8")


def test_a_closed_tab_comes_back_with_its_file_and_its_past(tea: MainWindow, qtbot: QtBot) -> None:
    before, path = tea.maps.front.session.document, tea.maps.front.path
    assert not tea.menus.actions["reopen-tab"].isEnabled()
    rename_first(tea)
    answer("Don’t save")
    do(tea, "close-tab")
    assert tea.maps.front is None
    tea.activateWindow()
    qtbot.waitUntil(tea.isActiveWindow)
    qtbot.keyClick(tea, Qt.Key.Key_T, CTRL | SHIFT)
    assert tea.maps.front.path == path
    assert tea.isWindowModified()
    assert tea.menus.actions["undo"].text() == "Undo Rename"
    do(tea, "undo")
    assert tea.maps.front.session.document is before


def test_tabs_come_back_the_last_closed_first(tea: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    second = tmp_path / "second.wardley"
    second.write_bytes(TEA.read_bytes())
    tea.open([second])
    qtbot.waitUntil(lambda: len(tea.maps.all()) == 2)
    paths = [opened.path for opened in tea.maps.all()]
    do(tea, "close-tab")
    do(tea, "close-tab")
    do(tea, "reopen-tab")
    do(tea, "reopen-tab")
    assert [opened.path for opened in tea.maps.all()] == paths
    assert not tea.menus.actions["reopen-tab"].isEnabled()


def test_a_closed_file_that_is_open_again_is_shown_and_not_opened_twice(tea: MainWindow, qtbot: QtBot) -> None:
    path = tea.maps.front.path
    do(tea, "close-tab")
    tea.open([path])
    qtbot.waitUntil(lambda: tea.maps.front is not None)
    do(tea, "reopen-tab")
    assert [opened.path for opened in tea.maps.all()] == [path]


def _recent(window: MainWindow) -> QMenu:
    [menu] = window.findChildren(RecentMenu)
    menu.aboutToShow.emit()
    return menu


def test_files_used_last_open_from_their_menu(tea: MainWindow, qtbot: QtBot) -> None:
    path = tea.maps.front.path
    do(tea, "close-tab")
    first = _recent(tea).actions()[0]
    assert "tea.wardley" in first.text()
    first.trigger()
    qtbot.waitUntil(lambda: tea.maps.front is not None)
    assert tea.maps.front.path == path


def test_a_file_that_has_gone_is_told_of_in_a_sentence(tea: MainWindow, qtbot: QtBot) -> None:
    path = tea.maps.front.path
    do(tea, "close-tab")
    path.unlink()
    seen: list[str] = []
    answer("OK", seen)
    _recent(tea).actions()[0].trigger()
    qtbot.waitUntil(lambda: bool(seen))
    assert "tea.wardley" in seen[0]


def test_the_list_of_files_can_be_emptied(tea: MainWindow) -> None:
    _recent(tea).actions()[-1].trigger()
    assert tea.settings.recent == ()
    assert tea.start.recent.lines == []
    assert [action.text() for action in _recent(tea).actions()] == ["No maps yet"]


def test_what_all_windows_share_forgets_a_window_that_was_closed(tea: MainWindow, qtbot: QtBot) -> None:
    do(tea, "new-window")
    other = _other(tea)
    do(other, "new")
    other.leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    with qtbot.captureExceptions() as faults:
        do(tea, "toggle-dark")
        tea.windows.keys.give("print", "Ctrl+Alt+P")
        tea.windows.keys.reset("print")
        do(tea, "toggle-dark")
    assert not faults
