"""The rules that keep the house in order, each as a test that names what breaks it."""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from importlinter.cli import lint_imports

from mapper.commands import COMMANDS
from mapper.commands.command import Command
from mapper.editor.tools import TOOL
from mapper.editor.tools.base import State
from mapper.export import EXPORTERS
from mapper.export.exporter import Exporter

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "src" / "mapper"
LONGEST_FILE = 300
LONGEST_FUNCTION = 30
MOST_METHODS = 12
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"}
HEAVY = {"numpy", "contourpy", "networkx", "reportlab", "PIL", "pikepdf", "openpyxl", "pptx", "docx", "lxml"}
QT = {"PySide6", "shiboken6"}
HEADLESS = (
    "mapper.cli",
    "mapper.commands",
    "mapper.drawing.draw",
    "mapper.drawing.place",
    "mapper.editor",
    "mapper.editor.tools",
    "mapper.export",
    "mapper.files.native",
    "mapper.files.samples",
)


# Who may import whom.


def test_every_import_points_the_right_way(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    status = lint_imports(no_cache=True, no_logo=True)
    assert status == 0, capsys.readouterr().out


def test_what_works_without_a_screen_loads_neither_qt_nor_a_heavy_library() -> None:
    heavy = _loaded_by(f"import {', '.join(HEADLESS)}") & (QT | HEAVY)
    assert not heavy, {module: _loaded_by(f"import {module}") & heavy for module in HEADLESS}


def test_the_window_loads_no_heavy_library_before_it_is_needed() -> None:
    assert _loaded_by("import mapper.ui.app, mapper.ui.window") & HEAVY == set()


def test_an_export_without_a_screen_never_loads_qt(tmp_path: Path) -> None:
    outs = [tmp_path / f"tea{suffix}" for suffix in (".pdf", ".svg", ".pptx")]
    words = ["export", str(ROOT / "samples" / "tea-shop.wardley"), *(word for out in outs for word in ("-o", str(out)))]
    assert _loaded_by(f"from mapper.cli import main; assert main({words!r}) == 0") & QT == set()
    assert all(out.stat().st_size > 0 for out in outs)


def _loaded_by(code: str) -> set[str]:
    """The top-level packages that a fresh Python holds after running some code."""
    report = "import json, sys; print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{report}"], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


# A new exporter, command or tool is one file and one line in a tuple: here is who forgot the line.


def test_every_exporter_is_listed() -> None:
    missing = _not_listed("mapper.export", Exporter, EXPORTERS)
    assert not missing, f"EXPORTERS in mapper/export/__init__.py lacks: {', '.join(missing)}"


def test_every_command_is_listed() -> None:
    missing = _not_listed("mapper.commands", Command, COMMANDS)
    assert not missing, f"COMMANDS in mapper/commands/__init__.py lacks: {', '.join(missing)}"


def test_every_tool_is_listed() -> None:
    """A tool begins in a state whose name ends in Idle; a state of that name that no tool starts cannot be reached."""
    started = {type(tool.start()) for tool in TOOL.values()}
    missing = sorted(state.__qualname__ for state in _first_states() if state not in started)
    assert not missing, f"TOOLS and MENU_TOOLS in mapper/editor/tools/__init__.py start none of: {', '.join(missing)}"


def test_no_two_commands_or_tools_share_a_key_or_an_id() -> None:
    keys = [key for command in COMMANDS for key in command.keys] + [tool.key for tool in TOOL.values() if tool.key]
    assert sorted(keys) == sorted(set(keys))
    ids = [command.id for command in COMMANDS]
    assert sorted(ids) == sorted(set(ids))


def _modules_in(package: str) -> Iterator[ModuleType]:
    for found in pkgutil.iter_modules(importlib.import_module(package).__path__, f"{package}."):
        yield importlib.import_module(found.name)


def _not_listed(package: str, kind: type, listed: Iterable[object]) -> list[str]:
    """What a package's modules define of a kind, alone or in tuples, and the list does not hold."""
    known = {id(item) for item in listed}
    return sorted(
        f"{module.__name__}.{name}"
        for module in _modules_in(package)
        for name, value in vars(module).items()
        for item in (value if isinstance(value, tuple) else (value,))
        if isinstance(item, kind) and id(item) not in known
    )


def _first_states() -> Iterator[type[State]]:
    for module in _modules_in("mapper.editor.tools"):
        for name, value in vars(module).items():
            if name.endswith("Idle") and isinstance(value, type) and issubclass(value, State):
                yield value


# Small enough to see, and called by its name.


def _sources() -> list[Path]:
    return sorted(SOURCES.rglob("*.py"))


@cache
def _trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in _sources()}


def test_no_file_is_too_long_to_see_whole() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in _sources()}
    too_long = [f"{path.relative_to(ROOT)}: {length}" for path, length in lengths.items() if length > LONGEST_FILE]
    assert not too_long, f"more than {LONGEST_FILE} lines: {', '.join(too_long)}"


def test_no_function_is_too_long_to_see_whole() -> None:
    too_long = [
        f"{path.relative_to(ROOT)}:{function.lineno} {function.name}: {length}"
        for path, tree in _trees().items()
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        if (length := _lines_of_code(function)) > LONGEST_FUNCTION
    ]
    assert not too_long, f"more than {LONGEST_FUNCTION} lines:\n" + "\n".join(too_long)


def _lines_of_code(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """From `def` to its last line, less its docstring: a long promise is no fault."""
    first = function.body[0]
    has_docstring = ast.get_docstring(function) is not None
    docstring = (first.end_lineno or first.lineno) - first.lineno + 1 if has_docstring else 0
    return (function.end_lineno or function.lineno) - function.lineno + 1 - docstring


def test_no_class_does_too_much() -> None:
    """Protocols only name what others do, and a method in Qt's own spelling answers Qt."""
    too_much = [
        f"{path.relative_to(ROOT)}:{found.lineno} {found.name}: {number}"
        for path, tree in _trees().items()
        for found in ast.walk(tree)
        if isinstance(found, ast.ClassDef) and "Protocol" not in map(ast.unparse, found.bases)
        if (number := len(_public_methods(found))) > MOST_METHODS
    ]
    assert not too_much, f"more than {MOST_METHODS} public methods:\n" + "\n".join(too_much)


def _public_methods(found: ast.ClassDef) -> set[str]:
    """A property and its setter are one."""
    names = {part.name for part in found.body if isinstance(part, ast.FunctionDef)}
    return {name for name in names if not name.startswith("_") and name.islower()}


def test_no_module_has_a_name_that_says_nothing() -> None:
    vague = [str(path.relative_to(ROOT)) for path in _sources() if path.stem in VAGUE_NAMES]
    assert not vague, f"say what it is about: {', '.join(vague)}"


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(ROOT)) for path, tree in _trees().items() if tree.body and ast.get_docstring(tree) is None
    ]
    assert not silent, f"no docstring: {', '.join(silent)}"


def test_the_lock_file_names_no_place_to_fetch_from() -> None:
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    places = [
        line for line in lines if "://" in line or line.lstrip().startswith(("--index", "--extra", "--find", "-f"))
    ]
    assert not places
    assert all("==" in line and line.endswith("\\") for line in lines if line and line[0].isalnum())
