"""Maps in SVG pictures: as plain text in their metadata."""

from __future__ import annotations

from collections.abc import Mapping
from xml.parsers.expat import ExpatError, ParserCreate
from xml.sax.saxutils import escape

from mapper.files.carried.cargo import Cargo, Damaged, text_cargo

SPACE = "urn:x-mapper:map"
"""The namespace of the element that holds the map; a name, not a place."""
_SVG = "http://www.w3.org/2000/svg"
_ELEMENT = f"{SPACE} map"
_OLDER = "data-wardley-map"
_BEGINNING = 4096
_DEEPEST = 1000
"""Groups in groups that a picture can have: each that is open takes memory, and a stranger need not close any."""
# XML has no letter for these two, and JSON can spell them otherwise.
_SPELLED = {0xFFFE: "\\ufffe", 0xFFFF: "\\uffff"}


def metadata(cargo: bytes) -> str:
    """The element that carries a map's bytes, which are JSON."""
    text = escape(cargo.decode().translate(_SPELLED))
    return f'<metadata><map xmlns="{SPACE}">{text}</map></metadata>\n'


def is_svg(data: bytes) -> bool:
    """Whether a file's root is that of an SVG picture. Never raises."""
    reader = _Reader()
    try:
        reader.read(data[:_BEGINNING], is_all=False)
    except _Found:
        return True
    except (ExpatError, Damaged, ValueError):
        pass
    return reader.is_svg


def carried(data: bytes) -> Cargo | None:
    """The map in a picture; None if there is none. Raises Damaged for what is no XML, or would grow when read."""
    reader = _Reader()
    try:
        reader.read(data, is_all=True)
    except _Found as found:
        return found.cargo
    except (ExpatError, ValueError) as error:
        raise Damaged from error
    return None


class _Found(Exception):
    """A map was found: there is no need to read on."""

    def __init__(self, cargo: Cargo) -> None:
        self.cargo = cargo


class _Reader:
    """Reads XML up to the map in it. It fetches nothing, and it refuses entities, with which a few letters become many."""

    def __init__(self) -> None:
        self.is_svg = False
        self._depth = 0
        self._inside = False
        self._text: list[str] = []
        self._parser = ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._say
        self._parser.StartDoctypeDeclHandler = self._declare
        self._parser.EntityDeclHandler = self._refuse

    def read(self, data: bytes, *, is_all: bool) -> None:
        self._parser.Parse(data, is_all)

    def _declare(self, name: str, *_: object) -> None:
        self.is_svg = name == "svg"

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if not self._depth:
            self.is_svg = name in (f"{_SVG} svg", "svg")
        self._depth += 1
        if self._depth > _DEEPEST:
            raise Damaged
        self._inside = self._inside or name == _ELEMENT
        if _OLDER in attributes:
            raise _Found(text_cargo(attributes[_OLDER].encode()))

    def _say(self, text: str) -> None:
        if self._inside:
            self._text.append(text)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if name == _ELEMENT:
            raise _Found(Cargo("".join(self._text).encode()))

    def _refuse(self, *_: object) -> None:
        raise Damaged
