"""The list of steps, worked by key and by mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import TEA, do
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from mapper.edits import rename
from mapper.ui.lines import LINE, Line
from mapper.ui.panels.history import HistoryPanel
from mapper.ui.window import MainWindow


def shown(window: MainWindow) -> HistoryPanel:
    """The panel, after three steps."""
    session = window.maps.front.session
    first = next(iter(session.document.components))
    for name in ("One", "Two", "Three"):
        session.apply(f"Rename to {name}", rename, first, name)
    next(toggle for toggle in window.bench.toggles if toggle.text() == "History").trigger()
    QApplication.processEvents()
    return window.bench.history


def lines(panel: HistoryPanel) -> list[tuple[str, str]]:
    found = [panel.lines.data(panel.lines.index(row), LINE) for row in range(panel.lines.rowCount())]
    return [(line.title, line.end) for line in found if isinstance(line, Line)]


def test_the_history_is_hidden_until_it_is_asked_for(tea: MainWindow) -> None:
    assert not tea.bench.history.isVisible()
    shown(tea)
    assert tea.bench.history.isVisible()


def test_every_step_is_listed_by_name_the_latest_first(tea: MainWindow) -> None:
    panel = shown(tea)
    assert lines(panel) == [("Rename to Three", "now"), ("Rename to Two", ""), ("Rename to One", ""), ("Open", "saved")]


def test_the_steps_of_a_copy_are_saved_only_once_a_file_holds_them(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open([TEA])
    qtbot.waitUntil(lambda: window.maps.front is not None)
    panel = shown(window)
    assert lines(panel)[-1] == ("Open", "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine.wardley"), ""))
    window.menus.actions["save"].trigger()
    qtbot.waitUntil(lambda: window.status.saved.text() == "Saved")
    assert lines(panel)[0] == ("Rename to Three", "now, saved")


def test_a_click_goes_to_a_step_and_what_follows_can_be_gone_to_again(tea: MainWindow, qtbot: QtBot) -> None:
    panel, session = shown(tea), tea.maps.front.session
    first = next(iter(session.document.components))

    def click(row: int) -> None:
        place = panel.list.visualRect(panel.lines.index(row)).center()
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click(2)
    assert session.document.components[first].name == "One"
    assert lines(panel)[:3] == [("Rename to Three", "undone"), ("Rename to Two", "undone"), ("Rename to One", "now")]
    tea.menus.refresh()
    assert tea.menus.actions["redo"].text() == "Redo Rename to Two"
    click(0)
    assert session.document.components[first].name == "Three"
    click(3)
    assert not tea.isWindowModified()


def test_the_keyboard_walks_the_steps_and_enter_goes_there(tea: MainWindow, qtbot: QtBot) -> None:
    panel, session = shown(tea), tea.maps.front.session
    panel.list.setFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    first = next(iter(session.document.components))
    assert session.document.components[first].name == "Three"
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert session.document.components[first].name == "Two"
    assert panel.list.currentIndex().row() == 1


def test_the_list_follows_what_is_done_elsewhere(tea: MainWindow) -> None:
    panel = shown(tea)
    do(tea, "undo")
    assert lines(panel)[:2] == [("Rename to Three", "undone"), ("Rename to Two", "now")]
