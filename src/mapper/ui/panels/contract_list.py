"""The contracts of the plan in hand as a Qt list: one row a contract."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mapper.editor import Session
from mapper.edits import rename
from mapper.model import Id
from mapper.procurement.breakdown import Breakdown, ContractBreakdown, breakdown
from mapper.procurement.mixing import mixing
from mapper.procurement.money import short_money
from mapper.procurement.words import NOT_DECIDED, counted, word

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole


class ContractList(QAbstractListModel):
    """Rows follow the document when `refresh` is called; `plan` is the breakdown that they are of.

    Editing a row renames its contract.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session: Session | None = None
        self.plan: Breakdown | None = None
        self.rows: tuple[ContractBreakdown, ...] = ()

    def refresh(self) -> None:
        """Bring the rows in line with the document, keeping them in place where only their content differs."""
        self.plan = breakdown(self.session.document) if self.session else None
        rows = self.plan.contracts if self.plan else ()
        if [row.contract.id for row in rows] == self.ids():
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def ids(self) -> list[Id]:
        return [row.contract.id for row in self.rows]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.EditRole:
            return row.contract.title
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.sentence(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"<span>{escape(self.sentence(row))}</span>"
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.rows[index.row()]
        if self.session is None or role != Qt.ItemDataRole.EditRole or value == row.contract.title:
            return False
        self.session.apply("Rename contract", rename, row.contract.id, str(value))
        return True

    def warning(self, row: ContractBreakdown) -> str:
        """What is said of a contract that mixes new with mature."""
        return mixing(row.members, self.session.document.stages) if self.session else ""

    def method(self, row: ContractBreakdown) -> str:
        return word(row.method) if row.method else NOT_DECIDED

    def value(self, row: ContractBreakdown) -> str:
        """What the contract is worth, short enough for a narrow panel."""
        if row.contract.value is None or self.session is None:
            return "no value yet"
        return short_money(row.contract.value, self.session.document.service.currency)

    def sentence(self, row: ContractBreakdown) -> str:
        """The row as a screen reader says it."""
        stages = ", ".join(f"{count} {word(stage).lower()}" for stage, count in row.stage_mix.items())
        parts = [f"{row.contract.ref} {row.contract.title}".strip(), self.method(row), self.value(row)]
        parts.append(counted(len(row.members), "component") + (f" ({stages})" if stages else ""))
        return ", ".join(parts) + (f"; {self.warning(row)}" if row.is_mixed else "")
