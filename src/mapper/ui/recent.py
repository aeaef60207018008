"""The menu of files used last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from mapper.atomic import shown_name
from mapper.ui.settings import Settings

LONGEST = 48


class RecentMenu(QMenu):
    """`chosen(path)` asks for a file to be opened; one that is gone is told of then, as any other that cannot be read.
    `cleared` says that the list is empty now."""

    chosen = Signal(object)
    cleared = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("Open recent", parent)
        self._settings = settings
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)
        self.fill()

    def fill(self) -> None:
        """Show the files as they are remembered now, the latest first."""
        self.clear()
        for number, path in enumerate(self._settings.recent, start=1):
            action = self.addAction(f"{f'&{number}' if number < 10 else number}  {_called(path)}")
            action.triggered.connect(lambda _=False, path=path: self.chosen.emit(path))
        if self.isEmpty():
            self.addAction("No maps yet").setEnabled(False)
            return
        self.addSeparator()
        self.addAction("Clear this list").triggered.connect(self._forget)

    def _forget(self) -> None:
        self._settings.recent = ()
        self.cleared.emit()


def _called(path: Path) -> str:
    """A file and its folder, so that two of one name can be told apart."""
    name, folder = shown_name(path), path.parent.name
    words = f"{name} — {folder}" if folder else name
    return (words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…").replace("&", "&&")
