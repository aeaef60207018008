"""The Select menu."""

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
from mapper.model import Id, Stage

MENU = "Select"
GROUP = 0
TITLES = ("Genesis", "Custom Built", "Product", "Commodity")
"""What the stages are called where no map says it."""


def back_out(desk: Desk) -> None:
    if desk.session is not None:
        desk.session.cancel()


def select_all(session: Session) -> None:
    """All that stands on the map and is shown."""
    document = session.document
    notes = () if "notes" in session.view.hidden else (document.notes, document.annotations)
    tables = (document.components, *notes, document.accelerators, document.attitudes)
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


def _stage_command(stage: Stage, title: str) -> Command:
    """Select all of one stage; users have none."""

    def run(session: Session) -> None:
        stages, components = session.document.stages, session.document.components.values()
        session.select(c.id for c in components if stages.stage(c.evolution) is stage and not c.is_anchor)

    def label(desk: Desk) -> str:
        name = "" if desk.session is None else desk.session.document.stages.name(stage)
        return f"Select stage: {name or title}"

    return Command(
        f"select-stage-{stage}".replace("_", "-"),
        f"Select stage: {title}",
        MENU,
        on_session(run),
        group=2,
        can_run=has_session,
        label=label,
        hint="Every component of this stage",
    )


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
        1,
        has_procurable,
        hint="Every component of the stage of the selected",
    ),
    Command(
        "select-same-contract",
        "Select same contract",
        MENU,
        on_session(select_same_contract),
        (),
        1,
        if_session(lambda session: bool(_contracts(session))),
        hint="Every member of the contract of the selected",
    ),
    Command(
        "select-needs",
        "Select what it needs",
        MENU,
        on_session(select_needs),
        (),
        1,
        has_components,
        hint="Everything that the selected rest on",
    ),
    Command(
        "select-needed-by",
        "Select what needs it",
        MENU,
        on_session(select_needed_by),
        (),
        1,
        has_components,
        hint="Everything that rests on the selected",
    ),
    *(_stage_command(stage, title) for stage, title in zip(Stage, TITLES, strict=True)),
)
