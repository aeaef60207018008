"""The keys of commands and tools: as they come, or as the user has set them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from mapper.commands import COMMANDS
from mapper.editor.tools import TOOLS
from mapper.ui.settings import Settings

ESCAPE = "Esc"
"""Always backs out: no other command can have it, and backing out has no other."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What can have keys, and which it comes with."""

    id: str
    title: str
    keys: tuple[str, ...]


def tool_key(tool: str) -> str:
    """The id under which a tool's key is kept; some commands have the ids of tools."""
    return f"tool-{tool}"


def _plain(title: str) -> str:
    return title.removesuffix("…")


BOUND: Mapping[str, Bound] = {
    bound.id: bound
    for bound in (
        *(Bound(command.id, _plain(command.title), command.keys) for command in COMMANDS),
        *(Bound(tool_key(tool.id), f"{tool.title} tool", (tool.key,)) for tool in TOOLS),
    )
}


class Keys(QObject):
    """Keys are in Qt's portable notation. `changed` says that some command or tool has others now."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._own = {id: _legible(keys) for id, keys in settings.keys.items() if id in BOUND}

    def of(self, id: str) -> tuple[str, ...]:
        """The keys of a command, or of a tool under its `tool_key`; the first is shown in menus."""
        own = self._own.get(id)
        return BOUND[id].keys if own is None else own

    def is_own(self, id: str) -> bool:
        """Whether the user has set them."""
        return id in self._own

    def holder(self, key: str) -> str | None:
        """Whose key this is."""
        return next((id for id in BOUND if key in self.of(id)), None)

    def refusal(self, id: str, key: str) -> str | None:
        """Why a key cannot be had at all, in a sentence; None if it can."""
        if ESCAPE in (key, *BOUND[id].keys):
            return "Esc always backs out of what is being done, and nothing else does."
        return None

    def clash(self, id: str, key: str) -> str | None:
        """Who has the key now, in a sentence; None if nobody else does."""
        holder = self.holder(key)
        if holder in (None, id):
            return None
        return f"{shown([key])} is the key of “{BOUND[holder or id].title}”, which would lose it."

    def give(self, id: str, key: str) -> None:
        """One key, taken from whoever has it; with "" none."""
        holder = self.holder(key) if key else None
        if holder is not None and holder != id:
            self._own[holder] = tuple(other for other in self.of(holder) if other != key)
        self._own[id] = (key,) if key else ()
        self._keep()

    def reset(self, id: str) -> None:
        """The keys that it comes with, taken from whoever has been given them."""
        for other in set(self._own) - {id}:
            self._own[other] = tuple(key for key in self._own[other] if key not in BOUND[id].keys)
        self._own.pop(id, None)
        self._keep()

    def reset_all(self) -> None:
        self._own.clear()
        self._keep()

    def _keep(self) -> None:
        self._own = {id: keys for id, keys in self._own.items() if keys != BOUND[id].keys}
        self._settings.keys = self._own
        self.changed.emit()


def shown(keys: Iterable[str]) -> str:
    """Keys as people read them on this system."""
    return "  or  ".join(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


def _legible(keys: Iterable[str]) -> tuple[str, ...]:
    """A file of settings may hold anything."""
    return tuple(key for key in keys if not QKeySequence(key).isEmpty() and QKeySequence(key).toString() == key)
