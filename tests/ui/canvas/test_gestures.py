"""What hands do to a map, by real events, and what is then on the screen."""

from __future__ import annotations

import pytest
from hands import SHIFT, Hands, differing
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtWidgets import QApplication

from mapper.editor.tools import TOOL, take
from mapper.model import Id

EMPTY = QPointF(150, 500)


def _around(picture: QImage, at: QPointF) -> QImage:
    return picture.copy(round(at.x()) - 12, round(at.y()) - 12, 24, 24)


def test_dragging_a_component_moves_it_in_the_document_and_on_the_screen(hands: Hands) -> None:
    target = hands.place("tea") + QPointF(-120, 80)
    empty = _around(hands.picture(), target)
    before = hands.session.document.components[Id("tea")]
    end = hands.drag("tea", QPointF(-120, 80))
    tea = hands.session.document.components[Id("tea")]
    assert tea.evolution < before.evolution
    assert tea.visibility < before.visibility
    assert (hands.place("tea") - end).manhattanLength() < 2
    assert differing(empty, _around(hands.picture(), target)) > 100


def test_a_drag_is_one_step_that_undo_and_redo_travel(hands: Hands) -> None:
    before = hands.session.document
    hands.drag("tea", QPointF(-90, 60), QPointF(30, 20))
    after = hands.session.document
    hands.session.undo()
    assert hands.session.document is before
    hands.session.redo()
    assert hands.session.document is after


def test_a_rectangle_drawn_on_empty_ground_selects_what_lies_in_it(hands: Hands) -> None:
    corner = hands.place("tea") - QPointF(40, 40)
    hands.drag(corner, hands.place("water") + QPointF(40, 40) - corner)
    assert hands.session.selection == {Id("tea"), Id("water")}


def test_shift_and_a_click_add_to_the_selection_and_take_from_it(hands: Hands) -> None:
    hands.click("tea")
    hands.click("cup", SHIFT)
    assert hands.session.selection == {Id("tea"), Id("cup")}
    hands.click("tea", SHIFT)
    assert hands.session.selection == {Id("cup")}


def test_what_is_selected_shows_a_ring(hands: Hands) -> None:
    plain = _around(hands.picture(), hands.place("cup"))
    hands.session.select([Id("cup")])
    assert differing(plain, _around(hands.picture(), hands.place("cup"))) > 100


def test_dragging_from_a_rim_links_two_components(hands: Hands) -> None:
    rim = hands.place("tea") - QPointF(0, 11)
    hands.drag(rim, hands.place("kettle") - rim)
    added = hands.session.document.links.keys() - {"cup-tea", "cup-water", "water-kettle"}
    assert [(hands.session.document.links[id].source, hands.session.document.links[id].target) for id in added] == [
        (Id("tea"), Id("kettle"))
    ]
    hands.session.undo()
    assert len(hands.session.document.links) == 3
    hands.session.redo()
    assert len(hands.session.document.links) == 4


def test_a_double_click_on_empty_ground_adds_a_component_and_typing_names_it(hands: Hands) -> None:
    hands.double_click(EMPTY)
    hands.type_name("Milk <b>bold</b>", Qt.Key.Key_Return)
    names = {component.name for component in hands.session.document.components.values()}
    assert "Milk <b>bold</b>" in names
    assert hands.session.history.undo_label == "Add component"
    hands.session.undo()
    assert len(hands.session.document.components) == 4
    hands.session.redo()
    assert len(hands.session.document.components) == 5


def test_escape_in_the_name_field_takes_the_new_component_away(hands: Hands) -> None:
    before, picture = hands.session.document, hands.picture()
    hands.double_click(EMPTY)
    hands.type_name("Milk", Qt.Key.Key_Escape)
    assert hands.session.document is before
    assert hands.session.history.undo_label is None
    assert hands.canvas.hasFocus()
    hands.move(QPointF(2, 2), held=Qt.MouseButton.NoButton)
    assert differing(picture, hands.picture(), beyond=3) == 0


def test_a_click_elsewhere_keeps_the_name_that_was_typed(hands: Hands) -> None:
    hands.double_click(hands.place("kettle"))
    hands.type_name("Electric kettle", Qt.Key.Key_End)
    hands.canvas.setFocus()
    hands.click(EMPTY)
    assert hands.session.document.components[Id("kettle")].name == "Electric kettle"
    assert hands.session.history.undo_label == "Rename"


def test_a_line_drawn_round_components_makes_a_contract(hands: Hands) -> None:
    take(hands.session, TOOL["contract"])
    start = hands.place("kettle") - QPointF(60, 60)
    hands.drag(start, QPointF(120, 0), QPointF(0, 120), QPointF(-120, 0), QPointF(0, -110))
    hands.type_name("Heating", Qt.Key.Key_Return)
    assert [(contract.title, contract.members) for contract in hands.session.document.contracts.values()] == [
        ("Supplies", (Id("tea"), Id("water"))),
        ("Heating", (Id("kettle"),)),
    ]
    hands.session.undo()
    assert len(hands.session.document.contracts) == 1
    hands.session.redo()
    assert len(hands.session.document.contracts) == 2


def test_a_contract_whose_members_all_leave_loses_its_outline(hands: Hands) -> None:
    take(hands.session, TOOL["contract"])
    start = hands.place("tea") - QPointF(50, 50)
    hands.drag(start, QPointF(240, 0), QPointF(0, 130), QPointF(-240, 0), QPointF(0, -120))
    hands.type_name("Drinks", Qt.Key.Key_Return)
    assert hands.session.document.contracts[Id("c1")].members == ()
    assert Id("c1") not in hands.session.layout.outlines
    hands.settle()
    assert Id("c1") not in hands.session.layout.outlines


def test_dragging_the_ghost_changes_where_a_component_is_heading(hands: Hands) -> None:
    session = hands.session
    way = session.frame.plot_width * 0.2 * hands.canvas.scale
    hands.drag(hands.place("kettle") + QPointF(way, 0), QPointF(way / 2, 0))
    kettle = session.document.components[Id("kettle")]
    assert kettle.evolve is not None
    assert kettle.evolve.evolution == pytest.approx(0.6, abs=0.005)
    assert kettle.evolution == 0.30
    session.undo()
    kettle = session.document.components[Id("kettle")]
    assert kettle.evolve is not None
    assert kettle.evolve.evolution == 0.5


@pytest.mark.parametrize(
    ("tool", "start", "way"),
    [
        ("select", "tea", QPointF(-120, 90)),
        ("select", "kettle", QPointF(200, -150)),
        ("select", EMPTY, QPointF(300, -300)),
        ("link", "tea", QPointF(-100, 100)),
        ("contract", EMPTY, QPointF(200, -200)),
        ("evolve", "kettle", QPointF(150, 0)),
        ("component", EMPTY, QPointF(100, -50)),
    ],
)
def test_escape_amid_a_gesture_leaves_document_and_pixels_as_they_were(
    hands: Hands, tool: str, start: str | QPointF, way: QPointF
) -> None:
    before, picture = hands.session.document, hands.picture()
    take(hands.session, TOOL[tool])
    end = hands.drag(start, way, drop=False)
    assert differing(picture, hands.picture(), beyond=3) > 0
    hands.key(Qt.Key.Key_Escape)
    hands.release(end)
    take(hands.session, TOOL["select"])
    hands.move(QPointF(2, 2), held=Qt.MouseButton.NoButton)
    assert hands.session.document is before
    assert differing(picture, hands.picture(), beyond=3) == 0


def test_escape_clears_the_selection_when_nothing_else_is_under_way(hands: Hands) -> None:
    hands.click("tea")
    hands.key(Qt.Key.Key_Escape)
    assert hands.session.selection == frozenset()


def test_a_drag_says_where_the_component_stands(hands: Hands) -> None:
    said: list[str] = []
    hands.canvas.readout.connect(said.append)
    hands.drag("tea", QPointF(-60, 0))
    assert any(words.startswith("Tea · ") and "evolution" in words for words in said)
    assert said[-1] == ""


def test_a_right_click_selects_what_it_is_about(hands: Hands) -> None:
    asked: list[object] = []
    hands.canvas.menu_asked.connect(lambda *told: asked.extend(told))
    at = hands.place("water").toPoint()
    where = hands.canvas.mapToGlobal(at)
    QApplication.sendEvent(hands.canvas, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, where))
    assert hands.session.selection == {Id("water")}
    assert asked == [where, "component"]
