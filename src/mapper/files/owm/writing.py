"""A document becomes text in the language of OnlineWardleyMaps."""

from __future__ import annotations

from mapper.model import Document
from mapper.model.source import SourceLine


def write(document: Document) -> str:
    """The map as text. What has not changed since it was read from a text stands there as it stood."""
    return "".join(line.text for line in lines_of(document))


def lines_of(document: Document) -> tuple[SourceLine, ...]:
    """The lines of `write`, each with the id of the record that it speaks of."""
    return document.source.lines if document.source else ()
