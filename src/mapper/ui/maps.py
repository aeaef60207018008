"""The open maps: a tab each, after the tab of the start page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Self

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from mapper.drawing.themes import theme_of
from mapper.editor import Session
from mapper.editor.history import History
from mapper.files.keeping import Kept, Stamp
from mapper.files.owm import lines_of
from mapper.files.report import Opened, Problem
from mapper.model import BLANK, Document, Id
from mapper.model.source import SourceLine
from mapper.ui.canvas.canvas import Canvas
from mapper.ui.icons import icon
from mapper.ui.panels.report import ReportPanel

LONGEST_TITLE = 32


@dataclass(frozen=True, slots=True)
class Away:
    """A map that is in no tab, to be put into one again with all that can be undone. `begun` is how it was first read."""

    begun: Kept | None
    history: History
    path: Path | None
    stamp: Stamp | None
    origin: Path | None
    selection: frozenset[Id]


class OpenMap(QWidget):
    """One document, its session and its canvas; without a file to begin with, a new map.

    `path` is None until it has a file of its own, `stamp` is that file's when it was read or written. `origin` is the
    file that a copy was read from and must never replace. `report` tells how a map that was made elsewhere was read, if
    there is anything to tell. From it come `place_asked(line, column)`, for a place of the text to be shown if the text
    is, and `text_asked(line, column)`, for the text to be shown there.
    """

    changed = Signal()
    place_asked = Signal(int, int)
    text_asked = Signal(int, int)

    def __init__(self, theme: str, kept: Kept | None = None) -> None:
        super().__init__()
        self._begun = kept
        self.session = Session(kept.document if kept else BLANK)
        own = kept if kept and not kept.is_copy else None
        self.path = own.path if own else None
        self.session.history.has_file = own is not None
        self.stamp = own.stamp if own else None
        self.origin = kept.path if kept and kept.is_copy and not kept.is_sample else None
        self._theme = theme
        self.canvas = Canvas(self.session, theme_of(self.session.document, theme), self)
        self.setFocusProxy(self.canvas)
        self.report: ReportPanel | None = None
        self._is_laid_out = False
        self._halves = QSplitter(Qt.Orientation.Vertical)
        self._halves.setHandleWidth(1)
        self._halves.setChildrenCollapsible(False)
        self._halves.addWidget(self.canvas)
        if kept is not None and (kept.opened.problems or kept.opened.notices):
            self.report = self._report(kept.opened)
            self._halves.addWidget(self.report)
            self._halves.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._halves)
        self.session.history_changed.connect(self.changed.emit)
        self.session.document_changed.connect(self._look_changed)

    def away(self) -> Away:
        """What is left of it when its tab goes. A gesture under way is not."""
        return Away(self._begun, self.session.history, self.path, self.stamp, self.origin, self.session.selection)

    @classmethod
    def back(cls, theme: str, away: Away) -> Self:
        """The same map in a tab again."""
        made = cls(theme, away.begun)
        made.path, made.stamp, made.origin = away.path, away.stamp, away.origin
        made.session.history = away.history
        made.session.preview(away.history.document)
        made.session.select(away.selection)
        if made.report is not None:
            made.report.hide()
        return made

    @property
    def title(self) -> str:
        """What the map is called in tabs and questions: by its file, as long as it has no title of its own."""
        title, file = self.session.document.title or BLANK.title, self.path or self.origin
        return file.stem if file and title == BLANK.title else title

    @property
    def is_modified(self) -> bool:
        return self.session.history.is_modified

    @property
    def is_untouched(self) -> bool:
        """A new map that nobody has drawn on yet."""
        is_new = self.path is None and self.origin is None
        return is_new and self.session.history.undo_label is None and not self.session.document.components

    @property
    def would_be_lost(self) -> bool:
        """Whether closing it now would lose something."""
        return self.is_modified and not self.is_untouched

    def set_theme(self, theme: str) -> None:
        """What the map is drawn in where its author leaves that open."""
        self._theme = theme
        self.canvas.set_theme(theme_of(self.session.document, theme))

    def _look_changed(self, before: Document, after: Document) -> None:
        if before.look.style != after.look.style:
            self.set_theme(self._theme)

    def kept(self, kept: Kept) -> None:
        """A file now holds this document, which may be an earlier one than that in hand."""
        self.path, self.stamp = kept.path, kept.stamp
        self.session.saved(kept.document)

    def showEvent(self, event: QShowEvent) -> None:
        """The report begins as low as it can be: only now is it known how wide it is, and so how its words break."""
        super().showEvent(event)
        if self.report is not None and not self._is_laid_out:
            self._is_laid_out = True
            low = self.report.height_for(self.width())
            self._halves.setSizes([self.height() - low, low])

    def _report(self, opened: Opened) -> ReportPanel:
        report = ReportPanel(opened)
        report.close_asked.connect(report.hide)
        report.place_asked.connect(lambda problem: self._go_to(self.place_asked, opened, problem))
        report.text_asked.connect(lambda problem: self._go_to(self.text_asked, opened, problem))
        return report

    def _go_to(self, signal: SignalInstance, opened: Opened, problem: Problem) -> None:
        """Select what a problem is about, and ask for its line, wherever that stands by now, if the map keeps its text."""
        lines = opened.document.source.lines if opened.document.source else ()
        line = problem.line - opened.first + 1 if problem.line else 0
        line = line if 0 < line <= len(lines) else 0
        if subject := lines[line - 1].id if line else opened.subject_of(problem):
            self.session.select([subject])
        if line:
            signal.emit(line_now(lines, line, lines_of(self.session.document)), problem.column or 1)


def line_now(before: Sequence[SourceLine], line: int, after: Sequence[SourceLine]) -> int:
    """Where a line stands in a text that has been edited since; both are counted from 1."""
    then = before[line - 1]
    same = [
        number for number, now in enumerate(after, start=1) if now.text == then.text or (then.id and now.id == then.id)
    ]
    return min(same, key=lambda number: abs(number - line), default=min(line, len(after)))


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
