"""When the program itself is at fault the window stays, and so do its maps: shown by a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mapper.files.native import load

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from mapper.ui import app, application

QFileDialog.getSaveFileName = staticmethod(lambda *_: (sys.argv[2], ""))
show = application.show

def fail():
    raise ValueError("secret plan")

def shown(paths):
    window = show(paths)

    def change():
        window.maps.front.session.apply("Change", lambda document: document.but(title="Mine"))

    def leave():
        stepping.stop()
        window.close()

    def step():
        if window.maps.front is not None and QApplication.activeModalWidget() is None:
            next(steps)()

    steps = iter((change, *FAULTS, leave))
    stepping = QTimer(window, interval=60)
    stepping.timeout.connect(step)
    stepping.start()
    answering = QTimer(window, interval=30)
    answering.timeout.connect(answer)
    answering.start()
    return window

def answer():
    box = QApplication.activeModalWidget()
    if isinstance(box, QMessageBox):
        print(box.text(), "|", box.informativeText(), flush=True)
        wanted = ("Save as…", "Don’t save", "Go on")
        next(each for name in wanted for each in box.buttons() if each.text() == name).click()

FAULTS = (fail, fail, fail)
application.show = shown
sys.exit(app.run([Path(sys.argv[1])] if sys.argv[1] else []))
"""


PAINTING = """
from mapper.ui.canvas.canvas import Canvas

paint = Canvas.paintEvent
is_broken = False

def paint_or_fail(canvas, event):
    fail() if is_broken else paint(canvas, event)

def repaint():
    global is_broken
    is_broken = True
    for each in QApplication.allWidgets():
        each.repaint()

Canvas.paintEvent = paint_or_fail
FAULTS = (repaint, repaint, repaint)
"""


def run(path: Path | str, out: Path, state: Path, program: str = PROGRAM) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "XDG_STATE_HOME": str(state), "MAPPER_SETTINGS": str(state / "settings.ini")}
    return subprocess.run(
        [sys.executable, "-c", program, str(path), str(out)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    from driving import TEA

    path = tmp_path / "tea.wardley"
    path.write_bytes(TEA.read_bytes())
    return path


def test_a_fault_is_told_once_noted_without_the_maps_words_and_the_map_can_be_saved(tea: Path, tmp_path: Path) -> None:
    out = tmp_path / "rescued.wardley"
    done = run(tea, out, tmp_path)
    told = [line for line in done.stdout.splitlines() if line.startswith("Something went wrong in Mapper")]
    assert done.returncode == 0, done.stderr
    assert len(told) == 1
    assert "Your maps are still open. To be safe, save yours under another name." in told[0]
    assert load(out).title == "Mine"
    assert load(tea).title == "Tea shop"
    assert "Traceback" not in done.stderr
    log = tmp_path / "mapper" / "faults.log"
    assert f"“{log}”" in done.stdout
    noted = log.read_text(encoding="utf-8")
    assert noted.count("ValueError") == 1
    assert "secret plan" not in noted + done.stderr


def test_a_fault_while_painting_is_told_once_and_the_window_lives(tea: Path, tmp_path: Path) -> None:
    program = PROGRAM.replace("FAULTS = (fail, fail, fail)", PAINTING)
    done = run(tea, tmp_path / "rescued.wardley", tmp_path, program)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("Something went wrong in Mapper") == 1
    assert load(tmp_path / "rescued.wardley").title == "Mine"


@pytest.mark.parametrize("settings", ["garbage", "folder", "read-only"])
def test_settings_that_cannot_be_read_do_not_keep_the_window_from_opening(
    settings: str, tea: Path, tmp_path: Path
) -> None:
    path = tmp_path / "settings.ini"
    if settings == "folder":
        path.mkdir()
    else:
        path.write_bytes(
            b"\x00\xff[[[recent=@Variant(\x00\x01)\n[window]\ngeometry=@ByteArray(\\x1\\x2)\nhidden=7\n=\n"
            b'[General]\nrecent=@Invalid(), "\\0", /\\x0, 12, @Variant(nonsense)\nlibrary=@Size(3 4)\nappearance=pink\n'
        )
        path.chmod(0o400 if settings == "read-only" else 0o600)
    program = PROGRAM.replace("FAULTS = (fail, fail, fail)", "FAULTS = ()")
    done = run(tea, tmp_path / "out.wardley", tmp_path, program)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Save the changes to “Mine”?")
    assert "Something went wrong" not in done.stdout


def test_the_program_ends_at_once_and_cleanly_while_a_share_does_not_answer(tea: Path, tmp_path: Path) -> None:
    hung = """
import threading
from mapper.ui.task import Task

def hang():
    hangs.append(Task(QApplication.instance(), threading.Event().wait, print, print))

hangs = []
FAULTS = (hang,)
"""
    program = PROGRAM.replace("FAULTS = (fail, fail, fail)", hung)
    done = run(tea, tmp_path / "out.wardley", tmp_path, program)
    assert done.returncode == 0, done.stderr
    assert "recent" in (tmp_path / "settings.ini").read_text()
