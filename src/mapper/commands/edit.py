"""The Edit menu: back and forth, the selection as a whole, small moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mapper.commands.command import (
    Command,
    Desk,
    has_selection,
    has_session,
    if_session,
    on_session,
    selected_components,
)
from mapper.editor import Session
from mapper.editor.tools.naming import LOCKED, begin_naming
from mapper.editor.tools.nudging import nudge as nudge_selection
from mapper.editor.tools.offering import Offering, accept
from mapper.edits import delete, duplicate, is_locked, name_of
from mapper.edits.styling import Style, set_style, style_of

MENU = "Edit"
FINE, COARSE = 0.002, 0.02
"""How far the arrow keys move along an axis, without and with Shift."""


def undo_label(desk: Desk) -> str:
    step = desk.session.history.undo_label if desk.session else None
    return f"Undo {step}" if step else "Undo"


def redo_label(desk: Desk) -> str:
    step = desk.session.history.redo_label if desk.session else None
    return f"Redo {step}" if step else "Redo"


def delete_selection(session: Session) -> None:
    """Delete what is not locked."""
    kept = frozenset(id for id in session.selection if is_locked(session.document, id))
    if kept:
        session.told.emit(LOCKED)
    session.apply("Delete", delete, session.selection - kept)


def can_duplicate(session: Session) -> bool:
    """Whether anything selected stands on the map by itself, as links and contracts do not."""
    document = session.document
    tables = (document.components, document.notes, document.annotations, document.accelerators, document.attitudes)
    return any(not table.keys().isdisjoint(session.selection) for table in tables)


def can_move(session: Session) -> bool:
    """Whether anything selected has a place of its own, or members that have."""
    contracts = session.document.contracts
    return can_duplicate(session) or any(contracts[id].members for id in session.selection & contracts.keys())


def duplicate_selection(session: Session) -> None:
    """Copies beside the originals, selected so that they can be dragged away."""
    document, copies = duplicate(session.document, session.selection)
    session.apply("Duplicate", lambda _: document)
    session.select(copies)


def can_rename(session: Session) -> bool:
    return len(session.selection) == 1 and all(name_of(session.document, id) is not None for id in session.selection)


def rename_selection(session: Session) -> None:
    for id in session.selection:
        begin_naming(session, id)


@dataclass(slots=True)
class CopiedStyle:
    """The style last copied, in whichever window."""

    style: Style | None = None


STYLE = CopiedStyle()


def copy_style(session: Session) -> None:
    for component in selected_components(session):
        STYLE.style = style_of(component)


def paste_style(session: Session) -> None:
    if STYLE.style is not None:
        session.apply("Paste style", set_style, [each.id for each in selected_components(session)], STYLE.style)


def take_up_offer(desk: Desk) -> None:
    """What the button on the map does. Not like other commands: those end the offer."""
    if desk.session is not None:
        accept(desk.session)


def enter(desk: Desk) -> None:
    """The offer, if there is one; else a name for what is selected."""
    session = desk.session
    if session is None:
        return
    if isinstance(session.tool, Offering):
        accept(session)
    elif can_rename(session):
        rename_selection(session)


def nudge(evolution: float, visibility: float) -> Callable[[Desk], None]:
    """Move the selection a little; it is kept when the key is let go, and a row of nudges is one step back."""

    def run(desk: Desk) -> None:
        if desk.session is not None:
            nudge_selection(desk.session, evolution=evolution, visibility=visibility)

    return run


def _nudges() -> tuple[Command, ...]:
    ways = (("Left", -1, 0), ("Right", 1, 0), ("Up", 0, 1), ("Down", 0, -1))
    steps = (("", "", FINE), ("Shift+", " a long way", COARSE))
    return tuple(
        Command(
            f"nudge-{key.lower()}{'-far' if shift else ''}",
            f"Move {key.lower()}{far}",
            "",
            nudge(right * step, up * step),
            (f"{shift}{key}",),
            can_run=if_session(can_move),
            canvas_only=True,
        )
        for shift, far, step in steps
        for key, right, up in ways
    )


NUDGES = _nudges()

EDIT_COMMANDS = (
    Command(
        "undo",
        "Undo",
        MENU,
        on_session(Session.undo),
        ("Ctrl+Z",),
        can_run=if_session(lambda session: session.history.undo_label is not None),
        label=undo_label,
        hint="Take back the last change",
    ),
    Command(
        "redo",
        "Redo",
        MENU,
        on_session(Session.redo),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        can_run=if_session(lambda session: session.history.redo_label is not None),
        label=redo_label,
        hint="Do again what was taken back",
    ),
    Command(
        "delete",
        "Delete",
        MENU,
        on_session(delete_selection),
        ("Del", "Backspace"),
        1,
        has_selection,
        hint="Remove what is selected; a contract's components stay",
        canvas_only=True,
    ),
    Command(
        "duplicate",
        "Duplicate",
        MENU,
        on_session(duplicate_selection),
        ("Ctrl+D",),
        1,
        if_session(can_duplicate),
        hint="Copies of what is selected, beside it",
    ),
    Command(
        "rename",
        "Rename",
        MENU,
        on_session(rename_selection),
        ("F2",),
        1,
        if_session(can_rename),
        hint="Type another name in place",
    ),
    Command(
        "copy-style",
        "Copy style",
        MENU,
        on_session(copy_style),
        ("Ctrl+Alt+C",),
        1,
        if_session(lambda session: len(selected_components(session)) == 1),
        hint="Kind, type, method, inertia and the label's place, to be given to others",
    ),
    Command(
        "paste-style",
        "Paste style",
        MENU,
        on_session(paste_style),
        ("Ctrl+Alt+V",),
        1,
        if_session(lambda session: STYLE.style is not None and bool(selected_components(session))),
        hint="Give the selected components the style that was copied, on this map or another",
    ),
    Command(
        "enter",
        "Rename, or take up what is offered",
        "",
        enter,
        ("Return", "Enter"),
        can_run=has_session,
        canvas_only=True,
    ),
    Command(
        "take-up-offer", "Take up what is offered", "", take_up_offer, ("Y",), can_run=has_session, canvas_only=True
    ),
    Command(
        "copy-picture",
        "Copy as picture",
        MENU,
        lambda desk: desk.copy_picture(),
        ("Ctrl+Shift+C",),
        2,
        has_session,
        hint="The whole map for a slide, a letter or a chat",
    ),
    Command(
        "copy-owm",
        "Copy as OnlineWardleyMaps text",
        MENU,
        lambda desk: desk.copy_owm(),
        (),
        2,
        has_session,
        hint="The whole map as text that other map editors read",
    ),
    Command(
        "copy-mermaid",
        "Copy as Mermaid block",
        MENU,
        lambda desk: desk.copy_mermaid(),
        (),
        2,
        has_session,
        hint="The whole map as a block for a wiki or a README",
    ),
    *NUDGES,
)
