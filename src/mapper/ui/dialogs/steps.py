"""The steps in which a map is presented, in a window of their own beside the map: what is selected there goes in here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mapper.commands.presenting import add_step_from_selection
from mapper.editor import Session
from mapper.edits.steps import move_step, remove_step, rename_step, show_in_step
from mapper.model import Document, Id
from mapper.procurement.words import counted

ABOUT = (
    "What a step shows is hidden until that step; all else is there from the start. "
    "Select on the map what a step is to show, then add it here."
)
ID = Qt.ItemDataRole.UserRole


class StepsDialog(QDialog):
    """Follows a session for as long as it is open. Everything done here is an edit that can be undone."""

    def __init__(self, session: Session, present: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._follows = True
        self.setWindowTitle("Steps")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(400, 420)
        self.list = self._list()
        self.shown = QLabel()
        self.shown.setObjectName("quiet")
        self.add = _button("Add step from selection", self._add)
        self.replace = _button("Show the selection instead", self._replace)
        self.up = _button("Up", lambda: self._move(-1))
        self.down = _button("Down", lambda: self._move(1))
        self.rename = _button("Rename", self._rename)
        self.remove = _button("Remove", self._remove)
        self.present = _button("Present", present)
        self.present.setDefault(False)
        self._lay_out()
        session.document_changed.connect(self._document_changed)
        session.selection_changed.connect(self._selection_changed)
        self.finished.connect(self._leave)
        self._fill()

    def _list(self) -> QListWidget:
        made = QListWidget()
        made.setObjectName("framed")
        made.setAccessibleName("Steps")
        made.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        made.itemChanged.connect(self._renamed)
        made.itemClicked.connect(lambda _: self._select())
        made.currentRowChanged.connect(lambda _: self._refresh())
        for keys, done in (
            ("Delete", self._remove),
            ("Alt+Up", partial(self._move, -1)),
            ("Alt+Down", partial(self._move, 1)),
        ):
            action = QAction(made)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False, done=done: done())
            made.addAction(action)
        return made

    def _lay_out(self) -> None:
        about = QLabel(ABOUT)
        about.setObjectName("quiet")
        about.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(about)
        column.addWidget(self.list, 1)
        column.addWidget(self.shown)
        for buttons in (
            (self.add, self.replace),
            (self.up, self.down, self.rename, self.remove),
            (None, self.present, _button("Close", self.close)),
        ):
            row = QHBoxLayout()
            for button in buttons:
                if button is None:
                    row.addStretch(1)
                else:
                    row.addWidget(button)
            column.addLayout(row)

    def _fill(self) -> None:
        """Rows as the document has its steps; the same step stays marked, as far as it is there."""
        marked, row = self._marked(), self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for step in self.session.document.steps.values():
            item = QListWidgetItem(step.title)
            item.setData(ID, step.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addItem(item)
        ids = list(self.session.document.steps)
        self.list.setCurrentRow(ids.index(marked) if marked in ids else min(max(row, 0), len(ids) - 1))
        self.list.blockSignals(False)
        self._refresh()

    def _refresh(self) -> None:
        """What can be done now."""
        row, count = self.list.currentRow(), self.list.count()
        marked, selected = self._marked(), bool(self.session.selection)
        self.add.setEnabled(selected)
        self.replace.setEnabled(selected and marked is not None)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < count - 1)
        self.rename.setEnabled(marked is not None)
        self.remove.setEnabled(marked is not None)
        step = self.session.document.steps.get(marked) if marked is not None else None
        self.shown.setText(
            f"Shows {counted(len(step.shows), 'thing')}" if step else "No steps yet: all is there at once"
        )

    def _marked(self) -> Id | None:
        chosen = self.list.currentIndex()
        return Id(chosen.data(ID)) if chosen.isValid() else None

    def _add(self) -> None:
        add_step_from_selection(self.session)
        self.list.setCurrentRow(self.list.count() - 1)

    def _replace(self) -> None:
        if (marked := self._marked()) is not None:
            self.session.apply("Change step", show_in_step, marked, self.session.selection)

    def _move(self, by: int) -> None:
        if (marked := self._marked()) is not None:
            self.session.apply("Move step", move_step, marked, by)

    def _rename(self) -> None:
        if self._marked() is not None:
            self.list.setFocus()
            self.list.edit(self.list.currentIndex())

    def _renamed(self, item: QListWidgetItem) -> None:
        id = Id(item.data(ID))
        if id in self.session.document.steps:
            self.session.apply("Rename step", rename_step, id, item.text())

    def _remove(self) -> None:
        if (marked := self._marked()) is not None:
            self.session.apply("Remove step", remove_step, marked)

    def _select(self) -> None:
        """What a step shows is selected on the map, so that it can be seen."""
        if (marked := self._marked()) is not None:
            self.session.select(self.session.document.steps[marked].shows)

    def _document_changed(self, before: Document, after: Document) -> None:
        if before.steps is not after.steps:
            self._fill()

    def _selection_changed(self, *_: object) -> None:
        self._refresh()

    def _leave(self) -> None:
        """It may be told to close more than once."""
        if self._follows:
            self._follows = False
            self.session.document_changed.disconnect(self._document_changed)
            self.session.selection_changed.disconnect(self._selection_changed)


def _button(title: str, done: Callable[[], object]) -> QPushButton:
    made = QPushButton(title)
    made.setAutoDefault(False)
    made.clicked.connect(lambda _=False: done())
    return made
