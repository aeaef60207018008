"""A desk without a screen: it writes down what it is asked for, and picks what it is told to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mapper.editor import Session
from mapper.editor.clipboard import Clip, own_form, text_form
from mapper.model import Document, Id, Position


class PaperDesk:
    """`asked` holds the names of what commands asked of the window, `told` what they said; `pick` chooses among named things."""

    def __init__(self, session: Session | None = None) -> None:
        self.session = session
        self.asked: list[str] = []
        self.told: list[str] = []
        self.on_clipboard = Clip()
        self.pointed: Position | None = None
        self.pick: Callable[[Sequence[tuple[Id, str]]], Id | None] = lambda choices: choices[0][0] if choices else None

    def new_map(self) -> None:
        self.asked.append("new map")

    def new_from_template(self) -> None:
        self.asked.append("new from template")

    def open_map(self) -> None:
        self.asked.append("open map")

    def save(self) -> None:
        self.asked.append("save")

    def save_as(self) -> None:
        self.asked.append("save as")

    def export_pack(self) -> None:
        self.asked.append("export pack")

    def export_picture(self) -> None:
        self.asked.append("export picture")

    def export_to_program(self) -> None:
        self.asked.append("export to program")

    def copy_picture(self) -> None:
        self.asked.append("copy picture")

    def copy_owm(self) -> None:
        self.asked.append("copy owm")

    def copy_mermaid(self) -> None:
        self.asked.append("copy mermaid")

    def go_to_text(self) -> None:
        self.asked.append("text")

    def toggle_report(self) -> None:
        self.asked.append("report")

    def has_report(self) -> bool:
        return self.session is not None

    def is_report_shown(self) -> bool:
        return "report" in self.asked

    def close_tab(self) -> None:
        self.asked.append("close tab")

    def quit(self) -> None:
        self.asked.append("quit")

    def show_start_page(self) -> None:
        self.asked.append("start page")

    def show_settings(self) -> None:
        self.asked.append("settings")

    def show_shortcuts(self) -> None:
        self.asked.append("shortcuts")

    def show_about(self) -> None:
        self.asked.append("about")

    def zoom_in(self) -> None:
        self.asked.append("zoom in")

    def zoom_out(self) -> None:
        self.asked.append("zoom out")

    def zoom_to_fit(self) -> None:
        self.asked.append("fit")

    def zoom_to_selection(self) -> None:
        self.asked.append("zoom to selection")

    def zoom_to_actual_size(self) -> None:
        self.asked.append("actual size")

    def toggle_dark(self) -> None:
        self.asked.append("dark")

    def edit_map_details(self) -> None:
        self.asked.append("map details")

    def present(self) -> None:
        self.asked.append("present")

    def toggle_full_screen(self) -> None:
        self.asked.append("full screen")

    def new_window(self) -> None:
        self.asked.append("new window")

    def move_to_new_window(self) -> None:
        self.asked.append("move to new window")

    def reopen_tab(self) -> None:
        self.asked.append("reopen")

    def can_reopen(self) -> bool:
        return "close tab" in self.asked

    def toggle_minimap(self) -> None:
        self.asked.append("minimap")

    def is_minimap_shown(self) -> bool:
        return "minimap" not in self.asked

    def is_full_screen(self) -> bool:
        return "full screen" in self.asked

    def edit_steps(self) -> None:
        self.asked.append("steps")

    def print_map(self) -> None:
        self.asked.append("print")

    def show_palette(self) -> None:
        self.asked.append("palette")

    def find(self) -> None:
        self.asked.append("find")

    def find_next(self, *, forward: bool) -> None:
        self.asked.append("find next" if forward else "find previous")

    def is_dark(self) -> bool:
        return "dark" in self.asked

    def put_on_clipboard(self, part: Document) -> None:
        self.on_clipboard = Clip(own=own_form(part), text=text_form(part))

    def clip(self) -> Clip:
        return self.on_clipboard

    def pointed_at(self) -> Position | None:
        return self.pointed

    def tell(self, words: str, *, aloud: bool = True) -> None:
        self.told.append(words)

    def leave_map(self, *, forward: bool) -> None:
        self.asked.append("leave" if forward else "leave backwards")

    def next_pane(self, *, forward: bool) -> None:
        self.asked.append("next pane" if forward else "previous pane")

    def show_inspector(self) -> None:
        self.asked.append("inspector")

    def choose(self, question: str, choices: Sequence[tuple[Id, str]]) -> Id | None:
        self.asked.append(question)
        return self.pick(choices)
