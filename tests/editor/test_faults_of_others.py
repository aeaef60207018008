"""Editing faults found in the map editor that is used most, one test each: ours has none of them.

What a hand does to a map is also looked at in the text that the map is written to.
"""

from __future__ import annotations

import pytest
from hand import Hand

from mapper.drawing.where import centre
from mapper.editor import Pointer, Session
from mapper.editor.script import Script
from mapper.editor.splices import Splice
from mapper.editor.tools.naming import finish_naming
from mapper.edits import delete, rename
from mapper.files import owm
from mapper.model import Component, Document, Id, broken_references

MAP = """\
title Tea shop
anchor Business [0.95, 0.63]
component Cup of Tea [0.79, 0.61]
component Cup [0.73, 0.78]
component Tea [0.63, 0.81]
component Hot Water [0.52, 0.8]
component Water [0.38, 0.82]
component Kettle [0.43, 0.35]
component Hob [0.3, 0.5]
evolve Kettle->Electric Kettle 0.62
Business->Cup of Tea
Cup of Tea->Cup
Cup of Tea->Tea
Cup of Tea->Hot Water
Hot Water->Water
Hot Water->Kettle; limited by
Kettle+>Hob
Kettle+'gas'>Water
"""
"""Like the example map of that editor, with every kind of link."""
NAMES = {"Business", "Cup of Tea", "Cup", "Tea", "Hot Water", "Water", "Kettle", "Hob"}


def opened(text: str) -> Session:
    session = Session(owm.read(text).document)
    assert owm.write(session.document) == text
    return session


def named(document: Document, name: str) -> Id:
    (found,) = [component.id for component in document.components.values() if component.name == name]
    return found


def linked(document: Document) -> set[tuple[str, str]]:
    names = {id: component.name for id, component in document.components.items()}
    return {(names[link.source], names[link.target]) for link in document.links.values()}


def as_said(document: Document) -> list[Component]:
    """The components under their names alone: ids are made anew when a text is read."""
    said = [component.but(id=component.name or "?", pipeline=None) for component in document.components.values()]
    return sorted(said, key=lambda component: component.name)


def written(session: Session) -> str:
    """The map as text; reading it back gives the same components and links."""
    assert list(broken_references(session.document)) == []
    text = owm.write(session.document)
    again = owm.read(text)
    assert as_said(again.document) == as_said(session.document)
    assert linked(again.document) == linked(session.document)
    assert again.problems == ()
    return text


def point(session: Session, id: Id, *, double: bool = False) -> Pointer:
    x, y = centre(session.document.components[id], session.document, session.frame)
    return Pointer(x, y, double=double)


def test_renaming_tea_leaves_cup_of_tea_alone_and_all_of_its_links() -> None:
    session = opened(MAP)
    hand, tea, before = Hand(session), named(session.document, "Tea"), linked(session.document)
    hand.double_click(point(session, tea))
    finish_naming(session, "Coffee")
    text = written(session)
    assert "component Cup of Tea [0.79, 0.61]" in text
    assert text.count("Cup of Tea->") == 3
    assert "Cup of Tea->Coffee\n" in text
    assert len(linked(session.document)) == len(before)


@pytest.mark.parametrize("name", ["Earl-Grey", "Kettle (old)", "A > B", "Tea -> Time", "12", "x; y", "50 % + more"])
def test_a_rename_follows_into_links_of_every_kind_and_keeps_every_letter(name: str) -> None:
    session = opened(MAP)
    session.apply("Rename", rename, named(session.document, "Kettle"), name)
    assert named(session.document, name)
    written(session)
    assert {(name, "Hob"), (name, "Water"), ("Hot Water", name)} <= linked(
        owm.read(owm.write(session.document)).document
    )


def test_deleting_leaves_no_line_that_speaks_of_what_is_gone() -> None:
    session = opened(MAP + "pipeline Kettle\n{\n  component Camp Fire [0.2]\n}\n")
    session.select([named(session.document, "Kettle")])
    session.apply("Delete", delete, session.selection)
    text = written(session)
    assert "Kettle" not in text
    assert "limited by" not in text
    assert "Camp Fire" not in text
    assert "{" not in text
    assert "component Hob [0.3, 0.5]" in text


def test_deleting_a_node_leaves_the_forecast_of_another_whose_name_begins_alike() -> None:
    text = "component Node [0.5, 0.2]\ncomponent Node 7 [0.4, 0.3]\nevolve Node 7 0.8\n"
    session = opened(text)
    session.apply("Delete", delete, [named(session.document, "Node")])
    assert written(session) == "component Node 7 [0.4, 0.3]\nevolve Node 7 0.8\n"
    session = opened(text)
    session.apply("Delete", delete, [named(session.document, "Node 7")])
    assert written(session) == "component Node [0.5, 0.2]\n"


@pytest.mark.parametrize("arrow", ["->", "+>", "+<>", "+'10'>"])
def test_deleting_a_link_deletes_that_link_and_no_other(arrow: str) -> None:
    names = "".join(f"component {name} [0.5, 0.{place}]\n" for place, name in enumerate(("AA", "BB", "A", "B"), 1))
    session = opened(f"{names}AA{arrow}BB\nA{arrow}B\n")
    (wanted,) = [link.id for link in session.document.links.values() if link.source == named(session.document, "A")]
    session.apply("Delete", delete, [wanted])
    assert written(session) == f"{names}AA{arrow}BB\n"


def test_a_click_that_drags_nothing_changes_nothing_and_is_no_step() -> None:
    text = "component Tea [0.512, 0.537]\n"
    session = opened(text)
    hand, tea = Hand(session), named(session.document, "Tea")
    before = session.document
    hand.click(point(session, tea))
    hand.drag(point(session, tea), Pointer(point(session, tea).x + 1, point(session, tea).y))
    assert session.document is before
    assert not session.history.is_modified
    assert session.history.undo_label is None
    assert owm.write(session.document) == text


def test_escape_in_the_middle_of_a_drag_writes_nothing() -> None:
    session = opened(MAP)
    hand, before = Hand(session), session.document
    hand.start_drag(point(session, named(session.document, "Tea")), hand.point(0.2, 0.2))
    session.cancel()
    session.release(hand.point(0.2, 0.2))
    assert session.document is before
    assert owm.write(session.document) == MAP
    assert not session.history.is_modified


def test_what_stands_below_a_comment_of_many_lines_is_dragged_and_renamed_as_anything_else() -> None:
    text = "title T\n/* one\ntwo\nthree\nfour */\ncomponent Tea [0.5, 0.5]\ncomponent Cup [0.8, 0.5]\nCup->Tea\n"
    session = opened(text)
    hand, tea = Hand(session), named(session.document, "Tea")
    hand.drag(point(session, tea), hand.point(0.62, 0.3, free=True))
    session.apply("Rename", rename, tea, "Coffee")
    assert written(session) == text.replace("Tea [0.5, 0.5]", "Coffee [0.30, 0.62]").replace("->Tea", "->Coffee")


@pytest.mark.parametrize("line", ["title", "style", "evolution", "evolve", "component", "pipeline", "note", "size"])
def test_a_word_without_the_rest_of_its_line_neither_stops_the_map_nor_the_typing(line: str) -> None:
    session = opened(MAP)
    script, hob = Script(session), named(session.document, "Hob")
    script.type(Splice(0, 0, (line,)), 0.0)
    script.read()
    assert {component.name for component in session.document.components.values()} >= NAMES
    place = script.lines.index("component Hob [0.3, 0.5]")
    script.type(Splice(place, 1, ("component Hob [0.2, 0.9]",)), 10.0)
    script.read()
    assert session.document.components[hob].evolution == 0.9
    assert script.lines[0] == line


def test_a_forecast_within_the_line_of_its_component_is_read_and_dragged() -> None:
    text = "component Kettle [0.43, 0.35] evolve 0.62\n"
    session = Session(owm.read(text).document)
    hand, kettle = Hand(session), named(session.document, "Kettle")
    component = session.document.components[kettle]
    assert component.evolve is not None
    y = point(session, kettle).y
    hand.drag(Pointer(session.frame.x(0.62), y), Pointer(session.frame.x(0.81), y, free=True))
    moved = session.document.components[kettle].evolve
    assert moved is not None
    assert moved.evolution == pytest.approx(0.81, abs=0.001)
    assert as_said(owm.read(owm.write(session.document)).document) == as_said(session.document)
