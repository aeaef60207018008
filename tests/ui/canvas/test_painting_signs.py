"""What hangs on others is painted anew when they change: lines that lead both ways, notes that point, the headline."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hands import MakeHands, differing
from pytestqt.qtbot import QtBot

from mapper.editor import Session
from mapper.edits import add_link, change_about, change_map, delete, move
from mapper.edits.notes import point_notes
from mapper.model import Component, Document, Id, Link, Look, Note
from mapper.ui.canvas.mapview import REFINE_AFTER

TEA, WATER, HINT = Id("tea"), Id("water"), Id("hint")


def _document() -> Document:
    tea = Component(id=TEA, name="Tea", evolution=0.4, visibility=0.7)
    water = Component(id=WATER, name="Water", evolution=0.6, visibility=0.3, constraint=True)
    note = Note(id=HINT, text="Ends soon", evolution=0.1, visibility=0.5, component=TEA)
    link = Link(id=Id("need"), source=TEA, target=WATER)
    return Document(components={TEA: tea, WATER: water}, links={link.id: link}, notes={HINT: note})


CHANGES: dict[str, Callable[[Document], Document]] = {
    "a link that leads back": lambda document: add_link(document, WATER, TEA),
    "no link any more": lambda document: delete(document, [Id("need")]),
    "a component that is pointed at moves": lambda document: move(document, [TEA], evolution=0.2, visibility=0.1),
    "the note points elsewhere": lambda document: point_notes(document, [HINT], WATER),
    "the note points at nothing": lambda document: point_notes(document, [HINT], None),
    "a title": lambda document: change_map(document, title="Tea for all"),
    "an author and a day": lambda document: change_about(document, author="Maya Lind", on=date(2026, 3, 14)),
    "other proportions": lambda document: change_map(document, look=Look(width=800, height=600)),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_map_that_was_changed_looks_as_if_it_had_always_been_so(
    hands_on: MakeHands, qtbot: QtBot, change: Callable[[Document], Document]
) -> None:
    session = Session(_document())
    hands = hands_on(session)
    before = hands.picture()
    session.apply("Change", change)
    hands.settle()
    fresh = hands_on(Session(session.document))
    fresh.session.place(session.layout)
    qtbot.wait(2 * REFINE_AFTER)  # another page is fitted to the window, which is first done roughly
    after = hands.picture()
    assert differing(before, after, beyond=4) > 0
    assert differing(after, fresh.picture(), beyond=4) == 0
