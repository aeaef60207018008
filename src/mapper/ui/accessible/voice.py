"""Tells whoever listens what changes on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

from mapper.model import Document, Id
from mapper.model.change import changed_ids
from mapper.ui.accessible.tree import MapList, Tree

if TYPE_CHECKING:
    from mapper.ui.canvas.canvas import Canvas

MANY = 60
"""Changes of more things than this are told of in one."""
SCROLLING = ("QScrollArea", "QAbstractScrollArea")
_KEPT: list[QAccessibleWidget] = []
"""Python must hold an interface for as long as Qt does. Qt deletes it with its widget; it is let go of after that."""


class Voice(QObject):
    """Follows one canvas. Without a listener it does nothing; with one, it speaks when the map has come to rest."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.tree = Tree(canvas)
        session = canvas.session
        self._told: Document = session.document
        self._selected: frozenset[Id] = session.selection
        self._current: Id | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)
        session.selection_changed.connect(self._ask)
        session.history_changed.connect(self._ask)
        session.walk.changed.connect(self._ask)
        canvas.destroyed.connect(self.tree.drop_all)

    def focused(self) -> None:
        """The canvas has got the keyboard, or lost it."""
        self._current = None
        self._ask()

    def _ask(self, *_: object) -> None:
        if (self.tree.items or QAccessible.isActive()) and not self._soon.isActive():
            self._soon.start()

    def _tell(self) -> None:
        """What is no more is dropped in any case."""
        session = self.tree.session
        self._tell_document(self._told, session.document)
        self._told = session.document
        before, self._selected = self._selected, session.selection
        self._tell_selection(before ^ session.selection)
        if self.tree.canvas.hasFocus() and session.walk.current != self._current:
            self._current = session.walk.current
            item = self.tree.item_if_listed(self._current)
            if item is not None:
                _say(item, QAccessible.Event.Focus)

    def _tell_document(self, before: Document, after: Document) -> None:
        if before is after:
            return
        tree = self.tree
        there = set(tree.ids)
        for id in tree.items.keys() - there:
            _say(tree.items[id], QAccessible.Event.ObjectDestroyed)
            tree.drop(id)
        changed = changed_ids(before, after)
        # A link that comes or goes changes what is said of its ends.
        for document in (before, after):
            for id in changed & document.links.keys():
                changed |= {document.links[id].source, document.links[id].target}
        changed |= {member for id in changed & after.contracts.keys() for member in after.contracts[id].members}
        if len(changed) > MANY:
            _say(QAccessible.queryAccessibleInterface(tree.canvas), QAccessible.Event.ObjectReorder)
            return
        for id in changed & there:
            if id not in tree.items:
                _say(tree.item(id), QAccessible.Event.ObjectCreated)
                continue
            for event in (
                QAccessible.Event.NameChanged,
                QAccessible.Event.DescriptionChanged,
                QAccessible.Event.LocationChanged,
            ):
                _say(tree.items[id], event)

    def _tell_selection(self, changed: frozenset[Id]) -> None:
        items = (
            [item for id in changed if (item := self.tree.item_if_listed(id)) is not None]
            if len(changed) <= MANY
            else []
        )
        state = QAccessible.State()
        state.selected = True
        for item in items:
            QAccessible.updateAccessibility(QAccessibleStateChangeEvent(item, state))
        if changed:
            _say(QAccessible.queryAccessibleInterface(self.tree.canvas), QAccessible.Event.SelectionWithin)


def _say(interface: QAccessibleInterface, event: QAccessible.Event) -> None:
    QAccessible.updateAccessibility(QAccessibleEvent(interface, event))


def announce(window: QObject, words: str) -> None:
    """Have words spoken that stand nowhere that is listened to."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(window, words))


def install() -> None:
    """Have Qt ask here for the interfaces of canvases and scroll areas. It asks once somebody listens."""
    QAccessible.installFactory(_interface_of)


def _interface_of(kind: str, asked: QObject) -> QAccessibleInterface | None:
    """The interface of an object, if it is to be other than Qt's for this class, its own or one that it derives from.

    Qt's for scroll areas (6.11, QAccessibleAbstractScrollArea) counts only the bars that are shown, and reads past the
    end of its list when asked for a child that is there no more. A reader in another process counts first and asks
    later; if a bar is hidden in between, the program dies. Any widget's interface has all children, and looks.
    """
    from mapper.ui.canvas.canvas import Canvas

    if isinstance(asked, Canvas):
        return _kept(MapList(asked.voice.tree))
    if kind in SCROLLING and isinstance(asked, QWidget):
        return _kept(QAccessibleWidget(asked, QAccessible.Role.Client))
    return None


def _kept(made: QAccessibleWidget) -> QAccessibleWidget:
    _KEPT[:] = [kept for kept in _KEPT if isValid(kept)]
    _KEPT.append(made)
    return made
