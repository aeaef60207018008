"""The lists of files on the start page: those used last, and those of the team's shared folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from mapper.ui.settings import Settings
from mapper.ui.start.cards import FileLine
from mapper.ui.start.library import SUFFIX, Shelf, look, present
from mapper.ui.style.appearance import Appearance
from mapper.ui.task import Task

PATIENCE = 4000
"""Milliseconds after which a shared folder that has not answered is said to be slow."""


class FileList(QWidget):
    """A heading over lines that open a file, and a sentence where there is something to say."""

    chosen = Signal(object)

    def __init__(self, title: str, settings: Settings, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.settings, self._appearance = settings, appearance
        self.lines: list[FileLine] = []
        head = QLabel(title)
        head.setObjectName("head")
        self.state = QLabel()
        self.state.setObjectName("quiet")
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        self.column.addWidget(head)
        self.column.addWidget(self.state)
        self.column.addStretch(1)

    def say(self, sentence: str) -> None:
        self.state.setText(sentence)
        self.state.setVisible(bool(sentence))

    def fill(self, files: Sequence[tuple[Path, str, str]]) -> None:
        """Show these files: path, title, and what is said of them."""
        for line in self.lines:
            line.deleteLater()
        self.lines = [FileLine(*file, self._appearance) for file in files]
        for place, line in enumerate(self.lines):
            line.clicked.connect(lambda _=False, path=line.path: self.chosen.emit(path))
            self.column.insertWidget(2 + place, line)


class RecentList(FileList):
    """The files used last. Those that are gone turn grey as soon as that is known."""

    def __init__(self, settings: Settings, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__("Recent", settings, appearance, parent)
        self._looking: Task[frozenset[Path]] | None = None

    def refresh(self) -> None:
        if self._looking is not None:
            self._looking.drop()
        paths = self.settings.recent
        self.fill([(path, _called(path), str(path.parent)) for path in paths])
        self.say("" if paths else "Maps that you open or save are listed here.")
        self._looking = Task(self, lambda: present(paths), self._mark, _raise)

    def _mark(self, there: frozenset[Path]) -> None:
        for line in self.lines:
            line.mark_missing(line.path not in there)


class SharedList(FileList):
    """The team's maps. A folder that is away or slow is said to be, and nothing waits for it."""

    settings_asked = Signal()

    def __init__(self, settings: Settings, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__("Shared with your team", settings, appearance, parent)
        self._looking: Task[Shelf] | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(lambda: self.say("The shared folder is slow to answer; still looking."))
        self.name_folder = QPushButton("Name a shared folder…")
        self.name_folder.setObjectName("link")
        self.name_folder.clicked.connect(self.settings_asked)
        self.column.insertWidget(2, self.name_folder, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        folder = self.settings.library
        if self._looking is not None:
            self._looking.drop()
        self.fill([])
        self.name_folder.setVisible(not folder)
        if not folder:
            self.say("The maps of a folder that your team shares can be listed here.")
            return
        self.say("Looking in the shared folder…")
        self._patience.start()
        self._looking = Task(self, lambda: look(Path(folder)), self._show, self._fail)

    def _show(self, shelf: Shelf) -> None:
        self._patience.stop()
        self._looking = None
        self.fill([(found.path, found.title, found.summary or found.path.name) for found in shelf.maps])
        empty = "" if shelf.maps else "There are no maps in the shared folder yet."
        self.say(shelf.problem or ("Only some of the folder’s maps are shown." if shelf.is_cut else empty))

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, OSError):
            raise error
        self._show(Shelf(problem=f"The shared folder “{self.settings.library}” cannot be read now."))


def _called(path: Path) -> str:
    """A file of another program's is told from ours by its ending."""
    return path.stem if path.suffix == SUFFIX else path.name


def _raise(error: BaseException) -> None:
    raise error
