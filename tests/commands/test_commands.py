"""What menus and keys do."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from paper_desk import PaperDesk

from mapper.commands import COMMANDS
from mapper.commands.command import Command, Desk
from mapper.commands.menus import MENUS
from mapper.editor import Pointer, Session
from mapper.editor.tools import TOOLS, take
from mapper.editor.tools.naming import finish_naming
from mapper.edits import add_contract, add_link, add_pipeline, duplicate_plan, set_evolve
from mapper.model import ANCHOR, COMPONENT, Component, Document, Evolve, Id, Method, broken_references

USER, TEA, WATER, KETTLE = Id("user"), Id("tea"), Id("water"), Id("kettle")
COMMAND = {command.id: command for command in COMMANDS}


@pytest.fixture
def desk() -> PaperDesk:
    """A user needs tea, tea needs water, and the water needs a kettle."""
    places = ((USER, 0.5, 0.9, ANCHOR), (TEA, 0.5, 0.6, "component"), (WATER, 0.8, 0.4, "component"))
    components = {id: Component(id=id, name=id.title(), evolution=e, visibility=v, kind=k) for id, e, v, k in places}
    components[KETTLE] = Component(id=KETTLE, name="Kettle", evolution=0.6, visibility=0.2)
    document = Document(components=components)
    for source, target in ((USER, TEA), (TEA, WATER), (WATER, KETTLE)):
        document = add_link(document, source, target)
    return PaperDesk(Session(document))


def session_of(desk: Desk) -> Session:
    assert desk.session is not None
    return desk.session


def run(desk: PaperDesk, id: str, *selected: Id) -> Document:
    """Select and use a command as its menu would; the document that is then shown."""
    session = session_of(desk)
    if selected:
        session.select(selected)
    command = COMMAND[id]
    assert command.can_run(desk), f"{id} is greyed out"
    command.run(desk)
    return session.document


def test_every_command_stands_in_a_menu_or_has_a_key_and_says_what_it_is() -> None:
    for command in COMMANDS:
        assert command.title
        assert command.menu in MENUS or (command.menu == "" and command.keys), command.id
    assert {command.menu for command in COMMANDS} - {""} == set(MENUS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
@pytest.mark.parametrize("place", ["start page", "blank map", "everything selected"])
def test_no_command_breaks_whatever_is_in_front(desk: PaperDesk, command: Command, place: str) -> None:
    if place == "start page":
        desk = PaperDesk()
    elif place == "blank map":
        desk = PaperDesk(Session(Document()))
    else:
        session = session_of(desk)
        document, contract = add_contract(session.document, [TEA])
        session.apply("Contract", lambda _: document)
        session.select([*document.components, *document.links, contract])
    command.run(desk)
    assert command.can_run(desk) in (True, False)
    assert command.label is None or command.label(desk)
    assert command.is_on is None or command.is_on(desk) in (True, False)
    if desk.session is not None:
        assert list(broken_references(desk.session.document)) == []


def test_undo_says_what_it_takes_back(desk: PaperDesk) -> None:
    undo, redo = COMMAND["undo"], COMMAND["redo"]
    assert undo.label is not None
    assert redo.label is not None
    assert undo.label(desk) == "Undo"
    assert not undo.can_run(desk)
    before = session_of(desk).document
    run(desk, "delete", TEA)
    assert undo.label(desk) == "Undo Delete"
    assert run(desk, "undo") is before
    assert redo.label(desk) == "Redo Delete"
    assert TEA not in run(desk, "redo").components


def test_deleting_takes_links_along_and_leaves_nothing_selected(desk: PaperDesk) -> None:
    assert len(run(desk, "delete", TEA).links) == 1
    assert session_of(desk).selection == set()


def test_a_duplicate_is_selected_and_lies_beside_its_original(desk: PaperDesk) -> None:
    document = run(desk, "duplicate", TEA, WATER)
    names = sorted(document.components[id].name for id in session_of(desk).selection if id in document.components)
    assert names == ["Tea", "Water"]
    assert len(document.components) == 6
    assert len(document.links) == 4


def test_arrow_keys_move_finely_and_with_shift_a_long_way(desk: PaperDesk) -> None:
    run(desk, "nudge-right", TEA)
    document = run(desk, "nudge-up-far")
    assert (document.components[TEA].evolution, document.components[TEA].visibility) == (0.502, 0.62)


def test_a_rename_asks_for_the_name_in_place(desk: PaperDesk) -> None:
    asked = list[Id]()
    session_of(desk).naming_asked.connect(asked.append)
    run(desk, "rename", TEA)
    finish_naming(session_of(desk), "Green tea")
    assert asked == [TEA]
    assert session_of(desk).document.components[TEA].name == "Green tea"


@pytest.mark.parametrize(
    ("command", "start", "expected"),
    [
        ("select-all", [], {USER, TEA, WATER, KETTLE}),
        ("select-same-stage", [TEA], {TEA, KETTLE}),
        ("select-same-stage", [USER, WATER], {WATER}),
        ("select-needs", [TEA], {TEA, WATER, KETTLE}),
        ("select-needed-by", [WATER], {WATER, TEA, USER}),
        ("select-same-contract", [KETTLE], {TEA, KETTLE}),
    ],
)
def test_selecting_by_what_components_have_in_common(
    desk: PaperDesk, command: str, start: list[Id], expected: set[Id]
) -> None:
    session = session_of(desk)
    document, _ = add_contract(session.document, [TEA, KETTLE])
    session.apply("Contract", lambda _: document)
    run(desk, command, *start)
    assert session.selection == expected
    assert session.history.undo_label == "Contract"


def test_back_out_first_drops_the_gesture_then_the_selection(desk: PaperDesk) -> None:
    session = session_of(desk)
    run(desk, "rename", TEA)
    run(desk, "back-out")
    assert session.selection == {TEA}
    run(desk, "back-out")
    assert session.selection == set()


def test_a_command_in_the_middle_of_a_gesture_is_not_about_what_the_gesture_shows(desk: PaperDesk) -> None:
    session = session_of(desk)
    before = session.document
    take(session, next(tool for tool in TOOLS if tool.id == COMPONENT))
    session.press(Pointer(100, 100))
    session.select(session.document.components.keys() - before.components.keys())
    run(desk, "method-build")
    assert session.document is before


def test_a_method_is_ticked_when_all_the_selected_have_it(desk: PaperDesk) -> None:
    is_on = COMMAND["method-rent"].is_on
    assert is_on is not None
    document = run(desk, "method-rent", USER, TEA, WATER)
    assert document.components[TEA].method is Method.RENT
    assert document.components[USER].method is None
    assert is_on(desk)
    session_of(desk).select([TEA, KETTLE])
    assert not is_on(desk)
    assert run(desk, "method-from-stage").components[TEA].method is None


def test_inertia_comes_and_goes(desk: PaperDesk) -> None:
    assert run(desk, "toggle-inertia", TEA, WATER).components[WATER].inertia is not None
    assert run(desk, "toggle-inertia").components[WATER].inertia is None


def test_a_forecast_can_be_removed(desk: PaperDesk) -> None:
    session_of(desk).apply("Evolve", set_evolve, TEA, Evolve(evolution=0.8))
    assert run(desk, "remove-evolve", TEA, WATER).components[TEA].evolve is None


def test_a_link_can_be_turned_round(desk: PaperDesk) -> None:
    (link,) = [link.id for link in session_of(desk).document.links.values() if link.source == TEA]
    turned = run(desk, "reverse-link", link).links[link]
    assert (turned.source, turned.target) == (WATER, TEA)


def test_the_most_visible_of_the_selected_becomes_a_pipeline_of_the_others(desk: PaperDesk) -> None:
    document = run(desk, "make-pipeline", WATER, TEA, KETTLE)
    (pipeline,) = document.pipelines.values()
    assert pipeline.component == TEA
    assert {c.id for c in document.components.values() if c.pipeline == pipeline.id} == {WATER, KETTLE}
    assert run(desk, "take-out-of-pipeline", WATER).components[WATER].pipeline is None
    after = run(desk, "dissolve-pipeline", TEA)
    assert after.pipelines == {}
    assert after.components[KETTLE].pipeline is None


def test_a_pipeline_cannot_be_the_choice_of_another(desk: PaperDesk) -> None:
    run(desk, "make-pipeline", TEA)
    run(desk, "make-pipeline", WATER)
    session_of(desk).select([TEA, WATER])
    assert not COMMAND["make-pipeline"].can_run(desk)


def test_a_contract_of_the_selected_asks_for_its_title_and_is_one_step(desk: PaperDesk) -> None:
    session = session_of(desk)
    before = session.document
    run(desk, "new-contract", USER, TEA, WATER)
    finish_naming(session, "Drinks")
    (contract,) = session.document.contracts.values()
    assert (contract.title, set(contract.members)) == ("Drinks", {TEA, WATER})
    assert run(desk, "undo") is before


def test_backing_out_of_a_new_contracts_title_leaves_no_contract(desk: PaperDesk) -> None:
    run(desk, "new-contract", TEA)
    run(desk, "back-out")
    assert session_of(desk).document.contracts == {}
    assert session_of(desk).selection == {TEA}


def test_components_move_between_contracts_are_shared_and_are_taken_out(desk: PaperDesk) -> None:
    session = session_of(desk)
    document, first = add_contract(session.document, [TEA], "Tea")
    document, second = add_contract(document, [WATER], "Water")
    session.apply("Contracts", lambda _: document)
    offered: list[str] = []

    def the_second(choices: Sequence[tuple[Id, str]]) -> Id:
        offered.extend(title for _, title in choices)
        return second

    desk.pick = the_second
    after = run(desk, "share-with-contract", TEA)
    assert offered == ["C1 Tea", "C2 Water"]
    assert {contract.ref for contract in after.contracts.values() if TEA in contract.members} == {"C1", "C2"}
    added = run(desk, "add-to-contract", TEA)
    assert [contract.ref for contract in added.contracts.values() if TEA in contract.members] == ["C2"]
    assert run(desk, "take-out-of-contract", TEA, WATER).contracts[second].members == ()
    assert first not in run(desk, "delete-contract", first).contracts


def test_backing_out_of_a_choice_changes_nothing(desk: PaperDesk) -> None:
    session = session_of(desk)
    document, _ = add_contract(session.document, [TEA])
    session.apply("Contract", lambda _: document)
    desk.pick = lambda _: None
    assert run(desk, "add-to-contract", WATER) is document
    assert session.history.undo_label == "Contract"


def test_another_plan_can_be_taken_in_hand_and_undo_takes_it_back(desk: PaperDesk) -> None:
    session = session_of(desk)
    first = session.document.active_plan
    session.apply("Plan", lambda document: duplicate_plan(document, first))
    assert run(desk, "switch-plan").active_plan == first
    assert run(desk, "undo").active_plan != first


def test_a_plan_can_be_begun_and_deleted_but_never_the_last(desk: PaperDesk) -> None:
    session = session_of(desk)
    document, _ = add_contract(session.document, [TEA])
    session.apply("Contract", lambda _: document)
    assert not COMMAND["delete-plan"].can_run(desk)
    assert run(desk, "new-plan").contracts == {}
    assert session.document.plan.title == "Plan 2"
    assert run(desk, "delete-plan").plans == document.plans
    assert len(session.document.contracts) == 1
    assert not COMMAND["delete-plan"].can_run(desk)


def test_a_pipelines_choice_stays_with_it_when_its_neighbours_become_one(desk: PaperDesk) -> None:
    session = session_of(desk)
    session.apply("Pipeline", add_pipeline, TEA, [KETTLE])
    document = run(desk, "make-pipeline", KETTLE, WATER)
    assert [pipeline.component for pipeline in document.pipelines.values()] == [TEA, WATER]
    assert document.pipelines[document.components[KETTLE].pipeline or Id("")].component == TEA


@pytest.mark.parametrize(
    "id", ["new-contract", "toggle-inertia", "method-build", "select-same-stage", "make-pipeline", "remove-evolve"]
)
def test_what_is_said_of_components_alone_is_greyed_out_for_users(desk: PaperDesk, id: str) -> None:
    session_of(desk).select([USER])
    assert not COMMAND[id].can_run(desk)


@pytest.mark.parametrize("id", ["duplicate", "nudge-left", "nudge-up-far"])
def test_a_link_alone_can_neither_be_copied_nor_moved(desk: PaperDesk, id: str) -> None:
    session_of(desk).select(session_of(desk).document.links)
    assert not COMMAND[id].can_run(desk)
    session_of(desk).select([TEA, *session_of(desk).document.links])
    assert COMMAND[id].can_run(desk)


def test_a_contract_is_moved_by_its_members_if_it_has_any(desk: PaperDesk) -> None:
    session = session_of(desk)
    document, contract = add_contract(session.document, [TEA])
    session.apply("Contract", lambda _: document)
    assert run(desk, "nudge-right-far", contract).components[TEA].evolution == 0.52
    run(desk, "take-out-of-contract", TEA)
    session.select([contract])
    assert not COMMAND["nudge-right-far"].can_run(desk)


def test_a_command_that_is_greyed_out_would_change_nothing(desk: PaperDesk) -> None:
    session = session_of(desk)
    before = session.document
    greyed_out = [command for command in COMMANDS if not command.can_run(desk)]
    assert {"undo", "delete", "new-contract"} <= {command.id for command in greyed_out}
    for command in greyed_out:
        command.run(desk)
        assert session.document is before, command.id
        assert session.history.undo_label is None, command.id
