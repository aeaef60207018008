"""One table before it is read: which of its rows names the columns, and what each column holds."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from mapper.files.importer import Answers
from mapper.files.tables import TablePreview
from mapper.ui.dialogs.columns import Columns
from mapper.ui.panels.combo import Combo

HEADER, COLUMN = "header", "column-{}"


class TablePage(QWidget):
    """`answers` holds what the user chose here, nothing for what is as it was guessed. `header_chosen` comes for
    another row of names, with which the columns are guessed anew; `columns_chosen` for another meaning of a column."""

    header_chosen = Signal()
    columns_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answers: Answers = {}
        self._before = ""
        self._choices: tuple[str, ...] = ()
        self.header = Combo()
        self.header.setAccessibleName("The row that names the columns")
        self.header.activated.connect(self._turn_header)
        self.columns = Columns()
        self.columns.chosen.connect(self._name_columns)
        form = QFormLayout()
        form.addRow("Names of columns in", self.header)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.columns, 1)

    def show_table(self, seen: TablePreview) -> None:
        """Show a table, with the row of its header chosen."""
        self._before, self._choices = seen.before, tuple(kept for kept, _ in seen.choices)
        self.header.clear()
        self.header.addItems([told for _, told in seen.choices])
        # The row may be further down than any that is offered, if somebody's answer says so.
        self.header.setCurrentIndex(self._choices.index(seen.header) if seen.header in self._choices else -1)
        self.columns.show_table(seen.headers, seen.rows, seen.fields)

    def _turn_header(self) -> None:
        self.answers = {f"{self._before}{HEADER}": self._choices[self.header.currentIndex()]}
        self.header_chosen.emit()

    def _name_columns(self) -> None:
        named = {f"{self._before}{COLUMN.format(place)}": field for place, field in enumerate(self.columns.fields)}
        self.answers = {**self.answers, **named}
        self.columns_chosen.emit()
