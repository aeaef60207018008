"""A form on the screen: sections that fold, each with a row for every field."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from mapper.ui.icons import icon
from mapper.ui.panels.binding import Binding
from mapper.ui.panels.form_row import FormRow
from mapper.ui.panels.forms.field import Field, Value
from mapper.ui.panels.forms.form import Form, Section


class SectionView(QWidget):
    """One group of fields under a heading that folds it. Its rows are made when it is first unfolded.

    `unfolded` says that the user has just opened it.
    """

    unfolded = Signal(QWidget)

    def __init__(self, section: Section, binding: Binding, is_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        self._binding = binding
        self.rows: list[FormRow] = []
        self.head = QToolButton(self)
        self.head.setObjectName("section")
        self.head.setText(section.title)
        self.head.setCheckable(True)
        self.head.setChecked(is_open)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.body = QWidget(self)
        self._lines = QVBoxLayout(self.body)
        self._lines.setContentsMargins(4, 2, 0, 10)
        self._lines.setSpacing(7)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.body)
        self._fold(is_open)
        self.head.toggled.connect(self._fold)
        self.head.clicked.connect(lambda is_open: self.unfolded.emit(self) if is_open else None)

    def bind(self, section: Section, binding: Binding) -> None:
        """Show the same fields of another record."""
        if section.subject.key != self.section.subject.key or binding is not self._binding:
            self.section, self._binding = section, binding
            for row in self.rows:
                row.reset()

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
        row = FormRow(field, self.body)
        row.edited.connect(lambda value: self._edit(row, value))
        row.finished.connect(lambda: self._binding.commit())
        row.editor.deleted.connect(lambda record: self._binding.delete(record))
        row.refused.connect(lambda: self._binding.withdraw())
        return row

    def _edit(self, row: FormRow, value: Value) -> None:
        row.tell_problem(self._binding.preview(self.section, row.field, value))

    def _fold(self, is_open: bool) -> None:
        if is_open and not self.rows:
            self.rows = [self._row(field) for field in self.section.fields]
            for row in self.rows:
                self._lines.addWidget(row)
        self.body.setVisible(is_open)
        self.head.setIcon(icon("down" if is_open else "right"))
        if is_open:
            self.refresh()


class FormView(QScrollArea):
    """All sections of a form. Another record of the same shape is shown with the same widgets."""

    def __init__(self, form: Form, binding: Binding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Its fields bring themselves into sight: a stop on the way to them would show no focus.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet = QWidget(self)
        sheet.setObjectName("panel")
        sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(14, 4, 14, 14)
        column.setSpacing(2)
        self.sections = [SectionView(section, binding, section.is_open, sheet) for section in form.sections]
        for section in self.sections:
            column.addWidget(section)
            # A moment later the section has its place.
            section.unfolded.connect(lambda unfolded: QTimer.singleShot(0, self, lambda: self._reveal(unfolded)))
        column.addStretch(1)
        self.setWidget(sheet)

    def show_form(self, form: Form, binding: Binding) -> None:
        """Show a form of this shape."""
        for view, section in zip(self.sections, form.sections, strict=True):
            view.bind(section, binding)
            view.refresh()

    def _reveal(self, section: SectionView) -> None:
        """Bring what was unfolded into sight: all of it, or its beginning."""
        below = section.geometry().bottom() - self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setValue(max(bar.value(), min(section.y(), below)))

    def take_focus(self) -> None:
        """Put the cursor into the first field."""
        if self.sections and self.sections[0].rows:
            self.sections[0].rows[0].editor.setFocus()
