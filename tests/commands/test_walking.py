"""The map by keyboard: walking it, and working on it from where one stands."""

from __future__ import annotations

import pytest
from paper_desk import PaperDesk

from mapper.commands import COMMANDS
from mapper.editor import Session
from mapper.editor.tools.naming import finish_naming
from mapper.edits import add_contract, add_link, add_pipeline, delete
from mapper.model import ANCHOR, Component, Document, Id, Note, People

USER, TEA, CUP, WATER, KETTLE, NOTE = (Id(id) for id in ("user", "tea", "cup", "water", "kettle", "note"))
PLACES = ((USER, 0.5, 0.9), (TEA, 0.4, 0.61), (CUP, 0.7, 0.6), (WATER, 0.6, 0.4), (KETTLE, 0.3, 0.2))
LINKS = ((USER, TEA), (USER, CUP), (TEA, WATER), (TEA, KETTLE), (WATER, KETTLE))
COMMAND = {command.id: command for command in COMMANDS}


@pytest.fixture
def desk() -> PaperDesk:
    """A user needs tea and a cup; tea needs water and a kettle; the water needs the kettle. A note lies at the foot."""
    document = Document(
        components={
            id: Component(id=id, name=id.title(), evolution=e, visibility=v, kind=ANCHOR if id == USER else "component")
            for id, e, v in PLACES
        },
        notes={NOTE: Note(id=NOTE, text="Milk is extra", evolution=0.8, visibility=0.1)},
    )
    for source, target in LINKS:
        document = add_link(document, source, target)
    return PaperDesk(Session(document))


def session_of(desk: PaperDesk) -> Session:
    assert desk.session is not None
    return desk.session


def press(desk: PaperDesk, *commands: str) -> Id | None:
    """Where the keyboard is after some commands."""
    for command in commands:
        assert COMMAND[command].can_run(desk), command
        COMMAND[command].run(desk)
    return session_of(desk).walk.current


def test_tab_visits_everything_from_top_to_bottom_and_each_row_from_the_left(desk: PaperDesk) -> None:
    visited = [press(desk, "walk-on") for _ in range(6)]
    assert visited == [USER, TEA, CUP, WATER, KETTLE, NOTE]
    assert session_of(desk).selection == {NOTE}


def test_beyond_the_last_thing_tab_leaves_the_map_and_so_does_shift_tab_before_the_first(desk: PaperDesk) -> None:
    session_of(desk).walk.go(NOTE)
    assert press(desk, "walk-on") == NOTE
    session_of(desk).walk.go(USER)
    assert press(desk, "walk-back") == USER
    assert desk.asked == ["leave", "leave backwards"]


def test_a_contract_is_visited_too_and_leads_down_to_its_members(desk: PaperDesk) -> None:
    session = session_of(desk)
    document, contract = add_contract(session.document, [WATER, KETTLE])
    session.apply("Contract", lambda _: document)
    visited = {press(desk, "walk-on") for _ in range(7)}
    assert contract in visited
    session.walk.go(contract)
    assert press(desk, "follow-down") in (WATER, KETTLE)


@pytest.mark.parametrize(
    ("start", "command", "end"),
    [
        (USER, "walk-down", TEA),
        (TEA, "walk-right", CUP),
        (CUP, "walk-left", TEA),
        (KETTLE, "walk-up", TEA),
        (KETTLE, "walk-down", KETTLE),
        (USER, "follow-down", TEA),
        (CUP, "follow-up", USER),
        (CUP, "follow-down", CUP),
        (KETTLE, "follow-up", TEA),
        (TEA, "follow-right", CUP),
        (CUP, "follow-left", TEA),
        (CUP, "follow-right", CUP),
    ],
)
def test_where_the_keys_lead(desk: PaperDesk, start: Id, command: str, end: Id) -> None:
    session_of(desk).walk.go(start)
    assert press(desk, command) == end


def test_having_gone_down_a_link_the_siblings_are_what_the_same_thing_needs(desk: PaperDesk) -> None:
    session_of(desk).walk.go(TEA)
    assert press(desk, "follow-down", "follow-left") == KETTLE
    assert press(desk, "follow-right") == WATER


def test_the_choices_of_a_pipeline_lie_below_it(desk: PaperDesk) -> None:
    session = session_of(desk)
    session.apply("Pipeline", add_pipeline, WATER, [KETTLE])
    session.walk.go(WATER)
    assert press(desk, "follow-down") == KETTLE


def test_where_one_goes_is_told_in_a_sentence(desk: PaperDesk) -> None:
    session = session_of(desk)
    document, _ = add_contract(session.document, [TEA, WATER])
    session.apply("Contract", lambda _: document)
    session.walk.go(USER)
    press(desk, "follow-down", "follow-down", "follow-down", "follow-down")
    assert desk.told[0] == "Tea: component, product, in contract C1, needs 2, needed by 1"
    assert desk.told[-1] == "It needs nothing on the map"


def test_what_is_walked_to_is_selected_alone_or_with_what_was(desk: PaperDesk) -> None:
    session = session_of(desk)
    session.walk.go(USER)
    press(desk, "walk-down", "gather-right")
    assert session.selection == {TEA, CUP}
    press(desk, "toggle-selected")
    assert session.selection == {TEA}
    assert session.walk.current == CUP
    press(desk, "walk-left", "back-out")
    assert session.selection == set()
    assert session.walk.current == TEA


def test_when_what_is_current_goes_the_walk_goes_on_beside_it(desk: PaperDesk) -> None:
    session = session_of(desk)
    session.walk.go(WATER)
    session.apply("Delete", delete, [WATER])
    assert session.walk.current is None
    assert press(desk, "walk-on") in (CUP, TEA)


def test_a_link_is_selected_by_name(desk: PaperDesk) -> None:
    session = session_of(desk)
    session.walk.go(WATER)
    desk.pick = lambda choices: next(id for id, name in choices if name == "Tea needs Water")
    (link,) = (link.id for link in session.document.links.values() if (link.source, link.target) == (TEA, WATER))
    assert press(desk, "choose-link") == link
    assert session.selection == {link}
    assert press(desk, "follow-up") == TEA


def test_a_component_is_added_beside_the_current_one_and_named_at_once(desk: PaperDesk) -> None:
    session = session_of(desk)
    session.walk.go(TEA)
    added = press(desk, "add-beside")
    finish_naming(session, "Milk")
    milk = session.document.components[added or Id("")]
    assert (milk.name, milk.evolution, milk.visibility) == ("Milk", 0.46, 0.61)
    assert session.history.undo_label == "Add component"


def test_a_component_that_the_current_one_needs_comes_with_its_link_in_one_step(desk: PaperDesk) -> None:
    session = session_of(desk)
    before = session.document
    session.walk.go(TEA)
    added = press(desk, "add-needed")
    finish_naming(session, "Milk")
    assert any((link.source, link.target) == (TEA, added) for link in session.document.links.values())
    session.undo()
    assert session.document is before


def test_backing_out_of_the_name_adds_nothing(desk: PaperDesk) -> None:
    session = session_of(desk)
    before = session.document
    session.walk.go(TEA)
    press(desk, "add-needed")
    finish_naming(session, None)
    assert session.document is before
    assert session.walk.current == TEA


@pytest.mark.parametrize("what", ["anchor", "note", "annotation", "decelerator", People.SETTLERS.value])
def test_anything_that_stands_on_a_map_can_be_added(desk: PaperDesk, what: str) -> None:
    session = session_of(desk)
    desk.pick = lambda choices: next(id for id, _ in choices if id == what)
    added = press(desk, "add-something")
    finish_naming(session, "Something")
    assert added is not None
    assert session.selection == {added}


def test_a_user_is_added_at_the_top_of_a_map_where_the_keyboard_is_at_nothing(desk: PaperDesk) -> None:
    session = session_of(desk)
    assert session.walk.current is None
    desk.pick = lambda choices: next(id for id, _ in choices if id == ANCHOR)
    added = press(desk, "add-something")
    assert added is not None
    assert session.document.components[added].visibility == pytest.approx(0.95)


def test_a_link_goes_to_a_component_that_is_chosen_by_name(desk: PaperDesk) -> None:
    session = session_of(desk)
    session.walk.go(CUP)
    offered = list[str]()

    def pick(choices: object) -> Id:
        offered.extend(name for _, name in choices)  # type: ignore[attr-defined]
        return WATER

    desk.pick = pick
    press(desk, "link-to")
    assert offered == ["Kettle", "Tea", "User", "Water"]
    assert any((link.source, link.target) == (CUP, WATER) for link in session.document.links.values())
    assert desk.told == ["“Cup” needs “Water”"]


def test_what_is_locked_gets_no_forecast_and_that_is_told(desk: PaperDesk) -> None:
    session = session_of(desk)
    session.select([TEA])
    press(desk, "toggle-lock", "forecast-later")
    assert session.document.components[TEA].evolve is None
    assert desk.told[-1].startswith("That is locked")


def test_a_forecast_begins_with_the_first_press_and_shifts_with_every_other(desk: PaperDesk) -> None:
    session = session_of(desk)
    before = session.document
    session.select([TEA])
    press(desk, "forecast-later", "forecast-later", "forecast-earlier-fine")
    evolve = session.document.components[TEA].evolve
    assert evolve is not None
    assert evolve.evolution == pytest.approx(0.518)
    session.undo()
    assert session.document is before
