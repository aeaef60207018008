"""A bar to find words in the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

BACKWARD = QTextDocument.FindFlag.FindBackward


class FindBar(QWidget):
    """Hidden until it is asked for. Enter goes on, Shift+Enter back, Escape to the text."""

    closed = Signal()

    def __init__(self, field: QPlainTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self.words = QLineEdit()
        self.words.setPlaceholderText("Find in the text")
        self.words.setAccessibleName("Find in the text")
        self.words.setClearButtonEnabled(True)
        self.words.textEdited.connect(self._typed)
        self.words.installEventFilter(self)
        self.answer = QLabel()
        self.answer.setObjectName("quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.addWidget(self.words, 1)
        row.addWidget(self.answer)
        self.hide()

    def ask(self, *, goes_on: bool = False) -> None:
        """Show the bar, with what is selected in the text as the words to find; or go on with those it has."""
        if goes_on and self.words.text():
            self.go_on()
            return
        chosen = self._field.textCursor().selectedText()
        if chosen and "\u2029" not in chosen:
            self.words.setText(chosen)
        self.answer.clear()
        self.show()
        self.words.selectAll()
        self.words.setFocus()

    def go_on(self, *, backwards: bool = False) -> None:
        """Select the next place; after the last comes the first."""
        words, field = self.words.text(), self._field
        if not words:
            return
        flags = BACKWARD if backwards else QTextDocument.FindFlag(0)
        found = field.document().find(words, field.textCursor(), flags)
        if found.isNull():
            start = QTextCursor(field.document())
            start.movePosition(QTextCursor.MoveOperation.End if backwards else QTextCursor.MoveOperation.Start)
            found = field.document().find(words, start, flags)
        self.answer.setText("Not found" if found.isNull() else "")
        if not found.isNull():
            field.setTextCursor(found)
            field.ensureCursorVisible()

    def _typed(self) -> None:
        """While the words are typed the place that fits stays selected as long as it fits."""
        cursor = self._field.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._field.setTextCursor(cursor)
        self.go_on()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Find):
            # Here it is about the text, not about the map.
            event.accept()
            self.words.selectAll()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3}:
                self.go_on(backwards=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.hide()
                self.closed.emit()
                return True
        return super().eventFilter(watched, event)
