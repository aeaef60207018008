"""The workbench round the map in front: tools, outline and text at its left, inspector over contracts at its right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontInfo
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QWidget

from mapper.editor import Session
from mapper.ui.panels.contracts import ContractsPanel
from mapper.ui.panels.history import HistoryPanel
from mapper.ui.panels.inspector import Inspector
from mapper.ui.panels.outline import OutlinePanel
from mapper.ui.settings import Settings
from mapper.ui.style.appearance import Appearance
from mapper.ui.text.pane import TextPane
from mapper.ui.tools import ToolsBar

USUAL_LETTERS = 13
"""How many pixels high letters usually are, where the system asks for no others."""
ROOM_FOR_OUTLINE = 1750
"""A narrower window keeps its width for the map until the user asks for the outline."""
ROOM_FOR_MAP = 420
"""How wide the map stays, if it can, when a panel comes beside it, in pixels."""


class Bench(QWidget):
    """All panels follow one session."""

    def __init__(self, stack: QWidget, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tools = ToolsBar(self)
        self.outline = OutlinePanel()
        self.outline.setMinimumWidth(self._wide(170))
        self.text = TextPane(appearance)
        self.text.setMinimumWidth(self._wide(220))
        self.inspector = Inspector()
        self.contracts = ContractsPanel(appearance)
        self.history = HistoryPanel(appearance)
        self.right = _splitter(Qt.Orientation.Vertical, (self.inspector, self.contracts, self.history), (480, 480, 300))
        self.right.setMinimumWidth(self._wide(270))
        parts = (self.outline, self.text, stack, self.right)
        self.across = _splitter(Qt.Orientation.Horizontal, parts, (self._wide(330), 400, 900, self._wide(360)))
        self.across.setStretchFactor(2, 1)
        self._lay_out()
        self.toggles = [
            self._toggle("Outline", self.outline),
            self._toggle("Text beside the map", self.text),
            self._toggle("Inspector", self.inspector),
            self._toggle("Contracts panel", self.contracts),
            self._toggle("History", self.history),
        ]
        self.toggles[-1].setChecked(False)
        self.tools.add_toggle(self.toggles[0], "outline")

    def _wide(self, usual: int) -> int:
        """A width for letters of the usual size, and wider where the system's are larger."""
        return round(usual * max(1.0, QFontInfo(self.font()).pixelSize() / USUAL_LETTERS))

    def _lay_out(self) -> None:
        rule = QFrame()
        rule.setObjectName("upright")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.tools)
        row.addWidget(rule)
        row.addWidget(self.across, 1)

    def show_session(self, session: Session | None) -> None:
        """Let every panel follow another session, or none."""
        for part in (self.tools, self.outline, self.text, self.inspector, self.contracts, self.history):
            part.show_session(session)

    def settle(self) -> None:
        """Keep what is being typed in a panel."""
        self.inspector.settle()
        self.text.settle()

    def go_to_text(self, line: int | None = None, column: int = 1) -> None:
        """Show the text and go to a line and column, counted from 1; by default to what is selected on the map."""
        self.toggles[1].setChecked(True)
        if line is not None:
            self.text.go_to(line, column)
        else:
            self.text.go_to_selection()

    def show_inspector(self) -> None:
        """Put the keyboard into the inspector of what is selected."""
        self.toggles[2].setChecked(True)
        self.inspector.take_focus()

    def restore(self, settings: Settings, width: int) -> None:
        """The panels as they were; at first the text is hidden, and the outline where there is little room. The history is
        for looking something up: it is hidden until it is asked for."""
        self.across.restoreState(settings.shape("bench"))
        self.right.restoreState(settings.shape("right"))
        self.outline.list.horizontalHeader().restoreState(settings.shape("outline"))
        self.text.field.zoom = settings.text_zoom
        hidden = settings.hidden_panels
        if hidden is None:
            hidden = tuple(toggle.text() for toggle in self.toggles[width >= ROOM_FOR_OUTLINE : 2])
        for toggle in self.toggles[:-1]:
            toggle.setChecked(toggle.text() not in hidden)

    def keep(self, settings: Settings) -> None:
        """Remember how the panels stand."""
        settings.keep_shape("bench", self.across.saveState())
        settings.keep_shape("right", self.right.saveState())
        settings.keep_shape("outline", self.outline.list.horizontalHeader().saveState())
        settings.text_zoom = self.text.field.zoom
        settings.hidden_panels = tuple(toggle.text() for toggle in self.toggles if not toggle.isChecked())

    def _toggle(self, title: str, panel: QWidget) -> QAction:
        action = QAction(title, self)
        action.setCheckable(True)
        action.setChecked(True)
        action.toggled.connect(panel.setVisible)
        action.toggled.connect(self._close_gap)
        action.toggled.connect(self._keep_room)
        return action

    def _close_gap(self) -> None:
        """A side without a panel takes no room."""
        self.right.setVisible(not all(part.isHidden() for part in (self.inspector, self.contracts, self.history)))

    def _keep_room(self) -> None:
        """Outline and text make way when both stand beside the map, as far as they can still be read."""
        self.across.refresh()
        outline, text, around, right = self.across.sizes()
        parts = ((outline, self.outline), (text, self.text))
        spare = [max(0, size - part.minimumWidth()) for size, part in parts]
        wanted = min(self._wide(ROOM_FOR_MAP) - around, sum(spare))
        if self.isVisible() and wanted > 0:
            less = wanted * spare[0] // sum(spare)
            self.across.setSizes([outline - less, text - wanted + less, around + wanted, right])


def _splitter(orientation: Qt.Orientation, parts: Sequence[QWidget], sizes: Sequence[int]) -> QSplitter:
    splitter = QSplitter(orientation)
    for part in parts:
        splitter.addWidget(part)
    splitter.setSizes(sizes)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    return splitter
