"""The text of a map so large that it is read beside the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_hands import CTRL, Typing

from mapper.editor.script import LARGE
from mapper.files import owm
from mapper.ui.style.appearance import Choice
from mapper.ui.window import MainWindow

KEY = Qt.Key


@pytest.fixture
def large(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Typing:
    lines = [f"component Thing {n} [{(n % 19 + 1) / 20:.2f}, {(n % 23 + 1) / 25:.2f}]" for n in range(LARGE)]
    path = tmp_path / "large.owm"
    path.write_text("\n".join(["title Large", *lines, "Thing 1->Thing 2", "Thing 2->Nothing", ""]), encoding="utf-8")
    window.open([path])
    qtbot.waitUntil(lambda: window.maps.front is not None)
    window.bench.go_to_text()
    QApplication.processEvents()
    return Typing(window, qtbot)


def test_the_map_follows_what_is_typed_once_it_is_read(large: Typing) -> None:
    large.go_to_end_of("component Thing 0 ")
    large.press(KEY.Key_Backspace, times=5)
    large.type("0.55]")
    large.qtbot.waitUntil(lambda: large.named("Thing 0").evolution == 0.55)
    assert large.field.toPlainText() == owm.write(large.session.document)
    large.press(KEY.Key_Z, CTRL)
    large.qtbot.waitUntil(lambda: large.lines[1] == "component Thing 0 [0.05, 0.04]")
    assert large.named("Thing 0").evolution == 0.04


def test_the_line_follows_a_drag_and_is_right_as_soon_as_the_mouse_is_released(large: Typing) -> None:
    before = large.lines
    large.drag("Thing 7", 40)
    changed = [place for place, (old, new) in enumerate(zip(before, large.lines, strict=True)) if old != new]
    assert changed == [8]
    assert large.lines == owm.write(large.session.document).split("\n")


def test_whatever_else_is_done_first_reads_what_was_typed(large: Typing) -> None:
    large.go_to_end_of("title")
    large.type("r")
    large.window.menus.run("select-all")
    assert large.session.document.title == "Larger"


def test_its_problems_are_found_too_and_only_lines_in_sight_are_coloured(large: Typing) -> None:
    last = large.line("Thing 2->Nothing")
    large.qtbot.waitUntil(lambda: last in large.field.margin.wrong)
    far = large.field.document().findBlockByNumber(last)
    assert far.layout().formats() == []
    large.press(KEY.Key_F8)
    assert large.caret[0] == last
    assert far.layout().formats() != []


def test_light_and_dark_colour_the_text_anew(large: Typing) -> None:
    def colours() -> set[str]:
        first = large.field.document().firstBlock()
        return {each.format.foreground().color().name() for each in first.layout().formats()}

    appearance = large.window.appearance
    appearance.choose(Choice.LIGHT)
    light = colours()
    appearance.choose(Choice.DARK)
    assert colours().isdisjoint(light)
    appearance.choose(Choice.SYSTEM)
