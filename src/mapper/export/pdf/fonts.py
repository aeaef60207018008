"""Text as PDF operators: the bundled typefaces, and what stands in for them where they lack a character."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont

from mapper.drawing.metrics import INTER, TYPEFACES
from mapper.export.pdf.fallback import Fallback
from mapper.export.pdf.righttoleft import as_seen, is_right_to_left

_REPLACEMENT = "□"
# In a string operator brackets and backslashes need escaping; octal for all that is not plain ASCII keeps files clean.
_ESCAPED = tuple(chr(b) if 32 <= b < 127 and chr(b) not in "()\\" else f"\\{b:03o}" for b in range(256))


@dataclass(frozen=True, slots=True)
class Face:
    """A weight of the text, 400 to 700, upright or italic, in a family of the bundled typefaces."""

    weight: int = 400
    italic: bool = False
    family: str = INTER.family


def bundled(face: Face) -> TTFont:
    """The bundled font nearest to a face."""
    return _loaded(TYPEFACES[face.family].path(face.weight, face.italic))


@lru_cache(maxsize=8)
def _loaded(path: Path) -> TTFont:
    return TTFont(path.stem, str(path))


class Fonts:
    """The fonts of one PDF. Characters that no font has are drawn as □ and remembered in `missing`."""

    def __init__(self, document: PDFDocument) -> None:
        self.missing: set[str] = set()
        self._document = document
        self._fallback = Fallback()
        self._pieces: dict[tuple[str, Face], tuple[tuple[TTFont, str], ...]] = {}
        self._shown: dict[tuple[str, Face], tuple[tuple[str, str], ...]] = {}
        self._widths: dict[tuple[str, Face], float] = {}

    def width(self, text: str, size: float, face: Face) -> float:
        """How wide a line of text is, in points."""
        key = (text, face)
        if key not in self._widths:
            self._widths[key] = sum(font.stringWidth(piece, 1) for font, piece in self._split(text, face))
        return self._widths[key] * size

    def show(self, text: str, size: float, face: Face) -> str:
        """The operators that show a line of text at the place that the text matrix says."""
        key = (text, face)
        if key not in self._shown:
            self._shown[key] = tuple(
                (font.getSubsetInternalName(subset, self._document), "".join(_ESCAPED[byte] for byte in codes))
                for font, piece in self._split(text, face)
                for subset, codes in font.splitString(piece, self._document)
            )
        shown = " ".join(f"{name} {size:g} Tf ({codes}) Tj" for name, codes in self._shown[key])
        if not is_right_to_left(text):
            return shown
        # What is copied or heard is what was written, not what was turned round to be seen.
        written = (codecs.BOM_UTF16_BE + text.encode("utf-16-be")).hex()
        return f"/Span <</ActualText <{written}>>> BDC {shown} EMC"

    def _split(self, text: str, face: Face) -> tuple[tuple[TTFont, str], ...]:
        key = (text, face)
        if key not in self._pieces:
            seen = as_seen(text) if is_right_to_left(text) else text
            self._pieces[key] = tuple(self._pieces_of(seen, bundled(face)))
        return self._pieces[key]

    def _pieces_of(self, text: str, main: TTFont) -> list[tuple[TTFont, str]]:
        known = main.face.charToGlyph
        if all(ord(character) in known for character in text):
            return [(main, text)] if text else []
        pieces: list[tuple[TTFont, str]] = []
        for character in text:
            font, shown = self._stand_in(character, main)
            if pieces and pieces[-1][0] is font:
                pieces[-1] = (font, pieces[-1][1] + shown)
            elif shown:
                pieces.append((font, shown))
        return pieces

    def _stand_in(self, character: str, main: TTFont) -> tuple[TTFont, str]:
        if ord(character) in main.face.charToGlyph:
            return main, character
        if self._fallback.is_invisible(character):
            return main, ""
        font = self._fallback.font_for(character)
        if font is not None:
            return font, character
        self.missing.add(character)
        return main, _REPLACEMENT
