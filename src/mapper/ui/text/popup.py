"""The list of offers under the caret."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QListWidget, QPlainTextEdit

from mapper.ui.text.completing import Offer

MOST_ROWS = 9
WIDEST = 380
_WAYS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: 1 - MOST_ROWS,
    Qt.Key.Key_PageDown: MOST_ROWS - 1,
}


class Popup(QListWidget):
    """Never takes the focus: its field asks `press` what a key means to it. `accepted` bears the offer chosen."""

    accepted = Signal(object)

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field)
        self._field = field
        self._offers: list[Offer] = []
        self.setObjectName("offers")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setUniformItemSizes(True)
        self.setAccessibleName("Offers")
        self.itemClicked.connect(lambda _: self._accept())
        self.hide()

    def offer(self, offers: list[Offer], word: str) -> None:
        """Show these under the caret, or nothing. A word that is complete is not in need of a first choice."""
        self._offers = offers
        self.clear()
        if not offers:
            self.hide()
            return
        for each in offers:
            self.addItem(each.title)
        is_whole = any(each.title.casefold() == word.strip().casefold() for each in offers)
        self.setCurrentRow(-1 if is_whole else 0)
        self.setParent(self._field.window())
        self._place(len(word))
        self.show()
        self.raise_()

    def press(self, event: QKeyEvent) -> bool:
        """Whether a key was meant for the list."""
        key = Qt.Key(event.key())
        if self.isHidden() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in _WAYS:
            self.setCurrentRow(min(self.count() - 1, max(0, self.currentRow() + _WAYS[key])))
        elif key == Qt.Key.Key_Tab or (key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentRow() >= 0):
            self._accept()
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _accept(self) -> None:
        self.hide()
        self.accepted.emit(self._offers[max(0, self.currentRow())])

    def _place(self, length: int) -> None:
        """Under the word that has begun, or over it where there is no room below."""
        field, window = self._field, self._field.window()
        row = self.sizeHintForRow(0)
        height = row * min(self.count(), MOST_ROWS) + 2 * self.frameWidth() + 8
        self.setFont(field.font())
        width = min(WIDEST, max(160, self.sizeHintForColumn(0) + 40))
        word = field.textCursor()
        word.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.MoveAnchor, length)
        caret = field.cursorRect(word)
        corner = field.viewport().mapTo(window, caret.bottomLeft() + QPoint(-8, 3))
        if corner.y() + height > window.height():
            corner = field.viewport().mapTo(window, caret.topLeft() + QPoint(-8, -3 - height))
        self.setGeometry(max(0, min(corner.x(), window.width() - width)), max(0, corner.y()), width, height)
