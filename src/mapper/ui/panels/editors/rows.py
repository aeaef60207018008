"""Editors for lists: small records that open in a dialog of their own, and components of the map."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from mapper.model import BLANK, Component, Document, Id
from mapper.model.values import Frozen
from mapper.ui.icons import icon
from mapper.ui.panels.combo import Combo
from mapper.ui.panels.editors.editor import Editor
from mapper.ui.panels.forms.field import Field, Mixed, Value

HIGHEST = 220


class RowList(QListWidget):
    """A list as high as its entries, up to a limit; long entries wrap."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("framed")
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """Take the height that the entries need at this width."""
        self.doItemsLayout()
        entries = (self.visualItemRect(self.item(row)).height() for row in range(self.count()))
        wanted = sum(entries) + 2 * self.frameWidth() + 2
        self.setFixedHeight(min(HIGHEST, wanted))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()


class ListEditor(Editor):
    """A list as high as its entries, with what can be done to it below."""

    is_wide = True

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._document = BLANK
        self.list = RowList()
        self.list.setAccessibleName(field.label)
        self.below = QHBoxLayout()
        self.below.setSpacing(4)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.list)
        column.addLayout(self.below)
        self.row.addLayout(column, 1)
        self.main = self.list
        self.setFocusProxy(self.list)

    def small_button(self, name: str, words: str) -> QToolButton:
        """A button with an icon, beside the list's main one."""
        button = QToolButton()
        button.setIcon(icon(name))
        button.setToolTip(words)
        button.setAccessibleName(f"{self.field.label}: {words.lower()}")
        self.below.addWidget(button)
        return button

    def fill(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show these entries: a text and what is said under it."""
        chosen = self.list.currentRow()
        self.list.clear()
        for text, more in lines:
            self.list.addItem(f"{text}\n{more}" if more else text)
        self.list.setCurrentRow(min(chosen, len(lines) - 1))
        self.list.setVisible(bool(lines))
        self.list.fit()


class RowsEditor(ListEditor):
    """A tuple of small records. Adding and changing one opens its own form."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._rows: tuple[Frozen, ...] = ()
        self.add = QPushButton("Add…")
        self.add.setAccessibleName(f"{field.label}: add")
        self.add.clicked.connect(self._add)
        self.below.addWidget(self.add)
        self.below.addStretch(1)
        self.change = self.small_button("edit", "Change")
        self.change.clicked.connect(self._change)
        self.remove = self.small_button("trash", "Remove")
        self.remove.clicked.connect(self._remove)
        self.list.itemActivated.connect(lambda _: self._change())
        self.list.currentRowChanged.connect(self._enable)

    def present(self, value: Value | Mixed, document: Document) -> None:
        self._document = document
        super().present(value, document)

    def show_value(self, value: Value | Mixed, document: Document) -> None:
        self._rows = tuple(row for row in value if isinstance(row, Frozen)) if isinstance(value, tuple) else ()
        assert self.field.summary is not None
        self.fill([self.field.summary(row) for row in self._rows])
        self._enable()

    def _enable(self) -> None:
        is_one = 0 <= self.list.currentRow() < len(self._rows)
        self.change.setEnabled(is_one)
        self.remove.setEnabled(is_one)

    def _add(self) -> None:
        assert self.field.row is not None
        made = self._ask(self.field.row())
        if made is not None:
            self._keep((*self._rows, made))

    def _change(self) -> None:
        place = self.list.currentRow()
        if 0 <= place < len(self._rows):
            made = self._ask(self._rows[place])
            if made is not None:
                self._keep((*self._rows[:place], made, *self._rows[place + 1 :]))

    def _remove(self) -> None:
        place = self.list.currentRow()
        self._keep((*self._rows[:place], *self._rows[place + 1 :]))

    def _keep(self, rows: tuple[Frozen, ...]) -> None:
        self.show_value(rows, self._document)
        self.settle(rows)

    def _ask(self, row: Frozen) -> Frozen | None:
        # The dialog is made of the same forms as the panel that this editor stands in.
        from mapper.ui.panels.record_dialog import RecordDialog

        dialog = RecordDialog(self.field.label, self.field.fields, row, self._document, self.window())
        made = dialog.record if dialog.exec() == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        return made


class FinderBox(Combo):
    """A box in which to find one of many: they are asked for when it is opened or typed in, not before."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.setEditable(True)
        self.setLineEdit(self.search)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        finder = QCompleter(self.model(), self)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(finder)

    def showPopup(self) -> None:
        self.asked.emit()
        super().showPopup()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.asked.emit()


class ComponentsEditor(ListEditor):
    """Components of the map: those named, and a box that finds another."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._ids: tuple[Id, ...] = ()
        self._lines: list[tuple[str, str]] = []
        self._others: list[Id] = []
        self.box = FinderBox()
        self.box.setAccessibleName(f"{field.label}: add a component")
        self.box.search.setPlaceholderText("Add a component…")
        self.box.asked.connect(self._find_others)
        self.box.activated.connect(self._add)
        self.below.addWidget(self.box, 1)
        self.remove = self.small_button("minus", "Take out")
        self.remove.clicked.connect(self._remove)
        self.list.currentRowChanged.connect(self._enable)

    def present(self, value: Value | Mixed, document: Document) -> None:
        self._document = document
        super().present(value, document)
        self._fill()

    def show_value(self, value: Value | Mixed, document: Document) -> None:
        self._ids = tuple(Id(str(id)) for id in value) if isinstance(value, tuple) else ()
        self._document = document
        self._fill()
        self.box.clear()
        self._enable()

    def _fill(self) -> None:
        """Bring the lines in line with names and stages, which change with the map."""
        components = self._document.components
        lines = [(self._line(components[id]), "") for id in self._ids if id in components]
        if lines != self._lines or self.list.count() != len(lines):
            self._lines = lines
            self.fill(lines)

    def _line(self, component: Component) -> str:
        stages = self._document.stages
        return "  ·  ".join(filter(None, (component.name, stages.name(stages.stage(component.evolution)))))

    def _find_others(self) -> None:
        components, fits = self._document.components, self.field.fits or (lambda _: True)
        self._others = sorted(
            (id for id, component in components.items() if id not in self._ids and fits(component)),
            key=lambda id: components[id].name.casefold(),
        )
        typed = self.box.search.text()
        self.box.clear()
        self.box.addItems([components[id].name for id in self._others])
        self.box.setCurrentIndex(-1)
        self.box.search.setText(typed)

    def _enable(self) -> None:
        self.remove.setEnabled(0 <= self.list.currentRow() < len(self._ids))

    def _add(self, place: int) -> None:
        self._keep((*self._ids, self._others[place]))

    def _remove(self) -> None:
        place = self.list.currentRow()
        self._keep((*self._ids[:place], *self._ids[place + 1 :]))

    def _keep(self, ids: tuple[Id, ...]) -> None:
        self.show_value(ids, self._document)
        self.settle(ids)
