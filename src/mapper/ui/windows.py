"""The windows of one program: what they know of each other."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from mapper.editor.tools.base import settle
from mapper.ui.keys import Keys
from mapper.ui.maps import Away, OpenMap
from mapper.ui.messages import Answer, ask
from mapper.ui.settings import Settings

if TYPE_CHECKING:
    from mapper.ui.window import MainWindow

BESIDE = QPoint(36, 36)
"""So far from the window that it comes from a new one appears, in pixels."""
REMEMBERED = 10
MOST_NAMES = 8


class Windows(QObject):
    """Every window that is open, and the maps that were closed last: those can be opened again with all their past."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.all: list[MainWindow] = []
        self.keys = Keys(settings, self)
        self._closed: deque[Away] = deque(maxlen=REMEMBERED)

    @property
    def front(self) -> MainWindow | None:
        """The window in hand."""
        return next((window for window in self.all if window.isActiveWindow()), self.all[-1] if self.all else None)

    def new(self, beside: MainWindow) -> MainWindow:
        """Another window, with the start page."""
        from mapper.ui.window import MainWindow

        made = MainWindow(beside.settings, beside.appearance, self)
        made.resize(beside.size())
        room, corner = beside.screen().availableGeometry(), beside.pos() + BESIDE
        whole = beside.frameGeometry()  # the new one has no frame round it before it is shown
        made.move(min(corner.x(), room.right() - whole.width()), min(corner.y(), room.bottom() - whole.height()))
        made.show()
        made.activateWindow()
        return made

    def move_to_new(self, opened: OpenMap, window: MainWindow) -> None:
        """A map out of its window into one of its own."""
        settle(opened.session)
        if window.filing.is_at_rest(opened):
            away = opened.away()
            window.maps.take(opened)
            self.new(window).filing.bring_back(away)

    # Files.

    def holding(self, path: Path) -> OpenMap | None:
        """The map that a file is open in already, in whichever window; every link of the path has been followed."""
        found = (window.maps.holding(path) for window in self.all)
        return next((opened for opened in found if opened is not None), None)

    def show(self, opened: OpenMap) -> None:
        """Bring a map to the front, and its window."""
        for window in self.all:
            if opened in window.maps.all():
                window.maps.show(opened)
                window.raise_()
                window.activateWindow()

    def refresh_recent(self) -> None:
        """The list of files used last differs."""
        for window in self.all:
            window.start.recent.refresh()

    # Closing.

    def remember(self, opened: OpenMap) -> None:
        """A map is about to be closed."""
        if not opened.is_untouched:
            self._closed.append(opened.away())

    @property
    def can_reopen(self) -> bool:
        """Whether a map was closed that can be opened again."""
        return bool(self._closed)

    def reopen(self, window: MainWindow) -> None:
        """The map that was closed last, as it was, in this window; if its file is open again by now, that is shown."""
        if self._closed:
            away = self._closed.pop()
            held = self.holding(away.path) if away.path is not None else None
            if held is not None:
                self.show(held)
            else:
                window.filing.bring_back(away)

    def left(self, window: MainWindow) -> None:
        """A window was closed."""
        if window in self.all:
            for opened in window.maps.all():
                self.remember(opened)
            self.all.remove(window)
        if self.all:
            window.deleteLater()

    def quit(self) -> None:
        """Close every window, if nothing is lost by it."""
        if may_leave(self.all):
            for window in reversed(self.all[:]):
                window.leave()


def may_leave(windows: list[MainWindow]) -> bool:
    """Whether these windows may close: everything is saved, or need not be. Of all that is not, it is asked once."""
    maps = [(window, opened) for window in windows for opened in window.maps.all()]
    for _, opened in maps:
        settle(opened.session)
    if sum(opened.would_be_lost for _, opened in maps) < 2:
        return all(window.filing.may_close(opened) for window, opened in maps)
    if not all(window.filing.is_at_rest(opened) for window, opened in maps):
        return False
    unsaved = [(window, opened) for window, opened in maps if opened.would_be_lost]
    names = [f"“{opened.title}”" for _, opened in unsaved]
    more = "" if len(names) <= MOST_NAMES else f" and {len(names) - MOST_NAMES} more"
    answer = ask(
        windows[0],
        "Save the maps?",
        f"Save the changes to {len(names)} maps?",
        f"{', '.join(names[:MOST_NAMES])}{more}: their changes are lost if you don’t.",
        "Save all",
        "Don’t save",
    )
    if answer is Answer.FIRST:
        return all(_is_saved(window, opened) for window, opened in unsaved)
    return answer is Answer.SECOND


def _is_saved(window: MainWindow, opened: OpenMap) -> bool:
    window.maps.show(opened)
    window.filing.save(opened)
    return window.filing.is_at_rest(opened) and not opened.is_modified
