"""The command line as a user types it: answers on stdout, one sentence on stderr, and no Qt."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mapper import __version__
from mapper.cli import main
from mapper.data import SAMPLES
from mapper.export import EXPORTERS
from mapper.files.counts import COUNTED
from mapper.files.native import dump
from mapper.model import Document

FLAGSHIP = str(SAMPLES / "childcare-licensing.wardley")
TEA_SHOP = str(SAMPLES / "tea-shop.wardley")


def run(*words: str | Path, stdout: object = subprocess.PIPE, before: str = "") -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, which prints on stderr's last line whether Qt was loaded."""
    code = (
        f"import sys\n{before}\nfrom mapper.cli import main\nstatus = main()\n"
        "print('QT' if 'PySide6' in sys.modules else 'NO QT', file=sys.stderr)\nsys.exit(status)"
    )
    command = [sys.executable, "-c", code, *map(str, words)]
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, text=True, timeout=60, check=False)  # type: ignore[call-overload,no-any-return]


def refusal(capsys: pytest.CaptureFixture[str], *words: str | Path) -> str:
    """The one sentence with which a command is refused."""
    assert main([*map(str, words)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("mapper: ")
    assert told.err.count("\n") == 1
    return told.err.removeprefix("mapper: ").strip()


def answer(capsys: pytest.CaptureFixture[str], *words: str | Path) -> str:
    assert main([*map(str, words)]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    return told.out


def test_info_counts_what_is_in_a_map(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(answer(capsys, "info", FLAGSHIP, "--json"))
    assert told == {
        "format": "Wardley map",
        "components": 36,
        "anchors": 4,
        "links": 59,
        "unresolved_links": 0,
        "pipelines": 1,
        "pipeline_members": 3,
        "evolves": 6,
        "notes": 3,
        "annotations": 3,
        "accelerators": 0,
        "attitudes": 0,
        "plans": 2,
        "contracts": 13,
        "notices": [],
        "problems": [],
    }
    assert list(told) == ["format", *COUNTED, "notices", "problems"]


def test_info_for_people_has_one_line_a_count(capsys: pytest.CaptureFixture[str]) -> None:
    lines = answer(capsys, "info", TEA_SHOP).splitlines()
    assert [line.rsplit(maxsplit=1) for line in lines][:2] == [["components", "7"], ["anchors", "2"]]
    assert len(lines) == len(COUNTED)


def test_info_about_a_broken_file_is_still_one_object(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    broken = tmp_path / "broken.wardley"
    broken.write_bytes(b'{\n  "format": "wardley"\n  "version": 1\n}\n')
    assert main(["info", str(broken), "--json"]) == 2
    out, err = capsys.readouterr()
    told = json.loads(out)
    [problem] = told.pop("problems")
    assert told == {"format": "", **dict.fromkeys(COUNTED, 0), "notices": []}
    assert (problem["line"], problem["column"], problem["text"]) == (3, 3, '  "version": 1')
    assert err == f"mapper: {problem['reason']}\n"


def test_a_problem_that_is_on_no_line_says_null(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["info", str(tmp_path), "--json"]) == 2
    [problem] = json.loads(capsys.readouterr().out)["problems"]
    assert (problem["line"], problem["column"], problem["text"]) == (None, None, None)
    assert "is a folder" in problem["reason"]


def test_an_export_takes_its_format_from_the_suffix(tmp_path: Path) -> None:
    picture, pack = tmp_path / "map.SVG", tmp_path / "pack.pdf"
    done = run("export", TEA_SHOP, "-o", picture, "-o", pack, "--page", "A3", "--theme", "dark", "--map-only")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert done.stderr == "NO QT\n"
    assert picture.read_bytes().lstrip().startswith((b"<?xml", b"<svg"))
    assert pack.read_bytes().startswith(b"%PDF-")


def test_a_png_is_made_without_a_screen(tmp_path: Path) -> None:
    done = run("export", TEA_SHOP, "-o", tmp_path / "map.png")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG\r\n")


def test_counting_loads_neither_qt_nor_anything_heavy() -> None:
    heavy = "import atexit; atexit.register(lambda: print(sorted({'numpy', 'reportlab', 'networkx'} & {*sys.modules})))"
    done = run("info", FLAGSHIP, before=heavy)
    assert done.stderr == "NO QT\n"
    assert done.stdout.endswith("[]\n")


def test_the_version_is_told() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mapper", "--version"], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout) == (0, f"mapper {__version__}\n")


@pytest.mark.parametrize("words", [["--help"], ["export", "--help"], ["info", "--help"]])
def test_every_command_explains_itself(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(words)
    assert end.value.code == 0
    assert "usage: mapper" in capsys.readouterr().out


def test_a_wrong_command_is_refused_in_one_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = str(tmp_path / "out.pdf")
    assert "required: FILE, -o" in refusal(capsys, "export")
    assert "required: FILE" in refusal(capsys, "info")
    assert "--colour" in refusal(capsys, "export", TEA_SHOP, "-o", out, "--colour")
    assert "choose from 'A4', 'A3', 'Letter'" in refusal(capsys, "export", TEA_SHOP, "-o", out, "--page", "A5")
    assert "choose from 'wardley', 'plain', 'colour', 'handwritten', 'dark'" in refusal(
        capsys, "export", TEA_SHOP, "-o", out, "--theme", "pink"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["out.doc", "out", ".pdf", "out.wardley"])
def test_an_unknown_format_is_refused_before_anything_is_written(
    name: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    words = ("export", TEA_SHOP, "-o", tmp_path / "map.svg", "-o", tmp_path / name)
    known = ", ".join([*(exporter.suffix for exporter in EXPORTERS), ".png", ".docx"])
    assert refusal(capsys, *words).endswith(f"end it in one of {known}.")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["info", "export"])
def test_a_map_that_is_not_there_is_refused(command: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = ["-o", str(tmp_path / "map.svg")] if command == "export" else []
    assert refusal(capsys, command, tmp_path / "gone.wardley", *out).startswith("“gone.wardley” is not there")
    assert list(tmp_path.iterdir()) == []


def test_an_export_that_cannot_be_written_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    told = refusal(capsys, "export", TEA_SHOP, "-o", tmp_path / "gone" / "map.svg")
    assert told == "The folder “gone” for “map.svg” is not there: choose another."
    (tmp_path / "map.svg").mkdir()
    told = refusal(capsys, "export", TEA_SHOP, "-o", tmp_path / "map.svg")
    assert told == "“map.svg” is a folder: choose another name."


@pytest.mark.skipif(os.name != "posix", reason="pipes that break are POSIX's")
def test_a_reader_that_has_gone_away_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = run("info", TEA_SHOP, stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "NO QT\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_an_answer_that_cannot_be_written_is_an_error() -> None:
    with Path("/dev/full").open("w") as full:
        done = run("info", TEA_SHOP, stdout=full)
    assert done.returncode == 2
    assert done.stderr.startswith("mapper: The answer could not be written")


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux may a machine have no screen")
@pytest.mark.parametrize("words", [["./export"], ["./info"], ["--", "export"], []])
def test_a_map_called_export_or_info_opens_in_the_editor(words: list[str], tmp_path: Path) -> None:
    """Seen by the editor's own answer on a machine without a screen."""
    for name in ("export", "info"):
        (tmp_path / name).write_bytes(dump(Document()))
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    done = subprocess.run(
        [sys.executable, "-m", "mapper", *words],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if name not in screens},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "window" in done.stderr
