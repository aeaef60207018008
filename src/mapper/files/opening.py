"""Opening a file of any format that maps come in."""

from __future__ import annotations

from pathlib import Path

from mapper.atomic import shown_name
from mapper.files.content import Content
from mapper.files.importer import Answers, Importer
from mapper.files.importers import IMPORTERS
from mapper.files.problem import FileProblem
from mapper.files.reading import read
from mapper.files.report import Opened


def content_of(path: Path) -> Content:
    """What a file holds. Raises FileProblem."""
    return Content(read(path), shown_name(path))


def importer_of(content: Content) -> Importer:
    """The format that a file is in, by what it holds. Raises FileProblem."""
    for importer in IMPORTERS:
        if importer.recognises(content):
            return importer
    raise FileProblem(f"“{content.name}” is in no format that this program knows: choose a map.")


def open_map(path: Path, answers: Answers | None = None) -> Opened:
    """The map in a file, with what was not understood. Raises FileProblem."""
    content = content_of(path)
    return importer_of(content).read(content, answers or {})
