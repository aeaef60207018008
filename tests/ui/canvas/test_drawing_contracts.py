"""What shows while a contract is being drawn, by real events."""

from __future__ import annotations

import pytest
from hands import SHIFT, Hands, MakeHands, tea_shop
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QSignalSpy

from mapper.editor import Session
from mapper.editor.tools import TOOL, take
from mapper.edits import change
from mapper.model import Id

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def mixed(hands_on: MakeHands) -> Hands:
    """The contract tool in hand; the kettle is custom built, water and tea are not."""
    return hands_on(Session(change(tea_shop(), "components", Id("tea"), visibility=0.25)))


def _draw(hands: Hands, ids: str, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> list[str]:
    """Draw round all that stands between the first and the last of these; what was read out on the way."""
    take(hands.session, TOOL["contract"])
    said = QSignalSpy(hands.canvas.readout)
    first, *_, last = [hands.place(id) for id in ids.split()]
    width = last.x() - first.x() + 80
    start = first - QPointF(40, 40)
    hands.drag(start, QPointF(width, 0), QPointF(0, 80), QPointF(-width, 0), QPointF(0, -70), keys=keys)
    return [said.at(place)[0] for place in range(said.count())]


def test_a_line_that_comes_to_hold_new_and_mature_says_so_at_once(mixed: Hands) -> None:
    said = _draw(mixed, "kettle tea")
    assert "2 components · Custom Built 1, Product (+ rental) 1 · Mixes new (1) with mature (1)" in said
    assert said[-1] == ""


def test_a_line_round_one_stage_says_what_it_holds_and_no_more(mixed: Hands) -> None:
    said = _draw(mixed, "kettle kettle")
    assert "1 component · Custom Built 1" in said
    assert not any("Mixes" in words for words in said)


def test_with_shift_the_whole_contract_with_what_is_added_is_told(mixed: Hands) -> None:
    mixed.session.select([Id("c1")])
    assert any(words.endswith("Mixes new (1) with mature (2)") for words in _draw(mixed, "kettle kettle", SHIFT))


def test_with_alt_what_is_left_of_the_contract_is_told(mixed: Hands) -> None:
    mixed.session.select([Id("c1")])
    assert "1 component · Commodity (+ utility) 1" in _draw(mixed, "tea tea", ALT)
