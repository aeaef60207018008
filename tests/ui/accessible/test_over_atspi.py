"""The program as a screen reader of another process finds it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from driving import TEA

HERE = Path(__file__).parent
PROGRAMS = ("Xvfb", "openbox", "dbus-run-session")
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


def missing() -> list[str]:
    found = [name for name in PROGRAMS if shutil.which(name) is None]
    if not any(Path(launcher).exists() for launcher in LAUNCHERS):
        found.append("at-spi2-core")
    can_listen = subprocess.run(["/usr/bin/python3", "-c", "import pyatspi"], capture_output=True, check=False)
    return found if can_listen.returncode == 0 else [*found, "python3-pyatspi"]


@pytest.fixture
def screen() -> Iterator[str]:
    """A screen of its own."""
    lacking = missing() if sys.platform.startswith("linux") else ["Linux"]
    if lacking:
        pytest.skip(f"a screen reader cannot be played without {', '.join(lacking)}")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        yield f":{number}"
        server.terminate()


def test_another_process_reads_the_map_acts_on_it_and_hears_where_the_keyboard_goes(
    screen: str, tmp_path: Path
) -> None:
    map_file = tmp_path / "tea.wardley"
    map_file.write_bytes(TEA.read_bytes())
    surroundings = {**os.environ, "DISPLAY": screen, "MAPPER_SETTINGS": str(tmp_path / "settings.ini")}
    surroundings.pop("WAYLAND_DISPLAY", None)
    words = ["sh", str(HERE / "session.sh"), sys.executable, str(map_file), str(HERE / "listener.py")]
    done = subprocess.run(
        ["dbus-run-session", "--", *words], capture_output=True, text=True, timeout=150, env=surroundings, check=False
    )
    assert "{" in done.stdout, done.stderr[-2000:]
    heard = json.loads(done.stdout[done.stdout.index("{") : done.stdout.rindex("}") + 1])
    kettle = heard["items"]["Kettle"]
    assert kettle["role"] == "list item"
    assert kettle["description"].startswith("component, custom built")
    assert kettle["description"].endswith("in contract C1, needs 1, needed by 1")
    assert "C2 Water and power" in heard["items"]
    assert all(side > 0 for side in kettle["box"])
    assert not kettle["selected"]
    assert heard["pressed"]["selected"]
    assert heard["pressed"]["focused"]
    assert heard["heard"][-1:] == heard["focused"] == ["Water"]
    assert "mapper ended with 143" in done.stdout, "it did not live until it was told to end"
