"""The window, as commands see it. Dialogs are imported by the command that opens them: the window need not wait."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from mapper.editor import Session
from mapper.files.samples import templates
from mapper.model import Document, Id
from mapper.ui.accessible.voice import announce
from mapper.ui.clipboard import ClipboardDesk
from mapper.ui.copying import Copied, copied_mermaid, copied_owm, copied_picture
from mapper.ui.finding_desk import FindingDesk
from mapper.ui.panes import go_to_next
from mapper.ui.screen_desk import ScreenDesk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from mapper.ui.window import MainWindow


def _show(dialog: QDialog) -> None:
    """Show a dialog until it is closed, and keep nothing of it: it may hold a whole map."""
    dialog.exec()
    dialog.deleteLater()


class _Part:
    """One part of the desk's work on the window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def session(self) -> Session | None:
        """The session of the tab in front, or None on the start page."""
        front = self.window.maps.front
        return front.session if front else None


class FilesDesk(_Part):
    """Maps in and out."""

    def new_map(self) -> None:
        self.window.filing.new()

    def new_from_template(self) -> None:
        from mapper.ui.dialogs.choosing import Chooser

        offered = {Id(each.path.stem): each for each in templates()}
        chooser = Chooser("Begin with which template?", [(id, each.title) for id, each in offered.items()], self.window)
        chosen = chooser.chosen if chooser.exec() else None
        chooser.deleteLater()
        if chosen is not None:
            self.window.open([offered[chosen].path])

    def open_map(self) -> None:
        self.window.filing.ask_open()

    def save(self) -> None:
        if self.window.maps.front is not None:
            self.window.filing.save(self.window.maps.front)

    def save_as(self) -> None:
        if self.window.maps.front is not None:
            self.window.filing.save_as(self.window.maps.front)

    def export_pack(self) -> None:
        self._export("Export pack", "pack")

    def export_picture(self) -> None:
        self._export("Export picture", "picture")

    def export_to_program(self) -> None:
        self._export("Export to another program", "program")

    def close_tab(self) -> None:
        if self.window.maps.front is not None:
            self.window.filing.close(self.window.maps.front)

    def quit(self) -> None:
        self.window.windows.quit()

    def _export(self, title: str, kind: str) -> None:
        from mapper.ui.dialogs.export import ExportDialog
        from mapper.ui.exporters import exporters

        front = self.window.maps.front
        if front is not None:
            start, theme = self.window.filing.beside(front), self.window.appearance.theme
            _show(ExportDialog(title, exporters(kind), front.session.document, start, theme, self.window))


class CopyDesk(_Part):
    """The whole map into other programs, by way of the clipboard."""

    def copy_picture(self) -> None:
        self._copy(copied_picture)

    def copy_owm(self) -> None:
        self._copy(copied_owm)

    def copy_mermaid(self) -> None:
        self._copy(copied_mermaid)

    def _copy(self, make: Callable[[Document], Copied]) -> None:
        if self.session is not None:
            self.window.copying.start(make, self.session.document)


class ViewDesk(_Part):
    """How the map is looked at."""

    def zoom_in(self) -> None:
        self._zoom(1.25)

    def zoom_out(self) -> None:
        self._zoom(0.8)

    def zoom_to_fit(self) -> None:
        if self.window.maps.front is not None:
            self.window.maps.front.canvas.fit()

    def zoom_to_selection(self) -> None:
        front = self.window.maps.front
        if front is not None:
            front.canvas.zoom_to(front.session.selection)

    def zoom_to_actual_size(self) -> None:
        if self.window.maps.front is not None:
            self.window.maps.front.canvas.actual_size()

    def toggle_dark(self) -> None:
        self.window.appearance.toggle()

    def toggle_report(self) -> None:
        front = self.window.maps.front
        if front is not None and front.report is not None:
            front.report.setVisible(front.report.isHidden())

    def has_report(self) -> bool:
        """Whether there is anything to tell of how the map in front was read."""
        front = self.window.maps.front
        return front is not None and front.report is not None

    def is_report_shown(self) -> bool:
        """Whether that is in sight."""
        front = self.window.maps.front
        return front is not None and front.report is not None and not front.report.isHidden()

    def is_dark(self) -> bool:
        """Whether the dark theme is shown."""
        return self.window.appearance.tones.is_dark

    def _zoom(self, factor: float) -> None:
        if self.window.maps.front is not None:
            self.window.maps.front.canvas.zoom_by(factor)


class PagesDesk(_Part):
    """What stands beside the map: pages, panels and questions."""

    def show_start_page(self) -> None:
        self.window.maps.show(None)

    def go_to_text(self) -> None:
        self.window.bench.go_to_text()

    def go_to_map(self) -> None:
        """Back from the text."""
        if self.window.maps.front is not None:
            self.window.maps.front.canvas.setFocus()

    def show_settings(self) -> None:
        from mapper.ui.dialogs.preferences import Preferences

        preferences = Preferences(self.window.settings, self.window.appearance, self.window)
        preferences.shortcuts_asked.connect(self.show_shortcuts)
        _show(preferences)
        self.window.start.refresh()

    def show_shortcuts(self) -> None:
        from mapper.ui.dialogs.shortcuts import ShortcutsSheet

        _show(ShortcutsSheet(self.window.keys, self.window))

    def show_about(self) -> None:
        from mapper.ui.dialogs.about import About

        _show(About(self.window))

    def edit_map_details(self) -> None:
        """The map's own fields are what the inspector shows when nothing is selected."""
        if self.session is not None:
            self.session.select(())
            self.window.bench.inspector.take_focus()

    def choose(self, question: str, choices: Sequence[tuple[Id, str]]) -> Id | None:
        """Let the user pick one of several named things; None if they back out."""
        from mapper.ui.dialogs.choosing import Chooser

        chooser = Chooser(question, choices, self.window)
        chosen = chooser.chosen if chooser.exec() else None
        chooser.deleteLater()
        return chosen


class KeyboardDesk(_Part):
    """Where the keyboard is in the window."""

    def tell(self, words: str, *, aloud: bool = True) -> None:
        """Say in the status bar what was done, or why nothing was; aloud, if somebody listens who hears it not anyway."""
        self.window.status.tell(words)
        if aloud:
            announce(self.window, words)

    def leave_map(self, *, forward: bool) -> None:
        """Let the keyboard go on to what stands after the map in the window, or before it."""
        if self.window.maps.front is not None:
            self.window.maps.front.canvas.focusNextPrevChild(forward)

    def next_pane(self, *, forward: bool) -> None:
        """Let the keyboard go on to the next part of the window."""
        go_to_next(self.window, forward=forward)

    def show_inspector(self) -> None:
        """Put the keyboard into the inspector of what is selected."""
        self.window.bench.show_inspector()


class WindowDesk(FilesDesk, CopyDesk, ClipboardDesk, ViewDesk, PagesDesk, KeyboardDesk, ScreenDesk, FindingDesk):
    """Everything that commands ask of a window."""
