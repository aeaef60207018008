"""View › Show and the focus."""

from __future__ import annotations

import pytest
from paper_desk import PaperDesk

from mapper.commands import COMMANDS
from mapper.editor import Session
from mapper.editor.choices import LAYERS, show_of
from mapper.editor.focus import lit
from mapper.edits import add_contract, add_link
from mapper.model import Component, Document, Id, Note

COMMAND = {command.id: command for command in COMMANDS}
CUP, TEA, WATER, MILK = Id("cup"), Id("tea"), Id("water"), Id("milk")


@pytest.fixture
def desk() -> PaperDesk:
    """A cup needs tea and milk, tea needs water; there is a note."""
    components = {id: Component(id=id, name=id, evolution=0.5, visibility=0.5) for id in (CUP, TEA, WATER, MILK)}
    note = Note(id=Id("note"), text="Hot", evolution=0.1, visibility=0.1)
    document = Document(components=components, notes={note.id: note})
    for source, target in ((CUP, TEA), (CUP, MILK), (TEA, WATER)):
        document = add_link(document, source, target)
    return PaperDesk(Session(document))


def session_of(desk: PaperDesk) -> Session:
    assert desk.session is not None
    return desk.session


@pytest.mark.parametrize("layer", LAYERS)
def test_each_layer_is_switched_off_and_on_without_touching_the_map(desk: PaperDesk, layer: str) -> None:
    session, command = session_of(desk), COMMAND[f"show-{layer}"]
    document = session.document
    assert command.is_on is not None and command.is_on(desk)
    assert getattr(show_of(session.view), layer)
    command.run(desk)
    assert not command.is_on(desk)
    assert not getattr(show_of(session.view), layer)
    COMMAND["show-all-layers"].run(desk)
    assert command.is_on(desk)
    assert session.document is document
    assert session.history.undo_label is None


def test_what_is_hidden_is_no_longer_selected_and_select_all_leaves_it_out(desk: PaperDesk) -> None:
    session = session_of(desk)
    COMMAND["select-all"].run(desk)
    assert "note" in session.selection
    COMMAND["show-notes"].run(desk)
    assert session.selection == {CUP, TEA, WATER, MILK}
    COMMAND["select-all"].run(desk)
    assert session.selection == {CUP, TEA, WATER, MILK}


def test_in_focus_the_selected_and_what_it_rests_on_stand_out(desk: PaperDesk) -> None:
    session = session_of(desk)
    assert lit(session) is None
    COMMAND["focus"].run(desk)
    assert lit(session) is None, "nothing is selected"
    session.select([TEA])
    assert lit(session) == {TEA, WATER}
    session.select([CUP])
    assert lit(session) == {CUP, TEA, WATER, MILK}
    COMMAND["focus"].run(desk)
    assert lit(session) is None


def test_a_contract_in_focus_stands_out_with_its_members_and_what_they_rest_on(desk: PaperDesk) -> None:
    session = session_of(desk)
    document, contract = add_contract(session.document, [TEA, MILK])
    session.apply("Contract", lambda _: document)
    session.select([contract])
    COMMAND["focus"].run(desk)
    assert lit(session) == {contract, TEA, MILK, WATER}
