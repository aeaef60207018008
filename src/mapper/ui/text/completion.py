"""Offers while typing: when they come up, and what accepting one does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from mapper.ui.text.completing import LEAST, Offer
from mapper.ui.text.places import characters
from mapper.ui.text.popup import Popup

Source = Callable[[str, int], list[Offer]]
"""The offers for what stands before the caret in a line of this number."""


class Completion(QObject):
    """`about_to_write` is emitted before an offer is put into the text, `written` after that."""

    about_to_write = Signal()
    written = Signal()

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field)
        self._field = field
        self.source: Source = lambda _before, _line: []
        self.popup = Popup(field)
        self.popup.accepted.connect(self._write)

    def press(self, event: QKeyEvent) -> bool:
        """Whether a key was meant for the offers that are shown."""
        return self.popup.press(event)

    def hide(self) -> None:
        self.popup.hide()

    def follow(self, event: QKeyEvent) -> None:
        """A key has done its work in the text: bring the offers in line with it."""
        is_typed = bool(event.text()) and event.text().isprintable()
        if is_typed or (not self.popup.isHidden() and self._is_in_word):
            self.ask(LEAST)
        else:
            self.hide()

    def ask(self, least: int = 0) -> None:
        """Offer what fits, if so many characters are there already and the caret is at their end."""
        cursor = self._field.textCursor()
        text = cursor.block().text()
        column = characters(text, cursor.positionInBlock())
        is_inside = column < len(text) and (text[column].isalnum() or text[column] == "_")
        if cursor.hasSelection() or is_inside:
            self.hide()
            return
        found = self.source(text[:column], cursor.blockNumber())
        length = found[0].length if found else 0
        is_all = [each.title for each in found] == [text[column - length : column]]
        self.popup.offer([] if length < least or is_all else found, text[column - length : column])

    @property
    def _is_in_word(self) -> bool:
        before = self._field.textCursor().block().text()[: self._field.textCursor().positionInBlock()]
        return bool(before.strip())

    def _write(self, offer: Offer) -> None:
        self.about_to_write.emit()
        cursor = self._field.textCursor()
        text = cursor.block().text()
        column = characters(text, cursor.positionInBlock())
        typed = text[column - offer.length : column]
        keep = QTextCursor.MoveMode.KeepAnchor
        cursor.movePosition(QTextCursor.MoveOperation.Left, keep, len(typed.encode("utf-16-le")) // 2)
        start = cursor.selectionStart()
        cursor.insertText(offer.text)
        if offer.chosen:
            cursor.setPosition(start + offer.at)
            cursor.setPosition(start + offer.at + offer.chosen, keep)
        self._field.setTextCursor(cursor)
        self.written.emit()
