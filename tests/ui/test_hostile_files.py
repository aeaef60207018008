"""Odd, broken and hostile files in the real window: one sentence, and the maps that are open stay as they are."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from driving import TEA, answer, do, rename_first
from pytestqt.qtbot import QtBot

from mapper.files.native import dump, load
from mapper.model import Document
from mapper.ui.settings import Settings
from mapper.ui.style.appearance import Appearance
from mapper.ui.window import MainWindow

needs_posix = pytest.mark.skipif(os.name != "posix", reason="these names and files are POSIX's")


def _zeros(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)


def _twice(path: Path) -> None:
    component = {"id": "tea", "name": "Tea", "evolution": 0.5, "visibility": 0.5}
    path.write_text(json.dumps({"format": "wardley", "version": 1, "components": [component, component]}))


HOSTILE: dict[str, tuple[Callable[[Path], object], str]] = {
    "cut short": (lambda path: path.write_bytes(TEA.read_bytes()[:2000]), "is cut short"),
    "zeros": (_zeros, "is larger than 100 MB"),
    "nan": (
        lambda path: path.write_text(
            '{"format": "wardley", "version": 1, "components": [{"id": "a", "name": "a", "evolution": NaN}]}'
        ),
        "evolution should be a number from 0 to 1",
    ),
    "twice": (_twice, "cannot be opened"),
    "nested": (lambda path: path.write_text("[" * 200_000), "is not a map"),
    "nested objects": (lambda path: path.write_text('{"a":' * 200_000), "nested too deeply"),
    "empty": (Path.touch, "is empty"),
    "folder": (Path.mkdir, "is a folder"),
    "pipe": (os.mkfifo, "is a device or a pipe"),
    "loop": (lambda path: path.symlink_to(path), "could not be read"),
    "gone": (lambda path: None, "is not there"),
}


@needs_posix
@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_no_map_is_told_and_what_is_open_stays(
    kind: str, tea: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    make, reason = HOSTILE[kind]
    path = tmp_path / "hostile.wardley"
    make(path)
    rename_first(tea)
    before = tea.maps.front.session.document
    seen: list[str] = []
    answer("OK", seen)
    tea.open([path])
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0].startswith("“hostile.wardley” ") and reason in seen[0]
    assert "\n" not in seen[0]
    assert len(tea.maps.all()) == 1
    assert tea.maps.front.session.document is before
    assert tea.settings.recent == (tmp_path / "tea.wardley",)


@needs_posix
@pytest.mark.parametrize(
    "name",
    ["two\nlines.wardley", "-rf.wardley", "b\udcff.wardley", "Tee & <b>Söhne 茶.wardley", "no suffix", "..x"],
)
def test_odd_names_open_save_and_are_remembered(
    name: str, window: MainWindow, settings: Settings, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(dump(Document(title="")))
    window.open([path])
    qtbot.waitUntil(lambda: window.maps.front is not None)
    window.maps.front.session.apply("Change title", lambda document: document.but(title="Changed"))
    do(window, "save")
    qtbot.waitUntil(lambda: not window.isWindowModified())
    assert load(path).title == "Changed"
    assert [each for each in tmp_path.iterdir() if each.suffix == ".part"] == []
    window.start.refresh()
    assert [line.path for line in window.start.recent.lines] == ([] if "\udcff" in name else [path])


def test_a_recent_list_that_was_spoilt_is_no_obstacle(settings: Settings, tmp_path: Path, qtbot: QtBot) -> None:
    ini = tmp_path / "settings.ini"
    ini.write_text('[General]\nrecent=@Invalid(), "", /gone/\\x1\\x2.wardley, 7, "\\0x"\nfolder=\\x0\n')
    window = MainWindow(Settings(ini), Appearance(settings))
    qtbot.addWidget(window)
    window.show()
    window.start.refresh()
    qtbot.waitUntil(lambda: all("not found" in line.accessibleDescription() for line in window.start.recent.lines))
    assert window.isVisible()
