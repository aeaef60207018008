"""Refreshing a panel soon, without ever taking the drag's time."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

SHARE = 6


class Soon(QTimer):
    """Refreshes once for many changes. A refresh that takes long is made less often: a sixth of the time at most."""

    def __init__(self, refresh: Callable[[], None], least: int, parent: QObject) -> None:
        """`least` is how many milliseconds lie between two refreshes at least."""
        super().__init__(parent)
        self._refresh, self._least = refresh, least
        self._next = 0.0
        self.setSingleShot(True)
        self.timeout.connect(self._run)

    def ask(self) -> None:
        """Something has changed."""
        if not self.isActive():
            self.start(max(self._least, round(1000 * (self._next - perf_counter()))))

    def _run(self) -> None:
        began = perf_counter()
        self._refresh()
        ended = perf_counter()
        self._next = ended + SHARE * (ended - began)
