"""The start page: samples, files used last, the team's folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import TEA
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mapper.files.samples import samples
from mapper.model import Method
from mapper.ui.dialogs.choosing import Chooser
from mapper.ui.settings import RECENT_LIMIT, Settings
from mapper.ui.start.library import look
from mapper.ui.window import MainWindow


@pytest.fixture(scope="module", autouse=True)
def samples_drawn_once() -> None:
    """Each window draws them itself, as for a user."""


def test_it_lists_the_samples_with_their_one_line(window: MainWindow, qtbot: QtBot) -> None:
    shelf = window.start.samples
    qtbot.waitUntil(lambda: len(shelf.cards) == len(samples()))
    assert len(shelf.cards) == 4
    assert shelf.cards[0].accessibleName() == "Sample map: Childcare licensing"
    assert shelf.cards[0].accessibleDescription()


def test_the_samples_get_pictures(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(window.start.samples.cards))
    before = window.start.samples.cards[0].grab().toImage()
    qtbot.waitUntil(lambda: window.start.samples.cards[0].grab().toImage() != before, timeout=20_000)


def test_a_sample_opens_by_key(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(window.start.samples.cards))
    card = window.start.samples.cards[3]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Space)
    assert [each.title for each in window.maps.all()] == ["Tea shop"]


def test_in_a_narrow_window_the_cards_stand_in_more_rows(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(window.start.templates.cards))
    window.resize(900, 700)
    qtbot.waitUntil(lambda: window.start.samples.cards[3].y() > window.start.samples.cards[0].y())
    bar = window.start.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)


def test_a_map_begun_by_mouse_shows_the_frame_of_the_keyboard_only_after_a_key(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.mouseClick(window.start.new, Qt.MouseButton.LeftButton)
    front = window.maps.front
    assert front is not None
    qtbot.waitUntil(front.canvas.hasFocus)
    bare = front.canvas.grab().toImage().pixelColor(1, 300)
    qtbot.keyClick(front.canvas, Qt.Key.Key_Tab)
    beside = window.focusWidget()
    assert beside is not None and beside is not front.canvas
    qtbot.keyClick(beside, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert front.canvas.hasFocus()
    assert bare.name().upper() != front.canvas.grab().toImage().pixelColor(1, 300).name().upper()


def test_a_template_opens_by_key_as_an_untitled_copy(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(window.start.templates.cards) == 3)
    card = window.start.templates.cards[2]
    assert card.accessibleName() == "Template: Contract structure"
    blank = card.grab().toImage()
    qtbot.waitUntil(lambda: card.grab().toImage() != blank, timeout=20_000)
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Space)
    front = window.maps.front
    assert front is not None
    assert (front.title, front.path, front.is_modified) == ("Untitled map", None, False)
    methods = {each.method: len(each.members) for each in front.session.document.contracts.values()}
    assert methods == {Method.BUILD: 1, Method.RENT: 2, Method.USE: 3}


def test_a_template_is_chosen_from_the_file_menu(window: MainWindow, qtbot: QtBot) -> None:
    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Chooser)
        qtbot.keyClicks(dialog.field, "chain")
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)

    QTimer.singleShot(0, choose)
    window.menus.actions["new-from-template"].trigger()
    front = window.maps.front
    assert front is not None
    assert "User" in [each.name for each in front.session.document.components.values()]
    assert front.title == "Untitled map"


def test_a_recent_file_that_is_gone_says_so_and_can_still_be_tried(
    window: MainWindow, settings: Settings, qtbot: QtBot, tmp_path: Path
) -> None:
    there = tmp_path / "there.wardley"
    there.write_bytes(TEA.read_bytes())
    settings.remember(tmp_path / "gone.wardley")
    settings.remember(there)
    window.start.refresh()
    first, second = window.start.recent.lines
    assert (first.accessibleName(), second.accessibleName()) == ("there", "gone")
    qtbot.waitUntil(lambda: second.accessibleDescription().startswith("not found"))
    assert not first.accessibleDescription().startswith("not found")


def test_only_so_many_recent_files_are_remembered(settings: Settings) -> None:
    for number in range(RECENT_LIMIT + 5):
        settings.remember(Path(f"/maps/{number}.wardley"))
    settings.remember(Path("/maps/10.wardley"))
    assert len(settings.recent) == RECENT_LIMIT
    assert settings.recent[0] == Path("/maps/10.wardley")
    assert len(set(settings.recent)) == RECENT_LIMIT


def test_a_shared_folder_that_is_away_is_said_to_be(
    window: MainWindow, settings: Settings, qtbot: QtBot, tmp_path: Path
) -> None:
    settings.library = str(tmp_path / "away")
    window.start.refresh()
    qtbot.waitUntil(lambda: "cannot be reached" in window.start.shared.state.text())


def test_the_shared_folders_maps_are_listed_and_open(
    window: MainWindow, settings: Settings, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "team" / "2027"
    folder.mkdir(parents=True)
    (folder / "tea.wardley").write_bytes(TEA.read_bytes())
    (folder / "broken.wardley").write_text("{")
    (folder / ".hidden.txt").write_text("")
    settings.library = str(tmp_path / "team")
    window.start.refresh()
    qtbot.waitUntil(lambda: bool(window.start.shared.lines))
    (line,) = window.start.shared.lines
    assert line.accessibleName() == "Tea shop"
    line.click()
    qtbot.waitUntil(lambda: window.maps.front is not None)
    assert window.maps.front.path == folder / "tea.wardley"


def test_maps_of_other_programs_are_listed_by_their_names_and_formats(tmp_path: Path) -> None:
    (tmp_path / "tea.owm").write_text("component Tea [0.5, 0.5]\n")
    (tmp_path / "Cup.MMD").write_text("wardley-beta\ncomponent Cup [0.5, 0.5]\n")
    (tmp_path / "flow.mmd").write_text("flowchart LR\n  A --> B\n")
    (tmp_path / "broken.wm").write_bytes(b"\0\1\2")
    (tmp_path / "costs.csv").write_text("Name,Stage\nTea,I\n")
    (tmp_path / "shop.wardley").write_bytes(TEA.read_bytes())
    assert [(found.title, found.summary) for found in look(tmp_path).maps if found.path.suffix != ".wardley"] == [
        ("Cup.MMD", "Mermaid"),
        ("tea.owm", "OnlineWardleyMaps text"),
    ]
    assert "Tea shop" in [found.title for found in look(tmp_path).maps]


def test_the_environment_names_the_shared_folder_before_the_settings(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.library = "/mine"
    monkeypatch.setenv("MAPPER_LIBRARY", "/ours")
    assert settings.library == "/ours"


def test_looking_stops_at_a_limit(tmp_path: Path) -> None:
    for number in range(70):
        (tmp_path / f"{number:02}.wardley").write_bytes(TEA.read_bytes())
    shelf = look(tmp_path)
    assert len(shelf.maps) == 60
    assert shelf.is_cut
