"""The outline: the map as a list that can be searched and renamed in, in step with what is selected."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QLineEdit, QTreeView, QVBoxLayout, QWidget

from mapper.editor import Session
from mapper.model import Document, Id
from mapper.ui.icons import icon
from mapper.ui.panels.outline_list import HEADS, OutlineList
from mapper.ui.panels.soon import Soon


class OutlinePanel(QWidget):
    """Follows a session. `delete_asked` comes from the Delete key."""

    delete_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session: Session | None = None
        self._is_following = False
        self._soon = Soon(self.refresh, 80, self)
        self.components = OutlineList(self)
        self.found = QSortFilterProxyModel(self)
        self.found.setSourceModel(self.components)
        self.found.setFilterKeyColumn(-1)
        self.found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.found.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Find a component, stage or contract")
        self.search.setAccessibleName("Find in the outline")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(QAction(icon("search"), "", self.search), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self.found.setFilterFixedString)
        self.list = self._list()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        top = QHBoxLayout()
        top.setContentsMargins(8, 0, 8, 0)
        top.addWidget(self.search)
        column.addLayout(top)
        column.addWidget(self.list, 1)

    def _list(self) -> QTreeView:
        view = QTreeView()
        view.setModel(self.found)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setSortingEnabled(True)
        view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        view.setAccessibleName("Outline of the map")
        header = view.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        measure = view.fontMetrics().horizontalAdvance
        for column, widest in ((1, "Commodity"), (2, "Contract")):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, measure(widest) + 18)
        header.setSortIndicatorShown(False)
        view.selectionModel().selectionChanged.connect(self._choose)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.delete_asked)
        return view

    def show_session(self, session: Session | None) -> None:
        """Follow another session, or none."""
        if self._session is not None:
            self._session.document_changed.disconnect(self._follow)
            self._session.selection_changed.disconnect(self._mark)
        self._session = self.components.session = session
        if session is not None:
            session.document_changed.connect(self._follow)
            session.selection_changed.connect(self._mark)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Bring the rows in line with the document; while the panel is hidden that can wait."""
        if not self.isVisible():
            return
        self._is_following = True
        self.components.refresh()
        self._is_following = False
        self._mark(frozenset(), self._session.selection if self._session else frozenset())

    def _follow(self, before: Document, after: Document) -> None:
        self._soon.ask()

    def _mark(self, before: frozenset[Id], after: frozenset[Id]) -> None:
        """Select the rows of what is selected on the map."""
        if not self.isVisible():
            return
        chosen = QItemSelection()
        last = len(HEADS) - 1
        for row, component in enumerate(self.components.components):
            if component.id in after:
                chosen.select(self.components.index(row, 0), self.components.index(row, last))
        shown = self.found.mapSelectionFromSource(chosen)
        self._is_following = True
        self.list.selectionModel().select(shown, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if shown.indexes():
            self.list.scrollTo(shown.indexes()[0])
        self._is_following = False

    def _choose(self) -> None:
        """Select on the map the components whose rows the user chose."""
        if self._session is not None and not self._is_following:
            rows = [self.found.mapToSource(index).row() for index in self.list.selectionModel().selectedRows()]
            self._session.select(self.components.components[row].id for row in rows)
