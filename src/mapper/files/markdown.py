"""Markdown files with maps in fenced blocks, in either of the languages that maps are written in there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mapper.files import mermaid, owm, stages
from mapper.files.content import Content
from mapper.files.fences import Block, blocks
from mapper.files.importer import Answers, Importer, Question
from mapper.files.mermaid import Diagram
from mapper.files.problem import FileProblem
from mapper.files.report import Opened
from mapper.procurement.words import counted

BLOCK = "block"
_MOST = 100
"""So many maps of one file are offered to choose from."""


def _maps(text: str) -> tuple[Diagram | Block, ...]:
    """The maps in a text's blocks, in order: diagrams of Mermaid, and blocks of OnlineWardleyMaps text. Of the latter those
    that say so count, else those that look like it."""
    found = blocks(text)
    diagrams = [mermaid.diagram_of(block.text, block.first) for block in found]
    others = [block for block, diagram in zip(found, diagrams, strict=True) if diagram is None]
    said = {block.first for block in others if owm.names_language(block.language)}
    taken = said or {block.first for block in others if not block.language and owm.looks_like_map(block.text)}
    either = (diagram or block for block, diagram in zip(found, diagrams, strict=True))
    return tuple(one for one in either if isinstance(one, Diagram) or one.first in taken)


def _questions(content: Content, answers: Answers) -> tuple[Question, ...]:
    found = _maps(content.text)
    asked = list[Question]()
    if len(found) > 1:
        names = (f"{number}. {_title(one)}, line {one.first}" for number, one in enumerate(found[:_MOST], 1))
        choices = tuple((str(number), name) for number, name in enumerate(names, 1))
        asked.append(Question(BLOCK, f"“{content.name}” holds {len(found)} maps. Which one?", choices, "1"))
    open_to = (_chosen(found, answers),) if BLOCK in answers and found else found[:_MOST]
    if not all(mermaid.has_stage_lines(one) for one in open_to if isinstance(one, Diagram)):
        asked.append(stages.question(mermaid.MERMAID.title))
    return tuple(asked)


def _title(one: Diagram | Block) -> str:
    return mermaid.title_of(one) if isinstance(one, Diagram) else owm.title_of(one.text)


def _read(content: Content, answers: Answers) -> Opened:
    """The map that the user chose of those in a file. Raises FileProblem if there is none."""
    found = _maps(content.text)
    if not found:
        raise FileProblem(f"“{content.name}” holds no map: none of its blocks of code is one. Choose another file.")
    chosen = _chosen(found, answers)
    if isinstance(chosen, Diagram):
        opened = mermaid.read(chosen, answers)
    else:
        opened = owm.opened(chosen.text, content.encoding, chosen.first)
    others = f"The file holds {counted(len(found) - 1, 'other map')}: open it again to choose another."
    return replace(opened, notices=(*opened.notices, others)) if len(found) > 1 else opened


def _chosen(found: Sequence[Diagram | Block], answers: Answers) -> Diagram | Block:
    answer = answers.get(BLOCK, "1")
    number = int(answer) if answer.isascii() and answer.isdigit() and len(answer) < 6 else 1
    return found[min(max(number, 1), len(found)) - 1]


MARKDOWN = Importer(
    "markdown",
    "Markdown",
    (".md", ".markdown"),
    lambda content: bool(_maps(content.legible)),
    _read,
    _questions,
)
