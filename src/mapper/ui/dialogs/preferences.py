"""What the user can set: light or dark, and where the team's maps are."""

from __future__ import annotations

import os

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mapper.ui.panels.combo import Combo
from mapper.ui.settings import Settings
from mapper.ui.style.appearance import Appearance, Choice

WORDS = {Choice.SYSTEM: "As the system is", Choice.LIGHT: "Light", Choice.DARK: "Dark"}


class Preferences(QDialog):
    """Shows a change of appearance at once; keeps the folder on OK. `shortcuts_asked` that keys are to be changed."""

    shortcuts_asked = Signal()

    def __init__(self, settings: Settings, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Settings")
        self.setMinimumWidth(520)
        self._settings, self._appearance = settings, appearance
        self._before = appearance.choice
        self.look = Combo()
        self.look.addItems(list(WORDS.values()))
        self.look.setCurrentIndex(list(WORDS).index(appearance.choice))
        self.look.activated.connect(lambda place: appearance.choose(list(WORDS)[place]))
        self.folder = QLineEdit(settings.library)
        self.folder.setPlaceholderText("None")
        browse = QPushButton("Choose…", autoDefault=False)
        browse.clicked.connect(self._browse)
        self.shortcuts = QPushButton("Change keyboard shortcuts…", autoDefault=False)
        self.shortcuts.clicked.connect(self.shortcuts_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(10)
        column.addLayout(self._form(browse))
        column.addWidget(self._note(browse))
        column.addStretch(1)
        column.addWidget(self._buttons())

    def _form(self, browse: QPushButton) -> QFormLayout:
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(browse)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow("Appearance", self.look)
        form.addRow("Shared folder", row)
        form.addRow("Keys", self.shortcuts)
        return form

    def _note(self, browse: QPushButton) -> QLabel:
        is_fixed = bool(os.environ.get("MAPPER_LIBRARY"))
        self.folder.setEnabled(not is_fixed)
        browse.setEnabled(not is_fixed)
        note = QLabel(
            "The environment’s MAPPER_LIBRARY names the shared folder on this machine."
            if is_fixed
            else "The start page lists the maps of the folder that your team shares."
        )
        note.setObjectName("quiet")
        note.setWordWrap(True)
        return note

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def accept(self) -> None:
        if self.folder.isEnabled():
            self._settings.library = self.folder.text().strip()
        super().accept()

    def reject(self) -> None:
        if self._appearance.choice is not self._before:
            self._appearance.choose(self._before)
        super().reject()

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "The team’s shared folder", self.folder.text())
        if chosen:
            self.folder.setText(chosen)
