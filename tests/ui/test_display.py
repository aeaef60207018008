"""Where no window can open, a sentence says why."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

needs_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can lack a screen")


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    """Start the editor with nothing known of a screen but this."""
    clean = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-m", "mapper"],
        env={**clean, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@needs_linux
@pytest.mark.parametrize(
    ("environment", "words"),
    [({}, "no screen"), ({"QT_QPA_PLATFORM": "xcb"}, "no screen"), ({"DISPLAY": ":7531"}, "does not answer")],
)
def test_without_a_screen_one_sentence_is_said(environment: dict[str, str], words: str) -> None:
    done = start(**environment)
    assert done.returncode == 2
    assert words in done.stderr or "apt-get install" in done.stderr
    assert done.stderr.startswith("mapper: ")
    assert len(done.stderr.strip().splitlines()) == 1
