"""What commands ask of screen and paper: presenting and its steps, full screen, printing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from mapper.drawing.themes import theme_of

if TYPE_CHECKING:
    from mapper.ui.window import MainWindow

ASIDE = QPoint(14, 44)
"""How far a window of the map's own stays from the corner of the main one."""


class ScreenDesk:
    """The part of the desk that shows the map to others."""

    window: MainWindow

    def new_window(self) -> None:
        self.window.windows.new(self.window)

    def move_to_new_window(self) -> None:
        """The map in front into a window of its own."""
        front = self.window.maps.front
        if front is not None:
            self.window.windows.move_to_new(front, self.window)

    def reopen_tab(self) -> None:
        """The map that was closed last, with all that can be undone."""
        self.window.windows.reopen(self.window)

    def can_reopen(self) -> bool:
        """Whether a map was closed that can be opened again."""
        return self.window.windows.can_reopen

    def present(self) -> None:
        """Show the map in front over the whole screen that the window is on."""
        from mapper.ui.presenting import Presentation

        front = self.window.maps.front
        if front is None:
            return
        theme = theme_of(front.session.document, self.window.appearance.theme)
        shown = Presentation(front.session, theme, self.window)
        shown.setScreen(self.window.screen())
        shown.setGeometry(self.window.screen().geometry())
        shown.showFullScreen()
        shown.activateWindow()
        shown.setFocus()

    def toggle_minimap(self) -> None:
        """For every map, now and from now on."""
        settings = self.window.settings
        settings.shows_minimap = not settings.shows_minimap
        for opened in self.window.maps.all():
            opened.canvas.minimap.want(settings.shows_minimap)

    def is_minimap_shown(self) -> bool:
        """Whether it is shown where a part of the map is out of sight."""
        return self.window.settings.shows_minimap

    def toggle_full_screen(self) -> None:
        self.window.setWindowState(self.window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def is_full_screen(self) -> bool:
        """Whether the window fills the screen."""
        return self.window.isFullScreen()

    def print_map(self) -> None:
        """Show the sheets that the map in front would be printed on. What that needs is loaded now."""
        from mapper.ui.printing.dialog import PrintDialog

        front = self.window.maps.front
        if front is not None:
            dialog = PrintDialog(front.session.document, self.window.filing.beside(front), self.window)
            dialog.exec()
            dialog.deleteLater()

    def edit_steps(self) -> None:
        """Show the steps of the map in front beside it, until it is closed or another map is in front."""
        from mapper.ui.dialogs.steps import StepsDialog

        front = self.window.maps.front
        if front is None:
            return
        for known in self.window.findChildren(StepsDialog):
            if known.session is front.session:
                known.raise_()
                known.activateWindow()
                return
        dialog = StepsDialog(front.session, self.present, self.window)
        self.window.maps.turned.connect(dialog.close)
        # Over the panels, so that things can be selected on the map.
        dialog.move(self.window.geometry().bottomRight() - dialog.rect().bottomRight() - ASIDE)
        dialog.show()
        dialog.activateWindow()
