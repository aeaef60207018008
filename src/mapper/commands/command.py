"""What a user can do, as data: menus, shortcuts, the toolbar and the help sheet are built from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from mapper.editor import Session


class Desk(Protocol):
    """The window, as commands see it: what they ask for that needs a screen. The ui implements it."""

    @property
    def session(self) -> Session | None:
        """The session of the tab in front, or None on the start page."""

    def new_map(self) -> None: ...
    def open_map(self) -> None: ...
    def save(self) -> None: ...
    def save_as(self) -> None: ...
    def export_pack(self) -> None: ...
    def export_picture(self) -> None: ...
    def close_tab(self) -> None: ...
    def quit(self) -> None: ...
    def show_start_page(self) -> None: ...
    def show_settings(self) -> None: ...
    def show_shortcuts(self) -> None: ...
    def show_about(self) -> None: ...
    def zoom_in(self) -> None: ...
    def zoom_out(self) -> None: ...
    def zoom_to_fit(self) -> None: ...
    def zoom_to_selection(self) -> None: ...
    def zoom_to_actual_size(self) -> None: ...
    def toggle_dark(self) -> None: ...
    def edit_map_details(self) -> None: ...


def always(_: Desk) -> bool:
    return True


def has_session(desk: Desk) -> bool:
    return desk.session is not None


@dataclass(frozen=True, slots=True)
class Command:
    """A named thing that the user can do.

    `keys` are in Qt's portable notation ("Ctrl+Z"); the first is shown in menus. `menu` is the menu's title; `group`
    separates items within it. `label` may give a title that changes ("Undo Move"). `is_on` marks a command that shows
    a state (checked or not).
    """

    id: str
    title: str
    menu: str
    run: Callable[[Desk], None]
    keys: tuple[str, ...] = ()
    group: int = 0
    can_run: Callable[[Desk], bool] = always
    label: Callable[[Desk], str] | None = None
    is_on: Callable[[Desk], bool] | None = None
    hint: str = ""
