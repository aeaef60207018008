"""Layers that are not shown, and parts of a map that stand out: what the canvas then shows and lets one take hold of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hands import Hands, MakeHands, differing, tea_shop
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from mapper.editor import Pointer, Session
from mapper.editor.choices import LAYERS
from mapper.editor.hit import hit
from mapper.edits import add_link
from mapper.model import Annotation, Component, Document, Id, Link, Note, Position
from mapper.ui.canvas.follower import Follower


@pytest.fixture
def noted(hands_on: MakeHands) -> Hands:
    """The tea shop with a note and an annotation."""
    note = Note(id=Id("note"), text="Ask the cook", evolution=0.05, visibility=0.95)
    number = Annotation(id=Id("one"), number=1, text="Hot", positions=(Position(evolution=0.9, visibility=0.9),))
    shop = tea_shop().but(notes={note.id: note}, annotations={number.id: number})
    return hands_on(Session(shop))


def toggle(hands: Hands, layer: str) -> None:
    hands.session.look(hands.session.view.toggled(layer))
    hands.settle()


def at(hands: Hands, x: float, y: float) -> str | None:
    found = hit(hands.session, Pointer(x, y, 8.0))
    return found.id if found else None


@pytest.mark.parametrize("layer", ["contracts", "methods", "evolve", "labels", "notes"])
def test_a_layer_that_is_hidden_is_seen_no_more_and_comes_back_as_it_was(noted: Hands, layer: str) -> None:
    before, document = noted.picture(), noted.session.document
    toggle(noted, layer)
    assert differing(before, noted.picture()) > 100
    toggle(noted, layer)
    assert noted.session.document is document
    assert differing(before, noted.picture(), beyond=40) < 400


def test_every_layer_can_be_hidden_at_once(noted: Hands) -> None:
    noted.session.look(replace(noted.session.view, hidden=frozenset(LAYERS)))
    noted.settle()
    noted.drag("kettle", QPointF(40, 0))
    assert noted.session.history.undo_label == "Move"


def test_what_is_hidden_cannot_be_taken_hold_of(noted: Hands) -> None:
    session = noted.session
    frame = session.frame
    ghost = frame.x(0.5), frame.y(0.25)
    title, label = (
        place[Id(id)].box.middle for place, id in ((session.layout.titles, "c1"), (session.layout.labels, "cup"))
    )
    note, number = (frame.x(0.05) + 10, frame.y(0.95)), (frame.x(0.9), frame.y(0.9))
    places = {"evolve": ghost, "contracts": title, "labels": label, "notes": note}
    for layer, place in places.items():
        shown = at(noted, *place)
        assert shown is not None, layer
        session.look(session.view.toggled(layer))
        assert at(noted, *place) != shown, layer
    assert at(noted, *number) is None


def test_a_marquee_and_the_keyboard_pass_over_hidden_notes(noted: Hands) -> None:
    session = noted.session
    toggle(noted, "notes")
    assert not {"note", "one"} & set(session.walk.reading_order)
    noted.drag(QPointF(noted.canvas.width() - 4, 4), QPointF(8 - noted.canvas.width(), noted.canvas.height() - 8))
    assert "cup" in session.selection
    assert not {"note", "one"} & session.selection
    toggle(noted, "notes")
    assert {"note", "one"} <= set(session.walk.reading_order)


def test_in_focus_all_but_the_selected_and_what_it_rests_on_stands_back(hands: Hands) -> None:
    session = hands.session
    session.select(["water"])
    QApplication.processEvents()
    before = hands.picture()
    session.look(replace(session.view, focuses=True))
    QApplication.processEvents()
    after = hands.picture()

    def changed(id: str) -> bool:
        x, y = (round(value) for value in (hands.place(id).x(), hands.place(id).y()))
        area = (x - 12, y - 12, 24, 24)
        return differing(before.copy(*area), after.copy(*area)) > 0

    assert changed("cup")
    assert not changed("kettle"), "water rests on it"


def test_the_focus_follows_what_is_selected_until_it_is_switched_off(hands: Hands) -> None:
    session = hands.session
    usual = hands.picture()
    session.look(replace(session.view, focuses=True))
    assert differing(usual, hands.picture()) == 0, "nothing is selected yet"
    hands.click("kettle")
    kettle = hands.picture()
    hands.click("tea")
    QApplication.processEvents()
    assert differing(kettle, hands.picture()) > 100
    session.select([])
    QApplication.processEvents()
    session.look(replace(session.view, focuses=False))
    hands.move(QPointF(2, 2), held=Qt.MouseButton.NoButton)
    assert differing(usual, hands.picture(), beyond=40) < 400


def test_the_focus_follows_a_new_link(hands: Hands) -> None:
    session = hands.session
    session.select(["tea"])
    session.look(replace(session.view, focuses=True))
    QApplication.processEvents()
    x, y = (round(value) for value in (hands.place("kettle").x(), hands.place("kettle").y()))
    before = hands.picture().copy(x - 12, y - 12, 24, 24)
    session.apply("Link", add_link, Id("tea"), Id("kettle"))
    hands.settle()
    assert differing(before, hands.picture().copy(x - 12, y - 12, 24, 24)) > 0


def test_what_stands_out_changes_by_drawing_only_what_is_different(hands_on: MakeHands) -> None:
    components = {
        (id := Id(f"c{at}")): Component(id=id, name=f"Thing {at}", evolution=at % 40 / 40, visibility=at // 40 / 25)
        for at in range(1000)
    }
    pairs = [(Id(f"c{at}"), Id(f"c{at + 40}")) for at in range(960)]
    links = {(id := Id(f"{one}-{two}")): Link(id=id, source=one, target=two) for one, two in pairs}
    hands = hands_on(Session(Document(components=components, links=links)))
    session = hands.session
    session.look(replace(session.view, focuses=True))
    session.select(["c1"])
    QApplication.processEvents()
    follower = hands.canvas.findChild(Follower)
    assert isinstance(follower, Follower)
    drawn: list[object] = []
    follower.changed.connect(drawn.append)
    session.select(["c2"])
    QApplication.processEvents()
    (boxes,) = drawn
    assert isinstance(boxes, list)
    assert 0 < len(boxes) < 1500, "two columns of forty, not all"
