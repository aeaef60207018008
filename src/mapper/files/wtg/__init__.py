"""Maps in the first language of wardleyToGo, wtg."""

from __future__ import annotations

from mapper.files.content import Content
from mapper.files.diary import lines_of
from mapper.files.importer import Importer
from mapper.files.wtg.reading import FORMAT, read
from mapper.files.wtg.scale import SCALE

__all__ = ["WTG"]


def _recognises(content: Content) -> bool:
    """Text that draws something's evolution with dots between bars."""
    text = content.legible
    return text.count("|") >= 5 and any(SCALE.search(line) for line in lines_of(text) if line.count("|") == 5)


WTG = Importer("wtg", FORMAT, (".wtg",), _recognises, lambda content, _: read(content.text))
