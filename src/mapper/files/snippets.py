"""Text that was copied elsewhere: a map in any language, a few lines of one, cells of a table, or names line by line."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mapper.files.content import Content
from mapper.files.names_in_lines import read_names
from mapper.files.opening import importer_of
from mapper.files.owm import OWM
from mapper.files.pictures import PICTURES
from mapper.files.problem import FileProblem
from mapper.files.report import Opened
from mapper.files.tables import CSV
from mapper.files.tables.copied import read_cells, rows_in, rows_in_html
from mapper.files.tables.sheets import Row

EVOLUTION = frozenset(("evolution", "stage"))
VISIBILITY = frozenset(("visibility",))
NAME = "What was copied"
_MOST_LETTERS = 16 * 1024 * 1024
_OWM = re.compile(
    r"^[ \t]*(?:(?:component|anchor|submap|market|ecosystem)[ \t]+\S[^\n]*\[|component[ \t]+\S"
    r"|[a-z]+[ \t][^\n\[]*\[[ \t]*[\d.]+[ \t]*,)|^//@ |^[ \t]*(?:```|~~~|:::)",
    re.MULTILINE,
)
"""What is in the text of a map, or of a piece of one, and in no list of names."""
_ARROW = "->"


@dataclass(frozen=True, slots=True)
class Snippet:
    """`says_evolution` and `says_visibility` are whether places along these axes were said by someone, and are to be kept."""

    opened: Opened
    says_evolution: bool = False
    says_visibility: bool = False


def read_snippet(text: str, html: str = "") -> Snippet:
    """What a text holds, whatever that is; `html` is the same with its tables. Raises FileProblem, whose sentence says
    that nothing was pasted."""
    if len(text) > _MOST_LETTERS:
        raise FileProblem("Nothing was pasted: far more text was copied than any map has.")
    text = text.replace("\0", "")
    content = Content(text.encode("utf-8", "replace"), NAME)
    try:
        importer = importer_of(content)
        if importer is OWM or (importer is CSV and _has_tabs(text)):
            return _piece(text, html, content)
        return Snippet(importer.read(content, {}))
    except FileProblem as problem:
        raise nothing_pasted(problem) from problem


def nothing_pasted(problem: FileProblem) -> FileProblem:
    """A problem with a file called NAME, in a sentence about what was copied."""
    return FileProblem(f"Nothing was pasted: {problem.message.replace(f'“{NAME}”', 'what was copied')}")


def read_picture(data: bytes) -> Snippet | None:
    """The map that a picture carries, or None. Raises FileProblem for one that is damaged."""
    content = Content(data, NAME)
    if not PICTURES.recognises(content):
        return None
    try:
        return Snippet(PICTURES.read(content, {}))
    except FileProblem as problem:
        if "carries no map" in problem.message:
            return None
        raise nothing_pasted(problem) from problem


def _piece(text: str, html: str, content: Content) -> Snippet:
    """What no format claims as a whole."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if _OWM.search(text):
        with contextlib.suppress(FileProblem):  # then it only looks like a map
            return Snippet(OWM.read(content, {}))
    if _has_tabs(text):
        return _cells(rows_in(text.strip("\r\n")))
    if lines and all(_ARROW in line.strip(_ARROW) for line in lines):
        return Snippet(_links(lines))
    if "<table" in html.lower():
        rows = rows_in_html(html)
        if any(len(row) > 1 for row in rows):
            return _cells(rows)
    return Snippet(read_names(lines))


def _has_tabs(text: str) -> bool:
    """Whether anything stands on both sides of a tab, as cells of a table do."""
    return any("\t" in line.strip() for line in text.splitlines())


def _cells(rows: Sequence[Row]) -> Snippet:
    opened, fields = read_cells(rows)
    return Snippet(opened, bool(fields & EVOLUTION), bool(fields & VISIBILITY))


def _links(lines: Sequence[str]) -> Opened:
    """Lines that only say what needs what: `Tea -> Hot water -> Kettle; heats`. Their ends become components."""
    rows: list[Row] = [("From", "To", "Label")]
    for line in lines:
        chain, _, label = line.partition(";")
        ends = [end.strip() for end in chain.split(_ARROW)]
        rows += [(source, target, label.strip()) for source, target in pairwise(ends)]
    opened, _ = read_cells(rows)
    return replace(opened, format="lines of links", notices=())
