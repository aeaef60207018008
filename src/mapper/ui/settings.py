"""What the program remembers between runs: a small INI file of the user's."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

RECENT_LIMIT = 12


class Settings:
    """The user's choices. `MAPPER_SETTINGS` names another file, for tests and for trying things out."""

    def __init__(self, path: Path | None = None) -> None:
        self._store = QSettings(str(path or settings_path()), QSettings.Format.IniFormat)

    @property
    def appearance(self) -> str:
        """ "system", "light" or "dark"."""
        return self._text("appearance") or "system"

    @appearance.setter
    def appearance(self, choice: str) -> None:
        self._store.setValue("appearance", choice)

    @property
    def library(self) -> str:
        """The folder of a team's shared maps, or "". The environment's `MAPPER_LIBRARY` goes before the user's own."""
        return os.environ.get("MAPPER_LIBRARY", "") or self._text("library")

    @library.setter
    def library(self, folder: str) -> None:
        self._store.setValue("library", folder)

    @property
    def recent(self) -> tuple[Path, ...]:
        """The files used last, the latest first."""
        stored = self._store.value("recent", [])
        # An INI list of one comes back as a plain string.
        paths = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
        return tuple(Path(path) for path in paths if isinstance(path, str) and path)

    @recent.setter
    def recent(self, paths: Sequence[Path]) -> None:
        self._store.setValue("recent", [str(path) for path in paths])

    def remember(self, path: Path) -> None:
        """Put a file at the head of those used last."""
        others = [known for known in self.recent if known != path]
        self.recent = tuple([path, *others][:RECENT_LIMIT])

    @property
    def folder(self) -> Path:
        """Where the user last opened or saved something."""
        documents = Path(QStandardPaths.writableLocation(_DOCUMENTS))
        return Path(self._text("folder") or (documents if documents.is_dir() else Path.home()))

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._store.setValue("folder", str(folder))

    @property
    def hidden_panels(self) -> tuple[str, ...] | None:
        """The panels that the user has hidden; None if that was never said."""
        stored = self._store.value("window/hidden")
        return None if stored is None else tuple(str(stored).split(",")) if stored else ()

    @hidden_panels.setter
    def hidden_panels(self, names: tuple[str, ...]) -> None:
        self._store.setValue("window/hidden", ",".join(names))

    @property
    def shows_minimap(self) -> bool:
        """Whether the whole page is shown small where a part of it is out of sight."""
        return self._text("window/minimap") != "off"

    @shows_minimap.setter
    def shows_minimap(self, is_shown: bool) -> None:
        self._store.setValue("window/minimap", "on" if is_shown else "off")

    @property
    def text_zoom(self) -> int:
        """How many points larger the letters of the text beside the map are than the system's."""
        stored = self._text("window/text-zoom")
        return int(stored) if stored.removeprefix("-").isdecimal() else 0

    @text_zoom.setter
    def text_zoom(self, points: int) -> None:
        self._store.setValue("window/text-zoom", str(points))

    @property
    def keys(self) -> dict[str, tuple[str, ...]]:
        """The keys that the user has set, by what has them; none at all is a choice, too."""
        self._store.beginGroup("keys")
        stored = {id: tuple(str(self._store.value(id) or "").split()) for id in self._store.childKeys()}
        self._store.endGroup()
        return stored

    @keys.setter
    def keys(self, own: Mapping[str, tuple[str, ...]]) -> None:
        self._store.remove("keys")
        for id, keys in own.items():
            self._store.setValue(f"keys/{id}", " ".join(keys))

    def shape(self, name: str) -> QByteArray:
        """The geometry or state kept under a name; empty at first."""
        value = self._store.value(f"window/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_shape(self, name: str, value: QByteArray) -> None:
        self._store.setValue(f"window/{name}", value)

    def flush(self) -> None:
        """Write what was changed to the file now."""
        self._store.sync()

    def _text(self, name: str) -> str:
        value = self._store.value(name, "")
        return value if isinstance(value, str) else ""


_DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


def settings_path() -> Path:
    """Where the settings are: `MAPPER_SETTINGS`, else the user's configuration folder."""
    named = os.environ.get("MAPPER_SETTINGS")
    if named:
        return Path(named)
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(folder) / "mapper" / "mapper.ini"
