"""Files that are dropped anywhere on a window are opened: a text field below the pointer would take their names as text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


class FileDrops(QObject):
    """Takes drags of files before any part of the window sees them; `open_files` is called once they are dropped."""

    def __init__(self, open_files: Callable[[Sequence[Path]], None], window: QWidget) -> None:
        super().__init__(window)
        self._open_files = open_files

    def watch(self, window: QWidget) -> None:
        """Take what is dragged over a window that is shown; it may be told more than once."""
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):  # what is dragged over a window is one, too
            return False
        files = _files(event.mimeData())
        if not files:
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self._open_files(files)
        return True


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
