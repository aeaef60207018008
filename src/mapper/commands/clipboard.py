"""Copy, cut and paste of what is selected, within a map, between maps, and from and to other programs."""

from __future__ import annotations

from mapper.commands.command import Command, Desk, has_session, if_session
from mapper.editor import Session
from mapper.editor.clipboard import paste_clip, sum_of
from mapper.editor.tools.base import settle
from mapper.editor.tools.naming import LOCKED
from mapper.edits.excerpts import cut, excerpt
from mapper.edits.locking import is_locked

MENU = "Edit"
GROUP = 1


def can_copy(session: Session) -> bool:
    """Whether anything selected can stand on another map; a link alone cannot."""
    return not session.selection <= session.document.links.keys()


def copy(desk: Desk) -> None:
    """Put what is selected on the clipboard, and say what that is."""
    session = desk.session
    if session is None:
        return
    settle(session)
    part = excerpt(session.document, session.selection)
    if what := sum_of(part):
        desk.put_on_clipboard(part)
        desk.tell(f"Copied {what}.")


def cut_out(desk: Desk) -> None:
    """Put what is selected on the clipboard and take it off the map; what is locked stays."""
    session = desk.session
    if session is None:
        return
    settle(session)
    rest, part = cut(session.document, session.selection)
    is_held = any(is_locked(session.document, id) for id in session.selection)
    if what := sum_of(part):
        desk.put_on_clipboard(part)
        session.apply("Cut", lambda _: rest)
        desk.tell(f"Cut {what}." + (f" {LOCKED}" if is_held else ""))
    elif is_held:
        desk.tell(LOCKED)


def paste(desk: Desk) -> None:
    """At the pointer if it is over the map, else beside the original."""
    if desk.session is not None:
        desk.tell(paste_clip(desk.session, desk.clip(), desk.pointed_at()))


def paste_in_place(desk: Desk) -> None:
    """Where it was on the map that it comes from."""
    if desk.session is not None:
        desk.tell(paste_clip(desk.session, desk.clip(), None, in_place=True))


CLIPBOARD_COMMANDS = (
    Command(
        "cut",
        "Cut",
        MENU,
        cut_out,
        ("Ctrl+X", "Shift+Del"),
        GROUP,
        if_session(can_copy),
        hint="Take what is selected off the map, to be pasted elsewhere",
    ),
    Command(
        "copy",
        "Copy",
        MENU,
        copy,
        ("Ctrl+C", "Ctrl+Ins"),
        GROUP,
        if_session(can_copy),
        hint="What is selected, for this map, other maps and other programs",
    ),
    Command(
        "paste",
        "Paste",
        MENU,
        paste,
        ("Ctrl+V", "Shift+Ins"),
        GROUP,
        has_session,
        hint="What was copied: parts of maps, text of maps, cells of a table, or names line by line",
    ),
    Command(
        "paste-in-place",
        "Paste in place",
        MENU,
        paste_in_place,
        ("Ctrl+Shift+V",),
        GROUP,
        has_session,
        hint="What was copied, exactly where it stood",
        canvas_only=True,
    ),
)
