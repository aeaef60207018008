"""The map as a tree that a screen reader can read: a list with an item for everything that stands on the map.

Qt asks for interfaces only once some assistive technology listens; until then nothing here is made. An interface lives
in two worlds: Qt's cache deletes it on the far side, and Python must neither let go of it before that nor call it after.
So Python holds each one until `drop` has had Qt delete it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QAccessibleSelectionInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import VoidPtr, isValid

from mapper.editor import Pointer
from mapper.editor.boxes import box_of
from mapper.editor.describing import describe
from mapper.editor.hit import REACH, hit
from mapper.editor.tools.base import settle
from mapper.editor.tools.naming import begin_naming
from mapper.model import Id

if TYPE_CHECKING:
    from mapper.ui.canvas.canvas import Canvas

RENAME = "Rename"
SELECT = QAccessibleActionInterface.pressAction()
FOCUS = QAccessibleActionInterface.setFocusAction()
Interface = QAccessibleActionInterface | QAccessibleSelectionInterface | VoidPtr | int
"""What Qt takes for a pointer to one; the stubs know numbers only, and with those, and with None, the process dies."""
NOTHING = VoidPtr(0)
WORDS = {SELECT: "Select", FOCUS: "Go here", RENAME: RENAME}


class Tree:
    """The items of one canvas, made when they are first asked for."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.session = canvas.session
        self.items: dict[Id, MapItem] = {}

    @property
    def ids(self) -> tuple[Id, ...]:
        """What the items are about, in reading order."""
        return self.session.walk.reading_order

    def item(self, id: Id) -> MapItem:
        found = self.items.get(id)
        if found is None:
            found = self.items[id] = MapItem(self, id)
            QAccessible.registerAccessibleInterface(found)
        return found

    def item_if_listed(self, id: Id | None) -> MapItem | None:
        return self.item(id) if id is not None and id in self.session.walk.order else None

    def drop(self, id: Id) -> None:
        """Have Qt delete an item's interface. It must not be in the middle of a call."""
        item = self.items.pop(id)
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(item))

    def drop_all(self) -> None:
        for id in tuple(self.items):
            self.drop(id)

    def select(self, id: Id, *, others: frozenset[Id] = frozenset()) -> None:
        settle(self.session)
        self.session.select(others | {id})
        self.session.walk.go(id)

    def area(self, id: Id) -> QRect:
        """What a thing covers on the screen."""
        box = box_of(self.session, id) if isValid(self.canvas) else None
        if box is None:
            return QRect()
        corners = self.canvas.to_widget(box.left, box.top), self.canvas.to_widget(box.right, box.bottom)
        area = QRectF(*corners).toAlignedRect()
        return QRect(self.canvas.mapToGlobal(area.topLeft()), area.size())


class MapItem(QAccessibleInterface):
    """One thing on the map."""

    def __init__(self, tree: Tree, id: Id) -> None:
        super().__init__()
        self.id = id
        self._tree = tree
        self._actions = ItemActions(tree, id)

    def isValid(self) -> bool:
        return isValid(self._tree.canvas) and describe(self._tree.session.document, self.id) is not None

    def object(self) -> None:  # type: ignore[override]  # Qt's cells of tables have none either
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self._tree.canvas.window().windowHandle() if self.isValid() else None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return QAccessible.queryAccessibleInterface(self._tree.canvas) if isValid(self._tree.canvas) else None

    def child(self, index: int) -> None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        said = describe(self._tree.session.document, self.id)
        if said is None:
            return ""
        return {QAccessible.Text.Name: said.name, QAccessible.Text.Description: said.rest}.get(kind, "")

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Names are typed in place, by the action Rename."""

    def rect(self) -> QRect:
        return self._tree.area(self.id)

    def state(self) -> QAccessible.State:
        state, tree = QAccessible.State(), self._tree
        if not self.isValid():
            state.invalid = True
            return state
        canvas, session = tree.canvas, tree.session
        state.focusable = state.selectable = state.multiSelectable = True
        state.selected = self.id in session.selection
        state.focused = canvas.hasFocus() and session.walk.current == self.id
        on_screen = QRect(canvas.mapToGlobal(canvas.rect().topLeft()), canvas.size())
        state.offscreen = not on_screen.intersects(self.rect())
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Interface:  # type: ignore[override]
        return self._actions if kind is QAccessible.InterfaceType.ActionInterface else NOTHING


class ItemActions(QAccessibleActionInterface):
    """What can be done to a thing by those who do not point at it."""

    def __init__(self, tree: Tree, id: Id) -> None:
        super().__init__()
        self._tree = tree
        self._id = id

    def actionNames(self) -> list[str]:
        return list(WORDS)

    def doAction(self, name: str) -> None:
        tree = self._tree
        if not isValid(tree.canvas) or describe(tree.session.document, self._id) is None:
            return
        if name == FOCUS:
            tree.canvas.setFocus()
            tree.session.walk.go(self._id)
        elif name == SELECT:
            tree.select(self._id)
        elif name == RENAME:
            tree.canvas.setFocus()
            tree.select(self._id)
            begin_naming(tree.session, self._id)

    def keyBindingsForAction(self, name: str) -> list[str]:
        return []

    def localizedActionName(self, name: str) -> str:
        return WORDS.get(name, "")

    def localizedActionDescription(self, name: str) -> str:
        return WORDS.get(name, "")


class MapList(QAccessibleWidget):
    """The canvas: the list of all items."""

    def __init__(self, tree: Tree) -> None:
        super().__init__(tree.canvas, QAccessible.Role.List, "Map")
        self._tree = tree
        self._selection = ListSelection(tree)

    def childCount(self) -> int:
        return len(self._tree.ids)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        ids = self._tree.ids
        return self._tree.item(ids[index]) if 0 <= index < len(ids) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self._tree.session.walk.order.get(child.id, -1) if isinstance(child, MapItem) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        canvas = self._tree.canvas
        at = canvas.to_page(canvas.mapFromGlobal(QRect(x, y, 1, 1).topLeft()))
        found = hit(self._tree.session, Pointer(at.x(), at.y(), REACH / canvas.scale))
        return self._tree.item_if_listed(found.id) if found is not None else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        has_focus = self._tree.canvas.hasFocus()
        return self._tree.item_if_listed(self._tree.session.walk.current) if has_focus else None

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Interface:  # type: ignore[override]
        if kind is QAccessible.InterfaceType.SelectionInterface:
            return self._selection
        found: Interface | None = super().interface_cast(kind)
        return NOTHING if found is None else found


class ListSelection(QAccessibleSelectionInterface):
    """What is selected on the map."""

    def __init__(self, tree: Tree) -> None:
        super().__init__()
        self._tree = tree

    def selectedItemCount(self) -> int:
        return len(self.selectedItems())

    def selectedItems(self) -> list[QAccessibleInterface]:
        tree = self._tree
        return [tree.item(id) for id in tree.ids if id in tree.session.selection]

    def selectedItem(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        items = self.selectedItems()
        return items[index] if 0 <= index < len(items) else None

    def isSelected(self, child: QAccessibleInterface) -> bool:
        return isinstance(child, MapItem) and child.id in self._tree.session.selection

    def select(self, child: QAccessibleInterface) -> bool:
        if not isinstance(child, MapItem):
            return False
        self._tree.select(child.id, others=self._tree.session.selection)
        return True

    def unselect(self, child: QAccessibleInterface) -> bool:
        if isinstance(child, MapItem):
            self._tree.session.select(self._tree.session.selection - {child.id})
        return isinstance(child, MapItem)

    def selectAll(self) -> bool:
        self._tree.session.select(self._tree.ids)
        return True

    def clear(self) -> bool:
        self._tree.session.select(())
        return True
