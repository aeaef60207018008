"""Maps in the second language of wardleyToGo, wtg2."""

from __future__ import annotations

from mapper.files import groups, stages
from mapper.files.content import Content
from mapper.files.diary import lines_of
from mapper.files.importer import Answers, Importer, Question
from mapper.files.wtg2.declaring import is_declaration
from mapper.files.wtg2.reading import FORMAT, group_count, read

__all__ = ["WTG2"]


def _recognises(content: Content) -> bool:
    """Text that puts things at stages by Roman numerals."""
    text = content.legible
    return any(f": {numeral}" in text for numeral in ("I", "V")) and any(map(is_declaration, lines_of(text)))


def _questions(content: Content, _: Answers) -> tuple[Question, ...]:
    asked = [stages.question(FORMAT)]
    if count := group_count(content.legible):
        asked.append(groups.question(count))
    return tuple(asked)


WTG2 = Importer(
    "wtg2",
    FORMAT,
    (".wtg2", ".wtg"),
    _recognises,
    lambda content, answers: read(content.text, answers),
    _questions,
)
