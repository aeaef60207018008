"""How wide a text is in the program's own typefaces, without a surface to draw it on."""

from __future__ import annotations

import struct
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from sys import byteorder

from mapper.data import RESOURCES


@dataclass(frozen=True, eq=False)
class Typeface:
    """A family that comes with the program; `files` are its cuts by weight and slant."""

    family: str
    files: Mapping[tuple[int, bool], str]

    def path(self, weight: int, italic: bool = False) -> Path:
        """The file of the cut nearest to a weight of 400 to 700."""
        slanted = [cut for cut in self.files if cut[1] is italic] or list(self.files)
        nearest = min(slanted, key=lambda cut: abs(cut[0] - weight))
        return RESOURCES / "fonts" / self.files[nearest]


INTER = Typeface(
    "Inter",
    {
        (400, False): "Inter-Regular.ttf",
        (500, False): "Inter-Medium.ttf",
        (500, True): "Inter-MediumItalic.ttf",
        (600, False): "Inter-SemiBold.ttf",
        (700, False): "Inter-Bold.ttf",
    },
)
HAND = Typeface("Shantell Sans", {(500, False): "ShantellSans-Medium.ttf", (700, False): "ShantellSans-Bold.ttf"})
TYPEFACES: Mapping[str, Typeface] = {typeface.family: typeface for typeface in (INTER, HAND)}

_in_use: ContextVar[Typeface] = ContextVar("typeface", default=INTER)


@contextmanager
def set_in(typeface: Typeface) -> Iterator[None]:
    """Texts are measured in this typeface until the block ends."""
    before = _in_use.set(typeface)
    try:
        yield
    finally:
        _in_use.reset(before)


def typeface_in_use() -> Typeface:
    """What texts are measured in now: Inter, unless a map is drawn or laid out in another."""
    return _in_use.get()


_WIDE, _NARROW = 1.0, 0.6
"""Guesses, in ems, for characters that the typeface lacks and another will draw."""


class _Font:
    """The advance widths of one TrueType file. Offsets and formats follow the OpenType specification."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        self._tables = self._directory()
        self._per_em: int = struct.unpack_from(">H", self._data, self._tables["head"] + 18)[0]
        self._metrics: int = struct.unpack_from(">H", self._data, self._tables["hhea"] + 34)[0]
        self._segments()
        self._known: dict[str, float] = {}

    def width(self, text: str) -> float:
        """In ems."""
        known = self._known
        total = 0.0
        for character in text:
            ems = known.get(character)
            if ems is None:
                ems = known[character] = self._advance(character)
            total += ems
        return total

    def _directory(self) -> dict[str, int]:
        count: int = struct.unpack_from(">H", self._data, 4)[0]
        records = (struct.unpack_from(">4sIII", self._data, 12 + 16 * at) for at in range(count))
        return {tag.decode("latin-1"): offset for tag, _, offset, _ in records}

    def _segments(self) -> None:
        """Read the table of format 4, which every Unicode font has for its first 65,536 characters."""
        cmap = self._tables["cmap"]
        count: int = struct.unpack_from(">H", self._data, cmap + 2)[0]
        for at in range(count):
            _, _, offset = struct.unpack_from(">HHI", self._data, cmap + 4 + 8 * at)
            if struct.unpack_from(">H", self._data, cmap + offset)[0] == 4:
                break
        start = cmap + offset
        segments: int = struct.unpack_from(">H", self._data, start + 6)[0] // 2
        self._last = self._shorts(start + 14, segments)
        self._first = self._shorts(start + 16 + 2 * segments, segments)
        self._delta = self._shorts(start + 16 + 4 * segments, segments)
        self._range_at = start + 16 + 6 * segments
        self._range = self._shorts(self._range_at, segments)

    def _shorts(self, at: int, count: int) -> array[int]:
        values = array("H", self._data[at : at + 2 * count])
        if byteorder == "little":
            values.byteswap()
        return values

    def _glyph(self, code: int) -> int:
        """The glyph of a character; 0 where the font has none."""
        at = bisect_left(self._last, code)
        if code > 0xFFFF or at == len(self._last) or code < self._first[at]:
            return 0
        if self._range[at] == 0:
            return (code + self._delta[at]) & 0xFFFF
        where = self._range_at + 2 * at + self._range[at] + 2 * (code - self._first[at])
        glyph: int = struct.unpack_from(">H", self._data, where)[0]
        return (glyph + self._delta[at]) & 0xFFFF if glyph else 0

    def _advance(self, character: str) -> float:
        if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
            return 0.0
        glyph = self._glyph(ord(character))
        if glyph == 0:
            return _WIDE if unicodedata.east_asian_width(character) in "WF" else _NARROW
        at = self._tables["hmtx"] + 4 * min(glyph, self._metrics - 1)
        advance: int = struct.unpack_from(">H", self._data, at)[0]
        return advance / self._per_em


@cache
def _font(path: Path) -> _Font:
    return _Font(path)


def text_width(text: str, size: float, weight: int = 400) -> float:
    """The width of one line in page units, kerning left out; `weight` is 400, 500, 600 or 700.

    Characters that the typeface lacks count as 1 em where they are wide (as Chinese is), else as 0.6 em.
    """
    return _ems(text, weight, _in_use.get()) * size


@lru_cache(maxsize=16384)
def _ems(text: str, weight: int, typeface: Typeface) -> float:
    return _font(typeface.path(weight)).width(text)
