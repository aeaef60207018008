"""The View menu: how the map is looked at."""

from __future__ import annotations

from mapper.commands.command import Command, Desk, has_selection, has_session

MENU = "View"


def is_dark(desk: Desk) -> bool:
    return desk.is_dark()


def has_report(desk: Desk) -> bool:
    return desk.has_report()


def is_report_shown(desk: Desk) -> bool:
    return desk.is_report_shown()


def is_minimap_shown(desk: Desk) -> bool:
    return desk.is_minimap_shown()


VIEW_COMMANDS = (
    Command("zoom-in", "Zoom in", MENU, lambda desk: desk.zoom_in(), ("Ctrl++", "Ctrl+="), 0, has_session),
    Command("zoom-out", "Zoom out", MENU, lambda desk: desk.zoom_out(), ("Ctrl+-",), 0, has_session),
    Command(
        "zoom-to-fit",
        "Show the whole map",
        MENU,
        lambda desk: desk.zoom_to_fit(),
        ("Ctrl+0",),
        0,
        has_session,
        hint="As large as the window allows",
    ),
    Command(
        "zoom-to-actual-size",
        "Actual size (100 %)",
        MENU,
        lambda desk: desk.zoom_to_actual_size(),
        ("Ctrl+1",),
        0,
        has_session,
    ),
    Command(
        "zoom-to-selection",
        "Zoom to selection",
        MENU,
        lambda desk: desk.zoom_to_selection(),
        ("Ctrl+2",),
        0,
        has_selection,
        hint="What is selected, as large as the window allows",
    ),
    Command(
        "toggle-minimap",
        "Minimap",
        MENU,
        lambda desk: desk.toggle_minimap(),
        group=3,
        is_on=is_minimap_shown,
        hint="The whole map small in the corner, where a part of it is out of sight",
    ),
    Command(
        "toggle-dark",
        "Dark window",
        MENU,
        lambda desk: desk.toggle_dark(),
        group=1,
        is_on=is_dark,
        hint="Light text on a dark ground, or the other way round",
    ),
    Command(
        "go-to-text",
        "Go to text",
        MENU,
        lambda desk: desk.go_to_text(),
        ("Ctrl+T",),
        2,
        has_session,
        hint="The line that says what is selected; Escape comes back to the map",
    ),
    Command(
        "start-page",
        "Start page",
        MENU,
        lambda desk: desk.show_start_page(),
        group=2,
        hint="Recent maps, samples and the maps of the team",
    ),
    Command(
        "toggle-report",
        "Import report",
        MENU,
        lambda desk: desk.toggle_report(),
        group=3,
        can_run=has_report,
        is_on=is_report_shown,
        hint="How the map was read, and what of its file was not understood",
    ),
    Command(
        "inspect",
        "Go to inspector",
        MENU,
        lambda desk: desk.show_inspector(),
        ("Alt+Return", "Alt+Enter"),
        2,
        has_session,
        hint="All that can be said of what is selected; Escape comes back to the map",
    ),
    Command(
        "next-pane",
        "Next part of the window",
        MENU,
        lambda desk: desk.next_pane(forward=True),
        ("F6",),
        2,
        hint="Map, panels and tools in turn, by keyboard",
    ),
    Command(
        "previous-pane",
        "Previous part of the window",
        MENU,
        lambda desk: desk.next_pane(forward=False),
        ("Shift+F6",),
        2,
        hint="The same, the other way round",
    ),
)
