"""The command line among hostile files and disks: one sentence, exit status 2, and nothing lost or half written."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mapper.cli import main
from mapper.data import SAMPLES
from mapper.files.native import dump, load
from mapper.model import Component, Document, Id

TEA_SHOP = SAMPLES / "tea-shop.wardley"
WITHOUT_PRIVILEGE = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
"""Root reads and writes everything; without these capabilities permissions count for root too."""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="permissions, pipes and limits are POSIX's here")


def run(*words: str | Path, before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, with no more rights than a user's."""
    is_root = os.geteuid() == 0
    if is_root and shutil.which("setpriv") is None:
        pytest.skip("root may do everything, and there is no setpriv here to give that up")
    command = [*(WITHOUT_PRIVILEGE if is_root else ()), sys.executable, "-m", "mapper", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, preexec_fn=before)


def refusal(*words: str | Path, before: Callable[[], None] | None = None) -> str:
    done = run(*words, before=before)
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    assert done.stderr.count("\n") == 1 and done.stderr.startswith("mapper: ")
    return done.stderr.removeprefix("mapper: ").strip()


def refused_here(capsys: pytest.CaptureFixture[str], *words: str | Path) -> str:
    """The same in this process, where nothing depends on a user's rights."""
    assert main([*map(str, words)]) == 2
    told = capsys.readouterr()
    assert told.out == "" and told.err.count("\n") == 1 and told.err.startswith("mapper: ")
    return told.err.removeprefix("mapper: ").strip()


def test_a_map_that_one_may_not_read_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.wardley"
    secret.write_bytes(TEA_SHOP.read_bytes())
    secret.chmod(0)
    assert refusal("info", secret) == "You are not allowed to read “secret.wardley”: ask its owner for permission."


def test_a_folder_that_one_may_not_enter_is_refused(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    told = refusal("info", closed / "map.wardley")
    assert told == "You are not allowed to read “map.wardley”: ask its owner for permission."
    assert "could not be written: you are not allowed to" in refusal("export", TEA_SHOP, "-o", closed / "map.svg")
    closed.chmod(0o700)


@pytest.mark.parametrize("suffix", ["svg", "pdf", "png"])
def test_a_folder_that_is_read_only_is_refused_and_stays_empty(suffix: str, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir(mode=0o500)
    told = refusal("export", TEA_SHOP, "-o", folder / f"map.{suffix}")
    assert told.startswith(f"“map.{suffix}” could not be written: you are not allowed to write there.")
    assert list(folder.iterdir()) == []


def test_a_file_that_is_read_only_is_not_replaced(tmp_path: Path) -> None:
    out = tmp_path / "map.svg"
    out.write_bytes(b"<svg/>")
    out.chmod(0o400)
    assert "you are not allowed to write there" in refusal("export", TEA_SHOP, "-o", out)
    assert out.read_bytes() == b"<svg/>"


def test_a_disk_without_room_keeps_the_old_file_and_no_half_of_the_new_one(tmp_path: Path) -> None:
    out = tmp_path / "map.svg"
    out.write_bytes(b"<svg/>")
    told = refusal(
        "export", TEA_SHOP, "-o", out, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
    )
    assert told.startswith("“map.svg” could not be written: it is larger than this disk takes.")
    assert out.read_bytes() == b"<svg/>"
    assert list(tmp_path.iterdir()) == [out]


def test_nothing_is_written_but_the_files_that_were_asked_for(tmp_path: Path) -> None:
    """Not even for a moment: a file of a map's words in a shared folder is one that others may read."""
    code = (
        "import sys, mapper.cli\n"
        "def watch(event, facts):\n"
        "    if event == 'open' and isinstance(facts[1], str) and set(facts[1]) & set('wax+'): print(facts[0])\n"
        "    if event == 'tempfile.mkstemp' or event.startswith('socket.'): print(event, *facts)\n"
        "sys.addaudithook(watch)\n"
        "sys.exit(mapper.cli.main())"
    )
    names = {"map.svg", "map.xlsx", "map.pptx", "map.docx"}
    outs = [word for name in sorted(names) for word in ("-o", str(tmp_path / name))]
    words = (sys.executable, "-B", "-c", code, "export", str(TEA_SHOP), *outs)
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, check=True)
    written = [line for line in done.stdout.splitlines() if not line.isdigit()]
    half_written = [str(tmp_path / f".{name}") for name in names]
    assert all(any(start in line for start in half_written) for line in written)
    assert all(any(start in line for line in written) for start in half_written)
    assert {path.name for path in tmp_path.iterdir()} == names


@pytest.mark.parametrize("name", ["map.svg", "map.pdf", "map.png"])
def test_a_map_is_never_exported_over_itself_whatever_it_is_called(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(TEA_SHOP.read_bytes())
    assert refused_here(capsys, "export", path, "-o", path) == (
        f"“{name}” is a map, which an export must not replace: choose another name."
    )
    assert path.read_bytes() == TEA_SHOP.read_bytes()


def test_two_outputs_of_one_name_are_refused_before_either_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    words = ("export", TEA_SHOP, "-o", tmp_path / "map.svg", "-o", tmp_path / "link" / "map.svg")
    assert refused_here(capsys, *words) == "“map.svg” is named twice: give each OUT a name of its own."
    assert not (tmp_path / "map.svg").exists()


def test_one_output_that_cannot_be_keeps_all_from_being_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pack.pdf").mkdir()
    told = refused_here(capsys, "export", TEA_SHOP, "-o", tmp_path / "map.svg", "-o", tmp_path / "pack.pdf")
    assert told == "“pack.pdf” is a folder: choose another name."
    assert not (tmp_path / "map.svg").exists()


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "map.svg"
    os.mkfifo(pipe)
    assert "is a device or a pipe, not a file" in refusal("export", TEA_SHOP, "-o", pipe)
    assert "is a device or a pipe" in refusal("info", pipe)


@pytest.mark.parametrize("name", ["two\nlines.doc", "b\udcff.doc", "\x1b[2Jclear.doc"])
def test_a_name_that_could_command_a_terminal_is_made_harmless(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(TEA_SHOP), "-o", str(tmp_path / name)]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1 and "\x1b" not in told and "�" in told


@pytest.mark.parametrize("name", ["two\nlines.svg", "-o.svg", "茶" * 80 + ".svg", "Tee & Söhne <b>.svg", "b\udcff.svg"])
def test_odd_names_are_names_like_others(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["export", str(TEA_SHOP), "-o", f"./{name}"]) == 0
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_where_nobody_listens_to_what_is_lost_the_export_is_made_all_the_same(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    words = (sys.executable, "-m", "mapper", "export", TEA_SHOP, "-o", tmp_path / "tea.mmd")
    with os.fdopen(write, "wb") as nobody:
        done = subprocess.run(words, stderr=nobody, timeout=60, check=False)
    assert done.returncode == 0
    assert (tmp_path / "tea.mmd").read_bytes().startswith(b"wardley-beta")


def test_a_map_of_ten_thousand_components_is_counted(tmp_path: Path) -> None:
    many = [Component(id=Id(f"c{n}"), name=f"Part {n}", evolution=0.5, visibility=0.5) for n in range(10_000)]
    path = tmp_path / "many.wardley"
    path.write_bytes(dump(Document(components={each.id: each for each in many})))
    done = run("info", path)
    assert done.returncode == 0
    assert done.stdout.split()[:2] == ["components", "10000"]
    assert len(load(path).components) == 10_000


def test_a_fault_of_the_program_is_a_sentence_and_a_note_without_the_maps_words(tmp_path: Path) -> None:
    code = (
        "import sys, mapper.cli, mapper.cli.informing\n"
        "def broken(path, choices): raise KeyError('secret plan')\n"
        "mapper.cli.informing.opened = broken\n"
        "sys.exit(mapper.cli.main())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "info", str(TEA_SHOP)],
        env={**os.environ, "XDG_STATE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    log = tmp_path / "mapper" / "faults.log"
    assert done.returncode == 2
    assert done.stderr == f"mapper: This is a fault of Mapper, not of yours: it is noted in “{log}”.\n"
    noted = log.read_text(encoding="utf-8")
    assert "KeyError" in noted and "informing.py" in noted
    assert "secret plan" not in noted
