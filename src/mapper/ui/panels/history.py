"""The history: every step by its name. One click goes back to how the map was, or on again."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from mapper.editor import Session
from mapper.ui.lines import Line, LineList, list_of
from mapper.ui.style.appearance import Appearance


class HistoryPanel(QWidget):
    """Follows a session. The latest step stands at the top; those that were undone are paler."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session: Session | None = None
        head = QLabel("History")
        head.setObjectName("head")
        head.setContentsMargins(8, 8, 8, 0)
        self.lines = LineList(self)
        self.list = list_of(self.lines, "History: steps, the latest first", appearance)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 0, 6, 6)
        column.setSpacing(6)
        column.addWidget(head)
        column.addWidget(self.list, 1)

    def show_session(self, session: Session | None) -> None:
        """Follow another session, or none."""
        if self._session is not None:
            self._session.history_changed.disconnect(self.refresh)
        self._session = session
        if session is not None:
            session.history_changed.connect(self.refresh)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show the steps as they are now; while the panel is hidden that can wait."""
        if not self.isVisible():
            return
        self.lines.show(list(self._lines()))
        if self._session is not None:
            history = self._session.history
            self.list.setCurrentIndex(self.lines.index(len(history.steps) - 1 - history.at))

    def _lines(self) -> Iterator[Line]:
        if self._session is None:
            return
        history = self._session.history
        saved = history.saved_at
        for at in range(len(history.steps) - 1, -1, -1):
            state = "now" if at == history.at else "undone" if at > history.at else ""
            words = ", ".join(part for part in (state, "saved" if at == saved else "") if part)
            name = history.steps[at].label
            yield Line(name, end=words, is_faint=at > history.at, is_current=at == history.at)

    def _go(self, index: QModelIndex) -> None:
        if self._session is not None:
            self._session.go_to(len(self._session.history.steps) - 1 - index.row())
