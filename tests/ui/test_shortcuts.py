"""The sheet of all keys, and changing them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from mapper.commands import COMMANDS
from mapper.editor.tools import TOOLS
from mapper.ui.dialogs.recording import FREE, Recorder
from mapper.ui.dialogs.shortcuts import ShortcutsSheet
from mapper.ui.keys import BOUND, Keys, tool_key
from mapper.ui.settings import Settings
from mapper.ui.window import MainWindow


@pytest.fixture
def keys(settings: Settings) -> Keys:
    return Keys(settings)


@pytest.fixture
def sheet(qtbot: QtBot, keys: Keys) -> ShortcutsSheet:
    made = ShortcutsSheet(keys)
    qtbot.addWidget(made)
    made.show()
    return made


def line(sheet: ShortcutsSheet, title: str) -> QTreeWidgetItem:
    return next(each for each in sheet.lines if each.text(0) == title)


def shown_lines(sheet: ShortcutsSheet) -> set[str]:
    return {each.text(0) for each in sheet.lines if not each.isHidden()}


def press_new_key(sheet: ShortcutsSheet, title: str, key: Qt.Key, modifier: Qt.KeyboardModifier) -> Recorder:
    sheet.tree.setCurrentItem(line(sheet, title))
    sheet.change.click()
    recorder = sheet.findChildren(Recorder)[-1]
    QTest.keyClick(recorder.field, key, modifier)
    return recorder


def ok(recorder: Recorder) -> None:
    recorder.buttons.button(QDialogButtonBox.StandardButton.Ok).click()


def test_the_sheet_has_every_command_and_every_tool_with_its_keys(sheet: ShortcutsSheet) -> None:
    words = [each.text(0) for each in sheet.lines]
    assert {command.title.removesuffix("…") for command in COMMANDS} <= set(words)
    assert {tool.title for tool in TOOLS} <= set(words)
    assert line(sheet, "Redo").text(1) == "Ctrl+Shift+Z  or  Ctrl+Y"
    assert line(sheet, "Redo").data(0, Qt.ItemDataRole.AccessibleTextRole) == "Redo: Ctrl+Shift+Z  or  Ctrl+Y"


def test_the_sheet_is_searched_by_words_and_by_keys(sheet: ShortcutsSheet) -> None:
    QTest.keyClicks(sheet.search, "zoom")
    assert "Zoom in" in shown_lines(sheet)
    assert "Undo" not in shown_lines(sheet)
    sheet.search.setText("ctrl+z")
    assert shown_lines(sheet) == {"Undo"}
    assert sheet.tree.currentItem() is line(sheet, "Undo")
    sheet.search.setText("no such thing")
    assert shown_lines(sheet) == set()
    sheet.search.clear()
    assert len(shown_lines(sheet)) > 60


def test_a_new_key_counts_at_once_in_menus_and_sheet_and_after_a_restart(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    sheet = ShortcutsSheet(window.keys, window)
    recorder = press_new_key(sheet, "Zoom in", Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert recorder.verdict.text() == FREE
    ok(recorder)
    assert window.menus.actions["zoom-in"].shortcuts() == [QKeySequence("Ctrl+J")]
    assert line(sheet, "Zoom in").text(1) == "Ctrl+J"
    settings.flush()
    assert Keys(settings).of("zoom-in") == ("Ctrl+J",)
    sheet.deleteLater()


def test_a_clash_is_told_in_a_sentence_and_the_key_is_lost_there(sheet: ShortcutsSheet, keys: Keys) -> None:
    recorder = press_new_key(sheet, "Undo", Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert recorder.verdict.text() == "Ctrl+Y is the key of “Redo”, which would lose it."
    ok(recorder)
    assert keys.of("undo") == ("Ctrl+Y",)
    assert keys.of("redo") == ("Ctrl+Shift+Z",)


def test_resetting_one_takes_its_keys_back_and_resetting_all_leaves_no_change(
    sheet: ShortcutsSheet, keys: Keys
) -> None:
    keys.give("undo", "Ctrl+Y")
    keys.give("zoom-in", "F9")
    sheet.tree.setCurrentItem(line(sheet, "Redo"))
    sheet.reset.click()
    assert keys.of("redo") == BOUND["redo"].keys
    assert keys.of("undo") == ()
    sheet.reset_all.click()
    assert all(keys.of(id) == bound.keys for id, bound in BOUND.items())
    assert not sheet.reset_all.isEnabled()


def test_escape_always_backs_out(keys: Keys) -> None:
    assert keys.refusal("undo", "Esc")
    assert keys.refusal("back-out", "F9")


def test_a_command_can_be_without_a_key(sheet: ShortcutsSheet, keys: Keys, settings: Settings) -> None:
    sheet.tree.setCurrentItem(line(sheet, "Undo"))
    sheet.remove.click()
    assert Keys(settings).of("undo") == ()
    assert line(sheet, "Undo").text(1) == ""


def test_a_tool_takes_another_key_and_says_so(window: MainWindow) -> None:
    window.keys.give(tool_key("link"), "J")
    action = window.bench.tools.tools["link"]
    assert action.shortcuts() == [QKeySequence("J")]
    assert "(J)" in action.toolTip()


def test_nobody_shares_a_key_whatever_was_changed(keys: Keys) -> None:
    for id, key in (("undo", "Ctrl+Y"), ("redo", "Ctrl+N"), ("new", "L"), (tool_key("link"), "Ctrl+Z")):
        keys.give(id, key)
    keys.reset("new")
    held = [key for id in BOUND for key in keys.of(id)]
    assert sorted(held) == sorted(set(held))


@pytest.mark.parametrize("stored", ["No+Such+Key", "Ctrl+", "é" * 40, "Ctrl+Y, Ctrl+Z"])
def test_nonsense_in_the_settings_is_no_key(settings: Settings, stored: str) -> None:
    settings.keys = {"undo": (stored,), "no-such-command": ("Ctrl+J",)}
    assert all(QKeySequence(key).count() == 1 for key in Keys(settings).of("undo"))


def test_the_question_mark_opens_the_sheet(tea: MainWindow) -> None:
    seen = list[str]()
    timer = QTimer(tea, interval=20)

    def close() -> None:
        sheet = QApplication.activeModalWidget()
        if isinstance(sheet, ShortcutsSheet):
            timer.stop()
            seen.append(sheet.windowTitle())
            sheet.reject()

    timer.timeout.connect(close)
    timer.start()
    assert tea.maps.front is not None
    tea.activateWindow()
    QTest.keyClick(tea.maps.front.canvas, "?")
    assert seen == ["Keyboard shortcuts"]
