"""What all office files share: what they say of themselves, and bytes that do not change from one hour to the next."""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import Protocol
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from mapper.model import Document

_ALWAYS = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip archive can name."""
_LONGEST = 255
_KEYWORDS = ("Wardley map", "contracts", "procurement")


class Properties(Protocol):
    """The core properties of a file, as python-pptx and python-docx both have them."""

    title: str
    author: str
    subject: str
    keywords: str
    language: str
    last_modified_by: str
    comments: str
    revision: int
    created: datetime
    modified: datetime


def describe(properties: Properties, document: Document, title: str) -> None:
    """Say in the file what it is, by whom and of when. Where the service has no date, it is that of the archive."""
    service, about = document.service, document.about
    on = datetime.combine(service.on, time()) if service.on is not None else datetime(*_ALWAYS)
    properties.title = title[:_LONGEST]
    properties.author = properties.last_modified_by = (about.author or service.department)[:_LONGEST]
    properties.subject = (service.summary or about.summary)[:_LONGEST]
    properties.keywords = ", ".join(word for word in (*_KEYWORDS, service.reference) if word)[:_LONGEST]
    properties.language = "en-GB"
    properties.comments = ""
    properties.revision = 1
    properties.created = properties.modified = on


def dateless(archive: bytes) -> bytes:
    """The same zip archive with the same date on everything in it."""
    written = io.BytesIO()
    with ZipFile(io.BytesIO(archive)) as source, ZipFile(written, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name, _ALWAYS)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return written.getvalue()
