"""Panels that refresh a moment after what they show has changed."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from mapper.ui.panels.soon import Soon


def test_many_changes_are_one_refresh(qtbot: QtBot) -> None:
    refreshed: list[int] = []
    home = QObject()
    soon = Soon(lambda: refreshed.append(1), 5, home)
    for _ in range(10):
        soon.ask()
    qtbot.waitUntil(lambda: not soon.isActive())
    assert refreshed == [1]


def test_a_change_long_after_a_slow_refresh_waits_no_longer_than_any_other(qtbot: QtBot) -> None:
    home = QObject()
    soon = Soon(lambda: qtbot.wait(40), 5, home)
    soon.ask()
    qtbot.waitUntil(lambda: not soon.isActive())
    soon.ask()
    assert soon.interval() > 5

    def is_as_soon_as_ever() -> bool:
        soon.stop()
        soon.ask()
        return soon.interval() == 5

    qtbot.waitUntil(is_as_soon_as_ever)
