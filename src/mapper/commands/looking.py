"""Which parts of the map are shown, and what stands out. It is of the window, no part of the map: nothing to undo."""

from __future__ import annotations

from dataclasses import replace

from mapper.commands.command import Command, has_session, if_session, on_session
from mapper.editor import Session
from mapper.editor.choices import LAYERS

MENU, SUBMENU = "View", "Show"


def toggle_layer(session: Session, layer: str) -> None:
    """Hide a layer, or show it again. What is hidden is selected no more."""
    session.look(session.view.toggled(layer))
    document, hidden = session.document, session.view.hidden
    gone = frozenset(document.contracts if "contracts" in hidden else ())
    if "notes" in hidden:
        gone |= document.notes.keys() | document.annotations.keys()
    session.select(session.selection - gone)


def show_all_layers(session: Session) -> None:
    session.look(replace(session.view, hidden=frozenset()))


def toggle_focus(session: Session) -> None:
    """Let all but what is selected and what that rests on stand back, or end that."""
    session.look(replace(session.view, focuses=not session.view.focuses))
    if session.view.focuses and not session.selection:
        session.told.emit("Select something: all that it does not rest on stands back. F ends that.")


def _layer_command(layer: str, title: str) -> Command:
    return Command(
        f"show-{layer}",
        title,
        MENU,
        on_session(lambda session: toggle_layer(session, layer)),
        group=1,
        can_run=has_session,
        is_on=if_session(lambda session: layer not in session.view.hidden),
        hint="Shown on the screen or not; exports show all",
        submenu=SUBMENU,
    )


LOOKING_COMMANDS = (
    *(_layer_command(layer, title) for layer, title in LAYERS.items()),
    Command(
        "show-all-layers",
        "Show everything again",
        MENU,
        on_session(show_all_layers),
        group=1,
        can_run=if_session(lambda session: bool(session.view.hidden)),
        hint="All that was hidden by View › Show",
    ),
    Command(
        "focus",
        "Focus",
        MENU,
        on_session(toggle_focus),
        ("F",),
        1,
        has_session,
        is_on=if_session(lambda session: session.view.focuses),
        hint="All but what is selected and what that rests on stands back",
        canvas_only=True,
    ),
)
