"""The table of gestures says nothing that is not so: every command with its keys, every tool, tests that there are."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from mapper.commands import COMMANDS
from mapper.commands.command import Command
from mapper.editor.tools import TOOLS

TESTS = Path(__file__).parent
TABLE = (TESTS.parent / "docs" / "gestures.md").read_text(encoding="utf-8")


def _cells(command: Command) -> list[str]:
    """What a command's row says, but for its test."""
    keys = ", ".join(f"`{key}`" for key in command.keys)
    return [f"`{command.id}`", command.title, keys, " › ".join(filter(None, (command.menu, command.submenu)))]


def _rows(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_every_command_has_a_row_with_its_title_its_keys_and_its_menu() -> None:
    written = _rows(TABLE.partition("<!-- commands -->")[2].partition("<!-- /commands -->")[0])[1:]
    assert [row[:4] for row in written] == [_cells(command) for command in COMMANDS]


def test_every_tool_has_a_row_with_its_key() -> None:
    written = _rows(TABLE.partition("## Tools")[2].partition("## Commands")[0])[1:]
    assert [row[:2] for row in written] == [[tool.title, f"`{tool.key}`"] for tool in TOOLS]


def test_every_gesture_command_and_tool_names_a_test_that_there_is() -> None:
    there = dict[str, set[str]]()
    rows = [row for row in _rows(TABLE) if row[-1] != "shown by"]
    assert len(rows) > len(COMMANDS)
    for row in rows:
        named = re.fullmatch(r"`(\S+\.py)::(test_\w+)`", row[-1])
        assert named is not None, row
        path, test = named.groups()
        if path not in there:
            assert (TESTS / path).is_file(), path
            module = ast.parse((TESTS / path).read_text(encoding="utf-8"))
            there[path] = {node.name for node in module.body if isinstance(node, ast.FunctionDef)}
        assert test in there[path], row[-1]
