"""The start page: where a map begins."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from mapper.files.samples import templates
from mapper.ui.icons import icon
from mapper.ui.settings import Settings
from mapper.ui.start.cards import TemplateCard
from mapper.ui.start.file_lists import RecentList, SharedList
from mapper.ui.start.samples_shelf import SamplesShelf
from mapper.ui.style.appearance import Appearance

WIDTH = 1100


class StartPage(QScrollArea):
    """Samples, templates, recent files and shared maps. What takes time is looked for beside the window."""

    new_asked = Signal()
    open_asked = Signal()

    def __init__(self, settings: Settings, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.samples = SamplesShelf(appearance)
        self.templates = SamplesShelf(appearance, templates, TemplateCard)
        self.recent = RecentList(settings, appearance)
        self.shared = SharedList(settings, appearance)
        self.new = QPushButton("New map")
        self.new.setObjectName("primary")
        self.new.clicked.connect(self.new_asked)
        self.open = QPushButton(icon("open"), "Open…")
        self.open.clicked.connect(self.open_asked)
        self._lay_out()
        appearance.changed.connect(self.samples.draw)
        appearance.changed.connect(self.templates.draw)

    def showEvent(self, event: QShowEvent) -> None:
        """What the page lists is looked for once it stands: a window that opens with a map never waits for it."""
        super().showEvent(event)
        if not event.spontaneous():
            QTimer.singleShot(0, self._begin)

    def _begin(self) -> None:
        if self.isVisible():
            self.refresh()
            if not self.samples.cards:
                self.samples.fill()
                self.templates.fill()

    def refresh(self) -> None:
        """Show the files used last and what the shared folder holds now."""
        self.recent.refresh()
        self.shared.refresh()

    def _lay_out(self) -> None:
        files = QHBoxLayout()
        files.setSpacing(36)
        files.addWidget(self.recent, 1)
        files.addWidget(self.shared, 1)
        sheet = QWidget()
        sheet.setMaximumWidth(WIDTH)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 34, 0, 30)
        column.setSpacing(10)
        column.addLayout(self._head())
        column.addSpacing(18)
        column.addWidget(_heading("Start from a sample"))
        column.addWidget(self.samples)
        column.addSpacing(18)
        column.addWidget(_heading("Start from a template"))
        column.addWidget(self.templates)
        column.addSpacing(18)
        column.addLayout(files)
        column.addStretch(1)
        centred = QWidget()
        row = QHBoxLayout(centred)
        row.setContentsMargins(28, 0, 28, 0)
        row.addStretch(1)
        row.addWidget(sheet, 1000)
        row.addStretch(1)
        self.setWidget(centred)

    def _head(self) -> QHBoxLayout:
        name = QLabel("Mapper")
        name.setObjectName("display")
        purpose = QLabel("Draw a Wardley map, cut it into contracts, and hand over the procurement pack.")
        purpose.setObjectName("quiet")
        purpose.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        words.addWidget(purpose)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addLayout(words, 1)
        head.addWidget(self.new, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.open, 0, Qt.AlignmentFlag.AlignBottom)
        return head


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("head")
    return label
