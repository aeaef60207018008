"""The whole map on the clipboard, as other programs want it."""

from __future__ import annotations

import pytest
from driving import FLAGSHIP, do
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from mapper.files.content import Content
from mapper.files.opening import importer_of
from mapper.model import Document
from mapper.ui.window import MainWindow


@pytest.fixture
def childcare(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.open([FLAGSHIP])
    qtbot.waitUntil(lambda: window.maps.front is not None)
    return window


def copied(window: MainWindow, qtbot: QtBot, command: str) -> str:
    """Copy, wait until the status bar says so, and answer with what it says."""
    QGuiApplication.clipboard().clear()
    do(window, command)
    qtbot.waitUntil(lambda: window.status.news.isVisible(), timeout=20_000)
    return window.status.news.text()


def names(document: Document) -> set[str]:
    return {component.name for component in document.components.values()}


def read(text: str) -> Document:
    content = Content(text.encode(), "pasted")
    return importer_of(content).read(content, {}).document


def test_a_copied_picture_is_there_as_pixels_and_as_lines_without_the_map_behind_it(
    childcare: MainWindow, qtbot: QtBot
) -> None:
    assert copied(childcare, qtbot, "copy-picture").startswith("Copied the map as a picture.")
    data = QGuiApplication.clipboard().mimeData()
    picture = data.imageData()
    assert isinstance(picture, QImage)
    assert picture.width() > 2000
    drawn = bytes(data.data("image/svg+xml").data()).decode()
    assert "<svg" in drawn
    assert "<metadata" not in drawn


def test_a_copied_block_of_mermaid_can_stand_in_a_wiki_and_says_what_it_lacks(
    childcare: MainWindow, qtbot: QtBot
) -> None:
    said = copied(childcare, qtbot, "copy-mermaid")
    assert said.startswith("Copied the map as a Mermaid block.")
    assert "contracts" in said
    text = QGuiApplication.clipboard().text()
    assert text.startswith("```mermaid\nwardley-beta\n")
    assert text.endswith("\n```\n")
    front = childcare.maps.front
    assert front is not None
    assert names(read(text)) == names(front.session.document)


def test_copied_text_of_online_wardley_maps_is_the_same_map_again(childcare: MainWindow, qtbot: QtBot) -> None:
    assert copied(childcare, qtbot, "copy-owm").startswith("Copied the map as OnlineWardleyMaps text.")
    front = childcare.maps.front
    assert front is not None
    assert names(read(QGuiApplication.clipboard().text())) == names(front.session.document)


def test_what_was_copied_is_what_was_there_when_it_was_asked_for(childcare: MainWindow, qtbot: QtBot) -> None:
    front = childcare.maps.front
    assert front is not None
    front.session.apply("Change title", lambda document: document.but(title="Before"))
    do(childcare, "copy-mermaid")
    front.session.apply("Change title", lambda document: document.but(title="After"))
    qtbot.waitUntil(lambda: childcare.status.news.isVisible())
    assert read(QGuiApplication.clipboard().text()).title == "Before"
