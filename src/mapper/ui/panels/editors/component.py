"""The editor that names one component of the map."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mapper.model import BLANK, Document, Id
from mapper.ui.panels.combo import Combo
from mapper.ui.panels.editors.editor import SEVERAL, Editor
from mapper.ui.panels.forms.field import MIXED, Field, Mixed, Value


class ComponentEditor(Editor):
    """One of the map's components, in the order of the alphabet, or none."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._names: dict[Id, str] | None = None
        self._document = BLANK
        self._ids: list[Id | None] = []
        self.box = Combo()
        self.box.setPlaceholderText(SEVERAL)
        self.box.activated.connect(lambda place: self.settle(self._ids[place]))
        self.put_in(self.box)

    def present(self, value: Value | Mixed, document: Document) -> None:
        before, self._document = self._document, document
        if before.components is not document.components:
            self._list()
        super().present(value, document)

    def show_value(self, value: Value | Mixed, document: Document) -> None:
        self.box.setCurrentIndex(-1 if value is MIXED else next(n for n, id in enumerate(self._ids) if id == value))

    def _list(self) -> None:
        """Offer the components by name; while they are only moved, the list stays as it is."""
        names = {id: component.name or "Unnamed" for id, component in self._document.components.items()}
        if names == self._names:
            return
        self._names, self._is_fresh = names, True
        self._ids = [None, *sorted(names, key=lambda id: names[id].casefold())]
        self.box.clear()
        self.box.addItem(self.field.undecided)
        self.box.addItems([names[id] for id in self._ids if id is not None])
