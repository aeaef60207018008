"""Maps in PNG pictures: in a compressed chunk of text (Portable Network Graphics, third edition, 11.3.3.4)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from mapper.files.carried.cargo import Cargo, Damaged, inflated, text_cargo

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_AFTER_HEADER = len(SIGNATURE) + 25
_OURS, _OLDER = b"wardley", b"wardley-map"
_TEXTS = (b"tEXt", b"zTXt", b"iTXt")


def with_map(picture: bytes, cargo: bytes) -> bytes:
    """The picture, carrying a map's bytes: before its pixels, so that they are found at once."""
    text = _OURS + b"\0\1\0\0\0" + zlib.compress(cargo, 9)
    return picture[:_AFTER_HEADER] + _chunk(b"iTXt", text) + picture[_AFTER_HEADER:]


def carried(data: bytes) -> Cargo | None:
    """The map in a picture; None if there is none. Raises Damaged."""
    for kind, body in _texts(data):
        keyword, _, rest = body.partition(b"\0")
        if keyword == _OURS:
            return Cargo(_text(kind, rest))
        if keyword == _OLDER:
            return text_cargo(_text(kind, rest))
    return None


def _texts(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The kinds and contents of the chunks of text. Raises Damaged at one that is cut short or was changed on its way."""
    at = len(SIGNATURE)
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        if kind in _TEXTS:
            if data[at:end] != _chunk(kind, data[at + 8 : end - 4]):
                raise Damaged
            yield kind, data[at + 8 : end - 4]
        at = end


def _text(kind: bytes, rest: bytes) -> bytes:
    """What follows a chunk's keyword, as plain text."""
    if kind == b"zTXt":
        return inflated(rest[1:])
    if kind == b"iTXt":
        is_compressed = rest[:1] == b"\1"
        # After two bytes about compression come a language and the keyword in it, each up to a zero.
        text = rest[2:].split(b"\0", 2)[-1]
        return inflated(text) if is_compressed else text
    return rest


def _chunk(kind: bytes, body: bytes) -> bytes:
    check = zlib.crc32(kind + body)
    return len(body).to_bytes(4, "big") + kind + body + check.to_bytes(4, "big")
