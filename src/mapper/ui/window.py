"""The main window: it puts the parts together and does little itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QCloseEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from mapper.ui.bench import Bench
from mapper.ui.contexts import Contexts
from mapper.ui.copying import Copying
from mapper.ui.desk import WindowDesk
from mapper.ui.dropping import FileDrops
from mapper.ui.filing import Filing
from mapper.ui.maps import Maps, OpenMap
from mapper.ui.menus import Menus
from mapper.ui.panes import lead_back
from mapper.ui.recent import RecentMenu
from mapper.ui.settings import Settings
from mapper.ui.start.page import StartPage
from mapper.ui.status import Status
from mapper.ui.style.appearance import Appearance
from mapper.ui.windows import Windows, may_leave


class MainWindow(QMainWindow):
    """One window with a tab for each open map."""

    def __init__(self, settings: Settings, appearance: Appearance, windows: Windows | None = None) -> None:
        """The first of `windows`, or another one of them."""
        super().__init__()
        self.windows = windows or Windows(settings)
        self.windows.all.append(self)
        self.settings, self.appearance = settings, appearance
        self._is_left = False
        self.maps = Maps(self)
        self.filing = Filing(self.maps, settings, appearance, self.windows, self)
        self.start = StartPage(settings, appearance)
        self.bench = Bench(self.maps.stack, appearance)
        self.status = Status()
        self.copying = Copying(self.filing.waits, self.status, self)
        self.desk = WindowDesk(self)
        self.keys = self.windows.keys
        self.menus = Menus(self.desk, self.bench.settle, self.keys, self)
        self.bench.tools.follow(self.keys)
        lead_back(self)
        self.setAcceptDrops(True)
        self._drops = FileDrops(self.open, self)
        self._contexts = Contexts(self)
        self.setStatusBar(self.status)
        self._lay_out()
        self._connect()
        self._restore()
        self._turn()

    def open(self, paths: Sequence[Path]) -> None:
        """Open each file in a tab."""
        self.filing.open(paths)

    def _lay_out(self) -> None:
        menus = self.menus.fill(self.menuBar())
        recent = RecentMenu(self.settings, menus["File"])
        recent.chosen.connect(lambda path: self.open([path]))
        recent.cleared.connect(self.windows.refresh_recent)
        menus["File"].insertMenu(_line_above(menus["File"], self.menus.actions["save"]), recent)
        menus["View"].addSeparator()
        menus["View"].addMenu("Panels").addActions(self.bench.toggles)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.start)
        self.pages.addWidget(self.bench)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs())
        column.addWidget(self.filing.waits)
        column.addWidget(self.pages, 1)
        self.setCentralWidget(centre)

    def _tabs(self) -> QWidget:
        row = QWidget()
        row.setObjectName("tabs")
        row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(row)
        line.setContentsMargins(8, 0, 8, 0)
        line.addWidget(self.maps.bar)
        return row

    def _connect(self) -> None:
        self.maps.turned.connect(self._turn)
        self.maps.changed.connect(self._name)
        self.maps.opened.connect(self._attach)
        self.maps.close_asked.connect(self.filing.close)
        self.filing.recent_changed.connect(self.windows.refresh_recent)
        self.start.new_asked.connect(self.filing.new)
        self.start.open_asked.connect(self.filing.ask_open)
        self.start.samples.chosen.connect(lambda path: self.filing.open([path]))
        self.start.templates.chosen.connect(lambda path: self.filing.open([path]))
        self.start.recent.chosen.connect(lambda path: self.filing.open([path]))
        self.start.shared.chosen.connect(lambda path: self.filing.open([path]))
        self.start.shared.settings_asked.connect(self.desk.show_settings)
        self.bench.contracts.new_asked.connect(self._new_contract)
        self.bench.contracts.delete_asked.connect(lambda: self.menus.run("delete-contract"))
        self.bench.outline.delete_asked.connect(lambda: self.menus.run("delete"))
        self.bench.text.left.connect(self.desk.go_to_map)
        self.status.fit_asked.connect(self.desk.zoom_to_fit)
        self.appearance.changed.connect(self._retheme)

    def _attach(self, opened: OpenMap) -> None:
        """Let the window follow a map that was just opened."""
        canvas, session = opened.canvas, opened.session
        self.menus.attach(canvas)
        canvas.minimap.want(self.settings.shows_minimap)
        opened.place_asked.connect(self.bench.go_to_text)
        canvas.zoomed.connect(self.status.show_zoom)
        canvas.hovered.connect(lambda point: self._show_place(opened, point))
        canvas.readout.connect(self.status.show_readout)
        canvas.menu_asked.connect(self._show_map_context)
        session.selection_changed.connect(lambda *_: self.menus.refresh_soon())
        session.history_changed.connect(self.menus.refresh_soon)
        session.view_changed.connect(lambda *_: self.menus.refresh_soon())
        session.told.connect(self.status.tell)
        session.tool_changed.connect(self._show_hint)
        session.walk.changed.connect(self._show_hint)
        session.history_changed.connect(self._show_hint)
        opened.place_asked.connect(self._show_line)
        opened.text_asked.connect(self.bench.go_to_text)

    def _turn(self) -> None:
        """Another tab is in front."""
        front = self.maps.front
        self.bench.show_session(front.session if front else None)
        self.pages.setCurrentWidget(self.bench if front else self.start)
        self.status.setVisible(front is not None)
        if front is not None:
            self.status.show_zoom(front.canvas.scale)
            self._show_hint()
        self._name()
        self.menus.refresh()

    def _name(self) -> None:
        """Title and saved state, as the map in front has them."""
        front = self.maps.front
        # Qt puts its mark of unsaved changes where “[*]” stands, and “[*]” where it stands twice.
        title = front.title.replace("[*]", "[*][*]") if front else ""
        self.setWindowTitle(f"{title}[*] — Mapper" if front else "Mapper[*]")
        self.setWindowModified(front is not None and front.is_modified)
        if front is not None:
            saved = "Saved" if front.path else "Not saved yet"
            self.status.show_saved("Unsaved changes" if front.is_modified else saved)

    def _show_hint(self) -> None:
        self.status.hint.setText(self.bench.tools.hint)

    def _show_place(self, opened: OpenMap, point: QPointF | None) -> None:
        if point is None:
            self.status.show_place("")
            return
        at, stages = opened.session.frame.to_map(point.x(), point.y()), opened.session.document.stages
        stage = stages.name(stages.stage(at.evolution))
        parts = (stage, f"evolution {at.evolution:.2f}", f"visibility {at.visibility:.2f}")
        self.status.show_place(" · ".join(filter(None, parts)))

    def _show_line(self, line: int, column: int) -> None:
        """In the text, if that is in sight; the focus stays where it is."""
        if self.bench.text.isVisible():
            self.bench.text.field.go_to(line - 1, column - 1)

    def show_context(self, at: QPoint, place: str) -> None:
        """Offer what can be done at a place of `commands.context`, at a point of the screen."""
        menu = self.menus.context(place)
        if not menu.isEmpty():
            menu.exec(at)
        menu.deleteLater()

    def _show_map_context(self, at: QPoint, place: str) -> None:
        self.desk.menu_point = at
        self.show_context(at, place)
        self.desk.menu_point = None

    def _new_contract(self) -> None:
        """A contract of what is selected; with nothing to take, the tool that draws one."""
        if not self.menus.run("new-contract") and self.maps.front is not None:
            self.bench.tools.tools["contract"].trigger()
            self.maps.front.canvas.setFocus()

    def _retheme(self) -> None:
        for opened in self.maps.all():
            opened.set_theme(self.appearance.theme)
        self.menus.refresh()

    def _restore(self) -> None:
        if not self.restoreGeometry(self.settings.shape("geometry")):
            self.resize(self.screen().availableSize().boundedTo(self.screen().availableSize() * 0.94))
        self.bench.restore(self.settings, self.width())

    def leave(self) -> None:
        """Close without asking: the user has been asked."""
        self._is_left = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.bench.settle()
        if not (self._is_left or may_leave([self])):
            event.ignore()
            return
        self.filing.waits.cancel()
        self.settings.keep_shape("geometry", self.saveGeometry())
        self.bench.keep(self.settings)
        event.accept()
        self.windows.left(self)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._drops.watch(self)


def _line_above(menu: QMenu, action: QAction) -> QAction:
    """The line between groups over an action."""
    return menu.actions()[menu.actions().index(action) - 1]
