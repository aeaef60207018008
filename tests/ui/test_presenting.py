"""Presenting a map, with a keyboard and a mouse."""

from __future__ import annotations

import pytest
from driving import do
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from mapper.data import SAMPLES
from mapper.edits.steps import add_step
from mapper.model import Id
from mapper.procurement.interfaces import interfaces
from mapper.ui import presenting
from mapper.ui.dialogs.steps import StepsDialog
from mapper.ui.presenting import Presentation
from mapper.ui.window import MainWindow

Key = Qt.Key


@pytest.fixture
def stepped(tea: MainWindow) -> MainWindow:
    session = tea.maps.front.session
    for number, id in enumerate(list(session.document.components)[:3], start=1):
        session.apply("Add step", add_step, Id(f"step-{number}"), f"Step the {number}", [id])
    return tea


def _present(window: MainWindow, qtbot: QtBot) -> Presentation:
    qtbot.keyClick(window.maps.front.canvas, Key.Key_F5)
    [shown] = [each for each in QApplication.topLevelWidgets() if isinstance(each, Presentation) and each.isVisible()]
    qtbot.waitUntil(lambda: shown.map.is_laid_out)
    return shown


def _picture(shown: Presentation) -> QImage:
    shown.caption.hide()
    return shown.grab().toImage()


def test_f5_shows_the_map_over_the_whole_screen_and_escape_ends_it(tea: MainWindow, qtbot: QtBot) -> None:
    shown = _present(tea, qtbot)
    assert shown.isFullScreen()
    assert shown.size() == tea.screen().size()
    qtbot.keyClick(shown, Key.Key_Escape)
    assert not shown.isVisible()
    assert tea.isVisible()


@pytest.mark.parametrize("forward, back", [(Key.Key_Right, Key.Key_Left), (Key.Key_Space, Key.Key_Backspace)])
def test_keys_go_on_and_back_step_by_step(stepped: MainWindow, qtbot: QtBot, forward: Key, back: Key) -> None:
    whole = stepped.maps.front.session.document
    shown = _present(stepped, qtbot)
    assert len(shown.session.document.components) == len(whole.components) - 3
    qtbot.keyClick(shown, forward)
    qtbot.keyClick(shown, forward)
    assert len(shown.session.document.components) == len(whole.components) - 1
    assert shown.caption.text() == "2 / 3   Step the 2"
    qtbot.keyClick(shown, back)
    assert shown.taken == 1
    qtbot.keyClick(shown, Key.Key_End)
    qtbot.keyClick(shown, forward)
    assert shown.taken == 3
    assert shown.session.document == whole


def test_a_click_goes_on(stepped: MainWindow, qtbot: QtBot) -> None:
    shown = _present(stepped, qtbot)
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    assert shown.taken == 1


def test_what_a_step_shows_is_seen_from_then_on(stepped: MainWindow, qtbot: QtBot) -> None:
    shown = _present(stepped, qtbot)
    before = _picture(shown)
    qtbot.keyClick(shown, Key.Key_Right)
    qtbot.waitUntil(lambda: shown.map.is_laid_out)
    assert _picture(shown) != before


def test_nothing_that_hands_do_while_presenting_changes_the_map(stepped: MainWindow, qtbot: QtBot) -> None:
    before = stepped.maps.front.session.document
    shown = _present(stepped, qtbot)
    middle = shown.rect().center()
    qtbot.mousePress(shown, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(shown, middle + QPoint(80, 40))
    qtbot.mouseRelease(shown, Qt.MouseButton.LeftButton, pos=middle + QPoint(80, 40))
    qtbot.mouseDClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    qtbot.keyClick(shown, Key.Key_Delete)
    qtbot.keyClick(shown, Key.Key_End)
    assert shown.session.document == before
    assert stepped.maps.front.session.document is before


def test_a_map_without_steps_is_presented_as_it_is(tea: MainWindow, qtbot: QtBot) -> None:
    shown = _present(tea, qtbot)
    qtbot.keyClick(shown, Key.Key_Right)
    assert shown.session.document == tea.maps.front.session.document
    assert shown.caption.text() == "Tea shop"


def test_a_caption_that_is_wider_than_the_screen_ends_in_dots(tea: MainWindow, qtbot: QtBot) -> None:
    session = tea.maps.front.session
    session.apply("Add step", add_step, Id("long"), "A very long title " * 16, list(session.document.components)[:1])
    shown = _present(tea, qtbot)
    qtbot.keyClick(shown, Key.Key_Right)
    caption = shown.caption
    assert caption.text().startswith("1 / 1   A very long title")
    assert caption.text().endswith("…")
    assert caption.sizeHint().width() <= caption.width() <= shown.width()


def test_the_caption_goes_away_by_itself(tea: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presenting, "SEEN_FOR", 30)
    shown = _present(tea, qtbot)
    qtbot.waitUntil(lambda: not shown.caption.isVisible())


def test_f11_fills_the_screen_with_the_window_and_gives_it_back(tea: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(tea.maps.front.canvas, Key.Key_F11)
    qtbot.waitUntil(tea.isFullScreen)
    assert tea.menus.actions["full-screen"].isChecked()
    qtbot.keyClick(tea.maps.front.canvas, Key.Key_F11)
    qtbot.waitUntil(lambda: not tea.isFullScreen())


def _steps(window: MainWindow) -> StepsDialog:
    do(window, "steps")
    [dialog] = window.findChildren(StepsDialog)
    QApplication.processEvents()
    assert dialog.isActiveWindow()
    return dialog


def test_a_step_is_made_from_what_is_selected_and_called_after_it(tea: MainWindow, qtbot: QtBot) -> None:
    session = tea.maps.front.session
    dialog = _steps(tea)
    assert not dialog.add.isEnabled()
    first, second = list(session.document.components.values())[:2]
    session.select([first.id])
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    session.select([first.id, second.id])
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    assert [(step.title, len(step.shows)) for step in session.document.steps.values()] == [
        (first.name, 1),
        ("Step 2", 2),
    ]
    assert session.history.undo_label == "Add step"


def test_steps_are_put_in_another_order_renamed_and_removed(stepped: MainWindow, qtbot: QtBot) -> None:
    session = stepped.maps.front.session
    dialog = _steps(stepped)
    dialog.list.setCurrentRow(2)
    qtbot.mouseClick(dialog.up, Qt.MouseButton.LeftButton)
    assert [step.title for step in session.document.steps.values()] == ["Step the 1", "Step the 3", "Step the 2"]
    qtbot.mouseClick(dialog.rename, Qt.MouseButton.LeftButton)
    field = dialog.list.findChild(QLineEdit)
    qtbot.keyClicks(field, "Customers")
    qtbot.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(lambda: [step.title for step in session.document.steps.values()][1] == "Customers")
    qtbot.keyClick(dialog.list, Key.Key_Delete)
    assert [step.title for step in session.document.steps.values()] == ["Step the 1", "Step the 2"]
    do(stepped, "undo")
    assert [dialog.list.item(row).text() for row in range(3)] == ["Step the 1", "Customers", "Step the 2"]


def test_a_click_on_a_step_selects_what_it_shows(stepped: MainWindow, qtbot: QtBot) -> None:
    session = stepped.maps.front.session
    dialog = _steps(stepped)
    row = dialog.list.visualItemRect(dialog.list.item(1)).center()
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert session.selection == set(session.document.steps[Id("step-2")].shows)


def test_the_steps_of_a_map_close_with_it(stepped: MainWindow) -> None:
    dialog = _steps(stepped)
    stepped.maps.show(None)
    assert not dialog.isVisible()


def test_interfaces_keep_the_numbers_of_the_register_while_others_are_not_yet_shown(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.open([SAMPLES / "communications-platform.wardley"])
    qtbot.waitUntil(lambda: window.maps.front is not None)
    session = window.maps.front.session
    first = next(iter(session.document.contracts.values()))
    register = {(each.source, each.target): each.number for each in interfaces(session.document)}
    session.apply("Add step", add_step, Id("step"), "The first contract", [*first.members, first.id])
    shown = _present(window, qtbot)
    numbers = {(mark.source, mark.target): mark.number for mark in shown.session.layout.interfaces}
    assert numbers
    assert len(numbers) < len(register)
    assert numbers.items() <= register.items()
    shown.close()
