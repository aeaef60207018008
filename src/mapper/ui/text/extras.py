"""What is marked in the text besides its words: the caret's line, brackets, what is selected on the map."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from PySide6.QtGui import QColor, QTextBlock, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from mapper.ui.style.tones import Tones

_CLOSING = {"[": "]", "(": ")", "{": "}"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
FARTHEST = 200
"""So many lines are looked through for the other bracket."""


def extras(field: QPlainTextEdit, tones: Tones, selected: Collection[int]) -> list[QTextEdit.ExtraSelection]:
    """The marks for a field; `selected` are the lines of what is selected on the map."""
    made = []
    if field.hasFocus():
        made.append(_whole_line(field.textCursor(), tones.hover))
    for line in selected:
        block = field.document().findBlockByNumber(line)
        if block.isValid():
            made.append(_whole_line(QTextCursor(block), tones.chosen))
    for place in brackets(field.textCursor()):
        cursor = QTextCursor(field.document())
        cursor.setPosition(place)
        cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
        made.append(_mark(cursor, tones.chosen))
    return made


def brackets(caret: QTextCursor) -> tuple[int, ...]:
    """Where the bracket beside the caret is and where its other half; empty without such a pair."""
    block, column = caret.block(), caret.positionInBlock()
    text = _units(block)
    for place in (column, column - 1):
        if 0 <= place < len(text):
            other = _other(block, place, text[place])
            if other is not None:
                return block.position() + place, other
    return ()


def _other(block: QTextBlock, place: int, bracket: str) -> int | None:
    is_opening = bracket in _CLOSING
    other = _CLOSING.get(bracket) or _OPENING.get(bracket)
    if other is None:
        return None
    depth = 0
    for at, character in _characters(block, place, 1 if is_opening else -1):
        depth += (character == bracket) - (character == other)
        if depth == 0:
            return at
    return None


def _characters(block: QTextBlock, place: int, way: int) -> Iterator[tuple[int, str]]:
    """Every character from a place on, forwards or backwards, with its position; only so far."""
    for _ in range(FARTHEST):
        text = _units(block)
        start = place if place >= 0 else len(text) - 1
        for at in range(start, len(text) if way > 0 else -1, way):
            yield block.position() + at, text[at]
        block, place = (block.next(), 0) if way > 0 else (block.previous(), -1)
        if not block.isValid():
            return


def _units(block: QTextBlock) -> str:
    """A block's text in which every unit of UTF-16 is one character."""
    text = block.text()
    if text.isascii():
        return text
    return "".join(character * (1 + (character > "\uffff")) for character in text)


def _whole_line(cursor: QTextCursor, colour: str) -> QTextEdit.ExtraSelection:
    cursor.clearSelection()
    made = _mark(cursor, colour)
    made.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
    return made


def _mark(cursor: QTextCursor, colour: str) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor = cursor
    made.format.setBackground(QColor(colour))
    return made
