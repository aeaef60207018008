"""What commands ask of the window to find things: commands, and what is on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mapper.ui.find import Finder
    from mapper.ui.window import MainWindow


class FindingDesk:
    """The part of the desk that finds."""

    window: MainWindow

    def show_palette(self) -> None:
        """Offer every command; if that is being done, ask again."""
        from mapper.ui.palette import Palette

        known = next((each for each in self.window.findChildren(Palette) if each.isVisible()), None)
        if known is None:
            Palette(self.window)
        else:
            known.ask()

    def find(self) -> None:
        """Ask what to find on the map in front."""
        finder = self._finder()
        if finder is not None:
            finder.ask()

    def find_next(self, *, forward: bool) -> None:
        """Go to the next thing that was found, or to the one before; ask what to find if nothing was yet."""
        finder = self._finder()
        if finder is not None:
            finder.go_on(forward=forward)

    def _finder(self) -> Finder | None:
        """That of the map in front, made when it is first asked for."""
        from mapper.ui.find import Finder

        front = self.window.maps.front
        if front is None:
            return None
        known = front.canvas.findChild(Finder)
        return known if isinstance(known, Finder) else Finder(front.canvas, self.window.appearance)
