"""Puts names in Arabic, Hebrew and their like into the order and the forms in which they are seen.

A PDF shows letters where it is told, left to right. This is the part of Unicode's bidirectional algorithm (UAX 9) that
names in a text that otherwise runs left to right need: whole runs are turned round, numbers in them are not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

_RIGHT = ("R", "AL")
_NUMBERS = re.compile(r"[0-9\u0660-\u0669\u06f0-\u06f9]+(?:[.,:/][0-9\u0660-\u0669\u06f0-\u06f9]+)*")
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_PRESENTATION_FORMS = range(0xFE70, 0xFEFD)
_LAM = "\u0644"


def is_right_to_left(text: str) -> bool:
    """Whether a text has letters that run from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(character) in _RIGHT for character in text)


def as_seen(text: str) -> str:
    """The text from left to right as it is seen, Arabic letters in the forms that join them."""
    parts = []
    last = 0
    for start, end in _runs(text):
        turned = _joined(text[start:end])[::-1].translate(_MIRRORED)
        parts += [text[last:start], _NUMBERS.sub(lambda number: number[0][::-1], turned)]
        last = end
    return "".join((*parts, text[last:]))


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """From the first to the last letter of each stretch that runs from right to left."""
    start = end = None
    for place, character in enumerate(text):
        direction = unicodedata.bidirectional(character)
        if direction in _RIGHT:
            start, end = place if start is None else start, place + 1
        elif direction == "L" and start is not None and end is not None:
            yield start, end
            start = end = None
    if start is not None and end is not None:
        yield start, end


def _joined(text: str) -> str:
    """Arabic letters in their initial, medial, final and isolated forms; lam and alef as the one sign they make."""
    forms = _forms()
    letters = _with_ligatures(text, forms)
    shown = []
    for place, letter in enumerate(letters):
        before = _neighbour(letters, place, -1)
        after = _neighbour(letters, place, 1)
        joins_before = before is not None and ("initial", before) in forms and ("final", letter) in forms
        joins_after = after is not None and ("initial", letter) in forms and ("final", after) in forms
        form = {(False, False): "isolated", (False, True): "initial", (True, False): "final", (True, True): "medial"}
        shown.append(forms.get((form[joins_before, joins_after], letter), letter))
    return "".join(shown)


def _with_ligatures(text: str, forms: Mapping[tuple[str, str], str]) -> list[str]:
    letters: list[str] = []
    for character in text:
        if letters and letters[-1] == _LAM and ("isolated", _LAM + character) in forms:
            letters[-1] += character
        else:
            letters.append(character)
    return letters


def _neighbour(letters: list[str], place: int, step: int) -> str | None:
    """The next letter in a direction, past the marks above and below letters."""
    place += step
    while 0 <= place < len(letters) and unicodedata.category(letters[place][0]) == "Mn":
        place += step
    return letters[place] if 0 <= place < len(letters) else None


@lru_cache(maxsize=1)
def _forms() -> Mapping[tuple[str, str], str]:
    """The sign for each form of each letter, as Unicode's own table of presentation forms has it."""
    found = {}
    for code in _PRESENTATION_FORMS:
        form, _, letters = unicodedata.decomposition(chr(code)).partition(" ")
        letter = "".join(chr(int(each, 16)) for each in letters.split())
        if form and not letter.startswith(" "):
            found[form.strip("<>"), letter] = chr(code)
    return found
