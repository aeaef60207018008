"""Text in the language of OnlineWardleyMaps becomes a document."""

from __future__ import annotations

from dataclasses import dataclass

from mapper.files.report import Problem
from mapper.model import BLANK, Document
from mapper.model.source import Encoding, Source, SourceLine


@dataclass(frozen=True, slots=True)
class Reading:
    """A document and what its text says that it cannot hold."""

    document: Document
    problems: tuple[Problem, ...] = ()
    unresolved_links: int = 0


def read(text: str, previous: Document | None = None, encoding: Encoding = "utf-8") -> Reading:
    """The map that a text describes; its `source` is the text. Never raises.

    With `previous`, the document that was shown until now, records keep their ids and all that the text does not speak
    of; a line that makes no sense for the moment leaves its record as it was.
    """
    lines = tuple(SourceLine(text=line) for line in text.splitlines(keepends=True))
    return Reading((previous or BLANK).but(source=Source(encoding=encoding, lines=lines)))
