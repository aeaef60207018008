"""The bundled typefaces, as Qt fonts that measure what `drawing.metrics` measured."""

from __future__ import annotations

import struct
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from mapper.data import RESOURCES
from mapper.drawing.metrics import HAND, INTER

FAMILIES = {INTER.family: "Mapin", HAND.family: "Mapper Scribe"}
"""The typefaces of maps under names of our own.

Qt mixes the faces of an Inter that happens to be installed with the bundled ones, and then draws the bold faces and
the small sizes up to a third too heavy. Each has as many letters as the name that it is written over.
"""

_NAMES_OF_A_FAMILY = (1, 3, 4, 6, 16)


@cache
def load() -> None:
    """Make the bundled faces known to Qt, once: under both their names, as the window's own text is in Inter."""
    for path in sorted((RESOURCES / "fonts").glob("*.ttf")):
        data = path.read_bytes()
        QFontDatabase.addApplicationFontFromData(data)
        QFontDatabase.addApplicationFontFromData(_renamed(data))


@cache
def font(pixels: int, weight: int = 400, italic: bool = False, family: str = INTER.family) -> QFont:
    """A face for drawing: unhinted, without kerning and ligatures, so that widths grow evenly with size."""
    load()
    found = QFont(FAMILIES[family])
    found.setPixelSize(pixels)
    found.setWeight(QFont.Weight(weight))
    found.setItalic(italic)
    found.setKerning(False)
    found.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in ("calt", "liga"):
        found.setFeature(QFont.Tag(feature), 0)
    return found


def _renamed(data: bytes) -> bytes:
    """The same font file with another family in its table of names (OpenType specification, `name`)."""
    renamed = bytearray(data)
    (tables,) = struct.unpack_from(">H", data, 4)
    directory = [struct.unpack_from(">4sLLL", data, 12 + 16 * n) for n in range(tables)]
    start = next(offset for tag, _, offset, _ in directory if tag == b"name")
    _, count, strings = struct.unpack_from(">HHH", data, start)
    for n in range(count):
        platform, _, _, name, _, offset = struct.unpack_from(">HHHHHH", data, start + 6 + 12 * n)
        encoding = "mac-roman" if platform == 1 else "utf-16-be"
        at = start + strings + offset
        for theirs, ours in FAMILIES.items():
            if name in _NAMES_OF_A_FAMILY and data.startswith(theirs.encode(encoding), at):
                written = ours.encode(encoding)
                renamed[at : at + len(written)] = written
    return bytes(renamed)
