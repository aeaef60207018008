"""Maps in the `.wmap` language of tranquil.systems."""

from __future__ import annotations

from mapper.files import groups, stages
from mapper.files.content import Content
from mapper.files.diary import lines_of
from mapper.files.importer import Answers, Importer, Question
from mapper.files.tranquil.reading import FORMAT, is_component, is_group, is_stage_end, read

__all__ = ["TRANQUIL"]


def _recognises(content: Content) -> bool:
    """Text in which more lines place things in round brackets than in square ones, as OnlineWardleyMaps does."""
    text = content.legible
    lines = lines_of(text) if "(" in text else []
    own = sum(map(is_component, lines))
    return own > 0 and own > sum("[" in line and "," in line.partition("[")[2] for line in lines)


def _questions(content: Content, _: Answers) -> tuple[Question, ...]:
    lines = lines_of(content.legible)
    asked = list[Question]()
    if not any(map(is_stage_end, lines)):
        asked.append(stages.question(FORMAT))
    if count := sum(map(is_group, lines)):
        asked.append(groups.question(count))
    return tuple(asked)


TRANQUIL = Importer(
    "tranquil",
    FORMAT,
    (".wmap",),
    _recognises,
    lambda content, answers: read(content.text, answers),
    _questions,
)
