"""The sheet of shortcuts, made from the commands and the tools."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from mapper.commands import COMMANDS
from mapper.commands.menus import MENUS
from mapper.editor.tools import TOOLS

WITH_THE_MOUSE = (
    ("Move what is selected", "Arrow keys, further with Shift"),
    ("Pan", "Space or middle button, and drag"),
    ("Zoom", "Ctrl and wheel"),
    ("Add to the selection", "Shift and click"),
    ("Add a component", "Double-click on empty ground"),
    ("Keep a tool in hand", "Double-click on its button"),
    ("Back out of what you are doing", "Esc"),
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


class ShortcutsSheet(QDialog):
    """Every key, by menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        self.resize(560, 620)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        self.tree.setRootIsDecorated(False)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.tree.setAccessibleName("Keyboard shortcuts")
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setStretchLastSection(False)
        for title in MENUS:
            self._add(title, [(c.title, _keys(c.keys)) for c in COMMANDS if c.menu == title and c.keys])
        self._add("Tools", [(tool.title, tool.key) for tool in TOOLS])
        self._add("On the map", list(WITH_THE_MOUSE))
        self._add("In the text", list(IN_THE_TEXT))
        self.tree.expandAll()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.tree)
        column.addWidget(buttons)

    def _add(self, title: str, lines: list[tuple[str, str]]) -> None:
        if not lines:
            return
        head = QTreeWidgetItem([title, ""])
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        for words, keys in lines:
            item = QTreeWidgetItem(head, [words, keys])
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
        self.tree.addTopLevelItem(head)


def _keys(keys: tuple[str, ...]) -> str:
    return "  or  ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
