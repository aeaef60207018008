"""The map as a table: each component with its stage and its contract."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mapper.editor import Session
from mapper.edits import rename
from mapper.model import BLANK, Component, Document, Id
from mapper.procurement.vocabulary import stage_name

Index = QModelIndex | QPersistentModelIndex
HEADS = ("Name", "Stage", "Contract")


class OutlineList(QAbstractTableModel):
    """Rows follow the document when `refresh` is called. Editing a name renames the component."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session: Session | None = None
        self.components: tuple[Component, ...] = ()
        self._refs: dict[Id, str] = {}

    def refresh(self) -> None:
        """Bring the rows in line with the document, keeping them in place where only their content differs."""
        document = self.session.document if self.session else BLANK
        components = tuple(document.components.values())
        is_same = [c.id for c in components] == [c.id for c in self.components]
        if not is_same:
            self.beginResetModel()
        self.components = components
        self._refs = _refs(document)
        if not is_same:
            self.endResetModel()
        elif components:
            self.dataChanged.emit(self.index(0, 0), self.index(len(components) - 1, len(HEADS) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.components)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        is_head = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return HEADS[section] if is_head else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == 0 else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        component = self.components[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return (component.name, self._stage(component), self._refs.get(component.id, ""))[index.column()]
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        component = self.components[index.row()]
        if self.session is None or role != Qt.ItemDataRole.EditRole or value == component.name:
            return False
        self.session.apply("Rename", rename, component.id, str(value))
        return True

    def _stage(self, component: Component) -> str:
        if component.is_anchor or self.session is None:
            return "User"
        stages = self.session.document.stages
        return stage_name(component, stages).partition(" ")[0]


def _refs(document: Document) -> dict[Id, str]:
    """The references of the contracts that each component is in."""
    refs: dict[Id, str] = {}
    for contract in document.contracts.values():
        for member in contract.members:
            refs[member] = f"{refs[member]}, {contract.ref}" if member in refs else contract.ref
    return refs
