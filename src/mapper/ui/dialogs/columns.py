"""The first rows of a table with a box of choices over each column."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

from mapper.files.tables import FIELDS
from mapper.ui.panels.combo import Combo

LEFT_OUT = "Leave out"
MOST_ROWS = 8
NARROWEST, WIDEST = 130, 260
"""Pixels of a column; what is longer is cut short."""
LONGEST = 200
"""Letters of a cell that are shown: nobody reads more here."""


class Columns(QTableWidget):
    """`fields` holds the id of the field that each column is said to hold, empty for one that is left out; `chosen`
    comes when the user says so. No field is held by two columns: the later choice has it."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combos: list[Combo] = []
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName("First rows of the table")

    @property
    def fields(self) -> tuple[str, ...]:
        return tuple(_IDS[combo.currentIndex()] for combo in self.combos)

    def show_table(self, headers: Sequence[str], rows: Sequence[Sequence[str]], fields: Sequence[str]) -> None:
        """Show these rows, each as wide as the headers, and these fields over them."""
        shown = rows[:MOST_ROWS]
        self.clear()
        self.setColumnCount(len(headers))
        self.setRowCount(1 + len(shown))
        self.setHorizontalHeaderLabels([_short(header) for header in headers])
        for number, row in enumerate(shown, start=1):
            for place, cell in enumerate(row):
                self.setItem(number, place, QTableWidgetItem(_short(cell)))
        self.combos = [self._combo(header, field) for header, field in zip(headers, fields, strict=True)]
        for place, combo in enumerate(self.combos):
            self.setCellWidget(0, place, combo)
        self._size()
        self._shade()

    def _combo(self, header: str, field: str) -> Combo:
        combo = Combo()
        combo.addItems(_TITLES)
        combo.setCurrentIndex(_IDS.index(field))
        combo.setAccessibleName(f"What the column “{_short(header)}” holds")
        combo.activated.connect(lambda: self._choose(combo))
        return combo

    def _choose(self, combo: Combo) -> None:
        for other in self.combos:
            if other is not combo and other.currentIndex() == combo.currentIndex():
                other.setCurrentIndex(0)
        self._shade()
        self.chosen.emit()

    def _size(self) -> None:
        self.resizeColumnsToContents()
        for place, combo in enumerate(self.combos):
            widest = max(self.columnWidth(place) + 12, combo.fontMetrics().horizontalAdvance(combo.currentText()) + 46)
            self.setColumnWidth(place, min(WIDEST, max(NARROWEST, widest)))
            self.setRowHeight(0, combo.sizeHint().height() + 4)

    def _shade(self) -> None:
        """What is left out stands back."""
        for place, field in enumerate(self.fields):
            brush = self.palette().text() if field else self.palette().placeholderText()
            cells = [self.item(row, place) for row in range(1, self.rowCount())]
            for cell in filter(None, cells):
                cell.setForeground(brush)


_IDS = ("", *(field.id for field in FIELDS))
_TITLES = (LEFT_OUT, *(field.title for field in FIELDS))


def _short(text: str) -> str:
    """One line of a cell, whatever is in it."""
    return " ".join(text[:LONGEST].split())
