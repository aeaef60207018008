"""Finding on the map, worked by key and by mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mapper.editor.boxes import box_of
from mapper.edits import delete
from mapper.ui.find import Finder
from mapper.ui.window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def opened(window: MainWindow, qtbot: QtBot) -> Finder:
    qtbot.keyClick(window.maps.front.canvas, Qt.Key.Key_F, CTRL)
    finder = window.maps.front.canvas.findChild(Finder)
    assert isinstance(finder, Finder) and finder.isVisible() and finder.field.hasFocus()
    return finder


def selected(window: MainWindow) -> list[str]:
    session = window.maps.front.session
    return [session.document.components[id].name for id in session.selection]


def test_what_is_typed_is_found_at_once_listed_and_stands_out_on_the_map(tea: MainWindow, qtbot: QtBot) -> None:
    finder = opened(tea, qtbot)
    before = tea.maps.front.canvas.grab().toImage()
    qtbot.keyClicks(finder.field, "tea")
    names = [each.name for each in finder.found]
    assert names and all("tea" in name.casefold() for name in names[:2])
    assert finder.lines.rowCount() == len(names)
    assert finder.answer.text() == f"{len(names)} found"
    session = tea.maps.front.session
    assert session.view.found == {each.id for each in finder.found}
    box = box_of(session, finder.found[0].id)
    assert box is not None
    at = tea.maps.front.canvas.to_widget(*box.middle).toPoint()
    around = [at + QPoint(right, 0) for right in range(-24, 25)]
    after = tea.maps.front.canvas.grab().toImage()
    assert any(before.pixel(point) != after.pixel(point) for point in around)


def test_enter_goes_to_the_next_and_shift_enter_to_the_one_before(tea: MainWindow, qtbot: QtBot) -> None:
    finder = opened(tea, qtbot)
    qtbot.keyClicks(finder.field, "tea")
    names = [each.id for each in finder.found]
    session = tea.maps.front.session
    qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    assert session.selection == {names[0]}
    assert finder.answer.text() == f"1 of {len(names)}"
    qtbot.keyClick(finder.field, Qt.Key.Key_F3)
    assert session.selection == {names[1]}
    qtbot.keyClick(finder.field, Qt.Key.Key_Return, SHIFT)
    qtbot.keyClick(finder.field, Qt.Key.Key_Return, SHIFT)
    assert session.selection == {names[-1]}
    assert finder.field.hasFocus()


def test_escape_leads_back_to_the_map_and_what_was_gone_to_stays_selected(tea: MainWindow, qtbot: QtBot) -> None:
    finder = opened(tea, qtbot)
    qtbot.keyClicks(finder.field, "kettle")
    qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    qtbot.keyClick(finder.field, Qt.Key.Key_Escape)
    assert not finder.isVisible()
    assert tea.maps.front.canvas.hasFocus()
    assert len(selected(tea)) == 1 and "kettle" in selected(tea)[0].casefold()
    assert tea.maps.front.session.view.found == frozenset()


def test_f3_on_the_map_goes_on_with_the_last_search(tea: MainWindow, qtbot: QtBot) -> None:
    canvas = tea.maps.front.canvas
    qtbot.keyClick(canvas, Qt.Key.Key_F3)
    finder = canvas.findChild(Finder)
    assert isinstance(finder, Finder) and finder.isVisible(), "nothing was looked for yet"
    qtbot.keyClicks(finder.field, "tea")
    qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    qtbot.keyClick(finder.field, Qt.Key.Key_Escape)
    qtbot.keyClick(canvas, Qt.Key.Key_F3)
    assert tea.maps.front.session.selection == {finder.found[1].id}
    assert not finder.isVisible()


def test_what_is_gone_to_is_brought_into_sight_and_not_under_the_field(tea: MainWindow, qtbot: QtBot) -> None:
    canvas = tea.maps.front.canvas
    canvas.zoom_by(6.0)
    finder = opened(tea, qtbot)
    for name in sorted(each.name for each in tea.maps.front.session.document.components.values()):
        finder.field.setText(name)
        qtbot.keyClick(finder.field, Qt.Key.Key_Return)
        box = box_of(tea.maps.front.session, finder.found[0].id)
        assert box is not None
        at = canvas.to_widget(*box.middle).toPoint()
        assert canvas.rect().contains(at)
        assert not finder.geometry().contains(at)


def test_a_click_in_the_list_goes_there(tea: MainWindow, qtbot: QtBot) -> None:
    finder = opened(tea, qtbot)
    qtbot.keyClicks(finder.field, "tea")
    place = finder.list.visualRect(finder.lines.index(1)).center()
    qtbot.mouseClick(finder.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert tea.maps.front.session.selection == {finder.found[1].id}


def test_nothing_found_is_said(tea: MainWindow, qtbot: QtBot) -> None:
    finder = opened(tea, qtbot)
    qtbot.keyClicks(finder.field, "zzz")
    assert finder.answer.text() == "Nothing found"
    qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    assert tea.maps.front.session.selection == frozenset()


def test_what_is_deleted_is_found_no_more(tea: MainWindow, qtbot: QtBot) -> None:
    finder = opened(tea, qtbot)
    qtbot.keyClicks(finder.field, "kettle")
    ids = [each.id for each in finder.found]
    session = tea.maps.front.session
    session.apply("Delete", delete, ids)
    qtbot.waitUntil(lambda: not finder.found)


def test_in_the_text_the_same_key_finds_in_the_text(tea: MainWindow, qtbot: QtBot) -> None:
    tea.bench.toggles[1].setChecked(True)
    tea.bench.text.field.setFocus()
    QApplication.processEvents()
    qtbot.keyClick(tea.bench.text.field, Qt.Key.Key_F, CTRL)
    assert tea.bench.text.find_bar.isVisible()
    qtbot.keyClick(tea.bench.text.find_bar.words, Qt.Key.Key_F, CTRL)
    assert tea.maps.front.canvas.findChild(Finder) is None
