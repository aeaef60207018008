"""Editors that name a person or a supplier of the document, or make a new one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtWidgets import QDialog, QToolButton, QWidget

from mapper.model import BLANK, Document, Id, Person, Supplier
from mapper.procurement.words import NOT_DECIDED
from mapper.ui.icons import icon
from mapper.ui.panels.combo import Combo
from mapper.ui.panels.editors.editor import SEVERAL, Editor
from mapper.ui.panels.forms.field import MIXED, Field, Mixed, Value
from mapper.ui.panels.forms.people import PERSON, SUPPLIER


class PickEditor(Editor):
    """One of the document's people or suppliers, nobody, or a new one.

    The pencil opens what is known of the chosen, who can be deleted there.
    """

    table = ""
    noun = ""
    fields: ClassVar[tuple[Field, ...]] = ()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._document = BLANK
        self._ids: list[Id | None] = []
        self.box = Combo()
        self.box.setPlaceholderText(SEVERAL)
        self.box.activated.connect(self._pick)
        self.change = QToolButton()
        self.change.setIcon(icon("edit"))
        self.change.setToolTip(f"Change this {self.noun}…")
        self.change.setAccessibleName(f"{field.label}: change this {self.noun}")
        self.change.clicked.connect(self._change)
        self.put_in(self.box)
        self.row.addWidget(self.change)

    def new(self) -> Person | Supplier:
        """An empty record to fill in."""
        raise NotImplementedError

    def known(self) -> Mapping[Id, Person] | Mapping[Id, Supplier]:
        """Those that the document has."""
        raise NotImplementedError

    def present(self, value: Value | Mixed, document: Document) -> None:
        before, self._document = self._document, document
        if getattr(before, self.table) is not getattr(document, self.table):
            self._is_fresh = True
        super().present(value, document)

    def show_value(self, value: Value | Mixed, document: Document) -> None:
        known = self.known()
        self._ids = [None, *sorted(known, key=lambda id: known[id].name.casefold())]
        self.box.clear()
        self.box.addItem(NOT_DECIDED)
        for id in self._ids[1:]:
            self.box.addItem(known[Id(str(id))].name or "Unnamed")
        self.box.insertSeparator(self.box.count())
        self.box.addItem(f"New {self.noun}…")
        self.box.setCurrentIndex(-1 if value is MIXED else self._place(value))
        self.change.setEnabled(value is not MIXED and value is not None)

    def _place(self, value: Value | Mixed) -> int:
        return next((place for place, id in enumerate(self._ids) if id == value), -1)

    def _pick(self, place: int) -> None:
        if place < len(self._ids):
            self.settle(self._ids[place])
            self.change.setEnabled(self._ids[place] is not None)
        else:
            self.box.setCurrentIndex(self._place(self._value))
            self._ask(self.new(), f"New {self.noun}", can_delete=False)

    def _change(self) -> None:
        record = self.known().get(Id(str(self._value)))
        if record is not None:
            self._ask(record, f"Change this {self.noun}", can_delete=True)

    def _ask(self, record: Person | Supplier, title: str, *, can_delete: bool) -> None:
        # The dialog is made of the same forms as the panel that this editor stands in.
        from mapper.ui.panels.record_dialog import RecordDialog

        dialog = RecordDialog(title, self.fields, record, self._document, self.window())
        if can_delete:
            dialog.offer_to_delete(f"Delete this {self.noun}", f"Also wherever else the map names this {self.noun}")
        is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if not is_accepted:
            return
        if dialog.is_deleted:
            self.deleted.emit(record)
        else:
            self.edited.emit(dialog.record)
            self.finished.emit()


class PersonEditor(PickEditor):
    table, noun, fields = "people", "person", PERSON

    def new(self) -> Person:
        return Person(name="")

    def known(self) -> Mapping[Id, Person]:
        return self._document.people


class SupplierEditor(PickEditor):
    table, noun, fields = "suppliers", "supplier", SUPPLIER

    def new(self) -> Supplier:
        return Supplier(name="")

    def known(self) -> Mapping[Id, Supplier]:
        return self._document.suppliers
