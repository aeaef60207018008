"""Fonts of this machine for the scripts that Inter lacks."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFError, TTFont

# In order of preference; a family is found by how its file's name begins. All have TrueType outlines.
_FAMILIES = (
    "DejaVuSans.ttf",
    "NotoSans-Regular.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansHebrew-Regular.ttf",
    "NotoSansDevanagari-Regular.ttf",
    "NotoSansBengali-Regular.ttf",
    "NotoSansTamil-Regular.ttf",
    "NotoSansThai-Regular.ttf",
    "NotoSansSymbols-Regular.ttf",
    "NotoSansSymbols2-Regular.ttf",
    "NotoEmoji-Regular.ttf",
    "Symbola.ttf",
    "DroidSansFallbackFull.ttf",
    "wqy-zenhei.ttc",
    "wqy-microhei.ttc",
    "Arial Unicode.ttf",
    "ARIALUNI.TTF",
    "arial.ttf",
    "seguisym.ttf",
    "msyh.ttc",
    "simsun.ttc",
    "malgun.ttf",
    "Nirmala.ttf",
    "LeelawUI.ttf",
)


class Fallback:
    """Finds, for a character, the first well-known installed font that has it: the same on each run of a machine."""

    def __init__(self) -> None:
        self._found: dict[str, TTFont | None] = {}

    def font_for(self, character: str) -> TTFont | None:
        if character not in self._found:
            has = (font for font in _installed() if ord(character) in font.face.charToGlyph)
            self._found[character] = next(has, None)
        return self._found[character]

    def is_invisible(self, character: str) -> bool:
        """Whether nothing is lost when a character without a glyph is left out: joiners, selectors, directions."""
        return unicodedata.category(character) in ("Cf", "Cc", "Zs", "Zl", "Zp") or "\ufe00" <= character <= "\ufe0f"


def _installed() -> Iterator[TTFont]:
    return (font for path in _paths() if (font := _load(path)) is not None)


@lru_cache(maxsize=1)
def _paths() -> tuple[Path, ...]:
    found: dict[str, Path] = {}
    for folder in _folders():
        for place, _, names in sorted(os.walk(folder)):
            for name in sorted(set(names).intersection(_FAMILIES)):
                found.setdefault(name, Path(place, name))
    return tuple(found[name] for name in _FAMILIES if name in found)


def _folders() -> tuple[Path, ...]:
    if sys.platform == "win32":
        return (Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts"),)
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), Path.home() / "Library/Fonts")
    return (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")


@lru_cache(maxsize=len(_FAMILIES))
def _load(path: Path) -> TTFont | None:
    """A font of the machine, or None when it cannot be read or embedded; the next one is asked then."""
    try:
        return TTFont(path.stem.replace(" ", ""), str(path))
    except (TTFError, OSError):
        return None
