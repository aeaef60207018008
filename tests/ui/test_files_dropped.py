"""Files dropped on a window, as the system hands them over."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import FLAGSHIP, TEA
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from mapper.ui.window import MainWindow


def _drop(window: MainWindow, onto: QWidget, data: QMimeData) -> bool:
    """Drag over a widget and let go; answers whether the drag was welcome."""
    at = onto.mapTo(window, onto.rect().center())
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(at, *how)
    QApplication.sendEvent(window.windowHandle(), entering)
    QApplication.sendEvent(window.windowHandle(), QDragMoveEvent(at, *how))
    QApplication.sendEvent(window.windowHandle(), QDropEvent(QPointF(at), *how))
    return entering.isAccepted()


def _file(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    data.setText(str(path))
    return data


def test_a_file_dropped_on_the_start_page_opens(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "tea.wardley"
    path.write_bytes(TEA.read_bytes())
    assert _drop(window, window.start, _file(path))
    qtbot.waitUntil(lambda: [each.path for each in window.maps.all()] == [path])


def test_a_file_dropped_on_the_map_opens_beside_it(tea: MainWindow, qtbot: QtBot) -> None:
    assert _drop(tea, tea.maps.front.canvas, _file(FLAGSHIP))
    qtbot.waitUntil(lambda: [each.title for each in tea.maps.all()] == ["Tea shop", "Childcare licensing"])


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_a_file_dropped_on_a_field_opens_and_is_not_typed(tea: MainWindow, qtbot: QtBot, kind: type[QWidget]) -> None:
    document = tea.maps.front.session.document
    tea.bench.inspector.refresh()
    field = next(each for each in tea.bench.inspector.findChildren(kind) if each.isVisible())
    assert _drop(tea, field, _file(FLAGSHIP))
    qtbot.waitUntil(lambda: len(tea.maps.all()) == 2)
    tea.bench.settle()
    assert tea.maps.all()[0].session.document is document


def test_a_file_dropped_on_the_text_opens_and_is_not_typed(tea: MainWindow, qtbot: QtBot) -> None:
    tea.bench.go_to_text()
    document = tea.maps.front.session.document
    assert _drop(tea, tea.bench.text.field.viewport(), _file(FLAGSHIP))
    qtbot.waitUntil(lambda: len(tea.maps.all()) == 2)
    tea.bench.settle()
    assert tea.maps.all()[0].session.document is document


def test_words_dropped_on_a_field_are_still_typed(tea: MainWindow, qtbot: QtBot) -> None:
    tea.bench.toggles[0].setChecked(True)
    search = tea.bench.outline.search
    qtbot.waitUntil(search.isVisible)
    words = QMimeData()
    words.setText("kettle")
    _drop(tea, search, words)
    assert search.text() == "kettle"
