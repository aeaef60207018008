"""What the palette offers: every command, every tool and every panel, the best fit first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QAction, QKeySequence

from mapper.commands import COMMANDS
from mapper.commands.command import Command
from mapper.commands.finding import why_not
from mapper.editor.fuzzy import match
from mapper.editor.tools import TOOL, Tool
from mapper.ui.lines import Line
from mapper.ui.settings import Settings

if TYPE_CHECKING:
    from mapper.ui.window import MainWindow

USED, KEPT = "used-commands", 12
LESS = 4.0
"""How much less it counts when the wanted letters are found only with the help of the menu's name."""
RECENT = 1.5
"""How much more what was used last counts than others that fit as well."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be done. `place` is where it stands in the menus, `why_not` what stands in its way.

    `meant` are the letters of its title that were typed.
    """

    id: str
    title: str
    place: str
    keys: str
    hint: str
    why_not: str
    run: Callable[[], object]
    meant: tuple[int, ...] = ()

    @property
    def line(self) -> Line:
        """How it is shown in the list."""
        return Line(self.title, self.why_not or self.place, self.keys, self.meant, is_faint=bool(self.why_not))


def entries(window: MainWindow) -> list[Entry]:
    """All that there is, with what can be done at this moment."""
    window.menus.refresh()
    commands = [_command(window, command) for command in COMMANDS if command.id != "palette"]
    tools = [_tool(window, tool) for tool in TOOL.values()]
    return commands + tools + [_panel(window, toggle) for toggle in window.bench.toggles]


def fitting(offered: Sequence[Entry], wanted: str, used: Sequence[str]) -> list[Entry]:
    """Those in which the wanted letters are found: what can be done first, then the best fit."""
    recent = {id: len(used) - at for at, id in enumerate(used)}
    found = []
    for at, entry in enumerate(offered):
        rated = _rated(entry, wanted)
        if rated is not None:
            worth, meant = rated
            late = recent.get(entry.id, 0)
            rank = (bool(entry.why_not), -(worth + (RECENT if late and wanted.strip() else 0)), -late, at)
            found.append((rank, replace(entry, meant=meant)))
    return [entry for _, entry in sorted(found, key=lambda each: each[0])]


def used_last(settings: Settings) -> tuple[str, ...]:
    """The ids of what was chosen before, the latest first."""
    kept = bytes(settings.shape(USED).data()).decode()
    return tuple(id for id in kept.split("\n") if id)


def remember(settings: Settings, id: str) -> None:
    """Put what was chosen at the head of those."""
    ids = [id, *(known for known in used_last(settings) if known != id)]
    settings.keep_shape(USED, QByteArray("\n".join(ids[:KEPT]).encode()))


def _rated(entry: Entry, wanted: str) -> tuple[float, tuple[int, ...]] | None:
    fit = match(wanted, entry.title)
    if fit is not None:
        return fit.worth, fit.places
    fit = match(wanted, f"{entry.place} {entry.title}")
    before = len(entry.place) + 1
    return None if fit is None else (fit.worth - LESS, tuple(at - before for at in fit.places if at >= before))


def _command(window: MainWindow, command: Command) -> Entry:
    action = window.menus.actions[command.id]
    place = " › ".join(part for part in (command.menu or "On the map", command.submenu) if part)
    if command.is_on is not None:
        place += ", on" if action.isChecked() else ", off"
    return Entry(
        command.id,
        action.text().replace("&&", "&").removesuffix("…"),
        place,
        _keys(action),
        command.hint,
        why_not(command, window.desk),
        lambda: window.menus.run(command.id),
    )


def _tool(window: MainWindow, tool: Tool) -> Entry:
    action = window.bench.tools.tools[tool.id]
    return Entry(
        f"tool {tool.id}", f"{tool.title} tool", "Tools", _keys(action), tool.hint, _no_map(window), action.trigger
    )


def _panel(window: MainWindow, toggle: QAction) -> Entry:
    state, hint = ("on", "Hide this panel") if toggle.isChecked() else ("off", "Show this panel")
    title = toggle.text()
    return Entry(f"panel {title}", title, f"View › Panels, {state}", "", hint, _no_map(window), toggle.trigger)


def _no_map(window: MainWindow) -> str:
    return "" if window.desk.session is not None else "Open a map first"


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
