"""Pressing a new key for a command."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QKeySequenceEdit, QLabel, QVBoxLayout, QWidget

from mapper.ui.keys import BOUND, Keys

WAITING = "Press the new key, together with Ctrl, Alt or Shift if you like."
FREE = "This key is free."


class Recorder(QDialog):
    """Whatever is pressed first is recorded; a sentence says whether it is free. On OK the command has it."""

    def __init__(self, keys: Keys, id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("New key")
        self.setMinimumWidth(440)
        self._keys, self._id = keys, id
        asked = QLabel(f"New key for “{BOUND[id].title}”")
        asked.setObjectName("head")
        asked.setWordWrap(True)
        self.field = QKeySequenceEdit()
        self.field.setMaximumSequenceLength(1)
        self.field.setAccessibleName(asked.text())
        self.field.keySequenceChanged.connect(self._look)
        self.field.editingFinished.connect(self._go_on)
        self.verdict = QLabel(WAITING)
        self.verdict.setWordWrap(True)
        self.verdict.setMinimumHeight(2 * self.verdict.fontMetrics().lineSpacing())
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        again = self.buttons.addButton("Press another", QDialogButtonBox.ButtonRole.ResetRole)
        again.clicked.connect(self._begin)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(10)
        for part in (asked, self.field, self.verdict, self.buttons):
            column.addWidget(part)
        self._begin()

    @property
    def key(self) -> str:
        return self.field.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    def accept(self) -> None:
        self._keys.give(self._id, self.key)
        super().accept()

    def _begin(self) -> None:
        self.field.clear()
        self.field.setFocus()
        self._look()

    def _look(self) -> None:
        refusal = self._keys.refusal(self._id, self.key) if self.key else None
        clash = self._keys.clash(self._id, self.key) if self.key else None
        self.verdict.setText(WAITING if not self.key else refusal or clash or FREE)
        self.verdict.setAccessibleName(self.verdict.text())
        self.verdict.setObjectName("wrong" if refusal else "warning" if clash else "quiet")
        self.verdict.style().polish(self.verdict)  # the colour goes by the object's name
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.key) and refusal is None)
        ok.setText("Take it all the same" if clash and not refusal else "Use this key")

    def _go_on(self) -> None:
        """While the field has the keyboard every key is a new one; the buttons are reached without the mouse, too."""
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        if self.key:
            (ok if ok.isEnabled() else self.buttons.button(QDialogButtonBox.StandardButton.Cancel)).setFocus()
