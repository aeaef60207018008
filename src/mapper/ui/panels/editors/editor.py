"""What every editor of a field has in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mapper.model import Document
from mapper.ui.panels.forms.field import MIXED, Field, Mixed, Value

SEVERAL = "Different values"


class Editor(QWidget):
    """Shows one value and lets it be changed.

    `edited` gives each new value while the user types, `refused` a sentence when what is written is no value, and
    `finished` says that the user is done with it. Showing a value emits nothing, and showing again the value that is
    there leaves the cursor, and whatever was written and refused, alone.
    """

    edited = Signal(object)
    deleted = Signal(object)
    """The person or supplier that the field names is to leave the document."""
    finished = Signal()
    refused = Signal(str)

    is_wide = False
    """Whether the label stands above and the editor has the whole width."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._value: Value | Mixed = MIXED
        self._is_fresh = True
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self.row = layout
        self.main: QWidget = self

    def put_in(self, widget: QWidget, stretch: int = 1) -> None:
        """Take a widget in, named for a screen reader as the field is."""
        if not widget.accessibleName():
            widget.setAccessibleName(self.field.label)
        self.main = widget
        self.setFocusProxy(widget)
        self.row.addWidget(widget, stretch)

    def present(self, value: Value | Mixed, document: Document) -> None:
        """Show a value. The document gives the names of what it refers to."""
        if self._is_fresh or value != self._value or type(value) is not type(self._value):
            self._is_fresh, self._value = False, value
            self.show_value(value, document)

    def reset(self) -> None:
        """Show the next value afresh, whatever was written here."""
        self._is_fresh = True

    def show_value(self, value: Value | Mixed, document: Document) -> None:
        """Bring the widgets in line with a value that differs from what they show."""
        raise NotImplementedError

    def tell(self, value: Value) -> None:
        """Give a new value to whoever listens."""
        self._value = value
        self.edited.emit(value)

    def settle(self, value: Value) -> None:
        """Give a new value that needs no further typing."""
        self.tell(value)
        self.finished.emit()

    def mark_wrong(self, is_wrong: bool) -> None:
        """Show by the widget's rim that what it holds is no value."""
        widget = self.main
        if widget.property("wrong") != is_wrong:
            widget.setProperty("wrong", is_wrong)
            widget.style().unpolish(widget)
            widget.style().polish(widget)
