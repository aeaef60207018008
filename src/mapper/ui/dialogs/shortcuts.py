"""The sheet of shortcuts, made from the commands and the tools: it is searched, and keys are changed in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mapper.commands import COMMANDS
from mapper.commands.menus import MENUS
from mapper.editor.tools import TOOLS
from mapper.ui.dialogs.recording import Recorder
from mapper.ui.keys import BOUND, ESCAPE, Keys, shown, tool_key

WITH_THE_MOUSE = (
    ("Pan", "Space or middle button, and drag"),
    ("Zoom", "Ctrl and wheel"),
    ("Add to the selection", "Shift and click"),
    ("Add a component", "Double-click on empty ground"),
    ("Keep a tool in hand", "Double-click on its button"),
)
IN_THE_TEXT = (
    ("Offer what could be meant", "Ctrl+Space"),
    ("Go to the component of this name", "F12, or Ctrl and click"),
    ("Next problem, previous problem", "F8, Shift+F8"),
    ("Find", "Ctrl+F, then F3"),
    ("Make a comment of lines", "Ctrl+/"),
    ("Move lines", "Alt and Up or Down"),
    ("Duplicate lines", "Ctrl+D"),
    ("Fold or unfold", "Ctrl+."),
    ("Larger or smaller letters", "Ctrl and wheel"),
    ("Back to the map", "Esc or F6"),
)
ID = Qt.ItemDataRole.UserRole
WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ShortcutsSheet(QDialog):
    """Every key, by menu. Enter on a command records another key for it."""

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        self.resize(QSize(620, 640).boundedTo(self.screen().availableSize() * 0.9))
        self._keys = keys
        self._sections: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText("Find a command or a key")
        self.search.setAccessibleName("Find a command or a key")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.tree = self._tree()
        self.change = self._button("Change key…", self._change)
        self.remove = self._button("No key", self._remove)
        self.reset = self._button("Reset", self._reset)
        self.reset_all = self._button("Reset all", keys.reset_all)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.tree)
        column.addLayout(self._foot())
        self._fill()
        self.tree.currentItemChanged.connect(self._offer)
        self.tree.itemActivated.connect(self._change)
        keys.changed.connect(self._show_keys)
        self._show_keys()

    def _tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setHeaderHidden(True)
        tree.setColumnCount(2)
        tree.setRootIsDecorated(False)
        tree.setAllColumnsShowFocus(True)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tree.setAccessibleName("Keyboard shortcuts")
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        tree.header().setStretchLastSection(False)
        return tree

    def _button(self, title: str, act: object) -> QPushButton:
        button = QPushButton(title)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    def _foot(self) -> QHBoxLayout:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        row = QHBoxLayout()
        for button in (self.change, self.remove, self.reset, self.reset_all):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(buttons)
        return row

    def _fill(self) -> None:
        for title in MENUS:
            self._add(title, [(BOUND[each.id].title, each.id) for each in COMMANDS if each.menu == title])
        self._add("On the map", [(BOUND[each.id].title, each.id) for each in COMMANDS if not each.menu])
        self._add("Tools", [(tool.title, tool_key(tool.id)) for tool in TOOLS])
        self._add_fixed("With the mouse", WITH_THE_MOUSE)
        self._add_fixed("In the text", IN_THE_TEXT)
        self.tree.expandAll()
        self.tree.setCurrentItem(self.lines[0])

    def _add(self, title: str, bound: Sequence[tuple[str, str]]) -> None:
        for line, (_, id) in zip(self._lines_under(title, [words for words, _ in bound]), bound, strict=True):
            line.setData(0, ID, id)

    def _add_fixed(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        for line, (_, keys) in zip(self._lines_under(title, [words for words, _ in lines]), lines, strict=True):
            _write(line, keys)

    def _lines_under(self, title: str, words: Iterable[str]) -> list[QTreeWidgetItem]:
        head = QTreeWidgetItem(self.tree, [title, ""])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        self._sections.append((head, [QTreeWidgetItem(head, [each, ""]) for each in words]))
        return self._sections[-1][1]

    # What is shown.

    @property
    def lines(self) -> list[QTreeWidgetItem]:
        """Everything that has a key, or could have one."""
        return [line for _, lines in self._sections for line in lines]

    def _show_keys(self) -> None:
        for line in self.lines:
            if (id := line.data(0, ID)) is not None:
                _write(line, shown(self._keys.of(id)))
                font = line.font(1)
                font.setBold(self._keys.is_own(id))
                line.setFont(1, font)
        self._narrow(self.search.text())
        self._offer()

    def _narrow(self, words: str) -> None:
        wanted = words.strip().casefold()
        for line in self.lines:
            line.setHidden(not any(wanted in line.text(column).casefold() for column in (0, 1)))
        for head, lines in self._sections:
            head.setHidden(all(line.isHidden() for line in lines))
        current = self.tree.currentItem()
        found = [line for line in self.lines if not line.isHidden()]
        if found and (current is None or current.isHidden()):
            self.tree.setCurrentItem(found[0])

    def _offer(self) -> None:
        id = self._current()
        self.change.setEnabled(id is not None and ESCAPE not in BOUND[id].keys)
        self.remove.setEnabled(self.change.isEnabled() and id is not None and bool(self._keys.of(id)))
        self.reset.setEnabled(id is not None and self._keys.is_own(id))
        self.reset_all.setEnabled(any(map(self._keys.is_own, BOUND)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows walk the list while the field keeps the keyboard, and Enter changes what they came to."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in WALKING:
                QApplication.sendEvent(self.tree, event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._change()
                return True
        return super().eventFilter(watched, event)

    # What is changed.

    def _current(self) -> str | None:
        line = self.tree.currentItem()
        id = line.data(0, ID) if line is not None and not line.isHidden() else None
        return id if isinstance(id, str) else None

    def _change(self) -> None:
        id = self._current()
        if id is not None and self.change.isEnabled():
            Recorder(self._keys, id, self).open()

    def _remove(self) -> None:
        if (id := self._current()) is not None:
            self._keys.give(id, "")

    def _reset(self) -> None:
        if (id := self._current()) is not None:
            self._keys.reset(id)


def _write(line: QTreeWidgetItem, keys: str) -> None:
    """Whoever hears a line hears its keys with it."""
    line.setText(1, keys)
    line.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
    line.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{line.text(0)}: {keys or 'no key'}")
