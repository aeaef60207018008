"""An editor for the contracts that a component is in."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from mapper.model import Contract, Document, Id
from mapper.ui.icons import icon
from mapper.ui.panels.combo import Combo
from mapper.ui.panels.editors.editor import SEVERAL, Editor
from mapper.ui.panels.forms.field import MIXED, Field, Mixed, Value


class MembershipEditor(Editor):
    """One contract or none; a second one only through “Share”, because that is the exception."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._contracts: tuple[Contract, ...] = ()
        self._homes: tuple[Id, ...] = ()
        self.box = Combo()
        self.box.setPlaceholderText(SEVERAL)
        self.box.activated.connect(self._move)
        self.share = QToolButton()
        self.share.setIcon(icon("share"))
        self.share.setToolTip("Share with a second contract")
        self.share.setAccessibleName("Share with a second contract")
        self.share.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.share)
        self.share.setMenu(self.menu)
        self.put_in(self.box)
        self.row.addWidget(self.share)

    def present(self, value: Value | Mixed, document: Document) -> None:
        contracts = tuple(document.contracts.values())
        if contracts != self._contracts:
            self._contracts, self._is_fresh = contracts, True
        super().present(value, document)

    def show_value(self, value: Value | Mixed, document: Document) -> None:
        self._homes = tuple(Id(str(id)) for id in value) if isinstance(value, tuple) else ()
        self.box.clear()
        self.box.addItems(["In no contract", *map(_title, self._contracts)])
        self.box.setCurrentIndex(-1 if value is MIXED else self._place())
        self._fill_menu(is_one=value is not MIXED and bool(self._homes))

    def _place(self) -> int:
        ids = [contract.id for contract in self._contracts]
        return ids.index(self._homes[0]) + 1 if self._homes else 0

    def _fill_menu(self, is_one: bool) -> None:
        self.menu.clear()
        others = [contract for contract in self._contracts if is_one and contract.id != self._homes[0]]
        for contract in others:
            action = QAction(_title(contract).replace("&", "&&"), self.menu)
            action.setCheckable(True)
            action.setChecked(contract.id in self._homes)
            action.toggled.connect(lambda on, id=contract.id: self._share(id, on))
            self.menu.addAction(action)
        self.share.setEnabled(bool(others))
        self.share.setDown(len(self._homes) > 1)

    def _move(self, place: int) -> None:
        self.settle((self._contracts[place - 1].id,) if place else ())

    def _share(self, id: Id, on: bool) -> None:
        homes = (*self._homes, id) if on else tuple(home for home in self._homes if home != id)
        self._homes = homes
        self.settle(homes)


def _title(contract: Contract) -> str:
    return f"{contract.ref}  {contract.title}".strip()
