"""The submenu of themes: how the map in front is drawn. What is chosen is part of the map."""

from __future__ import annotations

from mapper.commands.command import Command, has_session, if_session, on_session
from mapper.drawing.themes import THEMES
from mapper.editor import Session
from mapper.edits import change_map
from mapper.model import Document, MapStyle

MENU, SUBMENU = "View", "Theme"


def set_theme(session: Session, style: MapStyle | None) -> None:
    """Have the map drawn in a theme everywhere, or as light or dark as the window that it is seen in."""
    if session.document.look.style != style:
        session.apply("Change theme", _styled, style)


def _styled(document: Document, style: MapStyle | None) -> Document:
    return change_map(document, look=document.look.but(style=style))


def _command(style: MapStyle | None, title: str, hint: str) -> Command:
    return Command(
        f"theme-{style or 'window'}".replace("_", "-"),
        title,
        MENU,
        on_session(lambda session: set_theme(session, style)),
        group=1,
        can_run=has_session,
        is_on=if_session(lambda session: session.document.look.style == style),
        hint=hint,
        submenu=SUBMENU,
    )


_HINTS = {
    MapStyle.WARDLEY: "Grey where things are uncharted or industrialised",
    MapStyle.PLAIN: "Black on white",
    MapStyle.COLOUR: "Components, axes and remarks in colours of their own",
    MapStyle.HANDWRITTEN: "As if drawn on paper",
    MapStyle.DARK: "Light on a dark ground",
    MapStyle.HIGH_CONTRAST: "White on black, for those who see little and for weak projectors",
    MapStyle.PRINT: "For printers without colour: methods by hatching and letter, pricing by dash",
}

THEME_COMMANDS = (
    _command(None, "As the window is", "Wardley in a light window, dark in a dark one"),
    *(_command(style, THEMES[style].title, hint) for style, hint in _HINTS.items()),
)
