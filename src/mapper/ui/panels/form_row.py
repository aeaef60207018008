"""One field on a form: its label, its editor, and what is wrong with what was written."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from mapper.model import Document
from mapper.ui.panels.editors import EDITORS
from mapper.ui.panels.forms.field import Field, Mixed, Value


class FormRow(QWidget):
    """A label beside its editor, or above a wide one. `edited`, `finished` and `refused` are the editor's."""

    edited = Signal(object)
    finished = Signal()
    refused = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.editor = EDITORS[field.kind](field, self)
        self.problem = QLabel(self)
        self._build(field)
        self.editor.edited.connect(self.edited)
        self.editor.finished.connect(self.finished)
        self.editor.refused.connect(self._refuse)

    def _build(self, field: Field) -> None:
        label = QLabel(field.label, self)
        label.setObjectName("quiet")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setBuddy(self.editor)
        label.setToolTip(field.hint)
        self.editor.setToolTip(field.hint)
        self.problem.setObjectName("wrong")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        if self.editor.is_wide:
            grid.addWidget(label, 0, 0, 1, 2)
            grid.addWidget(self.editor, 1, 0, 1, 2)
        else:
            label.setFixedWidth(self.fontMetrics().averageCharWidth() * 14)
            grid.addWidget(label, 0, 0)
            grid.addWidget(self.editor, 0, 1)
        grid.addWidget(self.problem, 2, 0, 1, 2)
        grid.setColumnStretch(1, 1)

    def present(self, value: Value | Mixed, document: Document) -> None:
        self.editor.present(value, document)

    def reset(self) -> None:
        """Forget what was written about another record."""
        self.editor.reset()
        self.tell_problem("")

    def tell_problem(self, sentence: str) -> None:
        """Say below the field what is wrong; "" when nothing is."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.editor.mark_wrong(bool(sentence))

    def _refuse(self, sentence: str) -> None:
        self.refused.emit()
        self.tell_problem(sentence)
