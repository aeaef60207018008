"""Where in a JSON text something stands, found by a field and its value."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable

from mapper.files.problem import Place

_LONGEST = 200


class Places:
    """The lines of a JSON text on which some fields have text for their value, such as `"id": "n1"`."""

    def __init__(self, text: str, fields: Iterable[str]) -> None:
        self._text = text
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._at: dict[tuple[str, str], int] = {}
        stated = re.compile(rf'"({"|".join(map(re.escape, fields))})"\s*:\s*("(?:[^"\\\n]|\\.)*+"|-?\d+)')
        for found in stated.finditer(text):
            self._at.setdefault((found[1], _unquoted(found[2])), found.start())

    def of(self, field: str, value: str | None) -> Place | None:
        """Where the field has this value for the first time."""
        at = self._at.get((field, value or ""))
        if at is None:
            return None
        line = bisect_right(self._starts, at)
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self._text)
        # Of a text that is all one line, what matters stands at the place itself.
        shown = start if at - start < _LONGEST else at
        return Place(line, at - start + 1, self._text[shown : min(end, shown + _LONGEST)].strip("\r\n"))


def _unquoted(text: str) -> str:
    try:
        return str(json.loads(text))
    except ValueError:
        return ""
