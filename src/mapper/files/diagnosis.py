"""What is wrong with a file of the native format, in the user's words."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError
from pydantic_core import from_json

from mapper.files.migrations import Raw
from mapper.files.problem import FileProblem


def plain_json(data: bytes) -> Raw:
    """The file as plain JSON; empty if it is none."""
    try:
        raw = from_json(data)
    except ValueError:
        return {}
    return raw if isinstance(raw, Mapping) else {}


def diagnosed(error: ValidationError, data: bytes, name: str) -> FileProblem:
    """The first thing that is wrong, as a sentence."""
    first = error.errors(include_url=False)[0]
    return FileProblem(f"“{name}” cannot be opened: {first['msg']} at {first['loc']}.")
