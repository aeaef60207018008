"""What the program says and asks, in plain text: names of maps are a stranger's words, never markup."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from mapper.files.problem import FileProblem


class Answer(Enum):
    """What the user chose; closing a question is CANCEL."""

    FIRST = auto()
    SECOND = auto()
    CANCEL = auto()


def tell(parent: QWidget | None, title: str, sentence: str) -> None:
    """Say one thing and wait for OK."""
    box = _box(parent, title, sentence)
    box.setIcon(QMessageBox.Icon.Warning)
    box.addButton(QMessageBox.StandardButton.Ok)
    box.exec()


def explain(parent: QWidget | None, title: str, error: BaseException) -> None:
    """Say what is wrong with a file. Raises what is no fault of the file's."""
    if not isinstance(error, FileProblem):
        raise error
    tell(parent, title, error.message)


def ask(parent: QWidget | None, title: str, question: str, more: str, first: str, second: str) -> Answer:
    """Ask a question with two answers and Cancel; the first is what Enter means."""
    box = _box(parent, title, question)
    box.setInformativeText(more)
    one = box.addButton(first, QMessageBox.ButtonRole.AcceptRole)
    two = box.addButton(second, QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(_as_push(one))
    box.setEscapeButton(cancel)
    box.exec()
    clicked = box.clickedButton()
    return Answer.FIRST if clicked is one else Answer.SECOND if clicked is two else Answer.CANCEL


def offer(parent: QWidget | None, title: str, sentence: str, more: str, yes: str, no: str) -> bool:
    """Say something and offer one thing, if there is one; `no` is what closing the box means."""
    box = _box(parent, title, sentence)
    box.setInformativeText(more)
    other = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    one = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole) if yes else other
    box.setDefaultButton(_as_push(one))
    box.setEscapeButton(other)
    box.exec()
    return bool(yes) and box.clickedButton() is one


def stand_by(parent: QWidget | None, title: str, sentence: str, until: SignalInstance) -> bool:
    """Say what is waited for until that signal comes. Answers whether it came: the user may go back instead."""
    box = _box(parent, title, sentence)
    box.addButton(QMessageBox.StandardButton.Cancel)
    until.connect(box.accept)
    box.exec()
    until.disconnect(box.accept)
    return box.clickedButton() is None


def _box(parent: QWidget | None, title: str, sentence: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(sentence)
    return box


def _as_push(button: QWidget) -> QPushButton:
    assert isinstance(button, QPushButton)
    return button
