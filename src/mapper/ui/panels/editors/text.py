"""Editors for words: one line, a paragraph, a list of lines."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from mapper.model import Document, clean_name, clean_text
from mapper.ui.panels.editors.editor import SEVERAL, Editor
from mapper.ui.panels.forms.field import MIXED, Field, Mixed, Value


class LineEditor(Editor):
    """One line of text."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.line = QLineEdit()
        self.line.setMaxLength(500)
        self.line.textEdited.connect(lambda text: self.tell(clean_name(text)))
        self.line.editingFinished.connect(self.finished)
        self.put_in(self.line)

    def show_value(self, value: Value | Mixed, document: Document) -> None:
        self.line.setPlaceholderText(SEVERAL if value is MIXED else "")
        self.line.setText("" if value is MIXED else str(value))
        self.line.setCursorPosition(0)


class Paragraph(QPlainTextEdit):
    """A text field of as many lines as it holds, from two to eight. Tab leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(4)
        self.setMinimumWidth(80)
        self.textChanged.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # A plain text document measures its height in lines, not in pixels.
        lines = min(8.0, max(2.0, self.document().size().height()))
        self.setFixedHeight(round(lines * self.fontMetrics().lineSpacing()) + 16)


class TextEditor(Editor):
    """Text of several lines."""

    is_wide = True

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.text = Paragraph()
        self.text.textChanged.connect(self._tell)
        self.text.installEventFilter(self)
        self._is_showing = False
        self.put_in(self.text)

    def show_value(self, value: Value | Mixed, document: Document) -> None:
        self._is_showing = True
        self.text.setPlaceholderText(SEVERAL if value is MIXED else "")
        self.text.setPlainText(self.to_text(value))
        self._is_showing = False

    def to_text(self, value: Value | Mixed) -> str:
        return "" if value is MIXED else str(value)

    def to_value(self, text: str) -> Value:
        return clean_text(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self.finished.emit()
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        if not self._is_showing:
            self.tell(self.to_value(self.text.toPlainText()))


class LinesEditor(TextEditor):
    """A list of short texts, one a line."""

    def to_text(self, value: Value | Mixed) -> str:
        return "\n".join(str(line) for line in value) if isinstance(value, tuple) else ""

    def to_value(self, text: str) -> Value:
        return tuple(line for line in map(clean_name, clean_text(text).split("\n")) if line)
