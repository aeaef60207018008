"""The part of the Edit menu that selects."""

from __future__ import annotations

from mapper.commands.command import (
    Command,
    Desk,
    has_components,
    has_procurable,
    has_session,
    if_session,
    on_session,
    selected_procurable,
)
from mapper.editor import Session
from mapper.model import Id

MENU = "Edit"
GROUP = 2


def back_out(desk: Desk) -> None:
    if desk.session is not None:
        desk.session.cancel()


def select_all(session: Session) -> None:
    document = session.document
    tables = (document.components, document.notes, document.annotations, document.accelerators, document.attitudes)
    session.select(id for table in tables for id in table)


def select_same_stage(session: Session) -> None:
    """Every component of the stages of those selected; users have no stage."""
    stages = session.document.stages
    wanted = {stages.stage(component.evolution) for component in selected_procurable(session)}
    components = session.document.components.values()
    session.select(c.id for c in components if stages.stage(c.evolution) in wanted and not c.is_anchor)


def select_same_contract(session: Session) -> None:
    """The members of the contracts that the selected are, or are in."""
    session.select(
        member for contract in _contracts(session) for member in session.document.contracts[contract].members
    )


def select_needs(session: Session) -> None:
    """With the selected, everything that they rest on."""
    from mapper.analysis.graph import needs

    session.select(session.selection | needs(session.document, session.selection))


def select_needed_by(session: Session) -> None:
    """With the selected, everything that rests on them."""
    from mapper.analysis.graph import needed_by

    session.select(session.selection | needed_by(session.document, session.selection))


def _contracts(session: Session) -> frozenset[Id]:
    plan = session.document.plan
    return frozenset(
        id
        for id, contract in plan.contracts.items()
        if id in session.selection or session.selection & {*contract.members}
    )


SELECTING_COMMANDS = (
    Command(
        "select-all",
        "Select all",
        MENU,
        on_session(select_all),
        ("Ctrl+A",),
        GROUP,
        has_session,
        hint="Everything that stands on the map",
    ),
    Command(
        "back-out",
        "Back out",
        MENU,
        back_out,
        ("Esc",),
        GROUP,
        has_session,
        hint="Leave off what is being done, else put the tool down, else select nothing",
        canvas_only=True,
    ),
    Command(
        "select-same-stage",
        "Select same stage",
        MENU,
        on_session(select_same_stage),
        (),
        GROUP,
        has_procurable,
        hint="Every component of the stage of the selected",
    ),
    Command(
        "select-same-contract",
        "Select same contract",
        MENU,
        on_session(select_same_contract),
        (),
        GROUP,
        if_session(lambda session: bool(_contracts(session))),
        hint="Every member of the contract of the selected",
    ),
    Command(
        "select-needs",
        "Select what it needs",
        MENU,
        on_session(select_needs),
        (),
        GROUP,
        has_components,
        hint="Everything that the selected rest on",
    ),
    Command(
        "select-needed-by",
        "Select what needs it",
        MENU,
        on_session(select_needed_by),
        (),
        GROUP,
        has_components,
        hint="Everything that rests on the selected",
    ),
)
