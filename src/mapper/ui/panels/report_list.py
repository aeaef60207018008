"""What was not understood in a file, as a table."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mapper.files.report import Problem

Index = QModelIndex | QPersistentModelIndex
HEADS = ("Line", "What stands there", "Why", "What was done")


class ReportList(QAbstractTableModel):
    """One row a problem, in the order of the file."""

    def __init__(self, problems: tuple[Problem, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.problems = problems

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.problems)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        is_head = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return HEADS[section] if is_head else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        problem = self.problems[index.row()]
        words = (str(problem.line or ""), problem.text.strip(), problem.reason, problem.done)[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.ToolTipRole and words:
            # A tooltip would read markup; what is shown is a stranger's text.
            return f"<span>{escape(words)}</span>"
        return None


def told(problems: Iterable[Problem]) -> str:
    """Problems as lines of text that begin with words: no spreadsheet takes them for a formula."""
    return "\n".join(map(_told, problems))


def _told(problem: Problem) -> str:
    place = f"Line {problem.line}: " if problem.line else ""
    text = f"“{problem.text.strip()}”. " if problem.text.strip() else ""
    return f"{place}{text}{problem.reason} {problem.done}".strip()
