"""Menus and shortcuts, built from the list of commands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from mapper.commands import COMMANDS
from mapper.commands.command import Command, Desk
from mapper.commands.context import CONTEXT, Below
from mapper.commands.menus import MENUS, SWITCHES
from mapper.ui.keys import Keys
from mapper.ui.words_in_hand import ON_WORDS, field_in_hand


class Menus(QObject):
    """One QAction a command, in the menu bar and in the window. `before_run` is called before any of them runs."""

    def __init__(self, desk: Desk, before_run: Callable[[], None], keys: Keys, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._keys = keys
        self._before_run = before_run
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self.actions = {command.id: self._action(command, window) for command in COMMANDS}
        self._give_keys()
        keys.changed.connect(self._give_keys)
        window.addActions([self.actions[command.id] for command in COMMANDS if not command.canvas_only])
        self.refresh()

    def attach(self, canvas: QWidget) -> None:
        """Give a canvas the keys that count only while it has the focus."""
        canvas.addActions([self.actions[command.id] for command in COMMANDS if command.canvas_only])

    def context(self, place: str) -> QMenu:
        """A menu of what can be done now at a place of `commands.context`."""
        self.refresh()
        menu = QMenu()
        for group in CONTEXT[place]:
            before = len(menu.actions())
            for item in group:
                ids = item.commands if isinstance(item, Below) else (item,)
                able = [self.actions[id] for id in ids if self.actions[id].isEnabled()]
                (menu.addMenu(item.title) if isinstance(item, Below) and len(able) > 1 else menu).addActions(able)
            if len(menu.actions()) > before:
                menu.addSeparator()
        return menu

    def fill(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Put every menu into the bar; answers with the menus by title."""
        made = {}
        for title in MENUS:
            menu = bar.addMenu(f"&{title}")
            menu.aboutToShow.connect(self.refresh)
            self.put(menu, [command for command in COMMANDS if command.menu == title])
            made[title] = menu
        return made

    def put(self, menu: QMenu, commands: list[Command]) -> None:
        """Put commands into a menu, with a line between groups."""
        group = None
        below: dict[str, QMenu] = {}
        for command in sorted(commands, key=lambda command: command.group):
            if group is not None and command.group != group:
                menu.addSeparator()
            group = command.group
            if command.submenu and command.submenu not in below:
                below[command.submenu] = self._submenu(menu, command.submenu)
            below.get(command.submenu, menu).addAction(self.actions[command.id])

    def _submenu(self, menu: QMenu, title: str) -> QMenu:
        """A menu of which one item is on, or of switches."""
        below = menu.addMenu(title)
        choices = QActionGroup(below)
        choices.setExclusive(title not in SWITCHES)
        for command in COMMANDS:
            if command.menu == menu.title().replace("&", "") and command.submenu == title:
                choices.addAction(self.actions[command.id])
        return below

    def refresh(self) -> None:
        """Bring titles, ticks and what can be done now in line with the desk."""
        is_writing = field_in_hand() is not None
        for command in COMMANDS:
            action = self.actions[command.id]
            action.setEnabled(command.can_run(self._desk) or (is_writing and command.id in ON_WORDS))
            if command.label is not None:
                action.setText(_plain(command.label(self._desk)))
            if command.is_on is not None:
                action.setChecked(command.is_on(self._desk))

    def run(self, id: str) -> bool:
        """Run a command if it can run now; answers whether it could."""
        self.refresh()
        can_run = self.actions[id].isEnabled()
        self.actions[id].trigger()
        return can_run

    def refresh_soon(self) -> None:
        """Refresh once the session has come to rest: a marquee changes the selection many times a frame."""
        self._soon.start()

    def _action(self, command: Command, window: QWidget) -> QAction:
        action = QAction(_plain(command.title), window)
        if command.canvas_only:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setCheckable(command.is_on is not None)
        action.setStatusTip(command.hint)
        action.triggered.connect(lambda: self._run(command))
        return action

    def _give_keys(self) -> None:
        for id, action in self.actions.items():
            action.setShortcuts([QKeySequence(key) for key in self._keys.of(id)])

    def _run(self, command: Command) -> None:
        field = field_in_hand()
        if field is not None and command.id in ON_WORDS:
            ON_WORDS[command.id](field)
            return
        self._before_run()
        if command.can_run(self._desk):
            command.run(self._desk)
        self.refresh()


def _plain(title: str) -> str:
    """A title in which no letter becomes a mnemonic."""
    return title.replace("&", "&&")
