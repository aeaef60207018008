"""What a user's hands do to a window in these tests."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from mapper.data import SAMPLES
from mapper.edits import rename
from mapper.ui.window import MainWindow

FLAGSHIP = SAMPLES / "childcare-licensing.wardley"
TEA = SAMPLES / "tea-shop.wardley"


def answer(words: str, seen: list[str] | None = None) -> None:
    """Press the button that says this in the message box that is about to open."""

    timer = QTimer(QApplication.instance(), interval=20)

    def press() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            return
        timer.stop()
        if seen is not None:
            seen.append(box.text())
            assert box.textFormat() == Qt.TextFormat.PlainText
        button = next(each for each in box.buttons() if each.text().replace("&", "") == words)
        button.click()

    timer.timeout.connect(press)
    timer.start()


def do(window: MainWindow, command: str) -> None:
    """Choose a command from its menu."""
    QApplication.processEvents()
    assert window.menus.actions[command].isEnabled()
    window.menus.actions[command].trigger()


def held_move(widget: QWidget, to: QPoint) -> QMouseEvent:
    """A move of the mouse with its left button held: the test driver's own moves hold none."""
    return QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(to),
        widget.mapToGlobal(QPointF(to)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def rename_first(window: MainWindow) -> None:
    front = window.maps.front
    assert front is not None
    front.session.apply("Rename", rename, next(iter(front.session.document.components)), "Something else")
