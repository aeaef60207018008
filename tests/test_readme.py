"""The README says nothing that is not so: its shortcuts, its commands, the files it names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mapper.cli import main
from mapper.commands import COMMANDS
from mapper.editor.tools import TOOLS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _shortcuts() -> str:
    """The table of shortcuts, as the README should have it."""
    commands = [(" › ".join(filter(None, (each.menu, each.title))), each.keys) for each in COMMANDS if each.keys]
    tools = [(tool.title, (tool.key,)) for tool in TOOLS if tool.key]
    lines = [f"| {what} | {', '.join(f'`{key}`' for key in keys)} |" for what, keys in (*tools, *commands)]
    return "\n".join(["| to | press |", "|---|---|", *lines])


def test_the_readme_lists_every_shortcut_that_the_program_has() -> None:
    listed = README.partition("<!-- shortcuts -->\n")[2].partition("\n<!-- /shortcuts -->")[0]
    assert listed == _shortcuts(), f"put this between the README's shortcut marks:\n\n{_shortcuts()}\n"


def test_every_file_that_the_readme_links_to_is_there() -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).is_file()] == []


def test_every_make_target_that_the_readme_names_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:`|^    )make ([a-z]+)", README, re.MULTILINE))
    assert {"run", "test"} <= named <= targets


def test_every_option_that_the_readme_names_is_understood(capsys: pytest.CaptureFixture[str]) -> None:
    for job in ("export", "info"):
        with pytest.raises(SystemExit) as stopped:
            main([job, "--help"])
        assert stopped.value.code == 0
        lines = [line for line in README.splitlines() if line.startswith(f"    mapper {job} ")]
        named = {option for line in lines for option in re.findall(r"(?<=[\s\[])--?[a-z][a-z-]*", line)}
        assert named
        understood = capsys.readouterr().out
        assert [option for option in sorted(named) if option not in understood] == []
