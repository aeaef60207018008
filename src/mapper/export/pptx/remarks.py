"""What stands in a slide's notes: the plan in plain text, and whom the map is owed to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mapper.export.sentences import summary
from mapper.model import Document, Id


def remarks(document: Document, sentences: Mapping[Id, str]) -> str:
    """Paragraphs, a line each."""
    return "\n".join(paragraph for paragraph in _paragraphs(document, sentences) if paragraph.strip())


def _paragraphs(document: Document, sentences: Mapping[Id, str]) -> Iterator[str]:
    yield summary(document)
    yield document.plan.summary
    for id in document.contracts:
        yield sentences[id]
    about = document.about
    yield f"Author: {about.author}" if about.author else ""
    yield about.credit
    yield f"Licence: {about.licence}" if about.licence else ""
    yield about.notice
