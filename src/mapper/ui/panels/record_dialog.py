"""A dialog that edits one small record: a person, a measure, a risk."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from mapper.model import Document
from mapper.model.values import Frozen
from mapper.ui.panels.form_row import FormRow
from mapper.ui.panels.forms.field import Field, Value, value_at, with_value
from mapper.ui.panels.problems import sentence


class RecordDialog(QDialog):
    """Holds a record of its own; `record` is what the user made of it. OK waits until every field is accepted.

    `is_deleted` says that the user wants the record gone.
    """

    def __init__(
        self, title: str, fields: Sequence[Field], record: Frozen, document: Document, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        self.record = record
        self.is_deleted = False
        self._document = document
        self._wrong: set[str] = set()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(9)
        self.rows = [self._row(field) for field in fields]
        for row in self.rows:
            column.addWidget(row)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.rows[0].editor.setFocus()

    def offer_to_delete(self, words: str, hint: str) -> None:
        """A button more, which ends the dialog."""
        # On every platform buttons of this role stand apart from OK and Cancel: nobody hits it in their place.
        button = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.ResetRole)
        button.setToolTip(hint)
        button.clicked.connect(self._delete)

    def _delete(self) -> None:
        self.is_deleted = True
        self.accept()

    def _row(self, field: Field) -> FormRow:
        row = FormRow(field)
        row.present(value_at(self.record, field.name), self._document)
        row.edited.connect(lambda value: self._edit(row, value))
        row.refused.connect(lambda: self._judge(row, "refused"))
        return row

    def _edit(self, row: FormRow, value: Value) -> None:
        problem = ""
        try:
            name, new = with_value(self.record, row.field.name, value)
            self.record = self.record.but(**{name: new})
        except ValueError as error:
            problem = sentence(row.field, error)
        row.tell_problem(problem)
        self._judge(row, problem)

    def _judge(self, row: FormRow, problem: str) -> None:
        if problem:
            self._wrong.add(row.field.name)
        else:
            self._wrong.discard(row.field.name)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not self._wrong)
