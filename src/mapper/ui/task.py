"""Waiting for the world beside the window: files, shares, exports. The canvas's own sums are `workers`' matter."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from shiboken6 import isValid

T = TypeVar("T")


class _Bridge(QObject):
    """Carries an answer from the thread to the window's event loop."""

    done = Signal(object)
    failed = Signal(object)


class Task(Generic[T]):
    """A piece of work under way.

    Exactly one of `done(result)` and `failed(error)` is called, in the window's thread, unless the task was dropped or
    its owner is gone.
    The thread does not keep the program alive: a share that never answers must not keep a window from closing.
    """

    def __init__(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._owner, self._work, self._done, self._failed = owner, work, done, failed
        self._bridge = _Bridge()
        self._bridge.done.connect(self._finish, Qt.ConnectionType.QueuedConnection)
        self._bridge.failed.connect(self._fail, Qt.ConnectionType.QueuedConnection)
        _running.add(self)
        threading.Thread(target=self._run, daemon=True).start()

    def drop(self) -> None:
        """Nobody waits for the answer any more."""
        _running.discard(self)

    def _run(self) -> None:
        try:
            result = self._work()
        except Exception as error:  # raised where somebody can tell the user: a thread has nobody above it
            self._send(self._bridge.failed, error)
        else:
            self._send(self._bridge.done, result)

    def _send(self, signal: SignalInstance, answer: object) -> None:
        # When the program ends in the meantime, Qt has taken the bridge down and nobody waits.
        with contextlib.suppress(RuntimeError):
            signal.emit(answer)

    def _finish(self, result: object) -> None:
        if self._is_awaited():
            self._done(cast(T, result))

    def _fail(self, error: Exception) -> None:
        if self._is_awaited():
            self._failed(error)

    def _is_awaited(self) -> bool:
        is_running = self in _running
        _running.discard(self)
        return is_running and isValid(self._owner)


# Who starts a task need not keep it.
_running: set[object] = set()
