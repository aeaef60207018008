"""The Help menu."""

from __future__ import annotations

from mapper.commands.command import Command

MENU = "Help"

HELP_COMMANDS = (
    Command(
        "shortcuts",
        "Keyboard shortcuts",
        MENU,
        lambda desk: desk.show_shortcuts(),
        ("?", "F1"),
        hint="Every key on one sheet",
    ),
    Command(
        "about", "About Mapper", MENU, lambda desk: desk.show_about(), group=1, hint="Version, licence and sources"
    ),
)
