"""Choosing one of several named things by typing a part of its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, QSortFilterProxyModel, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from mapper.model import Id

WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Chooser(QDialog):
    """A question, a field and a list. What is typed narrows the list, arrows walk it, Enter takes what is marked."""

    def __init__(self, question: str, choices: Sequence[tuple[Id, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Mapper")
        self.resize(QSize(380, 420).boundedTo(self.screen().availableSize() * 0.9))
        self._ids = [id for id, _ in choices]
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(QStringListModel([name for _, name in choices], self))
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        asked = QLabel(question)
        asked.setTextFormat(Qt.TextFormat.PlainText)
        asked.setWordWrap(True)
        self.field = QLineEdit()
        self.field.setPlaceholderText("Type a part of the name")
        self.field.setAccessibleName(question)
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        asked.setBuddy(self.field)
        self.list = self._list(question)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for part in (asked, self.field, self.list, self.buttons):
            column.addWidget(part)
        self._narrow("")

    def _list(self, question: str) -> QListView:
        made = QListView()
        made.setObjectName("framed")
        made.setModel(self._found)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setUniformItemSizes(True)
        made.setAccessibleName(question)
        made.activated.connect(self.accept)
        return made

    @property
    def chosen(self) -> Id | None:
        """What is marked in the list."""
        index = self.list.currentIndex()
        return self._ids[self._found.mapToSource(index).row()] if index.isValid() else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows walk the list while the field keeps the keyboard."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in WALKING:
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    def _narrow(self, words: str) -> None:
        self._found.setFilterFixedString(words.strip())
        self.list.setCurrentIndex(self._found.index(0, 0))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self._found.rowCount() > 0)
