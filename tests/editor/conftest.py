"""A tea shop's map, open, and a hand on it."""

from __future__ import annotations

import pytest
from hand import Hand, tea_shop

from mapper.editor import Session


@pytest.fixture
def session() -> Session:
    return Session(tea_shop())


@pytest.fixture
def hand(session: Session) -> Hand:
    return Hand(session)
