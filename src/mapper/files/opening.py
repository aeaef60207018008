"""Opening a file of any format that maps come in."""

from __future__ import annotations

import re
from pathlib import Path

from mapper.atomic import shown_name
from mapper.files.content import Content
from mapper.files.importer import Answers, Importer
from mapper.files.importers import STRICT, TEXTS
from mapper.files.native import NATIVE
from mapper.files.reading import read
from mapper.files.report import Opened
from mapper.files.strangers import expect_size_of_a_map, text_kind

_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*["}]|\[\s*[\[{"\]])')


def content_of(path: Path) -> Content:
    """What a file holds. Raises FileProblem."""
    return Content(read(path), shown_name(path))


def importer_of(content: Content) -> Importer:
    """The format that a file is in, by what it holds. Raises FileProblem."""
    if found := next((importer for importer in STRICT if importer.recognises(content)), None):
        return found
    if _JSON.match(content.data):
        # JSON that is nobody's, or broken, is no text that someone wrote: the native format says best what is wrong.
        return NATIVE
    _expect_text_of_a_map(content)
    return next(importer for importer in TEXTS if importer.recognises(content))


def _expect_text_of_a_map(content: Content) -> None:
    """Raises FileProblem for a text that plainly is something else, or larger than any that people write."""
    if kind := text_kind(content):
        raise kind.refusal(content.name)
    expect_size_of_a_map(content)


def open_map(path: Path, answers: Answers | None = None) -> Opened:
    """The map in a file, with what was not understood. Raises FileProblem."""
    content = content_of(path)
    return importer_of(content).read(content, answers or {})
