"""What the Arrange and Select menus do, and the commands for style, locks and offers."""

from __future__ import annotations

import pytest
from paper_desk import PaperDesk

from mapper.commands import COMMANDS
from mapper.commands.edit import STYLE
from mapper.drawing.layout import Layout, Outline
from mapper.editor import Pointer, Session
from mapper.editor.tools.naming import finish_naming
from mapper.editor.tools.offering import Offering
from mapper.edits import add_contract, add_link, add_note, point_notes, set_method, set_stages
from mapper.model import ANCHOR, Component, Document, Flow, Id, Method, Note

USER, TEA, WATER, KETTLE = Id("user"), Id("tea"), Id("water"), Id("kettle")
COMMAND = {command.id: command for command in COMMANDS}


@pytest.fixture
def session() -> Session:
    """A user needs tea, tea needs water, and the water needs a kettle."""
    places = ((USER, 0.5, 0.9, ANCHOR), (TEA, 0.45, 0.6, "component"), (WATER, 0.8, 0.4, "component"))
    components = {id: Component(id=id, name=id.title(), evolution=e, visibility=v, kind=k) for id, e, v, k in places}
    components[KETTLE] = Component(id=KETTLE, name="Kettle", evolution=0.6, visibility=0.2)
    document = Document(components=components)
    for source, target in ((USER, TEA), (TEA, WATER), (WATER, KETTLE)):
        document = add_link(document, source, target)
    return Session(document)


@pytest.fixture
def desk(session: Session) -> PaperDesk:
    return PaperDesk(session)


def can_run(desk: PaperDesk, id: str, *selected: Id) -> bool:
    assert desk.session is not None
    desk.session.select(selected)
    return COMMAND[id].can_run(desk)


def run(desk: PaperDesk, id: str, *selected: Id) -> Document:
    assert desk.session is not None
    assert can_run(desk, id, *selected), f"{id} is greyed out"
    COMMAND[id].run(desk)
    return desk.session.document


def evolutions(document: Document) -> list[float]:
    return [document.components[id].evolution for id in (TEA, WATER, KETTLE)]


def visibilities(document: Document) -> list[float]:
    return [document.components[id].visibility for id in (TEA, WATER, KETTLE)]


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("align-left", [0.45] * 3),
        ("align-centre", [0.625] * 3),
        ("align-right", [0.8] * 3),
        ("distribute-horizontally", [0.45, 0.8, 0.625]),
        ("space-horizontally", [0.45, 0.75, 0.6]),
    ],
)
def test_arranging_along_evolution_is_one_step(
    desk: PaperDesk, session: Session, command: str, expected: list[float]
) -> None:
    before = session.document
    after = run(desk, command, TEA, WATER, KETTLE)
    assert evolutions(after) == pytest.approx(expected)
    assert visibilities(after) == visibilities(before)
    session.undo()
    assert session.document is before


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("align-top", [0.6] * 3),
        ("align-middle", [0.4] * 3),
        ("align-bottom", [0.2] * 3),
        ("distribute-vertically", [0.6, 0.4, 0.2]),
        ("space-vertically", [0.6, 0.4, 0.2]),
    ],
)
def test_arranging_along_visibility_leaves_evolution(desk: PaperDesk, command: str, expected: list[float]) -> None:
    after = run(desk, command, TEA, WATER, KETTLE)
    assert visibilities(after) == pytest.approx(expected)
    assert evolutions(after) == [0.45, 0.8, 0.6]


def test_two_can_be_aligned_and_three_spread_and_locked_ones_do_not_count(desk: PaperDesk, session: Session) -> None:
    assert not can_run(desk, "align-left", TEA)
    assert can_run(desk, "align-left", TEA, WATER)
    assert not can_run(desk, "distribute-vertically", TEA, WATER)
    assert not can_run(desk, "space-horizontally", TEA, WATER, *session.document.links)
    assert can_run(desk, "space-horizontally", TEA, WATER, KETTLE)
    run(desk, "toggle-lock", KETTLE)
    assert not can_run(desk, "space-horizontally", TEA, WATER, KETTLE)


def test_tidy_puts_the_whole_map_or_what_is_selected_into_rows(desk: PaperDesk, session: Session) -> None:
    document = run(desk, "tidy")
    levels = [document.components[id].visibility for id in (USER, TEA, WATER, KETTLE)]
    assert levels == sorted(levels, reverse=True)
    assert levels[0] == 0.95
    assert session.history.undo_label == "Tidy"
    session.undo()
    assert run(desk, "tidy", TEA, WATER).components[KETTLE].visibility == 0.2


def test_ctrl_l_locks_and_unlocks_and_the_menu_says_which(desk: PaperDesk, session: Session) -> None:
    lock = COMMAND["toggle-lock"]
    assert lock.keys == ("Ctrl+L",)
    assert lock.label is not None
    assert run(desk, "toggle-lock", TEA, WATER).components[TEA].locked
    assert lock.label(desk) == "Unlock"
    assert not run(desk, "toggle-lock", TEA, WATER).components[TEA].locked
    assert session.history.undo_label == "Unlock"


def test_deleting_leaves_what_is_locked_and_says_so(desk: PaperDesk, session: Session) -> None:
    told = list[str]()
    session.told.connect(told.append)
    run(desk, "toggle-lock", TEA)
    assert run(desk, "delete", TEA, KETTLE).components.keys() == {USER, TEA, WATER}
    assert told == ["That is locked. Ctrl+L unlocks it."]


def test_arrow_keys_do_not_move_what_is_locked(desk: PaperDesk) -> None:
    run(desk, "toggle-lock", TEA)
    assert run(desk, "nudge-right-far", TEA).components[TEA].evolution == 0.45


def test_a_style_copied_from_one_component_is_given_to_others(desk: PaperDesk, session: Session) -> None:
    STYLE.style = None
    assert not can_run(desk, "paste-style", WATER)
    session.apply("Method", set_method, [TEA], Method.BUILD)
    assert not can_run(desk, "copy-style", TEA, WATER)
    run(desk, "copy-style", TEA)
    document = run(desk, "paste-style", WATER, KETTLE)
    assert document.components[WATER].method is document.components[KETTLE].method is Method.BUILD
    assert session.history.undo_label == "Paste style"
    other = PaperDesk(Session(Document(components={TEA: Component(id=TEA, name="T", evolution=0, visibility=0)})))
    assert run(other, "paste-style", TEA).components[TEA].method is Method.BUILD


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("select-stage-genesis", set()),
        ("select-stage-custom-built", set()),
        ("select-stage-product", {TEA, KETTLE}),
        ("select-stage-commodity", {WATER}),
    ],
)
def test_each_stage_is_selected_from_the_menu(
    desk: PaperDesk, session: Session, command: str, expected: set[Id]
) -> None:
    run(desk, command, USER)
    assert session.selection == expected


def test_the_menu_calls_stages_what_the_map_calls_them(desk: PaperDesk, session: Session) -> None:
    label = COMMAND["select-stage-genesis"].label
    assert label is not None
    assert label(PaperDesk()) == "Select stage: Genesis"
    session.apply("Stages", set_stages, names=("Novel", "Emerging", "", "Best"))
    assert label(desk) == "Select stage: Novel"
    assert (product := COMMAND["select-stage-product"].label) is not None
    assert product(desk) == "Select stage: Product"


def test_a_flow_is_turned_round(desk: PaperDesk, session: Session) -> None:
    (link, *_) = session.document.links.values()
    assert not can_run(desk, "flip-flow", link.id)
    session.apply("Flow", lambda document: document.put("links", [link.but(flow=Flow.FORWARD)]))
    assert run(desk, "flip-flow", link.id).links[link.id].flow is Flow.BACKWARD


def test_a_note_that_points_can_point_at_nothing(desk: PaperDesk, session: Session) -> None:
    note = Note(id=Id("note"), text="Hot", evolution=0.1, visibility=0.1)
    session.apply("Add", add_note, note)
    assert not can_run(desk, "point-at-nothing", note.id)
    session.apply("Point", point_notes, [note.id], TEA)
    assert run(desk, "point-at-nothing", note.id).notes[note.id].component is None


# Enter, and Y.


def dropped_onto_contract(session: Session) -> Id:
    """Tea was dropped onto a contract that it is not in."""
    document, contract = add_contract(session.document, [WATER], "Water")
    session.apply("New contract", lambda _: document)
    frame = session.frame
    left, right, top, bottom = frame.x(0.5), frame.x(0.95), frame.y(0.6), frame.y(0.3)
    session.place(Layout(outlines={contract: Outline((((left, top), (right, top), (right, bottom), (left, bottom)),))}))
    start, end = Pointer(frame.x(0.45), frame.y(0.6)), Pointer(frame.x(0.7), frame.y(0.45))
    session.press(start)
    session.move(end)
    session.release(end)
    assert isinstance(session.tool, Offering)
    return contract


@pytest.mark.parametrize("command", ["take-up-offer", "enter"])
def test_y_and_enter_take_up_what_is_offered(desk: PaperDesk, session: Session, command: str) -> None:
    contract = dropped_onto_contract(session)
    assert COMMAND[command].can_run(desk)
    COMMAND[command].run(desk)
    assert set(session.document.contracts[contract].members) == {WATER, TEA}


def test_any_other_command_ends_the_offer(desk: PaperDesk, session: Session) -> None:
    contract = dropped_onto_contract(session)
    COMMAND["select-all"].run(desk)
    COMMAND["take-up-offer"].run(desk)
    assert session.document.contracts[contract].members == (WATER,)


def test_enter_renames_what_is_selected(desk: PaperDesk, session: Session) -> None:
    asked = list[Id]()
    session.naming_asked.connect(asked.append)
    run(desk, "enter", TEA)
    finish_naming(session, "Green tea")
    assert asked == [TEA]
    assert session.document.components[TEA].name == "Green tea"
    run(desk, "enter", TEA, WATER)
    assert asked == [TEA]
