"""Work beside the window: a thread works a value out of immutable ones, and the window takes it when it comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

Question = TypeVar("Question")
Answer = TypeVar("Answer")


class _Post(QObject):
    """Carries an answer from a thread of the pool to the window's. `failed` carries what went wrong."""

    answered = Signal(object)
    failed = Signal(object)


class _Job(QRunnable):
    def __init__(self, work: Callable[[], object], post: _Post) -> None:
        super().__init__()
        self._work = work
        self._post = post

    def run(self) -> None:
        try:
            answer = self._work()
        except BaseException as problem:  # a thread has nobody above it: the window raises it where it is seen
            self._post.failed.emit(problem)
            return
        self._post.answered.emit(answer)


class Worker(QObject, Generic[Question, Answer]):
    """Answers the latest question. While one is worked on, newer ones wait, and only the newest of them counts."""

    def __init__(
        self, work_out: Callable[[Question], Answer], take: Callable[[Question, Answer], None], owner: QObject
    ) -> None:
        """`work_out` runs in another thread, `take` in the window's. With its owner the worker falls silent."""
        super().__init__(owner)
        self._work_out = work_out
        self._take = take
        self._post = _Post()  # not a child: a job may outlive the owner, and then speaks to nobody
        self._post.answered.connect(self._answered)
        self._post.failed.connect(self._failed)
        self._asked: Question | None = None
        self._waiting: Question | None = None

    @property
    def is_busy(self) -> bool:
        return self._asked is not None

    def ask(self, question: Question) -> None:
        if self._asked is not None:
            self._waiting = question
            return
        self._asked = question
        work_out = self._work_out
        QThreadPool.globalInstance().start(_Job(lambda: work_out(question), self._post))

    @Slot(object)
    def _answered(self, answer: Answer) -> None:
        question = self._next()
        if question is not None and not self.is_busy:
            self._take(question, answer)

    @Slot(object)
    def _failed(self, problem: BaseException) -> None:
        self._next()
        raise problem

    def _next(self) -> Question | None:
        """Go on to the question that waits; answers with the one that was worked on."""
        asked, self._asked = self._asked, None
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.ask(waiting)
        return asked
