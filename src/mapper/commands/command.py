"""What a user can do, as data: menus, shortcuts, the toolbar and the help sheet are built from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from mapper.editor import Session
from mapper.editor.clipboard import Clip
from mapper.editor.tools.base import settle
from mapper.model import Component, Document, Id, Position


class Desk(Protocol):
    """The window, as commands see it: what they ask for that needs a screen. The ui implements it."""

    @property
    def session(self) -> Session | None:
        """The session of the tab in front, or None on the start page."""

    def new_map(self) -> None: ...
    def new_from_template(self) -> None: ...
    def open_map(self) -> None: ...
    def save(self) -> None: ...
    def save_as(self) -> None: ...
    def export_pack(self) -> None: ...
    def export_picture(self) -> None: ...
    def export_to_program(self) -> None: ...
    def copy_picture(self) -> None: ...
    def copy_owm(self) -> None: ...
    def copy_mermaid(self) -> None: ...
    def close_tab(self) -> None: ...
    def quit(self) -> None: ...
    def show_start_page(self) -> None: ...
    def go_to_text(self) -> None: ...
    def show_settings(self) -> None: ...
    def show_shortcuts(self) -> None: ...
    def show_about(self) -> None: ...
    def zoom_in(self) -> None: ...
    def zoom_out(self) -> None: ...
    def zoom_to_fit(self) -> None: ...
    def zoom_to_selection(self) -> None: ...
    def zoom_to_actual_size(self) -> None: ...
    def toggle_dark(self) -> None: ...
    def toggle_report(self) -> None: ...
    def edit_map_details(self) -> None: ...
    def show_palette(self) -> None: ...
    def find(self) -> None: ...

    def find_next(self, *, forward: bool) -> None:
        """Go to the next thing that was found, or to the one before."""

    def present(self) -> None: ...
    def toggle_full_screen(self) -> None: ...
    def edit_steps(self) -> None: ...
    def print_map(self) -> None: ...
    def new_window(self) -> None: ...
    def move_to_new_window(self) -> None: ...
    def reopen_tab(self) -> None: ...
    def toggle_minimap(self) -> None: ...

    def can_reopen(self) -> bool:
        """Whether a map was closed that can be opened again."""

    def is_minimap_shown(self) -> bool:
        """Whether the whole page is shown small where a part of it is out of sight."""

    def is_full_screen(self) -> bool:
        """Whether the window fills the screen."""

    def is_dark(self) -> bool:
        """Whether the dark theme is shown."""

    def has_report(self) -> bool:
        """Whether there is anything to tell of how the map in front was read."""

    def is_report_shown(self) -> bool:
        """Whether that is in sight."""

    def put_on_clipboard(self, part: Document) -> None:
        """Let this map, other maps and other programs paste an excerpt."""

    def clip(self) -> Clip:
        """What is on the clipboard."""

    def pointed_at(self) -> Position | None:
        """Where on the map the pointer is; None if it is elsewhere."""

    def tell(self, words: str, *, aloud: bool = True) -> None:
        """Say in the status bar what was done, or why nothing was; aloud, if somebody listens who hears it not anyway."""

    def leave_map(self, *, forward: bool) -> None:
        """Let the keyboard go on to what stands after the map in the window, or before it."""

    def next_pane(self, *, forward: bool) -> None:
        """Let the keyboard go on to the next part of the window: map, panels, tools, or the other way round."""

    def show_inspector(self) -> None:
        """Put the keyboard into the inspector of what is selected."""

    def choose(self, question: str, choices: Sequence[tuple[Id, str]]) -> Id | None:
        """Let the user pick one of several named things; None if they back out."""


def always(_: Desk) -> bool:
    return True


def has_session(desk: Desk) -> bool:
    return desk.session is not None


def on_session(run: Callable[[Session], None]) -> Callable[[Desk], None]:
    """What a command does with the session in front, on the start page nothing. A gesture under way is settled first:
    what it shows may be gone by then, from the selection too."""

    def run_on(desk: Desk) -> None:
        if desk.session is not None:
            settle(desk.session)
            run(desk.session)

    return run_on


def if_session(holds: Callable[[Session], bool]) -> Callable[[Desk], bool]:
    """Whether something holds of the session in front; on the start page nothing does."""
    return lambda desk: desk.session is not None and holds(desk.session)


def selected_components(session: Session) -> tuple[Component, ...]:
    """The selected components, in a steady order."""
    components = session.document.components
    return tuple(components[id] for id in sorted(session.selection) if id in components)


def selected_procurable(session: Session) -> tuple[Component, ...]:
    """The selected components that evolve and can be procured: all but users."""
    return tuple(component for component in selected_components(session) if not component.is_anchor)


has_selection = if_session(lambda session: bool(session.selection))
has_components = if_session(lambda session: bool(selected_components(session)))
has_procurable = if_session(lambda session: bool(selected_procurable(session)))


@dataclass(frozen=True, slots=True)
class Command:
    """A named thing that the user can do.

    `keys` are in Qt's portable notation ("Ctrl+Z"); the first is shown in menus; with `canvas_only` they count only
    while the canvas has the focus, so that lists and fields keep their own Delete and arrows. `menu` is the menu's
    title, empty for what the keyboard alone does; `group` separates items within it; those with the same `submenu` stand
    in a menu of that title there, where exactly one is on, or each by itself (`menus.SWITCHES`). `label` may give a title that
    changes ("Undo Move"). `is_on` marks a command that shows a state (checked or not).
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
    canvas_only: bool = False
    submenu: str = ""
