"""What a screen reader asks of areas that scroll, whose bars come and go between two of its questions."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from driving import do
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from mapper.ui.application import application
from mapper.ui.window import MainWindow


@pytest.fixture
def area(qtbot: QtBot) -> Iterator[QScrollArea]:
    """A hundred pixels of a sheet of a thousand by a thousand."""
    application()
    made = QScrollArea()
    sheet = QWidget()
    sheet.resize(1000, 1000)
    made.setWidget(sheet)
    made.resize(100, 100)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.deleteLater()


def hide_bars(area: QScrollArea) -> None:
    sheet = area.widget()
    assert sheet is not None
    sheet.resize(10, 10)
    QApplication.processEvents()
    assert not area.verticalScrollBar().isVisible()


def areas_below(asked: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    if isinstance(asked.object(), QScrollArea):
        yield asked
    for place in range(asked.childCount()):
        child = asked.child(place)
        if child is not None:
            yield from areas_below(child)


def test_what_a_reader_counted_is_there_after_the_bars_have_gone(area: QScrollArea) -> None:
    asked = QAccessible.queryAccessibleInterface(area)
    counted = asked.childCount()
    hide_bars(area)
    assert asked.childCount() == counted
    assert all(asked.child(place).isValid() for place in range(counted))


def test_a_bar_that_has_gone_is_said_to_be_hidden_and_covers_nothing(area: QScrollArea) -> None:
    asked = QAccessible.queryAccessibleInterface(area)
    bar = QAccessible.queryAccessibleInterface(area.verticalScrollBar())
    assert not bar.state().invisible
    hide_bars(area)
    assert bar.state().invisible
    seen = area.viewport().rect()
    for place in (seen.topLeft(), seen.center(), seen.bottomRight()):
        at = area.viewport().mapToGlobal(place)
        assert asked.childAt(at.x(), at.y()).object() is area.viewport()


def test_no_area_in_the_window_can_be_asked_for_a_child_that_is_not_there(tea: MainWindow, qtbot: QtBot) -> None:
    do(tea, "select-all")
    qtbot.wait(100)
    window = QAccessible.queryAccessibleInterface(tea)
    counts = {type(area.object()).__name__: area.childCount() for area in areas_below(window)}
    assert counts["FormView"] == 3, "the viewport and both bars, shown or not"
    found = [area.child(area.childCount() + more) for area in areas_below(window) for more in (-99, 0, 1, 99)]
    assert set(found) == {None}
