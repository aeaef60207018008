"""Maps and their files: samples are copied, slow disks are waited for beside the window, nothing is lost."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from driving import FLAGSHIP, TEA, answer, do, rename_first
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from mapper.data import SAMPLES
from mapper.files.native import dump, load
from mapper.model import Document
from mapper.ui.filing import file_name
from mapper.ui.maps import OpenMap
from mapper.ui.window import MainWindow


@pytest.fixture
def hung(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], threading.Event]]:
    """A disk that does not answer: the system's own call waits until the event is set."""
    released: list[threading.Event] = []

    def hang(call: str) -> threading.Event:
        answers, real = threading.Event(), getattr(os, call)
        released.append(answers)

        def wait(*arguments: object, **named: object) -> object:
            if threading.current_thread() is not threading.main_thread():
                answers.wait(20)
            return real(*arguments, **named)

        monkeypatch.setattr(os, call, wait)
        return answers

    yield hang
    for answers in released:
        answers.set()


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """What the user picks in the next file dialogs; the dialog itself is the system's."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def answer_all(window: MainWindow, buttons: list[str], seen: list[str]) -> None:
    """Press these buttons in the message boxes that are about to open, one box after the other."""
    pressing = QTimer(window, interval=20)

    def press() -> None:
        box = QApplication.activeModalWidget()
        pressed = [each for each in box.buttons() if each.text().replace("&", "") == buttons[len(seen)]] if box else []
        if pressed:
            seen.append(box.text())
            if len(seen) == len(buttons):
                pressing.stop()
            pressed[0].click()

    pressing.timeout.connect(press)
    pressing.start()


def front(window: MainWindow) -> OpenMap:
    assert window.maps.front is not None
    return window.maps.front


def words(window: MainWindow) -> list[str]:
    return [wait.words.text() for wait in window.filing.waits.shown()]


# Samples.


@pytest.mark.parametrize("way", ["as it is", "relative", "through a link", "with dots"])
def test_a_sample_opened_by_its_path_is_a_copy_without_a_file(
    way: str, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "link").symlink_to(SAMPLES)
    monkeypatch.chdir(SAMPLES.parent)
    paths = {
        "as it is": FLAGSHIP,
        "relative": Path("samples") / FLAGSHIP.name,
        "through a link": tmp_path / "link" / FLAGSHIP.name,
        "with dots": SAMPLES / ".." / SAMPLES.name / FLAGSHIP.name,
    }
    window.open([paths[way]])
    qtbot.waitUntil(lambda: window.maps.front is not None)
    assert front(window).path is None
    assert front(window).title == "Childcare licensing"
    assert window.settings.recent == ()


def test_saving_a_sample_asks_for_a_file_and_leaves_the_sample_alone(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, mine = TEA.read_bytes(), tmp_path / "mine.wardley"
    choose(monkeypatch, mine)
    window.open([TEA])
    qtbot.waitUntil(lambda: window.maps.front is not None)
    rename_first(window)
    do(window, "save")
    qtbot.waitUntil(lambda: front(window).path == mine)
    assert "Something else" in mine.read_text(encoding="utf-8")
    assert TEA.read_bytes() == before


def test_a_file_beside_the_samples_folder_is_the_users_own(tea: MainWindow, tmp_path: Path) -> None:
    assert front(tea).path == tmp_path / "tea.wardley"


# Files that are slow to come.


def test_a_slow_file_is_waited_for_beside_the_window(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, hung: Callable[[str], threading.Event]
) -> None:
    path = tmp_path / "far away.wardley"
    path.write_bytes(TEA.read_bytes())
    answers = hung("stat")
    window.open([path])
    assert window.maps.front is None
    qtbot.waitUntil(lambda: words(window) == ["Opening “far away.wardley”…"])
    do(window, "new")
    assert front(window).title == "Untitled map"
    answers.set()
    qtbot.waitUntil(lambda: front(window).path == path)
    assert words(window) == []


def test_a_slow_file_that_is_given_up_does_not_open_later(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, hung: Callable[[str], threading.Event]
) -> None:
    path = tmp_path / "far away.wardley"
    path.write_bytes(TEA.read_bytes())
    answers = hung("stat")
    window.open([path])
    qtbot.waitUntil(lambda: bool(words(window)))
    window.filing.waits.shown()[0].button.click()
    assert words(window) == []
    answers.set()
    qtbot.wait(100)
    assert window.maps.all() == []


def test_a_window_waiting_for_a_file_can_be_closed(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, hung: Callable[[str], threading.Event]
) -> None:
    answers = hung("stat")
    window.open([tmp_path / "far away.wardley"])
    assert window.close()
    answers.set()
    qtbot.wait(100)
    assert QApplication.activeModalWidget() is None


# Saves that are slow.


def test_what_is_changed_during_a_slow_save_stays_unsaved(
    tea: MainWindow, qtbot: QtBot, hung: Callable[[str], threading.Event]
) -> None:
    rename_first(tea)
    answers = hung("fsync")
    do(tea, "save")
    qtbot.waitUntil(lambda: words(tea) == ["Saving “tea.wardley”…"])
    snapshot = front(tea).session.document
    front(tea).session.apply("Change title", lambda document: document.but(title="Later"))
    answers.set()
    qtbot.waitUntil(lambda: words(tea) == [])
    path = front(tea).path
    assert path is not None and load(path) == snapshot
    assert tea.isWindowModified()
    do(tea, "undo")
    assert not tea.isWindowModified()


def test_saving_again_during_a_slow_save_saves_what_came_later_too(
    tea: MainWindow, qtbot: QtBot, hung: Callable[[str], threading.Event]
) -> None:
    rename_first(tea)
    answers = hung("fsync")
    do(tea, "save")
    front(tea).session.apply("Change title", lambda document: document.but(title="Later"))
    do(tea, "save")
    answers.set()
    qtbot.waitUntil(lambda: not tea.isWindowModified())
    path = front(tea).path
    assert path is not None and load(path).title == "Later"


def test_a_save_that_is_given_up_leaves_the_file_alone_however_late_the_disk_answers(
    tea: MainWindow, qtbot: QtBot, tmp_path: Path, hung: Callable[[str], threading.Event]
) -> None:
    path = tmp_path / "tea.wardley"
    before = path.read_bytes()
    rename_first(tea)
    answers = hung("fsync")
    do(tea, "save")
    qtbot.waitUntil(lambda: bool(words(tea)))
    tea.filing.waits.shown()[0].button.click()
    answers.set()
    qtbot.waitUntil(lambda: list(tmp_path.glob("*.part")) + list(tmp_path.glob(".*.part")) == [])
    assert path.read_bytes() == before
    assert tea.isWindowModified()


def test_quitting_during_a_slow_save_waits_for_it(
    tea: MainWindow, qtbot: QtBot, hung: Callable[[str], threading.Event]
) -> None:
    rename_first(tea)
    answers = hung("fsync")
    do(tea, "save")
    said: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.append(box.text())
        answers.set()

    QTimer.singleShot(50, look)
    assert tea.close()
    assert said == ["Saving “tea.wardley”…"]
    path = front(tea).path
    assert path is not None and load(path) == front(tea).session.document


def test_quitting_need_not_wait_for_a_save(
    tea: MainWindow, qtbot: QtBot, hung: Callable[[str], threading.Event]
) -> None:
    rename_first(tea)
    hung("fsync")
    do(tea, "save")
    answer("Cancel")
    assert not tea.close()
    assert tea.isVisible()
    qtbot.waitUntil(lambda: bool(words(tea)))
    tea.filing.waits.shown()[0].button.click()
    answer("Don’t save")
    assert tea.close()


def test_closing_with_save_on_a_slow_disk_closes_once_the_file_is_written(
    tea: MainWindow, qtbot: QtBot, hung: Callable[[str], threading.Event]
) -> None:
    path = front(tea).path
    rename_first(tea)
    answers = hung("fsync")
    QTimer.singleShot(600, answers.set)
    answer("Save")
    do(tea, "close-tab")
    assert tea.maps.front is None
    assert path is not None and "Something else" in path.read_text(encoding="utf-8")


# Saves that fail, and what they leave behind.


def test_a_folder_that_has_gone_is_told_of_and_the_map_stays_unsaved(
    tea: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "gone" / "map.wardley")
    rename_first(tea)
    seen: list[str] = []
    answer("OK", seen)
    do(tea, "save-as")
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["“map.wardley” was not saved: the folder is no longer there. Save the map somewhere else."]
    assert tea.isWindowModified()
    assert front(tea).path == tmp_path / "tea.wardley"


def test_closing_is_called_off_when_the_save_fails(tea: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "tea.wardley").unlink()
    (tmp_path / "tea.wardley").mkdir()
    rename_first(tea)
    seen: list[str] = []
    answer_all(tea, ["Save", "Overwrite", "OK"], seen)
    do(tea, "close-tab")
    assert seen[-1] == "“tea.wardley” was not saved: there is a folder of that name. Save the map somewhere else."
    assert tea.maps.front is not None
    assert tea.isWindowModified()


def test_a_name_without_a_suffix_gets_ours_but_never_replaces_a_file_unasked(
    tea: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = tmp_path / "Plan v1.2.wardley"
    theirs.write_bytes(dump(Document(title="Theirs")))
    choose(monkeypatch, tmp_path / "Plan v1.2")
    seen: list[str] = []
    answer("Keep it", seen)
    do(tea, "save-as")
    assert seen == ["“Plan v1.2.wardley” exists already."]
    assert load(theirs).title == "Theirs"
    answer("Replace")
    do(tea, "save-as")
    qtbot.waitUntil(lambda: front(tea).path == theirs)
    assert load(theirs).title == "Tea shop"


def test_a_name_that_our_suffix_makes_too_long_is_told(
    tea: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / ("x" * 250))
    seen: list[str] = []
    answer("OK", seen)
    do(tea, "save-as")
    qtbot.waitUntil(lambda: bool(seen))
    assert "the name is too long" in seen[0]


def test_two_tabs_never_hold_the_same_file(
    tea: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tea.wardley"
    choose(monkeypatch, path)
    do(tea, "new")
    seen: list[str] = []
    answer("OK", seen)
    do(tea, "save-as")
    assert seen == ["“tea.wardley” is open in another tab: choose another name, or close that tab first."]
    assert load(path).title == "Tea shop"


def test_saving_through_a_link_keeps_the_link_and_the_permissions(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    real, link = tmp_path / "real.wardley", tmp_path / "link.wardley"
    real.write_bytes(TEA.read_bytes())
    real.chmod(0o640)
    link.symlink_to(real)
    window.open([link])
    qtbot.waitUntil(lambda: window.maps.front is not None)
    rename_first(window)
    do(window, "save")
    qtbot.waitUntil(lambda: not window.isWindowModified())
    assert link.is_symlink()
    assert "Something else" in real.read_text(encoding="utf-8")
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Tea shop", "Tea shop"),
        ("../../etc/passwd", "etc passwd"),
        ("C:\\maps\\tea?", "C maps tea"),
        ("--help", "help"),
        ("…\n\x1b[2J", "2J"),
        ("Müller & Söhne: <b>Tee</b>", "Müller Söhne b Tee b"),
        ("NUL", "Untitled map"),
        ("com1", "Untitled map"),
        ("..", "Untitled map"),
        ("", "Untitled map"),
        ("茶" * 200, "茶" * 53),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title) == name
