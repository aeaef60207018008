"""Opening, saving and closing maps, with the questions that go with it. Files are written beside the window, as they are
read: a share that has gone away must not take the window with it."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from mapper.atomic import shown_name
from mapper.editor.tools.base import settle
from mapper.files.keeping import ChangedMeanwhile, Kept, Stamp, keep
from mapper.files.native import SUFFIX
from mapper.ui.maps import Away, Maps, OpenMap
from mapper.ui.messages import Answer, ask, explain, offer, stand_by, tell
from mapper.ui.opening import HURRY, Opening
from mapper.ui.settings import Settings
from mapper.ui.style.appearance import Appearance
from mapper.ui.task import Task
from mapper.ui.waits import Wait, Waits

if TYPE_CHECKING:
    from mapper.ui.windows import Windows

FILTER = f"Wardley maps (*{SUFFIX});;All files (*)"


@dataclass(slots=True)
class _Save:
    """A save under way. `stop` keeps it from taking the file's place; `is_again` says that another was asked for."""

    path: Path
    wait: Wait
    stop: threading.Event
    is_again: bool = False


class Filing(QObject):
    """Moves maps between files and tabs. `recent_changed` says that the list of files used last differs; `rested` that
    a save has come to an end, whichever; `waits` shows what is slow."""

    recent_changed = Signal()
    rested = Signal()

    def __init__(
        self, maps: Maps, settings: Settings, appearance: Appearance, windows: Windows, window: QWidget
    ) -> None:
        super().__init__(window)
        self._maps, self._settings, self._appearance = maps, settings, appearance
        self._windows, self._window = windows, window
        self._saves: dict[OpenMap, _Save] = {}
        self.waits = Waits()
        self._opening = Opening(self.waits, window)
        self._opening.kept.connect(self._take)

    def new(self) -> None:
        """A new map in a tab of its own."""
        self._show(OpenMap(self._appearance.theme))

    # Opening.

    def open(self, paths: Iterable[Path]) -> None:
        """Each file in a tab; one that is open already comes to the front. What cannot be opened is told of.

        A sample and a map that was made elsewhere open as copies that have no file yet: they must not be saved over.
        """
        self._opening.open(paths)

    def ask_open(self) -> None:
        """Let the user choose files to open."""
        self._opening.choose(self._settings.folder)

    def _take(self, kept: Kept) -> None:
        # What was just read stays for as long as its tab: the collector need not walk it again and again.
        gc.freeze()
        held = self._windows.holding(kept.path)
        if held is not None and not kept.is_copy:
            self._windows.show(held)
        else:
            self._show(OpenMap(self._appearance.theme, kept))
        if not kept.is_sample:
            self._remember(kept.path)

    # Saving.

    def save(self, opened: OpenMap) -> None:
        """Save to the map's file, asking for one if it has none."""
        if opened.path is None:
            self.save_as(opened)
        else:
            self._keep(opened, opened.path, opened.stamp)

    def save_as(self, opened: OpenMap) -> None:
        """Save to a file that the user chooses."""
        start = opened.path or Path(f"{self.beside(opened)}{SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(self._window, "Save the map as", str(start), FILTER)
        path = self._settled_on(Path(name), opened) if name else None
        if path is not None:
            self._keep(opened, path, None)

    def beside(self, opened: OpenMap) -> Path:
        """A name, less the suffix, beside the map's own file or the one that it was read from."""
        file = opened.path or opened.origin
        return file.with_name(file.stem) if file else self._settings.folder / file_name(opened.title)

    def _settled_on(self, chosen: Path, opened: OpenMap) -> Path | None:
        """Where to save, given what the user chose; None if it is better not to.

        A file that does not end as ours do may be the one that another program wants back as it was.
        """
        path = chosen
        if chosen.suffix.lower() != SUFFIX and chosen != opened.path:
            path = chosen.with_name(chosen.name + SUFFIX)
        held = self._windows.holding(Path(os.path.realpath(path)))
        if held is not None and held is not opened:
            sentence = f"“{path.name}” is open in another tab: choose another name, or close that tab first."
            tell(self._window, "The map was not saved", sentence)
            return None
        # The file dialog has asked about the name that was chosen, not about this one.
        if path != chosen and os.path.exists(path):
            question = f"“{path.name}” exists already."
            if not offer(self._window, "Replace the file?", question, "", "Replace", "Keep it"):
                return None
        return path

    def _keep(self, opened: OpenMap, path: Path, expected: Stamp | None) -> None:
        """Write what the map is now; what is changed while that lasts stays unsaved."""
        settle(opened.session)
        running = self._saves.get(opened)
        if running is not None and running.path == path:
            running.is_again = True
            return
        if running is not None:
            running.wait.cancel()
        document, stop = opened.session.document, threading.Event()
        wait = self.waits.add(f"Saving “{shown_name(path)}”…")
        self._saves[opened] = _Save(path, wait, stop)
        task = Task(
            self,
            lambda: keep(document, path, expected, lambda: not stop.is_set()),
            lambda kept: self._kept(opened, kept),
            lambda error: self._not_kept(opened, error),
        )
        wait.cancelled.connect(lambda: self._give_up(opened, task))
        task.hurry(HURRY)

    def _kept(self, opened: OpenMap, kept: Kept) -> None:
        save = self._end(opened)
        opened.kept(kept)
        self._remember(kept.path)
        if save.is_again and opened.is_modified:
            self.save(opened)

    def _not_kept(self, opened: OpenMap, error: BaseException) -> None:
        save = self._end(opened)
        if not isinstance(error, ChangedMeanwhile):
            explain(self._window, "The map was not saved", error)
            return
        answer = ask(
            self._window,
            "The file has changed",
            f"“{save.path.name}” was changed by someone else since you opened it.",
            "Overwriting it loses what they changed.",
            "Save as…",
            "Overwrite",
        )
        if answer is Answer.FIRST:
            self.save_as(opened)
        elif answer is Answer.SECOND:
            self._keep(opened, save.path, None)

    def _give_up(self, opened: OpenMap, task: Task[Kept]) -> None:
        task.drop()
        self._end(opened).stop.set()

    def _end(self, opened: OpenMap) -> _Save:
        save = self._saves.pop(opened)
        save.wait.end()
        self.rested.emit()
        return save

    # Closing.

    def close(self, opened: OpenMap) -> None:
        """Close a tab, asking first if that would lose something."""
        if self.may_close(opened):
            self._windows.remember(opened)
            self._maps.take(opened)

    def bring_back(self, away: Away) -> None:
        """A map that was taken out of its tab, in a tab again."""
        self._show(OpenMap.back(self._appearance.theme, away))

    def may_close(self, opened: OpenMap) -> bool:
        """Whether nothing is lost by closing: saved, or the user does not want it saved."""
        settle(opened.session)
        if not self.is_at_rest(opened):
            return False
        if not opened.would_be_lost:
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
        if answer is Answer.FIRST:
            self.save(opened)
            return self.is_at_rest(opened) and not opened.is_modified
        return answer is Answer.SECOND

    def is_at_rest(self, opened: OpenMap) -> bool:
        """Stand by while the map is being saved. Answers whether that has come to an end; the user may not wait."""
        while opened in self._saves:
            sentence = f"Saving “{shown_name(self._saves[opened].path)}”…"
            if not stand_by(self._window, "Still saving", sentence, self.rested):
                return False
        return True

    def _show(self, opened: OpenMap) -> None:
        front = self._maps.front
        self._maps.put(opened)
        if front is not None and front.is_untouched:
            self._maps.take(front)

    def _remember(self, path: Path) -> None:
        try:
            str(path).encode()
        except UnicodeEncodeError:
            return  # settings are text, and a name that is none would come back as another
        self._settings.remember(path)
        self._settings.folder = path.parent
        self.recent_changed.emit()


_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
_LONGEST = 160
"""Bytes of a file name: systems take 255, and a suffix and a temporary beginning must fit too."""


def file_name(title: str) -> str:
    """A title as the name of a file that every system accepts, and that no program takes for an option."""
    plain = "".join(letter if letter.isalnum() or letter in " -_()" else " " for letter in title)
    short = " ".join(plain.split()).lstrip("-").encode()[:_LONGEST].decode(errors="ignore").strip()
    return "Untitled map" if not short or short.lower() in _RESERVED else short
