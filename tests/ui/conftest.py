"""A window to try things on, with settings of its own."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from driving import TEA
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from mapper.ui.application import application
from mapper.ui.settings import Settings
from mapper.ui.start import samples_shelf
from mapper.ui.start.thumbnails import thumbnail
from mapper.ui.style.appearance import Appearance
from mapper.ui.task import all_rest
from mapper.ui.window import MainWindow


@pytest.fixture(scope="session", autouse=True)
def _threads_end_first() -> Iterator[None]:
    """Python ending under them would abort."""
    yield
    assert all_rest(20)


_drawn_once = cache(thumbnail)


@pytest.fixture(scope="module", autouse=True)
def samples_drawn_once() -> Iterator[None]:
    """Every window draws the samples for its start page, which takes as long as most tests: here one serves them all."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(samples_shelf, "thumbnail", _drawn_once)
        yield


@pytest.fixture(autouse=True)
def _what_is_closed_goes() -> Iterator[None]:
    """Widgets that stay would be restyled, and be sent events, with every later test."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def window(qtbot: QtBot, settings: Settings) -> Iterator[MainWindow]:
    application()
    made = MainWindow(settings, Appearance(settings))
    made.resize(1280, 720)
    made.show()
    qtbot.waitExposed(made)
    yield made
    for opened in made.maps.all():
        opened.session.cancel()
        opened.session.saved(opened.session.document)
    made.close()
    made.deleteLater()


@pytest.fixture
def tea(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A window with a map of its own file in front."""
    path = tmp_path / "tea.wardley"
    path.write_bytes(TEA.read_bytes())
    window.open([path])
    qtbot.waitUntil(lambda: window.maps.front is not None)
    return window
