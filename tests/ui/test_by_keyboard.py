"""The whole program without a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mapper.drawing.themes import THEMES
from mapper.editor.boxes import box_of
from mapper.model import Id
from mapper.ui.canvas.canvas import Canvas
from mapper.ui.dialogs.choosing import Chooser
from mapper.ui.window import MainWindow

KEY, CTRL, ALT, SHIFT = (
    Qt.Key,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def canvas(tea: MainWindow, qtbot: QtBot) -> Canvas:
    """The canvas of a map, with the keyboard."""
    assert tea.maps.front is not None
    made = tea.maps.front.canvas
    tea.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def press(canvas: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QApplication.processEvents()  # what can be done now is worked out when the window has come to rest
    QTest.keyClick(QApplication.focusWidget() or canvas, key, modifier)


def current_name(canvas: Canvas) -> str:
    current = canvas.session.walk.current
    assert current is not None
    return canvas.session.document.components[current].name


def test_tab_walks_the_map_and_the_status_bar_says_where_one_is(tea: MainWindow, canvas: Canvas) -> None:
    press(canvas, KEY.Key_Tab)
    press(canvas, KEY.Key_Tab)
    press(canvas, KEY.Key_Tab)
    assert current_name(canvas) == "Cup of tea"
    assert tea.status.news.text() == "Cup of tea: component, product, needs 3, needed by 2"
    press(canvas, KEY.Key_Backtab, SHIFT)
    assert current_name(canvas) == "Customers"


def test_the_status_bar_says_which_keys_walk_as_the_user_has_set_them(tea: MainWindow, canvas: Canvas) -> None:
    press(canvas, KEY.Key_Tab)
    assert tea.bench.tools.hint.startswith("Tab and Ctrl+Right walk the map")
    tea.keys.give("walk-on", "F9")
    assert tea.bench.tools.hint.startswith("F9 and Ctrl+Right walk the map")
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert tea.status.hint.text().startswith("Click to select")


def test_tab_leaves_the_map_after_the_last_thing(canvas: Canvas) -> None:
    for _ in range(len(canvas.session.walk.reading_order)):
        press(canvas, KEY.Key_Tab)
    assert canvas.hasFocus()
    press(canvas, KEY.Key_Tab)
    assert not canvas.hasFocus()


def test_arrows_walk_with_ctrl_follow_links_with_alt_and_move_alone(canvas: Canvas) -> None:
    press(canvas, KEY.Key_Tab)
    press(canvas, KEY.Key_Right, CTRL)
    assert current_name(canvas) == "Customers"
    press(canvas, KEY.Key_Down, ALT)
    assert current_name(canvas) == "Cup of tea"
    press(canvas, KEY.Key_Down, ALT)
    here = canvas.session.walk.current
    assert here is not None
    before = canvas.session.document.components[here].evolution
    press(canvas, KEY.Key_Right)
    assert canvas.session.document.components[here].evolution == pytest.approx(before + 0.002)
    assert canvas.session.walk.current == here


def test_a_component_is_added_named_and_linked_without_the_mouse(canvas: Canvas, qtbot: QtBot) -> None:
    press(canvas, KEY.Key_Tab)
    press(canvas, KEY.Key_Return, CTRL | SHIFT)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "Biscuits")
    press(canvas, KEY.Key_Return)
    assert current_name(canvas) == "Biscuits"
    assert canvas.hasFocus()
    document = canvas.session.document
    names = {(document.components[x.source].name, document.components[x.target].name) for x in document.links.values()}
    assert ("Shop owner", "Biscuits") in names


def test_what_to_link_to_is_found_by_typing_a_part_of_its_name(qtbot: QtBot) -> None:
    chooser = Chooser("What does it need?", [(Id("w"), "Water"), (Id("h"), "Hot water"), (Id("k"), "Kettle")])
    qtbot.addWidget(chooser)
    chooser.show()
    QTest.keyClicks(chooser.field, "wat")
    assert chooser.chosen == Id("w")
    QTest.keyClick(chooser.field, KEY.Key_Down)
    assert chooser.chosen == Id("h")
    QTest.keyClick(chooser.field, KEY.Key_Return)
    assert chooser.result() == Chooser.DialogCode.Accepted
    chooser.field.setText("nothing like it")
    assert chooser.chosen is None


def test_alt_enter_opens_the_inspector_and_escape_comes_back(tea: MainWindow, canvas: Canvas, qtbot: QtBot) -> None:
    press(canvas, KEY.Key_Tab)
    press(canvas, KEY.Key_Return, ALT)
    qtbot.waitUntil(lambda: not canvas.hasFocus())
    assert tea.bench.inspector.isAncestorOf(QApplication.focusWidget())
    press(canvas, KEY.Key_Escape)
    assert canvas.hasFocus()
    assert canvas.session.selection == {canvas.session.walk.current}


def test_f6_goes_round_all_parts_of_the_window_and_back(tea: MainWindow, canvas: Canvas, qtbot: QtBot) -> None:
    tea.bench.toggles[0].setChecked(True)
    tea.bench.toggles[1].setChecked(True)
    QApplication.processEvents()
    visited = list[QWidget]()
    parts = (canvas, tea.bench.inspector, tea.bench.contracts, tea.bench.tools, tea.maps.bar, tea.bench.outline)
    for _ in range(8):
        focused = QApplication.focusWidget()
        visited.extend(part for part in (*parts, tea.bench.text) if part is focused or part.isAncestorOf(focused))
        press(canvas, KEY.Key_F6)
    assert [*map(id, visited)] == [*map(id, (*parts, tea.bench.text, canvas))]
    press(canvas, KEY.Key_F6, SHIFT)
    press(canvas, KEY.Key_F6, SHIFT)
    assert tea.bench.text.isAncestorOf(QApplication.focusWidget())


def test_a_ring_is_painted_round_the_current_thing_in_every_theme(canvas: Canvas) -> None:
    press(canvas, KEY.Key_Tab)
    current = canvas.session.walk.current
    assert current is not None
    box = box_of(canvas.session, current)
    assert box is not None
    for theme in THEMES.values():
        canvas.set_theme(theme)
        left = canvas.to_widget(box.left, box.middle[1]).toPoint() - QPoint(10, 0)
        picture = canvas.grab().toImage()
        around = {picture.pixelColor(left + QPoint(across, 0)).name().upper() for across in range(-6, 7)}
        assert theme.ink.upper() in around, theme.title


def test_the_ring_leaves_the_name_of_the_current_thing_to_be_read(canvas: Canvas, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: canvas.is_laid_out, timeout=20_000)
    canvas.session.walk.show(by_keyboard=True)
    for id, label in canvas.session.layout.labels.items():
        if id not in canvas.session.document.components:
            continue
        corners = [canvas.to_widget(label.box.left, label.box.top), canvas.to_widget(label.box.right, label.box.bottom)]
        name = QRect(*(corner.toPoint() for corner in corners))
        canvas.session.walk.go(Id("nothing"))
        before = canvas.grab(name).toImage()
        canvas.session.walk.go(id)
        assert canvas.grab(name).toImage() == before, id


def test_the_ring_is_for_the_keyboard_a_click_puts_it_away(canvas: Canvas) -> None:
    press(canvas, KEY.Key_Tab)
    assert canvas.session.walk.is_shown
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not canvas.session.walk.is_shown
    press(canvas, KEY.Key_Tab)
    assert canvas.session.walk.is_shown


def test_what_is_walked_to_comes_into_sight(canvas: Canvas) -> None:
    canvas.zoom_by(8, None)
    press(canvas, KEY.Key_Tab)
    current = canvas.session.walk.current
    assert current is not None
    box = box_of(canvas.session, current)
    assert box is not None
    assert canvas.rect().contains(canvas.to_widget(*box.middle).toPoint())


def test_a_frame_round_the_tab_shows_that_the_keyboard_is_there(tea: MainWindow, canvas: Canvas) -> None:
    bar = tea.maps.bar
    tab = bar.tabRect(bar.currentIndex())

    def left_side() -> QColor:
        QApplication.processEvents()
        return bar.grab().toImage().pixelColor(tab.left(), tab.center().y())

    elsewhere = left_side()
    width = tab.width()
    bar.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert abs(elsewhere.lightness() - left_side().lightness()) > 80  # in light and dark
    assert bar.tabRect(bar.currentIndex()).width() == width
