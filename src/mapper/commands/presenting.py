"""Presenting a map, and the steps in which it is presented."""

from __future__ import annotations

from mapper.commands.command import Command, Desk, has_selection, has_session, on_session
from mapper.editor import Session
from mapper.edits import name_of
from mapper.edits.steps import add_step
from mapper.model import Id, new_id

GROUP = 4


def add_step_from_selection(session: Session) -> None:
    """A last step that shows what is selected, called after it, or by its number."""
    session.apply("Add step", add_step, new_id(), _title(session), session.selection)


def _title(session: Session) -> str:
    """One thing alone gives the step its name."""
    document, chosen = session.document, list(session.selection)
    named = (chosen and len(chosen) == 1 and name_of(document, Id(chosen[0]))) or ""
    return named or f"Step {len(document.steps) + 1}"


def is_full_screen(desk: Desk) -> bool:
    return desk.is_full_screen()


PRESENTING_COMMANDS = (
    Command(
        "present",
        "Present",
        "View",
        lambda desk: desk.present(),
        ("F5",),
        GROUP,
        has_session,
        hint="The map over the whole screen, step by step; Escape ends it",
    ),
    Command(
        "full-screen",
        "Full screen",
        "View",
        lambda desk: desk.toggle_full_screen(),
        ("F11",),
        GROUP,
        is_on=is_full_screen,
        hint="The window over the whole screen",
    ),
    Command(
        "steps",
        "Steps…",
        "Map",
        lambda desk: desk.edit_steps(),
        group=6,
        can_run=has_session,
        hint="What is shown when the map is presented, and in which order",
    ),
    Command(
        "add-step",
        "Add step from selection",
        "Map",
        on_session(add_step_from_selection),
        group=6,
        can_run=has_selection,
        hint="What is selected is hidden when the map is presented, until this step",
    ),
)
