"""What is wrong with a file of the native format, in the user's words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pydantic import ValidationError
from pydantic_core import ErrorDetails, from_json

from mapper import __version__
from mapper.files.migrations import Raw
from mapper.files.problem import FileProblem, Place
from mapper.files.stored import FORMAT, VERSION
from mapper.files.wording import sentence

_MOST_FAULTS = 1_000
"""Lists are read up to their first mistake: beyond so many there can only be fields that nobody knows."""
MEND = "Mend it in a text editor, or open an earlier copy."

_AT = re.compile(r"(?P<what>.*) at line (?P<line>\d+) column (?P<column>\d+)$", re.DOTALL)
_PROGRAM_VERSION = re.compile(r"\d{1,4}(\.\d{1,4}){1,3}")


def plain_json(data: bytes) -> Raw:
    """The file as plain JSON; empty if it is no JSON object."""
    try:
        raw = from_json(data)
    except ValueError:
        return {}
    return raw if isinstance(raw, Mapping) else {}


def diagnosed(error: ValidationError, data: bytes, name: str) -> FileProblem:
    """The first thing that is wrong with a file that did not validate."""
    if not data.strip():
        return FileProblem(f"“{name}” is empty: there is no map in it.")
    if not data.lstrip().startswith(b"{"):
        return FileProblem(f"“{name}” is not a map of this program: choose a .wardley file.")
    if error.error_count() > _MOST_FAULTS:
        # The library can only tell all of them at once, which would fill the memory.
        reason = f"more than {_MOST_FAULTS:,} of its fields are none that this program knows"
        return _not_ours(plain_json(data), name) or unsound(name, reason)
    first = error.errors(include_url=False, include_input=False)[0]
    if first["type"] == "json_invalid":
        return _bad_json(first, data, name)
    raw = plain_json(data)
    return _not_ours(raw, name) or unsound(name, sentence(first, raw))


def unsound(name: str, reason: str) -> FileProblem:
    """The problem of a file whose content does not hold together."""
    return FileProblem(f"“{name}” cannot be opened: {reason}. {MEND}")


def _not_ours(raw: Raw, name: str) -> FileProblem | None:
    """What is wrong with a file of another format, or of a version that this program does not read."""
    if raw.get("format") != FORMAT:
        return FileProblem(f"“{name}” is JSON, but not a map of this program: choose a .wardley file.")
    version = raw.get("version")
    if version == VERSION and isinstance(version, int):
        return None
    if isinstance(version, int) and version > VERSION:
        return FileProblem(f"“{name}” was made by a newer program: open it with {_needed(raw.get('program'))}.")
    return FileProblem(f"“{name}” does not say which version of the format it has: “version” should be {VERSION}.")


def _needed(program: object) -> str:
    """The program version that a file asks for, if it says one that makes sense: the file is a stranger's."""
    if isinstance(program, str) and _PROGRAM_VERSION.fullmatch(program) and _parts(program) > _parts(__version__):
        return f"version {program} or later"
    return f"a version later than {__version__}"


def _parts(version: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", version)]


def _bad_json(error: ErrorDetails, data: bytes, name: str) -> FileProblem:
    found = _AT.match(str(error.get("ctx", {}).get("error", "")))
    if found is None:
        return unsound(name, "it is not valid JSON")
    place = _place(data.split(b"\n"), int(found["line"]), int(found["column"]))
    at = f"line {place.line}, column {place.column}"
    what = found["what"]
    if what.startswith("EOF"):
        return FileProblem(f"“{name}” is cut short: it ends at {at}, before the map does. {MEND}", place)
    if "unicode" in what:
        return FileProblem(f"“{name}” is not UTF-8 text at {at}: save it as UTF-8, or open an earlier copy.", place)
    if "recursion" in what:
        return FileProblem(f"“{name}” is not a map of this program: at {at} it is nested too deeply.", place)
    return FileProblem(f"“{name}” is not valid JSON at {at}. {MEND}", place)


def _place(lines: Sequence[bytes], line: int, column: int) -> Place:
    """A place that was counted in bytes, counted in characters."""
    text = lines[line - 1] if 0 < line <= len(lines) else b""
    before = text[:column].decode(errors="replace")
    return Place(line, max(1, len(before)), text.decode(errors="replace")[:200])
