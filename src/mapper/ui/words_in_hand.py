"""Commands that mean the words where somebody is writing, and the map everywhere else."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QApplication, QPlainTextEdit

ON_WORDS: Mapping[str, Callable[[QPlainTextEdit], None]] = {
    "cut": QPlainTextEdit.cut,
    "copy": QPlainTextEdit.copy,
    "paste": QPlainTextEdit.paste,
    "delete": lambda field: field.textCursor().removeSelectedText(),
    "select-all": QPlainTextEdit.selectAll,
}
"""What commands do with words, by their ids."""


def field_in_hand() -> QPlainTextEdit | None:
    """The field of several lines that somebody is writing in. A menu that is open takes nothing from it."""
    field = QApplication.focusWidget()
    return field if isinstance(field, QPlainTextEdit) and not field.isReadOnly() else None
