"""The open maps: a tab each, after the tab of the start page."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from mapper.drawing.theme import THEMES
from mapper.editor import Session
from mapper.files.keeping import Kept, Stamp
from mapper.model import BLANK, Document
from mapper.ui.canvas.canvas import Canvas
from mapper.ui.icons import icon

LONGEST_TITLE = 32


class OpenMap(QWidget):
    """One document, its session and its canvas. `path` is None until it has a file of its own.

    `stamp` is that of the file when it was read or written.
    """

    changed = Signal()

    def __init__(self, document: Document, theme: str, path: Path | None = None, stamp: Stamp | None = None) -> None:
        super().__init__()
        self.session = Session(document)
        self.path, self.stamp = path, stamp
        self.canvas = Canvas(self.session, THEMES[theme], self)
        self.setFocusProxy(self.canvas)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.canvas)
        self.session.history_changed.connect(self.changed.emit)

    @property
    def title(self) -> str:
        """What the map is called in tabs and questions: by its file, as long as it has no title of its own."""
        title = self.session.document.title or BLANK.title
        return self.path.stem if self.path and title == BLANK.title else title

    @property
    def is_modified(self) -> bool:
        return self.session.history.is_modified

    @property
    def is_untouched(self) -> bool:
        """A new map that nobody has drawn on yet."""
        return self.path is None and self.session.history.undo_label is None and not self.session.document.components

    def kept(self, kept: Kept) -> None:
        """A file now holds this document, which may be an earlier one than that in hand."""
        self.path, self.stamp = kept.path, kept.stamp
        self.session.saved(kept.document)


class Maps(QObject):
    """The tabs and what they show. `bar` is the row of tabs, `stack` the canvases.

    `turned` says that another map is in front, or none (the start page); `changed` that a title or whether a map is
    saved may differ; `opened(map)` that a tab is about to be shown; `close_asked(map)` that the user wants to close one.
    """

    turned = Signal()
    changed = Signal()
    opened = Signal(object)
    close_asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stack = QStackedWidget()
        self.bar = QTabBar()
        self.bar.setMovable(True)
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setUsesScrollButtons(True)
        self.bar.setElideMode(Qt.TextElideMode.ElideRight)
        self.bar.setAccessibleName("Open maps")
        self.bar.addTab("Start")
        self.bar.currentChanged.connect(self._turn)

    @property
    def front(self) -> OpenMap | None:
        """The map in front; None while the start page is."""
        return self._at(self.bar.currentIndex())

    def all(self) -> list[OpenMap]:
        """Every open map, in the order of the tabs."""
        pages = (self._at(place) for place in range(self.bar.count()))
        return [page for page in pages if page is not None]

    def holding(self, path: Path) -> OpenMap | None:
        """The map that this file is open in already; the path has every link followed, as those of open maps have."""
        return next((each for each in self.all() if each.path == path), None)

    def put(self, opened: OpenMap) -> None:
        """Add a tab and bring it to the front."""
        self.stack.addWidget(opened)
        place = self.bar.addTab("")
        self.bar.setTabData(place, opened)
        self.bar.setTabButton(place, QTabBar.ButtonPosition.RightSide, self._close_button(opened))
        opened.changed.connect(lambda: self._name(opened))
        self.opened.emit(opened)
        self._name(opened)
        self.show(opened)

    def take(self, opened: OpenMap) -> None:
        """Remove a tab; its map is closed."""
        self.stack.removeWidget(opened)
        self.bar.removeTab(self._place(opened))
        opened.deleteLater()

    def show(self, opened: OpenMap | None) -> None:
        """Bring a map to the front, or the start page."""
        self.bar.setCurrentIndex(self._place(opened))
        self._turn()

    def _at(self, place: int) -> OpenMap | None:
        page = self.bar.tabData(place)
        return page if isinstance(page, OpenMap) else None

    def _place(self, opened: OpenMap | None) -> int:
        return next(place for place in range(self.bar.count()) if self._at(place) is opened)

    def _turn(self) -> None:
        front = self.front
        if front is not None:
            self.stack.setCurrentWidget(front)
            front.canvas.setFocus()
        self.turned.emit()

    def _close_button(self, opened: OpenMap) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon("close"))
        button.setObjectName("close")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip("Close (Ctrl+W)")
        button.setAccessibleName("Close this map")
        button.clicked.connect(lambda: self.close_asked.emit(opened))
        return button

    def _name(self, opened: OpenMap) -> None:
        title = opened.title
        short = title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1].rstrip() + "…"
        # An ampersand in a tab's text would underline the next letter.
        self.bar.setTabText(self._place(opened), short.replace("&", "&&") + ("  •" if opened.is_modified else ""))
        self.bar.setTabToolTip(self._place(opened), f"<span>{escape(str(opened.path or title))}</span>")
        self.changed.emit()
