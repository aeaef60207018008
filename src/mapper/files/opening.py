"""Opening a file of any format that maps come in."""

from __future__ import annotations

import re
from pathlib import Path

from mapper.atomic import shown_name
from mapper.files.content import Content
from mapper.files.importer import Answers, Importer
from mapper.files.importers import IMPORTERS, LENIENT
from mapper.files.native import NATIVE
from mapper.files.owm import OWM
from mapper.files.problem import FileProblem
from mapper.files.reading import read
from mapper.files.report import Opened
from mapper.files.strangers import text_kind

_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*["}]|\[\s*[\[{"\]])')


def content_of(path: Path) -> Content:
    """What a file holds. Raises FileProblem."""
    return Content(read(path), shown_name(path))


def importer_of(content: Content) -> Importer:
    """The format that a file is in, by what it holds. Raises FileProblem."""
    found = next((importer for importer in IMPORTERS if importer.recognises(content)), None)
    if found is None:
        raise FileProblem(f"“{content.name}” is in no format that this program knows: choose a map.")
    if found in LENIENT and (kind := text_kind(content)):
        raise kind.refusal(content.name)
    # JSON that is nobody's, or broken, is no text that someone wrote: the native format says best what is wrong with it.
    return NATIVE if found is OWM and _JSON.match(content.data) else found


def open_map(path: Path, answers: Answers | None = None) -> Opened:
    """The map in a file, with what was not understood. Raises FileProblem."""
    content = content_of(path)
    return importer_of(content).read(content, answers or {})
