"""Maps as text in the language of OnlineWardleyMaps."""

from __future__ import annotations

from mapper.files.content import Content
from mapper.files.importer import Answers, Importer
from mapper.files.owm.reading import Reading, read
from mapper.files.owm.tokens import Token, tokens
from mapper.files.owm.words import KEYWORDS
from mapper.files.owm.writing import lines_of, write
from mapper.files.report import Opened

__all__ = ["KEYWORDS", "OWM", "Reading", "Token", "lines_of", "read", "tokens", "write"]


def _open(content: Content, _: Answers) -> Opened:
    reading = read(content.text, encoding=content.encoding)
    return Opened(
        reading.document, "OnlineWardleyMaps text", reading.problems, unresolved_links=reading.unresolved_links
    )


OWM = Importer("owm", "OnlineWardleyMaps text", (".owm", ".wm", ".wmap", ".md", ".txt"), lambda _: True, _open)
