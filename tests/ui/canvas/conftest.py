"""A canvas of a known size, with a small map."""

from __future__ import annotations

import pytest
from hands import Hands, MakeHands, tea_shop
from pytestqt.qtbot import QtBot

from mapper.drawing.themes import WARDLEY
from mapper.editor import Session
from mapper.ui.canvas.canvas import Canvas


@pytest.fixture
def hands_on(qtbot: QtBot) -> MakeHands:
    """Opens a session in a canvas of its own."""

    def make(session: Session) -> Hands:
        canvas = Canvas(session, WARDLEY)
        canvas.resize(1000, 640)
        qtbot.addWidget(canvas)
        canvas.show()
        qtbot.waitExposed(canvas)
        canvas.setFocus()
        session.walk.show(by_keyboard=False)  # these hands hold a mouse
        hands = Hands(canvas, qtbot)
        hands.settle()
        return hands

    return make


@pytest.fixture
def hands(hands_on: MakeHands) -> Hands:
    return hands_on(Session(tea_shop()))
