"""What is found in a file that carries a map."""

from __future__ import annotations

import base64
import binascii
import zlib
from dataclasses import dataclass

from mapper.files.reading import LIMIT

_ALIKE = bytes.maketrans(b"-_", b"+/")


class Damaged(Exception):
    """A file that says that it carries a map, and of which no map can be had."""


@dataclass(frozen=True, slots=True)
class Cargo:
    """A map's bytes: in the program's own format, or `is_text` in the language of OnlineWardleyMaps."""

    data: bytes
    is_text: bool = False


def inflated(data: bytes | memoryview) -> bytes:
    """What was compressed with zlib; what follows it is left alone. Raises Damaged, also for more than LIMIT bytes."""
    stream = zlib.decompressobj()
    try:
        grown = stream.decompress(data, LIMIT + 1)
    except zlib.error as error:
        raise Damaged from error
    if not stream.eof or len(grown) > LIMIT:
        raise Damaged
    return grown


def text_cargo(encoded: bytes) -> Cargo:
    """Text as Miragon's editor carried it until its version 0.6: as base64 in letters for web addresses. Raises Damaged."""
    letters = b"".join(encoded.split()).translate(_ALIKE).rstrip(b"=")
    try:
        return Cargo(base64.b64decode(letters + b"=" * (-len(letters) % 4), validate=True), is_text=True)
    except binascii.Error as error:
        raise Damaged from error
