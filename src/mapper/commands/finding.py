"""Finding a command, and finding something on the map."""

from __future__ import annotations

from mapper.commands.command import Command, Desk, has_components, has_procurable, has_selection, has_session

_NEEDS = {
    has_session: "Open a map first",
    has_selection: "Select something first",
    has_components: "Select a component first",
    has_procurable: "Select a component that is no user first",
}


def why_not(command: Command, desk: Desk) -> str:
    """What stands in the way of a command, in a few words; "" if nothing does."""
    if command.can_run(desk):
        return ""
    if desk.session is None:
        return _NEEDS[has_session]
    return _NEEDS.get(command.can_run, "Not for what is in hand now")


FINDING_COMMANDS = (
    Command(
        "palette",
        "Find a command…",
        "Help",
        lambda desk: desk.show_palette(),
        ("Ctrl+Shift+P",),
        hint="Type some letters of what you want to do; Enter does it",
    ),
    Command(
        "find",
        "Find on the map…",
        "Edit",
        lambda desk: desk.find(),
        ("Ctrl+F",),
        4,
        has_session,
        hint="By name, label, text or description",
    ),
    Command(
        "find-next",
        "Find next",
        "Edit",
        lambda desk: desk.find_next(forward=True),
        ("F3",),
        4,
        has_session,
        hint="The next place of what was last looked for",
        canvas_only=True,
    ),
    Command(
        "find-previous",
        "Find previous",
        "Edit",
        lambda desk: desk.find_next(forward=False),
        ("Shift+F3",),
        4,
        has_session,
        hint="The place before of what was last looked for",
        canvas_only=True,
    ),
)
