"""The import report: how a map that was made elsewhere was read, and what of it was not understood."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from mapper.files.report import Opened
from mapper.procurement.words import counted
from mapper.ui.icons import icon
from mapper.ui.panels.report_list import ReportList, told

MOST_ROWS = 5
"""The panel begins with so many rows: the map is what the user came for."""


class ReportPanel(QWidget):
    """One map's report.

    `place_asked(problem)` wants what that problem is about shown, `text_asked(problem)` its text too; `close_asked` wants
    the panel out of the way.
    """

    place_asked = Signal(object)
    text_asked = Signal(object)
    close_asked = Signal()

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Import report")
        self._opened = opened
        self.problems = ReportList(opened, self)
        self.summary = _words(summary(opened))
        self.summary.setObjectName("head")
        self.notices = _words("\n".join(opened.notices))
        self.notices.setVisible(bool(opened.notices))
        self.copy_all = QPushButton("Copy all")
        self.copy_all.setObjectName("link")
        self.copy_all.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text()))
        self.close_button = QToolButton()
        self.close_button.setObjectName("close")
        self.close_button.setIcon(icon("close"))
        self.close_button.setToolTip("Close the import report; the View menu shows it again")
        self.close_button.setAccessibleName("Close the import report")
        self.close_button.clicked.connect(self.close_asked)
        self.list = self._list()
        self._lay_out()

    def text(self) -> str:
        """The whole report as text."""
        parts = (self.summary.text(), *self._opened.notices, told(self._opened, self._opened.problems))
        return "\n".join(part for part in parts if part) + "\n"

    def height_for(self, width: int) -> int:
        """Pixels for its words and the first few problems."""
        rows = min(MOST_ROWS, len(self._opened.problems))
        words = self.heightForWidth(width) - self.list.sizeHint().height() * bool(rows)
        return words + (self.list.header().sizeHint().height() + rows * self.list.sizeHintForRow(0) + 4 if rows else 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Why and what was done want most of the room."""
        super().resizeEvent(event)
        measure, header = self.list.fontMetrics().horizontalAdvance, self.list.header()
        header.resizeSection(0, min(self.width() // 4, measure(self._widest_place())))
        header.resizeSection(1, min(self.width() // 4, measure("What stands there on that line")))

    def _list(self) -> QTreeView:
        view = QTreeView()
        view.setModel(self.problems)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setAccessibleName("What was not understood")
        view.setVisible(bool(self._opened.problems))
        header = view.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in (0, 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        view.clicked.connect(lambda index: self._ask(self.place_asked, index))
        view.activated.connect(lambda index: self._ask(self.text_asked, index))
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), view)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self._copy)
        return view

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 0, 8, 0)
        top.addWidget(self.summary, 1)
        top.addWidget(self.copy_all, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        notices = QHBoxLayout()
        notices.setContentsMargins(12, 0, 12, 0)
        notices.addWidget(self.notices)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addLayout(notices)
        rows = QHBoxLayout()
        rows.setContentsMargins(6, 0, 0, 0)
        rows.addWidget(self.list)
        column.addLayout(rows, 1)
        if not self._opened.problems:
            column.addStretch(1)

    def _ask(self, signal: SignalInstance, index: QModelIndex) -> None:
        signal.emit(self._opened.problems[index.row()])

    def _widest_place(self) -> str:
        sheets = {problem.sheet for problem in self._opened.problems}
        return max((f"00000 of “{sheet}”" for sheet in sheets if sheet), key=len, default="Line 0000")

    def _copy(self) -> None:
        rows = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        if rows:
            QGuiApplication.clipboard().setText(told(self._opened, (self._opened.problems[row] for row in rows)) + "\n")


def summary(opened: Opened) -> str:
    """What came of a file, in one sentence."""
    if not opened.problems:
        return f"Opened as {opened.format}: everything was understood."
    lost = counted(opened.unresolved_links, "link that leads nowhere", "links that lead nowhere")
    of_them = f", {lost} among them" if opened.unresolved_links else ""
    kept = "; all of it is kept" if opened.document.source is not None else ""
    many = counted(len(opened.problems), "thing was", "things were")
    return f"Opened as {opened.format}: {many} not understood{of_them}{kept}."


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    return label
