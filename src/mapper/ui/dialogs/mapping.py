"""What the columns of a table hold: guessed, shown over its first rows, and set right by the user."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from mapper.files.importer import Answers
from mapper.files.keeping import Found
from mapper.files.problem import FileProblem
from mapper.files.report import Opened
from mapper.files.tables import LINKS_SHEET, SHEET, Preview, preview
from mapper.procurement.words import counted
from mapper.ui.dialogs.columns import Columns
from mapper.ui.dialogs.table_page import TablePage
from mapper.ui.panels.combo import Combo
from mapper.ui.task import Task

HURRY = 0.15
NO_SHEET = "None"


@dataclass(frozen=True, slots=True)
class Look:
    """A table as it would be read: what is shown of it, what would come of it, and whether that is a map."""

    preview: Preview
    outcome: str
    is_map: bool


class MappingDialog(QDialog):
    """A combo over each column says what it holds; a line says what comes of it. `answers` holds what is chosen now. Where
    links have a sheet of their own, its columns are on a page of their own.

    Tables may be large: each choice is tried beside the window.
    """

    def __init__(self, found: Found, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Before the table opens")
        self.resize(QSize(1000, 480).boundedTo(self.screen().availableSize() * 0.9))
        self._found = found
        self._sheets: dict[str, str] = {}
        self._task: Task[Look] | None = None
        self.words = _plain(f"What do the columns of “{found.content.name}” hold?")
        self.words.setObjectName("head")
        self.sheet, self.links_sheet = Combo(), Combo()
        self.sheet.activated.connect(self._turn_sheet)
        self.links_sheet.activated.connect(self._turn_links)
        self.table, self.links = TablePage(), TablePage()
        for page in (self.table, self.links):
            page.header_chosen.connect(lambda: self._look(self._show))
            page.columns_chosen.connect(lambda: self._look(self._tell))
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.addTab(self.table, "Components")
        self.pages.addTab(self.links, "Links")
        self.outcome = _plain("")
        self.outcome.setAccessibleName("What will come of it")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        # A button takes this to heart only once it is in its dialog.
        self.open_button.setDefault(True)
        self._look(self._show)

    @property
    def open_button(self) -> QPushButton:
        return self.buttons.button(QDialogButtonBox.StandardButton.Open)

    @property
    def columns(self) -> Columns:
        """The columns of the components."""
        return self.table.columns

    @property
    def answers(self) -> Answers:
        return {**self._sheets, **self.table.answers, **self.links.answers}

    def _lay_out(self) -> None:
        self.form = QFormLayout()
        self.form.setSpacing(8)
        self.form.addRow("Components in", self.sheet)
        self.form.addRow("Links in", self.links_sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addLayout(self.form)
        column.addWidget(self.pages, 1)
        column.addWidget(self.outcome)
        column.addWidget(self.buttons)

    def _turn_sheet(self) -> None:
        """Another sheet has other columns."""
        self._sheets = {SHEET: self.sheet.currentText()}
        self.table.answers, self.links.answers = {}, {}
        self._look(self._show)

    def _turn_links(self) -> None:
        self._sheets[LINKS_SHEET] = self.links_sheet.currentText() if self.links_sheet.currentIndex() else ""
        self.links.answers = {}
        self._look(self._show)

    def _look(self, show: Callable[[Look], None]) -> None:
        """Try what is chosen now; of two tries the later one counts."""
        if self._task is not None:
            self._task.drop()
        found, answers = self._found, self.answers
        self.outcome.setText("Reading…")
        self.open_button.setEnabled(False)
        self._task = Task(self, lambda: _looked(found, answers), show, _raise)
        self._task.hurry(HURRY)

    def _show(self, look: Look) -> None:
        """Other tables than before, or other columns."""
        seen = look.preview
        for combo, names, name in (
            (self.sheet, list(seen.sheets), seen.sheet),
            (self.links_sheet, [NO_SHEET, *seen.sheets], seen.links_sheet or NO_SHEET),
        ):
            combo.clear()
            combo.addItems(names)
            combo.setCurrentIndex(names.index(name))
            self.form.setRowVisible(combo, len(seen.sheets) > 1)
        self.table.show_table(seen.table)
        if seen.links is not None:
            self.links.show_table(seen.links)
        self.pages.setTabVisible(1, seen.links is not None)
        self.pages.tabBar().setVisible(seen.links is not None)
        self._tell(look)
        # While the table was read only Cancel could have the focus, and Enter would have meant it.
        if self.focusWidget() in (None, self.buttons.button(QDialogButtonBox.StandardButton.Cancel)):
            self.columns.combos[0].setFocus()

    def _tell(self, look: Look) -> None:
        self.outcome.setObjectName("" if look.is_map else "wrong")
        self.outcome.style().polish(self.outcome)
        self.outcome.setText(look.outcome)
        self.open_button.setEnabled(look.is_map)


def _looked(found: Found, answers: Answers) -> Look:
    seen = preview(found.content, answers)
    try:
        return Look(seen, outcome(found.read(answers).opened), is_map=True)
    except FileProblem as problem:
        return Look(seen, problem.message, is_map=False)


def outcome(opened: Opened) -> str:
    """What comes of a table, in a sentence or two."""
    document = opened.document
    users = sum(component.is_anchor for component in document.components.values())
    parts = [counted(len(document.components) - users, "component")]
    parts += [counted(users, "user")] if users else []
    parts += [counted(len(document.contracts), "contract")] if document.contracts else []
    told = f"{', '.join(parts)} and {counted(len(document.links), 'link')}"
    rows = len({problem.line for problem in opened.problems if problem.line is not None})
    lost = f" Something in {counted(rows, 'row')} is not understood; the import report will list it." if rows else ""
    return f"This makes {told}.{lost}"


def _plain(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _raise(error: BaseException) -> None:
    raise error
