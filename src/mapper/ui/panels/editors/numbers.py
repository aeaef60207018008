"""Editors for numbers: whole ones that may be undecided, places along an axis, money."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QLineEdit, QSpinBox, QWidget

from mapper.model import Document
from mapper.procurement.money import money
from mapper.ui.panels.combo import calm
from mapper.ui.panels.editors.editor import SEVERAL, Editor
from mapper.ui.panels.forms.field import MIXED, Field, Mixed, Value


class WholeEditor(Editor):
    """A whole number; one below the lowest stands for None where the field may be undecided."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._none = int(field.low) - 1
        self.box = QSpinBox()
        self.box.setRange(self._none if field.undecided else int(field.low), int(field.high))
        self.box.setSpecialValueText(field.undecided)
        self.box.setSuffix(field.suffix)
        self.box.setGroupSeparatorShown(True)
        self.box.valueChanged.connect(lambda number: self.tell(None if number == self._none else number))
        self.box.editingFinished.connect(self.finished)
        self.box.lineEdit().setTextMargins(6, 0, 0, 0)
        calm(self.box)
        self.put_in(self.box)

    def show_value(self, value: Value | Mixed, document: Document) -> None:
        self.box.blockSignals(True)
        self.box.setValue(value if isinstance(value, int) else self.box.minimum())
        self.box.blockSignals(False)


class FractionBox(QDoubleSpinBox):
    """A number between 0 and 1 with two decimals, or up to four where it has them."""

    def textFromValue(self, value: float) -> str:
        text = f"{value:.4f}".rstrip("0")
        return text.ljust(text.index(".") + 3, "0")


class FractionEditor(Editor):
    """A place along an axis, 0 to 1; below 0 stands for None where the field may be undecided."""

    lowest = 0.0

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.box = FractionBox()
        self.box.setDecimals(4)
        self.box.setSingleStep(0.01)
        self.box.setRange(self.lowest, 1.0)
        self.box.setSpecialValueText(field.undecided if self.lowest < 0 else "")
        self.box.valueChanged.connect(lambda number: self.tell(None if number < 0 else round(number, 4)))
        self.box.editingFinished.connect(self.finished)
        self.box.lineEdit().setTextMargins(6, 0, 0, 0)
        calm(self.box)
        self.put_in(self.box)

    def show_value(self, value: Value | Mixed, document: Document) -> None:
        self.box.blockSignals(True)
        self.box.setValue(value if isinstance(value, int | float) else self.box.minimum())
        self.box.blockSignals(False)


class MaybeFractionEditor(FractionEditor):
    """A place along an axis that may be undecided."""

    lowest = -0.01


class AmountEditor(Editor):
    """A decimal number, typed with or without separators; empty is not decided."""

    example = "Write a number such as 1,150 or 99.50."

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.line = QLineEdit()
        self.line.setMaxLength(40)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.textEdited.connect(self._read)
        self.line.editingFinished.connect(self._tidy)
        self.unit = QLabel()
        self.unit.setObjectName("quiet")
        self.put_in(self.line)
        self.row.addWidget(self.unit)
        self._is_refused = False

    def unit_of(self, document: Document) -> str:
        """What stands after the number."""
        return ""

    def present(self, value: Value | Mixed, document: Document) -> None:
        super().present(value, document)
        self.unit.setText(self.unit_of(document))

    def show_value(self, value: Value | Mixed, document: Document) -> None:
        self._is_refused = False
        self.line.setPlaceholderText(SEVERAL if value is MIXED else self.field.undecided)
        self.line.setText(_written(value))

    def _read(self, text: str) -> None:
        plain = text.replace(",", "").replace(" ", "").replace("\u00a0", "").lstrip("£$€")
        try:
            amount = Decimal(plain) if plain else None
        except InvalidOperation:
            amount = Decimal("NaN")
        self._is_refused = amount is not None and not amount.is_finite()
        if self._is_refused:
            self.refused.emit(self.field.problem or self.example)
        else:
            self.tell(amount)

    def _tidy(self) -> None:
        if not self._is_refused and not self.line.property("wrong"):
            self.line.setText(_written(self._value))
        self.finished.emit()


class MoneyEditor(AmountEditor):
    """An amount in the document's currency."""

    example = "Write an amount such as 1,150,000 or 99.50."

    def unit_of(self, document: Document) -> str:
        return document.service.currency


class PercentEditor(AmountEditor):
    """A percentage."""

    def unit_of(self, document: Document) -> str:
        return "%"


def _written(value: Value | Mixed) -> str:
    """An amount without its currency: pence only where there are some."""
    return money(value, "").strip() if isinstance(value, Decimal) else ""
