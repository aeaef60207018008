"""What Qt hands to a screen reader about the map."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator

import pytest
from driving import do
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from pytestqt.qtbot import QtBot

from mapper.editor import Session
from mapper.edits import add_contract, delete, move, rename
from mapper.model import Id
from mapper.ui.canvas.canvas import Canvas
from mapper.ui.window import MainWindow

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture
def listening() -> Iterator[None]:
    """As long as this lasts, Qt believes that a screen reader listens."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def canvas_of(window: MainWindow) -> Canvas:
    assert window.maps.front is not None
    return window.maps.front.canvas


def session_of(window: MainWindow) -> Session:
    return canvas_of(window).session


def the_list(window: MainWindow) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(canvas_of(window))


def items(window: MainWindow) -> dict[str, QAccessibleInterface]:
    """The items of the map by name."""
    made = the_list(window)
    children = [made.child(index) for index in range(made.childCount())]
    return {child.text(NAME): child for child in children}


def rest(qtbot: QtBot) -> None:
    """Until everything is told that there is to tell."""
    qtbot.wait(30)


def id_of(window: MainWindow, name: str) -> Id:
    components = session_of(window).document.components.values()
    return next(component.id for component in components if component.name == name)


def test_nothing_is_made_as_long_as_nobody_listens(tea: MainWindow) -> None:
    session = session_of(tea)
    session.select([id_of(tea, "Kettle")])
    session.apply("Move", move, session.selection, evolution=0.1, visibility=0.0)
    assert canvas_of(tea).voice.tree.items == {}


def test_every_thing_on_the_map_is_an_item_with_its_name_and_all_else_said_of_it(tea: MainWindow) -> None:
    session = session_of(tea)
    document, contract = add_contract(session.document, [id_of(tea, "Kettle"), id_of(tea, "Power")])
    session.apply("Contract", lambda _: document)
    found = items(tea)
    assert the_list(tea).role() is QAccessible.Role.List
    assert {component.name for component in session.document.components.values()} <= found.keys()
    assert {note.text for note in session.document.notes.values()} <= found.keys()
    contracts = session.document.contracts.values()
    assert {f"{contract.ref} {contract.title}".strip() for contract in contracts if contract.members} <= found.keys()
    kettle = found["Kettle"]
    assert kettle.role() is QAccessible.Role.ListItem
    words = kettle.text(DESCRIPTION).split(", ")
    assert words[0] == "component"
    assert f"in contract {document.contracts[contract].ref}" in words
    assert words[-2:] == ["needs 1", "needed by 1"]


def test_an_item_is_where_its_component_is_on_the_screen(tea: MainWindow) -> None:
    canvas, kettle = canvas_of(tea), items(tea)["Kettle"]
    at = kettle.rect().center()
    assert the_list(tea).childAt(at.x(), at.y()) is kettle
    before = kettle.rect()
    canvas.pan_by(-30, 20)
    assert kettle.rect() == before.translated(-30, 20)
    session = session_of(tea)
    session.apply("Move", move, [id_of(tea, "Kettle")], evolution=0.1, visibility=0.0)
    assert kettle.rect().x() > before.x() - 30


def test_an_item_says_whether_it_is_selected_and_has_the_keyboard(tea: MainWindow, qtbot: QtBot) -> None:
    canvas_of(tea).setFocus()
    kettle = items(tea)["Kettle"]
    assert not kettle.state().selected
    session_of(tea).select([id_of(tea, "Kettle")])
    assert kettle.state().selected
    assert kettle.state().focused
    assert the_list(tea).focusChild() is kettle
    chosen = the_list(tea).selectionInterface()
    assert [item.text(NAME) for item in chosen.selectedItems()] == ["Kettle"]


def test_pressing_an_item_selects_it_and_it_can_be_renamed(tea: MainWindow) -> None:
    actions = items(tea)["Kettle"].actionInterface()
    assert actions is not None
    actions.doAction(QAccessibleActionInterface.pressAction())
    assert session_of(tea).selection == {id_of(tea, "Kettle")}
    actions.doAction("Rename")
    assert session_of(tea).tool.__class__.__name__ == "Naming"


def test_no_question_that_a_screen_reader_may_ask_is_too_much(tea: MainWindow) -> None:
    """Qt asks each interface what else it can be, and takes some answers for pointers."""
    for asked in (the_list(tea), *items(tea).values()):
        for name in ("text", "editableText", "value", "tableCell", "attributes"):
            assert getattr(asked, f"{name}Interface")() is None
        assert asked.actionInterface() is not None
        assert asked.relations() == []
        assert asked.window() is not None


@pytest.mark.usefixtures("listening")
def test_items_follow_the_map_and_go_with_their_record(tea: MainWindow, qtbot: QtBot) -> None:
    session, tree = session_of(tea), canvas_of(tea).voice.tree
    kettle, id = items(tea)["Kettle"], id_of(tea, "Kettle")
    session.apply("Rename", rename, id, "Samovar")
    rest(qtbot)
    assert kettle.text(NAME) == "Samovar"
    session.apply("Delete", delete, [id])
    assert not kettle.isValid()
    assert kettle.text(NAME) == ""
    rest(qtbot)
    assert id not in tree.items
    assert "Samovar" not in items(tea)
    do(tea, "undo")
    rest(qtbot)
    assert "Samovar" in items(tea)


@pytest.mark.usefixtures("listening")
def test_a_map_that_is_closed_while_somebody_listens_leaves_nothing_behind(tea: MainWindow, qtbot: QtBot) -> None:
    canvas = canvas_of(tea)
    held = list(items(tea).values())
    tree = canvas.voice.tree
    assert tea.maps.front is not None
    tea.maps.take(tea.maps.front)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    rest(qtbot)
    assert tree.items == {}
    assert all(not item.isValid() for item in held)
    del held
    gc.collect()


@pytest.mark.usefixtures("listening")
def test_being_asked_ten_thousand_times_wears_nothing_out(tea: MainWindow) -> None:
    """Each answer None to Qt could cost a reference to None, of which there are not endlessly many."""
    made = the_list(tea)
    before = sys.getrefcount(None)
    for _ in range(1000):
        for index in (-1, 0, 1, 10_000):
            made.child(index)
        item = made.child(0)
        item.child(0), item.childAt(0, 0), item.object(), item.state(), item.rect(), item.text(NAME), item.window()
        item.textInterface(), item.actionInterface(), made.selectionInterface()
    assert abs(sys.getrefcount(None) - before) < 100
