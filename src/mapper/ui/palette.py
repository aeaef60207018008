"""The command palette: whatever can be done, found by some letters of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QListView, QVBoxLayout
from shiboken6 import isValid

from mapper.ui.lines import LineList, list_of
from mapper.ui.palette_entries import Entry, entries, fitting, remember, used_last

if TYPE_CHECKING:
    from mapper.ui.window import MainWindow

Index = QModelIndex | QPersistentModelIndex
WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
WIDEST, MOST_ROWS = 640, 12


class Palette(QFrame):
    """Lies over the upper part of the window. The arrows walk the list, Enter does what is marked, Escape or a click
    elsewhere closes it; then the keyboard is where it was."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("over")
        self._window = window
        self._offered = entries(window)
        self._came_from = QApplication.focusWidget()
        self.field = QLineEdit()
        self.field.setPlaceholderText("What do you want to do?")
        self.field.setAccessibleName("Find a command")
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.found: list[Entry] = []
        self.lines = LineList(self)
        self.list = self._list(window)
        self.hint = QLabel()
        self.hint.setObjectName("quiet")
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for part in (self.field, self.list, self.hint):
            column.addWidget(part)
        self._narrow("")
        self._stand()
        self.show()
        self.raise_()
        self.field.setFocus()

    def _list(self, window: MainWindow) -> QListView:
        made = list_of(self.lines, "Commands", window.appearance)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(self._do)
        made.selectionModel().currentChanged.connect(self._tell)
        return made

    def _stand(self) -> None:
        """In the middle, as far down as the menus reach."""
        window = self._window
        rows = self.list.sizeHintForRow(0) * MOST_ROWS + 4
        self.setFixedWidth(min(WIDEST, window.width() - 40))
        self.list.setFixedHeight(min(rows, max(120, window.height() - 220)))
        self.adjustSize()
        top = window.menuBar().geometry().bottom()
        self.move((window.width() - self.width()) // 2, top + 8)

    def ask(self) -> None:
        """Begin anew."""
        self.field.selectAll()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in WALKING:
                QApplication.sendEvent(self.list, event)
                return True
            if event.key() in ENTER:
                self._do(self.list.currentIndex())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._close()
                return True
        if event.type() is QEvent.Type.FocusOut and QApplication.activePopupWidget() is None and self.isVisible():
            self.hide()
            self.deleteLater()
        return super().eventFilter(watched, event)

    def _narrow(self, wanted: str) -> None:
        self.found = fitting(self._offered, wanted, used_last(self._window.settings))
        self.lines.show([entry.line for entry in self.found])
        self.list.setCurrentIndex(self.lines.index(0))
        self.list.scrollToTop()
        if not self.found:
            self._say("No command has these letters in its name")

    def _tell(self, current: Index) -> None:
        """The keyboard stays in the field, so what is marked must be said."""
        if current.isValid():
            entry = self.found[current.row()]
            self.hint.setText(entry.why_not or entry.hint)
            self._speak(str(current.data(Qt.ItemDataRole.AccessibleTextRole)))

    def _say(self, words: str) -> None:
        self.hint.setText(words)
        self._speak(words)

    def _speak(self, words: str) -> None:
        self.field.setAccessibleDescription(words)
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    def _do(self, index: Index) -> None:
        """What cannot be done says why and leaves the palette open."""
        if not index.isValid():
            return
        entry = self.found[index.row()]
        if entry.why_not:
            self._say(f"{entry.title}: {entry.why_not[:1].lower()}{entry.why_not[1:]}")
            return
        self._close()
        remember(self._window.settings, entry.id)
        entry.run()

    def _close(self) -> None:
        self.hide()
        if self._came_from is not None and isValid(self._came_from) and self._came_from.isVisible():
            self._came_from.setFocus()
        self.deleteLater()
