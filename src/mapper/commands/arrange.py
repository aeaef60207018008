"""The Arrange menu: in line, at even distances, tidied, locked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from mapper.commands.command import Command, Desk, if_session, on_session
from mapper.editor import Session
from mapper.edits import is_locked, lockable, set_locked
from mapper.edits.arranging import Axis, End, align, arrangeable, distribute, space_equally, tidy_up
from mapper.model import Document, Id

MENU = "Arrange"
WAYS: tuple[tuple[str, Axis], ...] = (("horizontally", "evolution"), ("vertically", "visibility"))

Edit = Callable[[Document, frozenset[Id]], Document]


def _command(id: str, title: str, axis: Axis, edit: Edit, hint: str, *, group: int, least: int = 2) -> Command:
    """An edit of the selected along one axis, for at least so many of them."""

    def can_run(session: Session) -> bool:
        return len(arrangeable(session.document, session.selection, axis)) >= least

    def run(session: Session) -> None:
        session.apply(title, edit, session.selection)

    return Command(id, title, MENU, on_session(run), group=group, can_run=if_session(can_run), hint=hint)


def _tidied(session: Session) -> frozenset[Id]:
    """What is to be tidied: the selected components if there are several, else all."""
    chosen = session.selection & session.document.components.keys()
    return chosen if len(chosen) > 1 else frozenset(session.document.components)


def tidy(session: Session) -> None:
    """Rows by depth in the value chain."""
    from mapper.analysis.graph import depths

    session.apply("Tidy", tidy_up, _tidied(session), depths(session.document))


def _lockable(session: Session) -> list[Id]:
    return lockable(session.document, session.selection)


def are_locked(session: Session) -> bool:
    chosen = _lockable(session)
    return bool(chosen) and all(is_locked(session.document, id) for id in chosen)


def toggle_lock(session: Session) -> None:
    """Lock all of the selected, or unlock them if all are locked."""
    if are_locked(session):
        session.apply("Unlock", partial(set_locked, locked=False), _lockable(session))
    else:
        session.apply("Lock", partial(set_locked, locked=True), _lockable(session))


def lock_label(desk: Desk) -> str:
    return "Unlock" if desk.session is not None and are_locked(desk.session) else "Lock"


def _aligning(id: str, axis: Axis, end: End, hint: str) -> Command:
    edit = partial(align, axis=axis, end=end)
    return _command(f"align-{id}", f"Align {id}", axis, edit, hint, group=0 if axis == "evolution" else 1)


ALIGNING = (
    _aligning("left", "evolution", "low", "All where the least evolved of the selected stands"),
    _aligning("centre", "evolution", "middle", "All midway between the least and the most evolved"),
    _aligning("right", "evolution", "high", "All where the most evolved of the selected stands"),
    _aligning("top", "visibility", "high", "All as visible as the most visible of the selected"),
    _aligning("middle", "visibility", "middle", "All midway between the most and the least visible"),
    _aligning("bottom", "visibility", "low", "All as visible as the least visible of the selected"),
)

SPREADING = tuple(
    _command(f"{id}-{way}", f"{title} {way}", axis, partial(edit, axis=axis), hint, group=2, least=3)
    for id, title, edit, hint in (
        ("distribute", "Distribute", distribute, "The same distance from each to the next; the outermost stay"),
        ("space", "Space equally", space_equally, "From each to the next as far as between the first two"),
    )
    for way, axis in WAYS
)

ARRANGE_COMMANDS = (
    *ALIGNING,
    *SPREADING,
    Command(
        "tidy",
        "Tidy",
        MENU,
        on_session(tidy),
        group=3,
        can_run=if_session(lambda session: len(session.document.components) > 1),
        hint="Rows by depth in the value chain, and nothing on top of another: the selected components, or all",
    ),
    Command(
        "toggle-lock",
        "Lock",
        MENU,
        on_session(toggle_lock),
        ("Ctrl+L",),
        4,
        if_session(lambda session: bool(_lockable(session))),
        lock_label,
        hint="What is locked is not moved, resized, renamed or deleted by hand until it is unlocked",
    ),
)
