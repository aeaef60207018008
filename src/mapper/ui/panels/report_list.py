"""What was not understood in a file, as a table."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mapper.files.report import Opened, Problem

Index = QModelIndex | QPersistentModelIndex
_HEADS = ("What stands there", "Why", "What was done")


class ReportList(QAbstractTableModel):
    """One row a problem, in the order of the file."""

    def __init__(self, opened: Opened, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.problems = opened.problems
        self._heads = ("Row" if opened.in_rows else "Line", *_HEADS)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.problems)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        is_head = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._heads[section] if is_head else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        problem = self.problems[index.row()]
        words = (_place(problem), problem.text.strip(), problem.reason, problem.done)[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.ToolTipRole and words:
            # A tooltip would read markup; what is shown is a stranger's text.
            return f"<span>{escape(words)}</span>"
        return None


def told(opened: Opened, problems: Iterable[Problem]) -> str:
    """Problems as lines of text that begin with words: no spreadsheet takes them for a formula."""
    return "\n".join(_told(opened.place_of(problem), problem) for problem in problems)


def _place(problem: Problem) -> str:
    of_sheet = f" of “{problem.sheet}”" if problem.sheet else ""
    return f"{problem.line}{of_sheet}" if problem.line else ""


def _told(at: str, problem: Problem) -> str:
    place = f"{at[:1].upper()}{at[1:]}: " if at else ""
    text = f"“{problem.text.strip()}”. " if problem.text.strip() else ""
    return f"{place}{text}{problem.reason} {problem.done}".strip()
