"""Editors for choices: one of a list, yes or no, a part that is there or not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from mapper.model import KIND, Document
from mapper.procurement.words import word
from mapper.ui.panels.combo import Combo
from mapper.ui.panels.editors.editor import SEVERAL, Editor
from mapper.ui.panels.forms.field import MIXED, Field, Mixed, Value


class ChoiceEditor(Editor):
    """One of a closed list; the first entry is None where the field may be undecided."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.box = Combo()
        self.box.setPlaceholderText(SEVERAL)
        self._values: list[str | bool | None] = []
        for value, text in self.entries():
            self._values.append(value)
            self.box.addItem(text)
        self.box.activated.connect(lambda place: self.settle(self._values[place]))
        self.put_in(self.box)

    def entries(self) -> list[tuple[str | bool | None, str]]:
        """The values and their words, in order."""
        none: list[tuple[str | bool | None, str]] = [(None, self.field.undecided)] if self.field.undecided else []
        choices = self.field.choices
        if isinstance(choices, tuple):
            return [*none, *((choice, KIND[choice].title if choice in KIND else choice) for choice in choices)]
        return [*none, *((choice, _capital(word(choice))) for choice in choices)]

    def show_value(self, value: Value | Mixed, document: Document) -> None:
        self.box.setCurrentIndex(-1 if value is MIXED else self._place(value))

    def _place(self, value: Value | Mixed) -> int:
        return next((place for place, known in enumerate(self._values) if known == value), -1)


class YesNoEditor(ChoiceEditor):
    """Yes, no, or not known."""

    def entries(self) -> list[tuple[str | bool | None, str]]:
        return [(None, "Not known"), (True, "Yes"), (False, "No")]


class FlagEditor(Editor):
    """A fact that holds or not."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.box = QCheckBox()
        self.box.clicked.connect(self._tell)
        self.put_in(self.box, 0)
        self.row.addStretch(1)

    def show_value(self, value: Value | Mixed, document: Document) -> None:
        self.box.setTristate(value is MIXED)
        self.box.setCheckState(
            Qt.CheckState.PartiallyChecked
            if value is MIXED
            else Qt.CheckState.Checked
            if value
            else Qt.CheckState.Unchecked
        )

    def _tell(self) -> None:
        is_on = self.box.checkState() is not Qt.CheckState.Unchecked
        self.box.setTristate(False)
        self.box.setChecked(is_on)
        self.settle(self.to_value(is_on))

    def to_value(self, is_on: bool) -> Value:
        return is_on


class PartEditor(FlagEditor):
    """A part of a record that is there or not: ticking it gives True, which the form turns into a new part."""

    def to_value(self, is_on: bool) -> Value:
        return True if is_on else None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
