"""The menus of a right click, or of the menu key, beside the map: tabs, outline, contracts, files of the start page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QTabBar

from mapper.commands.context import CONTRACTS_GROUND, START_TAB, TAB, place_of
from mapper.ui.start.cards import Card, FileLine

if TYPE_CHECKING:
    from mapper.ui.window import MainWindow


class Contexts(QObject):
    """Watches the parts of one window that have commands, but no menu of their own."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        bench = window.bench
        for part in (window.maps.bar, window.start, bench.outline.list, bench.contracts.list):
            part.installEventFilter(self)
        window.start.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QContextMenuEvent):
            return False
        window, by_key = self._window, event.reason() == QContextMenuEvent.Reason.Keyboard
        if isinstance(watched, QTabBar):
            self._on_tab(watched, event, by_key)
        elif watched in (window.bench.outline.list, window.bench.contracts.list):
            assert isinstance(watched, QAbstractItemView)
            self._on_row(watched, event, by_key)
        else:
            self._on_file(event, by_key)
        return True

    def _on_tab(self, bar: QTabBar, event: QContextMenuEvent, by_key: bool) -> None:
        """The tab that is clicked comes to the front, so that the menu is about it."""
        place = bar.currentIndex() if by_key else bar.tabAt(event.pos())
        if place >= 0:
            bar.setCurrentIndex(place)
            at = bar.mapToGlobal(bar.tabRect(place).bottomLeft()) if by_key else event.globalPos()
            self._window.show_context(at, TAB if self._window.maps.front is not None else START_TAB)

    def _on_row(self, rows: QAbstractItemView, event: QContextMenuEvent, by_key: bool) -> None:
        """The rows that are chosen are what is selected on the map."""
        session = self._window.desk.session
        if session is None:
            return
        index = rows.currentIndex() if by_key else rows.indexAt(rows.viewport().mapFrom(rows, event.pos()))
        at = event.globalPos()
        if by_key and index.isValid():
            at = rows.viewport().mapToGlobal(rows.visualRect(index).center())
        is_contracts = rows is self._window.bench.contracts.list
        if index.isValid() and session.selection:
            self._window.show_context(at, place_of(session))
        elif is_contracts:
            self._window.show_context(at, CONTRACTS_GROUND)

    def _on_file(self, event: QContextMenuEvent, by_key: bool) -> None:
        """A file of the start page, or the page itself."""
        held = QApplication.focusWidget() if by_key else QApplication.widgetAt(event.globalPos())
        if isinstance(held, Card | FileLine):
            at = held.mapToGlobal(held.rect().center()) if by_key else event.globalPos()
            self._show_file(held.path, at)
        else:
            self._window.show_context(event.globalPos(), START_TAB)

    def _show_file(self, path: Path, at: QPoint) -> None:
        window, settings = self._window, self._window.settings
        menu = QMenu()
        menu.addAction("Open").triggered.connect(lambda: window.open([path]))
        menu.addAction("Open in new window").triggered.connect(lambda: window.windows.new(window).open([path]))
        if path in settings.recent:
            menu.addSeparator()
            menu.addAction("Remove from this list").triggered.connect(lambda: self._forget(path))
        menu.exec(at)
        menu.deleteLater()

    def _forget(self, path: Path) -> None:
        settings = self._window.settings
        settings.recent = tuple(known for known in settings.recent if known != path)
        self._window.windows.refresh_recent()
