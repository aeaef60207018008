"""The run that holds our exports against other programs fails when it cannot do so for a reason that can be mended."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.interop import __main__ as interop

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="stands shell scripts in the way of Node")


@pytest.fixture
def npm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An npm that is found before any other and has yet to be written; nothing is installed."""
    (tmp_path / "package-lock.json").touch()
    for name in ("node", "npm", "chromium"):
        (tmp_path / name).write_text("#!/bin/sh\nexit 0\n", "utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(interop, "HERE", tmp_path)
    return tmp_path / "npm"


def test_programs_that_cannot_be_installed_fail_the_run(npm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    npm.write_text("#!/bin/sh\necho 'npm error code EINTEGRITY' >&2\nexit 1\n", "utf-8")
    assert interop.main() == 1
    told = capsys.readouterr().out
    assert told.startswith("Failed: the programs to hold exports against could not be installed.")
    assert "EINTEGRITY" in told


def test_without_a_network_the_run_is_skipped_and_says_so(npm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    npm.write_text("#!/bin/sh\necho 'npm error code ENOTFOUND' >&2\nexit 1\n", "utf-8")
    assert interop.main() == 0
    assert capsys.readouterr().out.startswith("Skipped: ")


def test_without_node_the_run_is_skipped_and_says_so(npm: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (npm.parent / "node").unlink()
    assert interop.main() == 0
    assert capsys.readouterr().out.startswith("Skipped: ")
