"""The File menu: maps in and out."""

from __future__ import annotations

from mapper.commands.command import Command, Desk, has_session

MENU = "File"


def can_reopen(desk: Desk) -> bool:
    return desk.can_reopen()


FILE_COMMANDS = (
    Command("new", "New map", MENU, lambda desk: desk.new_map(), ("Ctrl+N",), hint="An empty map in a tab of its own"),
    Command(
        "new-from-template",
        "New from template…",
        MENU,
        lambda desk: desk.new_from_template(),
        hint="A map that has a beginning: a value chain, or the structure of contracts",
    ),
    Command(
        "new-window",
        "New window",
        MENU,
        lambda desk: desk.new_window(),
        ("Ctrl+Shift+N",),
        hint="Another window with maps of its own",
    ),
    Command(
        "open", "Open…", MENU, lambda desk: desk.open_map(), ("Ctrl+O",), hint="Open a map of any format from a file"
    ),
    Command(
        "save", "Save", MENU, lambda desk: desk.save(), ("Ctrl+S",), 1, has_session, hint="Save the map to its file"
    ),
    Command(
        "save-as",
        "Save as…",
        MENU,
        lambda desk: desk.save_as(),
        ("Ctrl+Shift+S",),
        1,
        has_session,
        hint="Save the map to another file",
    ),
    Command(
        "export-pack",
        "Export pack…",
        MENU,
        lambda desk: desk.export_pack(),
        ("Ctrl+E",),
        2,
        has_session,
        hint="The procurement pack as a PDF: the map, each contract, the interfaces between them",
    ),
    Command(
        "export-picture",
        "Export picture…",
        MENU,
        lambda desk: desk.export_picture(),
        ("Ctrl+Shift+E",),
        2,
        has_session,
        hint="The map alone, as SVG or PNG",
    ),
    Command(
        "export-to-program",
        "Export to another program…",
        MENU,
        lambda desk: desk.export_to_program(),
        (),
        2,
        has_session,
        hint="The map for map editors, wikis, slides, documents, tables and graphs",
    ),
    Command(
        "print",
        "Print…",
        MENU,
        lambda desk: desk.print_map(),
        ("Ctrl+P",),
        2,
        has_session,
        hint="The map on paper, on one sheet or several; with a preview",
    ),
    Command("settings", "Settings…", MENU, lambda desk: desk.show_settings(), ("Ctrl+,",), 3, hint="How Mapper works"),
    Command(
        "move-to-new-window",
        "Move tab to new window",
        MENU,
        lambda desk: desk.move_to_new_window(),
        (),
        4,
        has_session,
        hint="This map in a window of its own, with all that can be undone",
    ),
    Command(
        "reopen-tab",
        "Reopen closed tab",
        MENU,
        lambda desk: desk.reopen_tab(),
        ("Ctrl+Shift+T",),
        4,
        can_reopen,
        hint="The map that was closed last, with all that can be undone",
    ),
    Command(
        "close-tab",
        "Close tab",
        MENU,
        lambda desk: desk.close_tab(),
        ("Ctrl+W",),
        4,
        has_session,
        hint="Close this map",
    ),
    Command("quit", "Quit", MENU, lambda desk: desk.quit(), ("Ctrl+Q",), 4, hint="Close all maps and leave"),
)
