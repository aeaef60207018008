"""The line under the text: what is wrong with it, and the way from one problem to the next."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from mapper.files.report import Problem
from mapper.ui.icons import icon
from mapper.ui.panels.elided import Elided
from mapper.ui.text.highlighter import Span


def spans(problems: Iterable[Problem]) -> dict[int, list[Span]]:
    """Where problems are in the text, by line, counted from 0."""
    made: dict[int, list[Span]] = {}
    for problem in problems:
        if problem.line is not None:
            made.setdefault(problem.line - 1, []).append(((problem.column or 1) - 1, problem.length))
    return made


def sentences(problem: Problem) -> str:
    """What is wrong, and what was done about it."""
    return f"{problem.reason} {problem.done}".strip()


def under(problems: Iterable[Problem], line: int, column: int) -> str:
    """What is wrong at a place, both counted from 0."""
    here = [problem for problem in problems if problem.line == line + 1]
    return "\n".join(sentences(each) for each in here if 0 <= column + 1 - (each.column or 1) <= max(1, each.length))


def neighbour(problems: Iterable[Problem], line: int, column: int, way: int) -> tuple[int, int] | None:
    """The line and column, counted from 1, of the problem after a place or before it; after the last comes the first."""
    places = sorted({(each.line, each.column or 1) for each in problems if each.line is not None})
    here = (line + 1, column + 1)
    if way > 0:
        return next((place for place in places if place > here), places[0] if places else None)
    return next((place for place in reversed(places) if place < here), places[-1] if places else None)


class Sentences(Elided):
    """Words over two lines, whose room is there even for one: the text above is not to jump."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 2 * self.fontMetrics().lineSpacing())

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawText(self.contentsRect(), self._flags, self.shown())

    def shown(self) -> str:
        """As many of the words as there is room for: lines that break at words are not quite full."""
        measure, box = self.fontMetrics(), self.contentsRect()
        cut = self.text()
        for tenths in range(20, 9, -1):
            cut = measure.elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width() * tenths // 10)
            needed = measure.boundingRect(box, self._flags, cut)
            if needed.height() <= box.height() and needed.width() <= box.width():
                break
        return cut

    @property
    def _flags(self) -> int:
        return int(self.alignment()) | int(Qt.TextFlag.TextWordWrap)


class ProblemLine(QWidget):
    """`asked(word)` is "next-problem" or "previous-problem"."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Sentences()
        self.words.setObjectName("quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 4, 2)
        row.setSpacing(2)
        row.addWidget(self.words, 1)
        self.buttons = [
            self._button("up", "Previous problem (Shift+F8)", "previous-problem"),
            self._button("down", "Next problem (F8)", "next-problem"),
        ]
        for button in self.buttons:
            row.addWidget(button)

    def show_problems(self, problems: tuple[Problem, ...], line: int) -> None:
        """Say what is wrong at a line, counted from 0, else how much is wrong."""
        here = [problem for problem in problems if problem.line == line + 1]
        number = len(problems)
        count = "No problems" if not number else "1 problem" if number == 1 else f"{number} problems"
        self.words.setText(" ".join(map(sentences, here)) if here else count)
        for button in self.buttons:
            button.setEnabled(number > 0)

    def _button(self, name: str, tip: str, word: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(lambda: self.asked.emit(word))
        return button
