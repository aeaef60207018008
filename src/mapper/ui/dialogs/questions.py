"""What a file leaves open, asked before it is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from mapper.files.importer import Answers, Question

WIDTH = 520
TALLEST = 420
"""Pixels of questions; with more of them they scroll."""


class QuestionsDialog(QDialog):
    """Each question with its choices, the usual one chosen. `answers` holds what is chosen now."""

    def __init__(self, name: str, title: str, questions: Sequence[Question], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Before the map opens")
        self.setMinimumWidth(WIDTH)
        self.asked = [AskedQuestion(question) for question in questions]
        self.words = _plain(f"“{name}” ({title}) leaves open how some of it is meant.")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addWidget(self._sheet())
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.open_button.setDefault(True)
        self.asked[0].take_focus()

    @property
    def open_button(self) -> QPushButton:
        return self.buttons.button(QDialogButtonBox.StandardButton.Open)

    @property
    def answers(self) -> Answers:
        return {asked.question.id: asked.answer for asked in self.asked}

    def _sheet(self) -> QScrollArea:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(16)
        for asked in self.asked:
            column.addWidget(asked)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(sheet)
        area.setFixedHeight(min(TALLEST, sheet.heightForWidth(WIDTH - 48)))
        return area


class AskedQuestion(QWidget):
    """One question and a radio button for each of its choices."""

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self.setAccessibleName(question.text)
        self.buttons = [QRadioButton() for _ in question.choices]
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        head = _plain(question.text)
        head.setObjectName("head")
        column.addWidget(head)
        self.words = [
            Words(told, button.click) for button, (_, told) in zip(self.buttons, question.choices, strict=True)
        ]
        for button, words in zip(self.buttons, self.words, strict=True):
            button.setAccessibleName(words.text())
            group.addButton(button)
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(words, 1)
            column.addLayout(line)
        self.choose(question.default)

    @property
    def answer(self) -> str:
        """What is kept of the choice in hand."""
        return next(
            kept for button, (kept, _) in zip(self.buttons, self.question.choices, strict=True) if button.isChecked()
        )

    def choose(self, answer: str) -> None:
        self.buttons[[kept for kept, _ in self.question.choices].index(answer)].setChecked(True)

    def take_focus(self) -> None:
        """The arrow keys go from choice to choice."""
        next(button for button in self.buttons if button.isChecked()).setFocus(Qt.FocusReason.TabFocusReason)


class Words(QLabel):
    """Text beside a button that goes over several lines; a click on it is a click on the button."""

    def __init__(self, text: str, click: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._click = click

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._click()


def _plain(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
