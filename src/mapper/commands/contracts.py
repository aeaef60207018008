"""The Contracts menu: what is procured together."""

from __future__ import annotations

from mapper.commands.command import (
    Command,
    Desk,
    has_procurable,
    has_session,
    if_session,
    on_session,
    selected_procurable,
)
from mapper.editor import Session
from mapper.editor.tools.naming import Naming, ask_name
from mapper.edits import (
    activate_plan,
    add_contract,
    add_members,
    add_plan,
    delete,
    delete_plan,
    duplicate_plan,
    leave_contract,
    share,
)
from mapper.model import Id

MENU = "Contracts"


def _procurable(session: Session) -> list[Id]:
    return [component.id for component in selected_procurable(session)]


def new_contract(session: Session) -> None:
    """A contract of the selected; its title is asked for in place, and backing out of that leaves no contract."""
    members, before = _procurable(session), session.selection
    if not members:
        return
    document, contract = add_contract(session.document, members)
    session.preview(document)
    ask_name(session, Naming(contract, "New contract", True, before, session.tool))


def _choose_contract(desk: Desk, question: str) -> Id | None:
    contracts = desk.session.document.contracts.values() if desk.session else ()
    return desk.choose(question, [(each.id, f"{each.ref} {each.title}".strip()) for each in contracts])


def add_to_contract(desk: Desk) -> None:
    contract = _choose_contract(desk, "Move the selected components into which contract?")
    if contract is not None and desk.session is not None:
        desk.session.apply("Add to contract", add_members, contract, _procurable(desk.session))


def share_with_contract(desk: Desk) -> None:
    contract = _choose_contract(desk, "Which contract are the selected components in as well?")
    if contract is not None and desk.session is not None:
        desk.session.apply("Share with contract", share, contract, _procurable(desk.session))


def _members(session: Session) -> list[Id]:
    procured = {member for contract in session.document.contracts.values() for member in contract.members}
    return [id for id in _procurable(session) if id in procured]


def take_out_of_contract(session: Session) -> None:
    session.apply("Take out of contract", leave_contract, _members(session))


def _contracts(session: Session) -> list[Id]:
    return [id for id in session.selection if id in session.document.contracts]


def delete_contract(session: Session) -> None:
    session.apply("Delete contract", delete, _contracts(session))


def switch_plan(desk: Desk) -> None:
    if desk.session is None:
        return
    plans = [(plan.id, plan.title) for plan in desk.session.document.plans.values()]
    plan = desk.choose("Which plan do you want to work on?", plans)
    if plan is not None:
        desk.session.apply("Switch plan", activate_plan, plan)


def new_plan(session: Session) -> None:
    session.apply("New plan", add_plan)


def copy_plan(session: Session) -> None:
    session.apply("Duplicate plan", duplicate_plan, session.document.active_plan)


def remove_plan(session: Session) -> None:
    session.apply("Delete plan", delete_plan, session.document.active_plan)


_has_plans = if_session(lambda session: len(session.document.plans) > 1)
_has_procurable_and_contract = if_session(
    lambda session: bool(_procurable(session)) and bool(session.document.contracts)
)

CONTRACT_COMMANDS = (
    Command(
        "new-contract",
        "New contract from selection",
        MENU,
        on_session(new_contract),
        ("Ctrl+G",),
        can_run=has_procurable,
        hint="One contract of the selected components; they leave the contracts that they are in",
    ),
    Command(
        "add-to-contract",
        "Add to contract…",
        MENU,
        add_to_contract,
        ("Shift+K",),
        can_run=_has_procurable_and_contract,
        hint="Move the selected components into another contract",
    ),
    Command(
        "share-with-contract",
        "Share with contract…",
        MENU,
        share_with_contract,
        can_run=_has_procurable_and_contract,
        hint="Put the selected components into a second contract, and leave them in theirs",
    ),
    Command(
        "take-out-of-contract",
        "Take out of contract",
        MENU,
        on_session(take_out_of_contract),
        ("Ctrl+Shift+G",),
        can_run=if_session(lambda session: bool(_members(session))),
        hint="The selected components are in no contract",
    ),
    Command(
        "delete-contract",
        "Delete contract",
        MENU,
        on_session(delete_contract),
        group=1,
        can_run=if_session(lambda session: bool(_contracts(session))),
        hint="The contract goes, its components stay",
    ),
    Command(
        "switch-plan",
        "Switch plan…",
        MENU,
        switch_plan,
        group=2,
        can_run=_has_plans,
        hint="Another way to cut this map into contracts",
    ),
    Command(
        "new-plan",
        "New plan",
        MENU,
        on_session(new_plan),
        group=2,
        can_run=has_session,
        hint="Begin another cut of this map, without contracts",
    ),
    Command(
        "duplicate-plan",
        "Duplicate plan",
        MENU,
        on_session(copy_plan),
        group=2,
        can_run=has_session,
        hint="A copy of the plan in hand, to try another cut",
    ),
    Command(
        "delete-plan",
        "Delete plan",
        MENU,
        on_session(remove_plan),
        group=2,
        can_run=_has_plans,
        hint="The plan in hand goes with its contracts; the map stays",
    ),
)
