"""The program as its users have it: a wheel, installed in an environment of its own, run away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

import pytest

from mapper import __version__

ROOT = Path(__file__).parent.parent


class Installed:
    """A virtual environment that holds the built wheel; the checkout's dependencies are lent to it."""

    def __init__(self, folder: Path) -> None:
        self.elsewhere = folder / "elsewhere"
        self.elsewhere.mkdir()
        self._environment = folder / "environment"
        wheels = folder / "wheels"
        _run(
            [sys.executable, "-m", "pip", "wheel", *QUIET, "--no-build-isolation", "-w", str(wheels), str(ROOT)], folder
        )
        _run([sys.executable, "-m", "venv", "--without-pip", str(self._environment)], folder)
        self.packages = Path(self.ask("import sysconfig; print(sysconfig.get_path('purelib'))").strip())
        # A path in a .pth file does not bring the .pth files of that place along, so the checkout stays out of sight.
        (self.packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
        wheel = str(next(wheels.glob("mapper-*.whl")))
        _run([sys.executable, "-m", "pip", "--python", str(self._python), "install", *QUIET, wheel], folder)

    @property
    def samples(self) -> Path:
        return self.packages / "mapper" / "_data" / "samples"

    @property
    def _python(self) -> Path:
        return self._scripts / "python"

    @property
    def _scripts(self) -> Path:
        return self._environment / ("Scripts" if os.name == "nt" else "bin")

    def ask(self, code: str) -> str:
        """What a few lines of Python print there."""
        return _run([str(self._python), "-c", code], self.elsewhere).stdout

    def mapper(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run the installed command in a folder that has nothing to do with the checkout."""
        return _run([str(self._scripts / "mapper"), *words], self.elsewhere)


QUIET = ("--quiet", "--disable-pip-version-check", "--no-deps", "--no-index")


def _run(command: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, cwd=folder, env=clean, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return Installed(tmp_path_factory.mktemp("installed"))


def test_the_installed_program_is_not_the_checkout(installed: Installed) -> None:
    where = Path(installed.ask("import mapper; print(mapper.__file__)").strip())
    assert where.is_relative_to(installed.packages)


def test_every_sample_and_resource_reaches_the_wheel(installed: Installed) -> None:
    data = installed.packages / "mapper" / "_data"
    for folder in ("samples", "resources"):
        here = {path.relative_to(ROOT): path.read_bytes() for path in (ROOT / folder).rglob("*") if path.is_file()}
        there = {path.relative_to(data): path.read_bytes() for path in (data / folder).rglob("*") if path.is_file()}
        assert here == there


def test_the_installed_command_says_its_version(installed: Installed) -> None:
    assert __version__ in installed.mapper("--version").stdout


@pytest.mark.parametrize("suffix, start", [(".pdf", b"%PDF-"), (".svg", b"<?xml"), (".png", b"\x89PNG")])
def test_the_installed_command_exports_a_sample_from_another_folder(
    installed: Installed, suffix: str, start: bytes
) -> None:
    done = installed.mapper("export", str(installed.samples / "tea-shop.wardley"), "-o", f"tea{suffix}")
    assert done.stderr == ""
    assert (installed.elsewhere / f"tea{suffix}").read_bytes().startswith(start)
