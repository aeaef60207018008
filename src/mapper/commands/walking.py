"""Walking the map by keyboard."""

from __future__ import annotations

from collections.abc import Callable

from mapper.commands.command import Command, Desk, has_session, if_session, on_session
from mapper.editor import Session
from mapper.editor.describing import describe
from mapper.editor.tools.base import settle
from mapper.editor.walking import WAYS, Way
from mapper.model import Id

GROUP = 3
SIDES: dict[Way, str] = {"left": "on the left", "right": "on the right", "up": "above", "down": "below"}
LINKED: dict[Way, tuple[str, str]] = {
    "up": ("what needs it", "Nothing on the map needs it"),
    "down": ("what it needs", "It needs nothing on the map"),
    "left": ("its sibling on the left", "It has no sibling further left"),
    "right": ("its sibling on the right", "It has no sibling further right"),
}
"""What stands up, down and beside along the links, and what is said where there is none."""


def step(by: int) -> Callable[[Desk], None]:
    """To the next thing as one reads; beyond the last one the keyboard leaves the map."""

    def run(desk: Desk) -> None:
        if not _go(desk, lambda session: session.walk.beside(by)):
            desk.leave_map(forward=by > 0)

    return run


def walk(way: Way, *, adds: bool = False) -> Callable[[Desk], None]:
    """To the nearest thing in a direction; it is selected, with `adds` together with what was."""

    def run(desk: Desk) -> None:
        if not _go(desk, lambda session: session.walk.toward(way), adds=adds):
            desk.tell(f"There is nothing further {SIDES[way]}")

    return run


def follow(way: Way) -> Callable[[Desk], None]:
    """Along the links."""

    def run(desk: Desk) -> None:
        if not _go(desk, lambda session: session.walk.along(way), came=way):
            desk.tell(LINKED[way][1])

    return run


def _go(desk: Desk, find: Callable[[Session], Id | None], *, adds: bool = False, came: Way | None = None) -> bool:
    """Go to what is found and say what it is; answers whether anything was."""
    session = desk.session
    if session is None:
        return True
    settle(session)
    found = find(session)
    if found is None:
        return False
    session.walk.go(found, came=came)
    session.select({*session.selection, found} if adds else {found})
    said = describe(session.document, found)
    if said is not None:
        desk.tell(said.line, aloud=False)
    return True


def toggle_selected(session: Session) -> None:
    current = session.walk.current
    if current is not None:
        session.select(session.selection ^ {current})
        session.walk.go(current)


def choose_link(desk: Desk) -> None:
    """Select one of the links of what is current, by name."""
    if desk.session is None:
        return
    session, id = desk.session, desk.session.walk.current
    links = [link for link in session.document.links.values() if id in (link.source, link.target)]
    names = session.document.components
    choices = [(link.id, f"{names[link.source].name} needs {names[link.target].name}") for link in links]
    found = desk.choose("Select which link?", choices)
    if found is not None:
        _go(desk, lambda _: found)


def _has_links(session: Session) -> bool:
    id = session.walk.current
    return any(id in (link.source, link.target) for link in session.document.links.values())


def _unlisted(id: str, title: str, run: Callable[[Desk], None], key: str) -> Command:
    """What the keyboard alone does."""
    return Command(id, title, "", run, (key,), can_run=has_session, canvas_only=True)


WALKING_COMMANDS = (
    _unlisted("walk-on", "Go to the next thing, as one reads", step(1), "Tab"),
    _unlisted("walk-back", "Go to the thing before", step(-1), "Shift+Tab"),
    *(
        _unlisted(f"walk-{way}", f"Go to the nearest thing {SIDES[way]}", walk(way), f"Ctrl+{way.title()}")
        for way in WAYS
    ),
    *(
        _unlisted(
            f"gather-{way}",
            f"Select the nearest thing {SIDES[way]} as well",
            walk(way, adds=True),
            f"Ctrl+Shift+{way.title()}",
        )
        for way in WAYS
    ),
    *(_unlisted(f"follow-{way}", f"Go to {LINKED[way][0]}", follow(way), f"Alt+{way.title()}") for way in WAYS),
    _unlisted("toggle-selected", "Select it or leave it out", on_session(toggle_selected), "Ctrl+Space"),
    Command(
        "choose-link",
        "Select a link of it…",
        "Select",
        choose_link,
        ("Shift+V",),
        GROUP,
        if_session(_has_links),
        hint="One of the links of the component that the keyboard is at, by name",
        canvas_only=True,
    ),
)
