"""The outline: the map as a table that is sorted, searched and edited in, in step with what is selected."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from mapper.editor import Session
from mapper.model import Document, Id
from mapper.ui.icons import icon
from mapper.ui.panels.outline_list import OutlineList
from mapper.ui.panels.outline_table import OutlineTable, rows_of, selection_of
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
        self.components.answered.connect(self._answer)
        self.search = self._search()
        self.list = OutlineTable(self.components)
        self.list.delete_asked.connect(self.delete_asked)
        self.list.selectionModel().selectionChanged.connect(self._choose)
        self.problem = QLabel()
        self.problem.setObjectName("wrong")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.setContentsMargins(10, 0, 10, 6)
        self.problem.hide()
        self._lay_out()

    def _search(self) -> QLineEdit:
        search = QLineEdit()
        search.setPlaceholderText("Find a component, stage or contract")
        search.setAccessibleName("Find in the outline")
        search.setClearButtonEnabled(True)
        search.addAction(QAction(icon("search"), "", search), QLineEdit.ActionPosition.LeadingPosition)
        search.textChanged.connect(self._narrow)
        return search

    def _lay_out(self) -> None:
        columns = QToolButton()
        columns.setIcon(icon("columns"))
        columns.setToolTip("Which columns are shown")
        columns.setAccessibleName("Which columns are shown")
        columns.clicked.connect(lambda: self.list.columns_menu().exec(columns.mapToGlobal(columns.rect().bottomLeft())))
        top = QHBoxLayout()
        top.setContentsMargins(8, 0, 8, 0)
        top.addWidget(self.search, 1)
        top.addWidget(columns)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self.problem)

    def show_session(self, session: Session | None) -> None:
        """Follow another session, or none."""
        if self._session is not None:
            self._session.document_changed.disconnect(self._follow)
            self._session.selection_changed.disconnect(self._mark)
        self._session = self.components.session = session
        if session is not None:
            session.document_changed.connect(self._follow)
            session.selection_changed.connect(self._mark)
        self._tell("")
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
        self._show_selection(self._session.selection if self._session else frozenset())

    def _follow(self, before: Document, after: Document) -> None:
        self._soon.ask()

    def _mark(self, _: frozenset[Id], after: frozenset[Id]) -> None:
        """Select the rows of what was selected on the map."""
        if self.isVisible() and not self._is_following:
            self._show_selection(after)

    def _show_selection(self, ids: frozenset[Id]) -> None:
        rows, model = self.components.row_of(ids), self.list.selectionModel()
        if rows_of(model.selection()) == rows:
            return
        self._is_following = True
        model.select(selection_of(self.components, rows), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if rows:
            self.list.scrollTo(self.components.index(rows[0], 0))
        self._is_following = False

    def _choose(self) -> None:
        """Select on the map the components whose rows the user chose."""
        if self._session is not None and not self._is_following:
            rows = rows_of(self.list.selectionModel().selection())
            self._is_following = True
            self._session.select([self.components.components[row].id for row in rows])
            self._is_following = False

    def _narrow(self, words: str) -> None:
        """Rows that are not found are hidden; what is selected on the map stays so."""
        self._is_following = True
        self.components.narrow(words)
        self._is_following = False
        self._show_selection(self._session.selection if self._session else frozenset())

    def _answer(self, sentence: str) -> None:
        """Something was written in the table: its row may have gone to another place, and is still seen."""
        self._tell(sentence)
        self.refresh()
        self.list.scrollTo(self.list.currentIndex())

    def _tell(self, sentence: str) -> None:
        """Why something that was written is not kept; "" if nothing is wrong."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        if sentence and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.list, sentence))
