"""Copy, cut and paste from menus and by keys."""

from __future__ import annotations

import pytest
from paper_desk import PaperDesk

from mapper.commands import COMMANDS
from mapper.editor import Session
from mapper.editor.tools.naming import LOCKED, begin_naming
from mapper.edits import add_contract, add_link, set_locked
from mapper.model import Component, Document, Id, Position

TEA, WATER, KETTLE = Id("tea"), Id("water"), Id("kettle")
COMMAND = {command.id: command for command in COMMANDS}


@pytest.fixture
def desk() -> PaperDesk:
    """Tea needs water; both are in a contract. The kettle stands alone."""
    names = (TEA, WATER, KETTLE)
    components = {id: Component(id=id, name=id.title(), evolution=0.5, visibility=0.5) for id in names}
    document = add_link(Document(components=components), TEA, WATER)
    return PaperDesk(Session(add_contract(document, [TEA, WATER])[0]))


def document_of(desk: PaperDesk) -> Document:
    assert desk.session is not None
    return desk.session.document


def names_of(desk: PaperDesk) -> list[str]:
    return [each.name for each in document_of(desk).components.values()]


def run(desk: PaperDesk, id: str, *selected: Id) -> None:
    assert desk.session is not None
    if selected:
        desk.session.select(selected)
    assert COMMAND[id].can_run(desk), f"{id} is greyed out"
    COMMAND[id].run(desk)


def test_copying_changes_nothing_and_says_what_was_copied(desk: PaperDesk) -> None:
    before = document_of(desk)
    run(desk, "copy", TEA, WATER)
    assert document_of(desk) is before
    assert desk.told == ["Copied 2 components, 1 link and 1 contract."]


def test_what_is_cut_comes_back_in_place_under_the_same_reference(desk: PaperDesk) -> None:
    run(desk, "cut", TEA, WATER)
    assert names_of(desk) == ["Kettle"]
    assert not document_of(desk).contracts
    run(desk, "paste-in-place")
    assert names_of(desk) == ["Kettle", "Tea", "Water"]
    assert [contract.ref for contract in document_of(desk).contracts.values()] == ["C1"]
    assert len(document_of(desk).links) == 1


def test_a_cut_is_one_step(desk: PaperDesk) -> None:
    before = document_of(desk)
    run(desk, "cut", TEA)
    assert COMMAND["undo"].label is not None
    assert COMMAND["undo"].label(desk) == "Undo Cut"
    run(desk, "undo")
    assert document_of(desk) is before


def test_what_is_locked_is_not_cut(desk: PaperDesk) -> None:
    assert desk.session is not None
    desk.session.apply("Lock", set_locked, [KETTLE], True)
    run(desk, "cut", KETTLE)
    assert names_of(desk) == ["Tea", "Water", "Kettle"]
    assert desk.told == [LOCKED]
    run(desk, "cut", TEA, KETTLE)
    assert names_of(desk) == ["Water", "Kettle"]
    assert desk.told[-1] == f"Cut 1 component. {LOCKED}"


def test_a_link_alone_cannot_be_copied(desk: PaperDesk) -> None:
    assert desk.session is not None
    desk.session.select(document_of(desk).links)
    assert not COMMAND["copy"].can_run(desk)
    assert not COMMAND["cut"].can_run(desk)
    desk.session.select([])
    assert not COMMAND["copy"].can_run(desk)


def test_paste_goes_where_the_pointer_is_and_selects_what_is_new(desk: PaperDesk) -> None:
    run(desk, "copy", KETTLE)
    desk.pointed = Position(evolution=0.1, visibility=0.2)
    run(desk, "paste")
    assert desk.session is not None
    (new,) = desk.session.selection
    kettle = document_of(desk).components[new]
    assert (kettle.name, kettle.evolution, kettle.visibility) == ("Kettle", 0.1, 0.2)
    assert desk.told[-1] == "Pasted 1 component."


def test_a_name_being_typed_is_settled_before_something_is_pasted(desk: PaperDesk) -> None:
    assert desk.session is not None
    run(desk, "copy", KETTLE)
    begin_naming(desk.session, TEA)
    run(desk, "paste")
    assert names_of(desk) == ["Tea", "Water", "Kettle", "Kettle"]
    assert desk.session.tool.tool_id == "select"


def test_on_the_start_page_there_is_nothing_to_copy_or_paste() -> None:
    desk = PaperDesk()
    assert not any(COMMAND[id].can_run(desk) for id in ("cut", "copy", "paste", "paste-in-place"))
