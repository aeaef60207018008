"""Opening, saving and closing maps, with the questions that go with it."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from mapper.editor.tools.base import settle
from mapper.files.native import load, save
from mapper.files.problem import FileProblem
from mapper.model import BLANK, Document
from mapper.ui.maps import Maps, OpenMap, stamp_of
from mapper.ui.messages import Answer, ask, tell
from mapper.ui.settings import Settings
from mapper.ui.style.appearance import Appearance

SUFFIX = ".wardley"
FILTER = f"Wardley maps (*{SUFFIX});;All files (*)"


class Filing(QObject):
    """Moves maps between files and tabs. `recent_changed` says that the list of files used last differs."""

    recent_changed = Signal()

    def __init__(self, maps: Maps, settings: Settings, appearance: Appearance, window: QWidget) -> None:
        super().__init__(window)
        self._maps, self._settings, self._appearance, self._window = maps, settings, appearance, window

    def new(self) -> None:
        """A new map in a tab of its own."""
        self._show(OpenMap(BLANK, None, self._appearance.theme))

    def open(self, paths: Iterable[Path]) -> None:
        """Each file in a tab; one that is open already comes to the front. What cannot be opened is told of."""
        for path in paths:
            held = self._maps.holding(path)
            if held is not None:
                self._maps.show(held)
                continue
            document = self._read(path)
            if document is not None:
                self._show(OpenMap(document, path.resolve(), self._appearance.theme))
                self._remember(path.resolve())

    def open_copy(self, path: Path) -> None:
        """A copy that has no file yet: a sample must not be saved over."""
        document = self._read(path)
        if document is not None:
            opened = OpenMap(document, None, self._appearance.theme)
            self._show(opened)

    def ask_open(self) -> None:
        """Let the user choose files to open."""
        names, _ = QFileDialog.getOpenFileNames(self._window, "Open a map", str(self._settings.folder), FILTER)
        self.open(Path(name) for name in names)

    def save(self, opened: OpenMap) -> bool:
        """Save to the map's file, asking for one if it has none. Answers whether the map is now in its file."""
        if opened.path is None:
            return self.save_as(opened)
        if opened.stamp is not None and stamp_of(opened.path) not in (None, opened.stamp):
            answer = ask(
                self._window,
                "The file has changed",
                f"“{opened.path.name}” was changed by someone else since you opened it.",
                "Overwriting it loses what they changed.",
                "Save as…",
                "Overwrite",
            )
            if answer is not Answer.SECOND:
                return answer is Answer.FIRST and self.save_as(opened)
        return self.save_to(opened, opened.path)

    def save_as(self, opened: OpenMap) -> bool:
        """Save to a file that the user chooses."""
        start = opened.path or self._settings.folder / f"{file_name(opened.title)}{SUFFIX}"
        name, _ = QFileDialog.getSaveFileName(self._window, "Save the map as", str(start), FILTER)
        if not name:
            return False
        path = Path(name)
        return self.save_to(opened, path if path.suffix else path.with_suffix(SUFFIX))

    def save_to(self, opened: OpenMap, path: Path) -> bool:
        """Save to this file, telling what went wrong if it cannot be written."""
        settle(opened.session)
        try:
            save(opened.session.document, path)
        except FileProblem as problem:
            tell(self._window, "The map was not saved", str(problem))
            return False
        opened.kept(path)
        self._remember(path)
        return True

    def close(self, opened: OpenMap) -> bool:
        """Close a tab, asking first if that would lose something. Answers whether it is closed."""
        if not self.may_close(opened):
            return False
        self._maps.take(opened)
        return True

    def may_close(self, opened: OpenMap) -> bool:
        """Whether nothing is lost by closing: saved, or the user does not want it saved."""
        settle(opened.session)
        if not opened.is_modified or opened.is_untouched:
            return True
        self._maps.show(opened)
        answer = ask(
            self._window,
            "Save the map?",
            f"Save the changes to “{opened.title}”?",
            "They are lost if you don’t.",
            "Save",
            "Don’t save",
        )
        return answer is Answer.SECOND or (answer is Answer.FIRST and self.save(opened))

    def _read(self, path: Path) -> Document | None:
        try:
            document = load(path)
        except FileProblem as problem:
            tell(self._window, "The map was not opened", str(problem))
            return None
        # What was just read stays for as long as its tab: the collector need not walk it again and again.
        gc.freeze()
        return document

    def _show(self, opened: OpenMap) -> None:
        front = self._maps.front
        self._maps.put(opened)
        if front is not None and front.is_untouched:
            self._maps.take(front)

    def _remember(self, path: Path) -> None:
        self._settings.remember(path)
        self._settings.folder = path.parent
        self.recent_changed.emit()


def file_name(title: str) -> str:
    """A title as the name of a file that every system accepts."""
    plain = "".join(letter if letter.isalnum() or letter in " -_()" else " " for letter in title)
    return " ".join(plain.split())[:80] or "Untitled map"
