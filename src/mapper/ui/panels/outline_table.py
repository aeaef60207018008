"""The table of the outline: one row a component, edited in place."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mapper.ui.panels.combo import Combo
from mapper.ui.panels.outline_columns import COLUMNS, SHOWN_AT_FIRST
from mapper.ui.panels.outline_list import OutlineList

Index = QModelIndex | QPersistentModelIndex
LEAST_NAME = 120


class OutlineTable(QTableView):
    """Arrows walk the cells, F2, Enter or a double click edits one, letters look for a row. `delete_asked` comes from the
    Delete key."""

    delete_asked = Signal()

    def __init__(self, components: OutlineList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setModel(components)
        self.setItemDelegate(CellEditing(components, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setAccessibleName("Outline of the map")
        self.setSortingEnabled(True)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 10)
        self._size_columns()
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.delete_asked)

    def _size_columns(self) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(40)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(lambda at: self.columns_menu().exec(head.mapToGlobal(at)))
        head.setStretchLastSection(False)
        for at, column in enumerate(COLUMNS):
            if at:
                self.setColumnWidth(at, self.fontMetrics().horizontalAdvance(column.widest) + 30)
            self.setColumnHidden(at, column.title not in SHOWN_AT_FIRST)
        head.sectionResized.connect(lambda at, *_: self._fill() if at else None)
        self._fill()

    def _fill(self) -> None:
        """Give the names what room the other columns leave, and enough to be read in any case."""
        others = sum(self.columnWidth(at) for at in range(1, len(COLUMNS)))
        self.setColumnWidth(0, max(LEAST_NAME, self.viewport().width() - others))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    def columns_menu(self) -> QMenu:
        """A menu in which columns are shown and hidden; the names always are shown."""
        menu = QMenu(self)
        for at, column in enumerate(COLUMNS[1:], start=1):
            action = QAction(column.title, menu)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(at))
            action.toggled.connect(lambda on, at=at: self.setColumnHidden(at, not on))
            menu.addAction(action)
        return menu

    def event(self, event: QEvent) -> bool:
        # A letter looks for a row, F2 edits a cell: tools are not taken in hand, nothing is renamed on the map instead.
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_letter = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            if event.key() == Qt.Key.Key_F2 or (is_letter and event.text().isprintable() and event.text()):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        # The Enter that ends an edit comes here, too.
        if is_enter and self.hasFocus() and self.state() != QAbstractItemView.State.EditingState:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class CellEditing(QStyledItemDelegate):
    """A line to write in, or a box of choices where only some words fit."""

    def __init__(self, components: OutlineList, parent: QWidget) -> None:
        super().__init__(parent)
        self._components = components

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        title = COLUMNS[index.column()].title
        choices = self._components.choices(index)
        editor: QWidget
        if choices is None:
            editor = QLineEdit(parent)
        else:
            editor = box = Combo(parent)
            box.addItems(choices)
            box.view().setMinimumWidth(max(map(option.fontMetrics.horizontalAdvance, choices), default=80) + 40)
            box.activated.connect(lambda: self._done(box))
        editor.setAccessibleName(title)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        words = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findText(words))
            editor.showPopup()
        elif isinstance(editor, QLineEdit):
            editor.setText(words)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        words = editor.currentText() if isinstance(editor, QComboBox) else ""
        if isinstance(editor, QLineEdit):
            words = editor.text()
        model.setData(index, words)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """At least as tall as the editor needs to be, and wide enough for what is written."""
        height = max(option.rect.height(), editor.minimumSizeHint().height())
        width = max(option.rect.width(), 90)
        top = option.rect.center().y() - height // 2
        editor.setGeometry(option.rect.left(), max(0, top), width, height)

    def _done(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)


def selection_of(components: OutlineList, rows: list[int]) -> QItemSelection:
    """These rows, which ascend, in as few pieces as there are."""
    chosen, last = QItemSelection(), components.columnCount() - 1
    start = before = -2
    for row in [*rows, -1]:
        if row != before + 1 or row == -1:
            if start >= 0:
                chosen.select(components.index(start, 0), components.index(before, last))
            start = row
        before = row
    return chosen


def rows_of(chosen: QItemSelection) -> list[int]:
    """The rows of a selection, in ascending order."""
    pieces = [chosen.at(at) for at in range(chosen.count())]
    return sorted({row for piece in pieces for row in range(piece.top(), piece.bottom() + 1)})
