"""Work beside the window."""

from __future__ import annotations

import threading

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from mapper.ui.task import Task


def unexpected(answer: object) -> None:
    raise AssertionError(answer)


def test_the_answer_comes_in_the_windows_thread(qtbot: QtBot) -> None:
    owner, answers = QObject(), []
    Task(owner, lambda: threading.get_ident(), lambda id: answers.append((id, threading.get_ident())), unexpected)
    qtbot.waitUntil(lambda: bool(answers))
    ((worked_in, answered_in),) = answers
    assert worked_in != threading.get_ident()
    assert answered_in == threading.get_ident()


def test_what_went_wrong_comes_too(qtbot: QtBot) -> None:
    owner, problems = QObject(), []

    def work() -> None:
        raise OSError("away")

    Task(owner, work, unexpected, problems.append)
    qtbot.waitUntil(lambda: bool(problems))
    assert str(problems[0]) == "away"


def test_a_share_that_does_not_answer_keeps_neither_the_window_nor_the_program(qtbot: QtBot) -> None:
    owner, answers, release = QObject(), [], threading.Event()
    Task(owner, release.wait, unexpected, unexpected).drop()
    Task(owner, lambda: "quick", answers.append, unexpected)
    qtbot.waitUntil(lambda: answers == ["quick"])
    assert all(thread.daemon for thread in threading.enumerate() if thread is not threading.main_thread())
    release.set()
    qtbot.wait(50)


def test_nobody_is_told_once_the_owner_is_gone(qtbot: QtBot) -> None:
    owner, release = QObject(), threading.Event()
    Task(owner, release.wait, unexpected, unexpected)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    release.set()
    qtbot.wait(50)
