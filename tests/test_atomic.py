"""A file is whole whatever happens while it is written: the old one or the new one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mapper import atomic

WRITER = """
import sys
from pathlib import Path
from mapper.atomic import write
contents = [letter * 300_000 for letter in (b"a", b"b")]
print("ready", flush=True)
while True:
    for content in contents:
        write(Path(sys.argv[1]), content)
"""


@pytest.mark.skipif(os.name != "posix", reason="only POSIX kills without a word")
def test_a_program_killed_while_it_writes_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "map.wardley"
    path.write_bytes(b"a" * 300_000)
    whole = {letter * 300_000 for letter in (b"a", b"b")}
    for turn in range(12):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE)
        assert writer.stdout is not None and writer.stdout.readline() == b"ready\n"
        time.sleep(0.003 * turn)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        assert path.read_bytes() in whole
    left = [each for each in tmp_path.iterdir() if each != path]
    assert all(each.name.startswith(".map.wardley.") and each.name.endswith(".part") for each in left)


def test_what_killed_programs_left_is_cleared_away_after_a_day(tmp_path: Path) -> None:
    old, fresh, theirs = (tmp_path / name for name in (".map.svg.x1.part", ".map.svg.x2.part", ".other.svg.x3.part"))
    for left in (old, fresh, theirs):
        left.write_bytes(b"half")
    for left in (old, theirs):
        os.utime(left, (0, 0))
    atomic.write(tmp_path / "map.svg", b"whole")
    assert {each.name for each in tmp_path.iterdir()} == {"map.svg", fresh.name, theirs.name}


def test_what_is_given_up_while_it_is_written_never_takes_its_place(tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    path.write_bytes(b"before")
    with pytest.raises(atomic.Unwanted):
        atomic.write(path, b"after", lambda: False)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["茶" * 80 + ".svg", "a" * 250 + ".svg", "two\nlines.svg", "-o.svg", "b\udcff.svg"])
def test_whatever_name_the_system_takes_can_be_written(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    atomic.write(path, b"1")
    atomic.write(path, b"2")
    assert path.read_bytes() == b"2"
    assert list(tmp_path.iterdir()) == [path]
