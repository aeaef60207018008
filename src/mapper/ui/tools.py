"""The tool bar: what the pointer does."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from mapper.editor import Session
from mapper.editor.tools import MENU_TOOLS, TOOL, TOOLS, Tool, take
from mapper.ui.icons import has_icon, icon
from mapper.ui.keys import Keys, shown, tool_key

ENDS_A_GROUP = {"lasso", "evolve", "submap"}
BEGINNING = "Double-click where a component belongs, then type its name"


class ToolsBar(QToolBar):
    """One button a tool, in step with the session's. Pressed twice, a tool stays in hand."""

    def __init__(self, window: QWidget) -> None:
        super().__init__("Tools", window)
        self.setObjectName("tools")
        self.setOrientation(Qt.Orientation.Vertical)
        self.setMovable(False)
        self.setIconSize(QSize(22, 22))
        self._session: Session | None = None
        self._keys: Keys | None = None
        self._group = QActionGroup(self)
        self.tools: dict[str, QAction] = {}
        for tool in TOOLS:
            self.tools[tool.id] = self._action(tool)
            self.addAction(self.tools[tool.id])
            if tool.id in ENDS_A_GROUP:
                self.addSeparator()
        # Not on the bar, but while one of these is in hand no button of the bar is pressed.
        self.tools |= {tool.id: self._action(tool) for tool in MENU_TOOLS}

    def show_session(self, session: Session | None) -> None:
        """Follow another session, or none."""
        if self._session is not None:
            self._session.tool_changed.disconnect(self._mark)
        self._session = session
        if session is not None:
            session.tool_changed.connect(self._mark)
        self.setEnabled(session is not None)
        self._group.setEnabled(session is not None)
        self._mark()

    def follow(self, keys: Keys) -> None:
        """Let the tools have the keys that the user wants them to have."""
        self._keys = keys
        self._give_keys()
        for action in self.actions():
            button = self.widgetForAction(action)
            if isinstance(button, QToolButton):
                # Qt leaves the buttons of a tool bar to the mouse.
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        keys.changed.connect(self._give_keys)

    def add_toggle(self, action: QAction, name: str) -> None:
        """Put a switch for a panel at the far end of the bar."""
        room = QWidget()
        room.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.addWidget(room)
        action.setIcon(icon(name))
        action.setIconVisibleInMenu(False)
        action.setToolTip(f"Show or hide the {escape(action.text().lower())}")
        self.addAction(action)

    @property
    def hint(self) -> str:
        """What the tool in hand waits for; on an empty map, how to begin."""
        if self._session and self._session.tool.tool_id == "select":
            if not self._session.document.components:
                return BEGINNING
            if self._session.walk.is_shown and self._session.walk.current is not None:
                return self._walking_hint
        return TOOL[self._session.tool.tool_id].hint if self._session else ""

    @property
    def _walking_hint(self) -> str:
        on, aside, along, sheet = (
            shown(self._keys.of(id)[:1]) if self._keys else ""
            for id in ("walk-on", "walk-right", "follow-down", "shortcuts")
        )
        return f"{on} and {aside} walk the map, {along} follows links, arrows move what is selected, {sheet} lists all keys"

    def _action(self, tool: Tool) -> QAction:
        action = QAction(icon(tool.id if has_icon(tool.id) else "component"), tool.title, self._group)
        action.setCheckable(True)
        action.triggered.connect(lambda: self._take(tool))
        return action

    def _give_keys(self) -> None:
        for tool in TOOLS:
            own = self._keys.of(tool_key(tool.id)) if self._keys else ()
            action = self.tools[tool.id]
            action.setShortcuts([QKeySequence(key) for key in own])
            key = f" ({escape(shown(own[:1]))})" if own else ""
            action.setToolTip(f"<b>{escape(tool.title)}</b>{key}<br>{escape(tool.hint)}")

    def _take(self, tool: Tool) -> None:
        if self._session is not None:
            take(self._session, tool)
            self._mark()

    def _mark(self) -> None:
        if self._session is not None:
            self.tools[self._session.tool.tool_id].setChecked(True)
