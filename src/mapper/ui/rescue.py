"""What happens when the program itself is at fault: the window stays, its maps stay, and the user is told."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from mapper import faults
from mapper.ui.messages import offer

if TYPE_CHECKING:
    from mapper.ui.windows import Windows


class Rescue(QObject):
    """Takes the errors that nobody foresaw. Each is noted and told of once: one while painting would come each frame."""

    def __init__(self, windows: Windows) -> None:
        super().__init__(windows)
        self._windows = windows
        self._known: set[tuple[str, str, int]] = set()
        self._log = ""
        # Never from within a paint or a drag: a dialog has an event loop of its own.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._tell)

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """As `sys.excepthook`."""
        place = faults.place(error)
        if place not in self._known:
            self._known.add(place)
            log = faults.record(error)
            self._log = f" What happened is noted, without a word of your maps, in “{log}”." if log else ""
            self._soon.start()

    def _tell(self) -> None:
        window = self._windows.front
        if window is None:
            return
        front = window.maps.front
        sentence = "Something went wrong in Mapper: what you did last may not have worked."
        if front is None:
            offer(window, "Something went wrong", sentence, self._log.strip(), "", "Go on")
            return
        more = f"Your maps are still open. To be safe, save yours under another name.{self._log}"
        if offer(window, "Something went wrong", sentence, more, "Save as…", "Go on"):
            window.filing.save_as(front)
