"""Reading maps of every format, with the questions that some leave open. Files are read beside the window: a share that
has gone away must not take the window with it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from mapper.atomic import shown_name
from mapper.files.importer import Question
from mapper.files.importers import IMPORTERS
from mapper.files.keeping import Found, Kept, find
from mapper.files.tables import CSV, XLSX
from mapper.ui.messages import explain
from mapper.ui.task import Task
from mapper.ui.waits import Waits

if TYPE_CHECKING:
    from mapper.ui.dialogs.mapping import MappingDialog
    from mapper.ui.dialogs.questions import QuestionsDialog

HURRY = 0.25
"""Seconds for which the window stands still for a file: most are there by then, and nothing need flicker."""


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A file that leaves something open."""

    found: Found
    questions: tuple[Question, ...]


class Opening(QObject):
    """Reads files and tells of what cannot be read. `kept(map)` comes for each map, in the order in which they are
    there; questions are asked one file after the other, and backing out of them opens nothing."""

    kept = Signal(object)

    def __init__(self, waits: Waits, window: QWidget) -> None:
        super().__init__(window)
        self._waits, self._window = waits, window
        self._inquiries: deque[Inquiry] = deque()
        self._is_asking = False

    def open(self, paths: Iterable[Path]) -> None:
        """Read these files."""
        patience = HURRY
        for path in paths:
            if not self._read(path, partial(_look, path)).hurry(patience):
                patience = 0

    def choose(self, folder: Path) -> None:
        """Let the user choose files to read."""
        names, _ = QFileDialog.getOpenFileNames(self._window, "Open a map", str(folder), filters())
        self.open(Path(name) for name in names)

    def _read(self, path: Path, work: Callable[[], Kept | Inquiry]) -> Task[Kept | Inquiry]:
        wait = self._waits.add(f"Opening “{shown_name(path)}”…")

        def take(answer: Kept | Inquiry) -> None:
            wait.end()
            self._take(answer)

        def fail(error: BaseException) -> None:
            wait.end()
            explain(self._window, "The map was not opened", error)

        task = Task(self, work, take, fail)
        wait.cancelled.connect(task.drop)
        return task

    def _take(self, answer: Kept | Inquiry) -> None:
        if isinstance(answer, Kept):
            self.kept.emit(answer)
            return
        self._inquiries.append(answer)
        if not self._is_asking:
            self._is_asking = True
            while self._inquiries:
                self._ask(self._inquiries.popleft())
            self._is_asking = False

    def _ask(self, inquiry: Inquiry) -> None:
        found, dialog = inquiry.found, _dialog(inquiry, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            answers = dialog.answers
            self._read(found.path, lambda: found.read(answers)).hurry(HURRY)
        dialog.deleteLater()


def filters() -> str:
    """The formats that maps come in, as file dialogs want them: all of them, each by itself, and whatever else."""
    suffixes = dict.fromkeys(suffix for importer in IMPORTERS for suffix in importer.suffixes)
    each = [f"{importer.title} ({_patterns(importer.suffixes)})" for importer in IMPORTERS]
    return ";;".join([f"Maps ({_patterns(suffixes)})", *each, "All files (*)"])


def _patterns(suffixes: Iterable[str]) -> str:
    return " ".join(f"*{suffix}" for suffix in suffixes)


def _dialog(inquiry: Inquiry, window: QWidget) -> MappingDialog | QuestionsDialog:
    """What the columns of a table hold is best asked over the table itself."""
    from mapper.ui.dialogs.mapping import MappingDialog
    from mapper.ui.dialogs.questions import QuestionsDialog

    found = inquiry.found
    if found.importer in (CSV, XLSX):
        return MappingDialog(found, window)
    return QuestionsDialog(found.content.name, found.importer.title, inquiry.questions, window)


def _look(path: Path) -> Kept | Inquiry:
    found = find(path)
    questions = found.questions
    return Inquiry(found, questions) if questions else found.read({})
