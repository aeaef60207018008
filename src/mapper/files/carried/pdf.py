"""Maps in packs: in a stream that the catalogue's page-piece dictionary names (ISO 32000-1, 14.5).

The stream says by its own type what it holds. So it is found by that, without reading the rest of a file that may be
a stranger's: in time that grows with the file's length alone, and in a file that was saved by other programs, too.
"""

from __future__ import annotations

import re

from mapper.files.carried.cargo import Cargo, Damaged, inflated
from mapper.files.reading import LIMIT

SIGNATURE = b"%PDF-"
PROGRAM = "Mapper"
"""The key in the page-piece dictionary under which our part of it stands."""
TYPE = "WardleyMap"
"""The type of the stream that holds a map."""

_TYPE = re.compile(rb"/Type\s{0,9}/" + TYPE.encode() + rb"\b")
_BEGIN = re.compile(rb">>\s{0,9}stream\r?\n")
_LONGEST = 400


def is_pdf(data: bytes) -> bool:
    """Whether a file begins as a PDF does, at most after a few bytes of something else."""
    return SIGNATURE in data[:1024]


def carried(data: bytes) -> Cargo | None:
    """The map in a pack, the last of several; None if there is none. Raises Damaged."""
    found = max(_TYPE.finditer(data), key=lambda one: one.start(), default=None)
    if found is None:
        return None
    begin = _BEGIN.search(data, found.end(), found.end() + _LONGEST)
    if begin is None:
        raise Damaged
    words = data[data.rfind(b"obj", max(0, found.start() - _LONGEST), found.start()) : begin.start()]
    if b"/Filter" not in words:
        end = data.find(b"\nendstream", begin.end(), begin.end() + LIMIT)
        return Cargo(data[begin.end() : end])
    if b"/FlateDecode" not in words:
        raise Damaged
    return Cargo(inflated(memoryview(data)[begin.end() :]))
