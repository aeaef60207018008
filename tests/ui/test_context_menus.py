"""What a right click and the menu key offer, wherever they are expected."""

from __future__ import annotations

import pytest
from driving import do
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from mapper.commands import COMMANDS
from mapper.commands.context import CONTEXT, Below
from mapper.edits import add_note, add_pipeline
from mapper.model import Id, Note
from mapper.ui.window import MainWindow

By = QContextMenuEvent.Reason


def _offered(widget: QWidget, at: QPoint, reason: By = By.Mouse, choose: str = "") -> list[str]:
    """What the menu offers that comes up there; one item can be chosen."""
    seen: list[str] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            QTimer.singleShot(20, look)
            return
        found = [
            *menu.actions(),
            *(each for action in menu.actions() if action.menu() for each in action.menu().actions()),
        ]
        seen.extend(action.text() for action in found if action.text())
        menu.close()
        for action in found:
            if action.text() == choose:
                action.trigger()

    QTimer.singleShot(20, look)
    QApplication.sendEvent(widget, QContextMenuEvent(reason, at, widget.mapToGlobal(at)))
    return seen


def _on_map(window: MainWindow, evolution: float, visibility: float) -> QPoint:
    front = window.maps.front
    frame = front.session.frame
    return front.canvas.to_widget(frame.x(evolution), frame.y(visibility)).toPoint()


def _component(window: MainWindow) -> Id:
    components = window.maps.front.session.document.components
    return next(id for id, each in components.items() if not each.is_anchor and each.pipeline is None)


@pytest.fixture
def laid(tea: MainWindow, qtbot: QtBot) -> MainWindow:
    qtbot.waitUntil(lambda: tea.maps.front.canvas.is_laid_out, timeout=20_000)
    return tea


def test_every_menu_is_made_of_commands_that_there_are() -> None:
    known = {command.id for command in COMMANDS}
    for groups in CONTEXT.values():
        for group in groups:
            for item in group:
                assert set(item.commands if isinstance(item, Below) else (item,)) <= known


def test_a_component_offers_what_is_said_of_it_and_what_is_done_with_it(laid: MainWindow) -> None:
    id = _component(laid)
    component = laid.maps.front.session.document.components[id]
    offered = _offered(laid.maps.front.canvas, _on_map(laid, component.evolution, component.visibility))
    assert laid.maps.front.session.selection == {id}
    assert {"Rename", "Duplicate", "Delete", "Method", "Method: rent", "Inertia", "Select", "Copy"} <= set(offered)
    assert "Reverse link" not in offered


def test_a_link_offers_to_be_reversed_and_no_method(laid: MainWindow) -> None:
    session = laid.maps.front.session
    link = next(iter(session.document.links.values()))
    ends = [session.document.components[id] for id in (link.source, link.target)]
    middle = [sum(getattr(end, way) for end in ends) / 2 for way in ("evolution", "visibility")]
    offered = _offered(laid.maps.front.canvas, _on_map(laid, *middle))
    assert session.selection == {link.id}
    assert "Reverse link" in offered
    assert "Method: rent" not in offered


def test_a_contract_offers_its_own_commands_at_its_title(laid: MainWindow) -> None:
    session = laid.maps.front.session
    id, title = next(iter(session.layout.titles.items()))
    offered = _offered(laid.maps.front.canvas, laid.maps.front.canvas.to_widget(*title.box.middle).toPoint())
    assert session.selection == {id}
    assert any("Delete contract" in words for words in offered)
    assert "Duplicate" not in offered


def test_a_note_and_a_pipeline_offer_theirs(laid: MainWindow, qtbot: QtBot) -> None:
    session = laid.maps.front.session
    session.apply("Add", add_note, Note(id=Id("note"), text="Remember", evolution=0.1, visibility=0.1))
    offered = _offered(laid.maps.front.canvas, _on_map(laid, 0.105, 0.1))
    assert session.selection == {Id("note")}
    assert "Rename" in offered and "Inertia" not in offered
    head = _component(laid)
    session.apply("Pipeline", add_pipeline, head, [])
    component = session.document.components[head]
    qtbot.waitUntil(lambda: laid.maps.front.canvas.is_laid_out, timeout=20_000)
    assert "Dissolve pipeline" in _offered(
        laid.maps.front.canvas, _on_map(laid, component.evolution, component.visibility)
    )


def test_empty_ground_offers_what_is_about_the_whole_map(laid: MainWindow) -> None:
    offered = _offered(laid.maps.front.canvas, _on_map(laid, 0.02, 0.02))
    assert laid.maps.front.session.selection == frozenset()
    assert {"Select all", "Show the whole map", "Add force or area", "Theme", "Present", "Map details…"} <= set(offered)
    assert "Delete" not in offered


def test_the_name_of_a_stage_offers_to_rename_it_in_place(laid: MainWindow, qtbot: QtBot) -> None:
    session, canvas = laid.maps.front.session, laid.maps.front.canvas
    x, y = session.frame.x(0.19), session.frame.bottom + 16
    at = canvas.to_widget(x + 10, y).toPoint()
    offered = _offered(canvas, at, choose="Rename “Custom Built”")
    assert "Rename “Custom Built”" in offered
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "Bespoke")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert session.document.stages.names[1] == "Bespoke"


def test_the_menu_key_is_about_what_the_keyboard_stands_on(laid: MainWindow, qtbot: QtBot) -> None:
    session, canvas = laid.maps.front.session, laid.maps.front.canvas
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Tab)
    current = session.walk.current
    assert current is not None
    session.select([])
    offered = _offered(canvas, canvas.rect().center(), By.Keyboard)
    assert session.selection == {current}
    assert "Rename" in offered


def test_a_tab_comes_to_the_front_and_offers_what_is_done_with_maps(laid: MainWindow) -> None:
    do(laid, "new")
    bar = laid.maps.bar
    offered = _offered(bar, bar.tabRect(1).center())
    assert bar.currentIndex() == 1
    assert {"Save as…", "Close tab", "Move tab to new window", "Print…"} <= set(offered)
    assert "New map" in _offered(bar, bar.tabRect(0).center())


def test_a_row_of_the_outline_offers_what_its_component_does(laid: MainWindow, qtbot: QtBot) -> None:
    laid.bench.toggles[0].setChecked(True)
    rows = laid.bench.outline.list
    qtbot.waitUntil(lambda: rows.isVisible() and laid.bench.outline.components.rowCount() > 0)
    at = rows.visualRect(laid.bench.outline.components.index(0, 0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert "Rename" in _offered(rows.viewport(), at)
    assert "Rename" in _offered(rows, rows.rect().center(), By.Keyboard)


def test_a_row_of_the_contracts_offers_what_its_contract_does_and_below_them_a_new_one(
    laid: MainWindow, qtbot: QtBot
) -> None:
    rows = laid.bench.contracts.list
    at = rows.visualRect(laid.bench.contracts.contracts.index(0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert any("Delete contract" in words for words in _offered(rows.viewport(), at))
    below = rows.viewport().rect().bottomLeft() + QPoint(20, -3)
    if not rows.indexAt(below).isValid():
        assert "New plan" in " ".join(_offered(rows.viewport(), below))


def test_a_recent_file_offers_to_be_taken_off_the_list(laid: MainWindow, qtbot: QtBot) -> None:
    laid.maps.show(None)
    qtbot.waitUntil(lambda: bool(laid.start.recent.lines))
    line = laid.start.recent.lines[0]
    line.setFocus()
    offered = _offered(line, line.rect().center(), By.Keyboard, choose="Remove from this list")
    assert offered == ["Open", "Open in new window", "Remove from this list"]
    assert laid.settings.recent == ()
    assert laid.start.recent.lines == []


def test_the_text_offers_what_is_done_with_words(laid: MainWindow, qtbot: QtBot) -> None:
    laid.bench.go_to_text()
    field = laid.bench.text.field
    qtbot.waitUntil(field.isVisible)
    assert {"Copy", "Paste", "Select all"} <= set(_offered(field, QPoint(30, 30), By.Keyboard))
