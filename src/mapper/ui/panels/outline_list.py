"""The components of a map as the rows of a table."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from mapper.editor import Session
from mapper.model import BLANK, Component, Id
from mapper.ui.panels.outline_columns import COLUMNS, Facts, refs_of

Index = QModelIndex | QPersistentModelIndex


class OutlineList(QAbstractTableModel):
    """Rows follow the document when `refresh` is called; of all components those in which the words of `narrow` are found
    are shown, sorted. Each edit is a step; `answered(sentence)` says why one is not done, or with "" that nothing is
    wrong.

    It sorts and searches itself: asked cell by cell, that would take a second for five thousand rows.
    """

    answered = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session: Session | None = None
        self.components: tuple[Component, ...] = ()
        self._facts = Facts(BLANK, {})
        self._wanted = ""
        self._sorted_by, self._is_descending = 0, False

    def refresh(self) -> None:
        """Bring the rows in line with the document, keeping them in place where only their content differs."""
        document = self.session.document if self.session else BLANK
        facts = self._facts
        if document is not facts.document:
            self._facts = Facts(document, refs_of(document))
            self._show(facts)

    def narrow(self, wanted: str) -> None:
        """Show only the rows in which this is found, in any column and in any case."""
        self._wanted = wanted.strip().casefold()
        self._show(self._facts)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by, self._is_descending = column, order is Qt.SortOrder.DescendingOrder
        self._show(self._facts)

    def row_of(self, ids: Collection[Id]) -> list[int]:
        """The rows in which these are shown."""
        return [row for row, component in enumerate(self.components) if component.id in ids]

    def _show(self, facts: Facts) -> None:
        """Show the rows as they are to be now; `facts` is what the columns were read from until now."""
        before, after = self.components, self._in_order()
        if [each.id for each in before] == [each.id for each in after]:
            self.components = after
            self._tell(before, facts)
        elif len(before) == len(after) and {each.id for each in before} == {each.id for each in after}:
            self.layoutAboutToBeChanged.emit()
            held = self.persistentIndexList()
            self.components = after
            rows = {component.id: row for row, component in enumerate(after)}
            moved = [self.index(rows[before[index.row()].id], index.column()) for index in held]
            self.changePersistentIndexList(held, moved)
            self.layoutChanged.emit()
        else:
            self.beginResetModel()
            self.components = after
            self.endResetModel()

    def _in_order(self) -> tuple[Component, ...]:
        key, facts, wanted = COLUMNS[self._sorted_by].key, self._facts, self._wanted
        found = [
            component
            for component in facts.document.components.values()
            if not wanted or any(wanted in column.text(component, facts).casefold() for column in COLUMNS)
        ]
        found.sort(key=lambda component: component.name.casefold())
        return tuple(sorted(found, key=lambda component: key(component, facts), reverse=self._is_descending))

    def _tell(self, before: tuple[Component, ...], facts: Facts) -> None:
        """Say which rows are different: after an edit these are few."""
        same_stages, refs = facts.document.stages is self._facts.document.stages, self._facts.refs
        last = len(COLUMNS) - 1
        for row, (old, new) in enumerate(zip(before, self.components, strict=True)):
            if old is not new or not same_stages or facts.refs.get(new.id) != refs.get(new.id):
                self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.components)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return COLUMNS[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        suits = COLUMNS[index.column()].suits(self.components[index.row()])
        return flags | Qt.ItemFlag.ItemIsEditable if suits else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        component, column = self.components[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(component, self._facts)
        if role == Qt.ItemDataRole.EditRole:
            return (column.written or column.text)(component, self._facts)
        return None

    def choices(self, index: Index) -> tuple[str, ...] | None:
        """What can be chosen in a cell; None if something is written there."""
        choose = COLUMNS[index.column()].choices
        return None if choose is None else tuple(choose(self.components[index.row()], self._facts.document))

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Nothing is an edit that leaves a cell as it was."""
        component, column = self.components[index.row()], COLUMNS[index.column()]
        if self.session is None or role != Qt.ItemDataRole.EditRole:
            return False
        if str(value) == index.data(Qt.ItemDataRole.EditRole):
            self.answered.emit("")
            return False
        try:
            self.session.apply(column.step, column.edit, component, str(value))
        except ValueError as error:
            self.answered.emit(str(error))
            return False
        self.answered.emit("")
        return True
