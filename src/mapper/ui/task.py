"""Work beside the window: files, shares, exports, and the sums of `workers`. The one place where threads start."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable
from functools import cache
from itertools import count
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")
THREAD = "mapper-task"


class Task(Generic[T]):
    """A piece of work under way.

    Exactly one of `done(result)` and `failed(error)` is called, in the window's thread, unless the task was dropped or
    its owner is gone. `work` must hold nothing of Qt's but plain values: its thread may be the last to let go of it.
    The thread does not keep the program alive: a share that never answers must not keep a window from closing.
    """

    def __init__(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        self._owner, self._done, self._failed = owner, done, failed
        self._number = _post_office().expect(self)
        arguments = (work, self._number, _post_office())
        self._thread = threading.Thread(target=_work, args=arguments, name=THREAD, daemon=True)
        self._thread.start()

    def hurry(self, seconds: float) -> bool:
        """Stand still for the answer, but no longer than this: what is quick need not be seen to be waited for.

        Answers whether it came, and then `done` or `failed` has been called.
        """
        self._thread.join(seconds)
        if self._thread.is_alive():
            return False
        QCoreApplication.sendPostedEvents(_post_office(), QEvent.Type.MetaCall)
        return True

    def drop(self) -> None:
        """Nobody waits for the answer any more."""
        _post_office().forget(self._number)

    def take(self, is_done: bool, answer: object) -> None:
        """The answer has come."""
        if isValid(self._owner):
            if is_done:
                self._done(cast(T, answer))
            else:
                self._failed(cast(BaseException, answer))


def all_rest(seconds: float) -> bool:
    """Wait for what is still worked on, but no longer than this. Answers whether nothing is any more.

    If something is, the process must end at once: Python would end first and stop threads in the middle of foreign
    code, which aborts the process.
    """
    end = time.monotonic() + seconds
    working = [thread for thread in threading.enumerate() if thread.name == THREAD]
    for thread in working:
        thread.join(max(0.0, end - time.monotonic()))
    return not any(thread.is_alive() for thread in working)


class _PostOffice(QObject):
    """Carries answers from threads to the window's event loop.

    There is one for as long as the program runs, and threads know a task by its number alone: an object of Qt's whose
    last reference a thread dropped would be taken down in that thread, under the window's feet.
    """

    answered = Signal(int, bool, object)

    def __init__(self) -> None:
        super().__init__()
        self._numbers = count()
        self._expected: dict[int, Task[object]] = {}
        self.answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def expect(self, task: Task[T]) -> int:
        number = next(self._numbers)
        self._expected[number] = cast("Task[object]", task)
        return number

    def forget(self, number: int) -> None:
        self._expected.pop(number, None)

    @Slot(int, bool, object)
    def _deliver(self, number: int, is_done: bool, answer: object) -> None:
        task = self._expected.pop(number, None)
        if task is not None:
            task.take(is_done, answer)


@cache
def _post_office() -> _PostOffice:
    return _PostOffice()


def _work(work: Callable[[], object], number: int, post_office: _PostOffice) -> None:
    try:
        is_done, answer = True, work()
    except BaseException as error:  # raised where somebody can tell the user: a thread has nobody above it
        is_done, answer = False, error
    # When the program ends in the meantime, Qt has taken the post office down and nobody waits.
    with contextlib.suppress(RuntimeError):
        post_office.answered.emit(number, is_done, answer)
