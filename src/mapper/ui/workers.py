"""Sums beside the window: an answer worked out of immutable values, of which only the newest counts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject

from mapper.ui.task import Task

Question = TypeVar("Question")
Answer = TypeVar("Answer")


class Worker(Generic[Question, Answer]):
    """Answers the latest question. While one is worked on, newer ones wait, and only the newest of them counts."""

    def __init__(
        self, work_out: Callable[[Question], Answer], take: Callable[[Question, Answer], None], owner: QObject
    ) -> None:
        """`work_out` runs in another thread, `take` in the window's. When its owner is gone the worker falls silent."""
        self._work_out, self._take, self._owner = work_out, take, owner
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
        Task(self._owner, lambda: work_out(question), self._answered, self._failed)

    def _answered(self, answer: Answer) -> None:
        question = self._next()
        if question is not None and not self.is_busy:
            self._take(question, answer)

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
