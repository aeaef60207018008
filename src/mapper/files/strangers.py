"""Files that plainly are something else than a map: told by how they begin, and refused with what they are."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from mapper.files.content import Content
from mapper.files.problem import FileProblem

CHOOSE = "choose a map"
_ORIGIN = "open the map that it was made from"
_BEGINNING = 20_000
_LONGEST_TEXT = 16 * 1024 * 1024
_MOST_LINES = 500_000
"""A map of 100,000 components and as many links has 200,000 lines in 5 MB. Links in a chain count as lines, and so does
what semicolons part, beyond what a line of a table has."""
_ENDS = (b"\n", b"\r")
_CHAINS = (b"->", b"--", b" - ")
_MOST_CELLS = 50
_PROLOGUE = re.compile(r"(?:\s++|<\?[^>]*\?>|<!--.*?-->|<!DOCTYPE\s[^\[>]*>)*+", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
_COMMENTS = r"(?:\s++|//[^\n]*\n|#[^\n]*\n|/\*.*?\*/)*+"


@dataclass(frozen=True, slots=True)
class Kind:
    """`name` is what users call such a file, `advice` what to do with it."""

    name: str
    advice: str = CHOOSE

    def refusal(self, name: str) -> FileProblem:
        """The sentence for a file of this kind."""
        return FileProblem(f"“{name}” is {self.name}: {self.advice}.")


def only_written(name: str) -> Kind:
    """A kind of file that maps go out in and never come back from."""
    return Kind(f"{name}, which this program writes but does not read", _ORIGIN)


_XML = Kind("XML, but no map that this program knows")
_PAGE = Kind("a web page", "copy the text of the map in it into a text file, and open that")
_PROGRAM = Kind("the text of a program")
_PICTURE = Kind("a picture that can carry no map", _ORIGIN)
_PACKED = Kind("a packed file", "unpack it, and open the map in it")
_ROOTS = {
    "mxfile": only_written("a draw.io drawing"),
    "mxgraphmodel": only_written("a draw.io drawing"),
    "graphml": only_written("a GraphML graph"),
    "html": _PAGE,
    "head": _PAGE,
    "body": _PAGE,
    "svg": Kind("a damaged SVG picture", _ORIGIN),
}

_BINARIES: tuple[tuple[bytes, Kind], ...] = (
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"RIFF", Kind("a picture, a film or a sound")),
    (b"\x1f\x8b", _PACKED),
    (b"7z\xbc\xaf\x27\x1c", _PACKED),
    (b"Rar!", _PACKED),
    (b"\x7fELF", Kind("a program")),
    (b"MZ", Kind("a program")),
    (b"SQLite format 3", Kind("a database")),
)
_ARCHIVES = {
    "word/document.xml": only_written("a Word document"),
    "ppt/presentation.xml": only_written("slides"),
    "content.xml": Kind("an OpenDocument file", "save the table in it as .xlsx or .csv, and open that"),
    "visio/document.xml": Kind("a Visio drawing", _ORIGIN),
}
_TEXTS: tuple[tuple[re.Pattern[str], Kind], ...] = tuple(
    (re.compile(pattern, re.DOTALL), kind)
    for pattern, kind in (
        (_COMMENTS + r"(?:strict\s+)?(?:di)?graph\b[^\n{;\[\]]{0,500}\{", only_written("a Graphviz graph")),
        (
            r"\s*(?:(?:graph|flowchart)[ \t]+(?:TB|TD|BT|RL|LR)\b|(?:sequence|class|state|er)Diagram\b)",
            Kind("a Mermaid diagram of another kind", "choose one that begins with wardley-beta"),
        ),
        (r"\s*@start[a-z]+\b", Kind("a PlantUML diagram")),
        (r"(?:\s++|%[^\n]*\n)*+\\(?:documentclass|documentstyle|begin|input|usepackage)\b", Kind("a LaTeX document")),
        (
            r"\{\\rtf",
            Kind("a word processor's document", "save the text of the map in it as plain text, and open that"),
        ),
        (r"%!PS", Kind("a PostScript document", _ORIGIN)),
        (r"\s*BEGIN:V(?:CALENDAR|CARD)", Kind("a calendar or an address book")),
        (r"(?:diff --git |--- [^\n]*\n\+\+\+ |Index: )", Kind("a list of changes to other files")),
        (r"#!", _PROGRAM),
        (r"\s*<\?php", _PROGRAM),
    )
)
_CODE = re.compile(
    r"(?m)^(?:from [\w.]+ import [\w(*]|import [\w.]+(?: as \w+)?;?$|import [^\n]{1,200} from ['\"]"
    r"|(?:async )?def \w+\([^\n]{0,200}:$|class \w+[^\n]{0,200}[:{]$|#include [<\"]"
    r"|(?:export )?(?:async )?func(?:tion)? \w+\([^\n]{0,200}\{$|(?:export )?(?:const|let|var) \w+ = |package [\w.]+;?$"
    r"|using [\w.]+;$)"
)
"""Lines that are in programs and in no map."""
_FENCE = re.compile(r"```|~~~")
"""What stands round a map in Markdown; there may be programs beside it."""


def binary_kind(beginning: bytes) -> Kind | None:
    """What a file is that is no text, if its first bytes say so."""
    return next((kind for signature, kind in _BINARIES if beginning.startswith(signature)), None)


def archive_kind(parts: Collection[str]) -> Kind | None:
    """What a zip archive is that is no workbook, if the names of its parts say so."""
    return next((kind for part, kind in _ARCHIVES.items() if part in parts), None)


def text_kind(content: Content) -> Kind | None:
    """What a text is that is no map, if it plainly is something else."""
    text = content.legible[:_BEGINNING].replace("\r\n", "\n")
    known = next((kind for pattern, kind in _TEXTS if pattern.match(text)), None)
    if known is None and text.lstrip().startswith("<"):
        known = _markup_kind(text)
    if known is None and not _FENCE.search(text) and len(_CODE.findall(text)) > 1:
        known = _PROGRAM
    return known


def expect_size_of_a_map(content: Content) -> None:
    """Raises FileProblem for a text that is larger than any map that people write."""
    data = content.data
    lines = sum(map(data.count, _ENDS))
    parts = sum(map(data.count, _CHAINS)) + max(0, data.count(b";") - _MOST_CELLS * (lines + 1))
    if len(data) > _LONGEST_TEXT or lines + parts > _MOST_LINES:
        raise FileProblem(f"“{content.name}” has far more text than any map: choose a map.")


def _markup_kind(text: str) -> Kind | None:
    """What a text in angle brackets is. One that begins with some tag may be Markdown, with a map further down."""
    prologue = _PROLOGUE.match(text)
    before = prologue[0] if prologue else ""
    root = _ROOT.match(text, len(before))
    if root is not None and root[1].lower() in _ROOTS:
        return _ROOTS[root[1].lower()]
    if "<!doctype html" in before.lower():
        return _PAGE
    return _XML if text.lstrip().startswith("<?xml") else None
