"""A form on the screen: sections that fold, each with a row for every field."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from mapper.ui.icons import icon
from mapper.ui.panels.binding import Binding
from mapper.ui.panels.form_row import FormRow
from mapper.ui.panels.forms.field import Field, Value
from mapper.ui.panels.forms.form import Form, Section


class SectionView(QWidget):
    """One group of fields under a heading that folds it. `folded(title, is_open)` lets the fold be remembered."""

    folded = Signal(str, bool)

    def __init__(self, section: Section, binding: Binding, is_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        self._binding = binding
        self.rows = [self._row(field) for field in section.fields]
        self.head = QToolButton()
        self.head.setObjectName("section")
        self.head.setText(section.title)
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.body = QWidget()
        body = QVBoxLayout(self.body)
        body.setContentsMargins(4, 2, 0, 10)
        body.setSpacing(7)
        for row in self.rows:
            body.addWidget(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.body)
        self.head.setChecked(is_open)
        self._fold(is_open)
        self.head.toggled.connect(self._fold)

    def refresh(self) -> None:
        """Bring every row in line with the document."""
        if not self._binding.exists(self.section):
            return
        for row in self.rows:
            is_shown = self._binding.is_shown(self.section, row.field)
            if is_shown:
                row.present(self._binding.value(self.section, row.field), self._binding.document)
            row.setVisible(is_shown)

    def _row(self, field: Field) -> FormRow:
        row = FormRow(field, self)
        row.edited.connect(lambda value: self._edit(row, value))
        row.finished.connect(self._binding.commit)
        row.refused.connect(self._binding.withdraw)
        return row

    def _edit(self, row: FormRow, value: Value) -> None:
        row.tell_problem(self._binding.preview(self.section, row.field, value))

    def _fold(self, is_open: bool) -> None:
        self.body.setVisible(is_open)
        self.head.setIcon(icon("down" if is_open else "right"))
        self.folded.emit(self.section.title, is_open)


class FormView(QWidget):
    """All sections of a form."""

    def __init__(self, form: Form, binding: Binding, folds: dict[str, bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 4, 14, 14)
        column.setSpacing(2)
        self.sections = []
        for section in form.sections:
            view = SectionView(section, binding, folds.get(f"{form.kind}/{section.title}", section.is_open))
            view.folded.connect(lambda title, is_open: folds.__setitem__(f"{form.kind}/{title}", is_open))
            self.sections.append(view)
            column.addWidget(view)
        column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        for section in self.sections:
            section.refresh()

    def take_focus(self) -> None:
        """Put the cursor into the first field."""
        if self.sections and self.sections[0].rows:
            self.sections[0].rows[0].editor.setFocus()
