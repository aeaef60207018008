"""Maps as Mermaid diagrams of the kind `wardley-beta`, in files of their own or in Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mapper.files import stages
from mapper.files.content import Content
from mapper.files.importer import Answers, Importer, Question
from mapper.files.mermaid.blocks import Diagram, diagrams
from mapper.files.mermaid.reading import has_stage_lines, read, title_of
from mapper.files.mermaid.writing import write
from mapper.files.problem import FileProblem
from mapper.files.report import Opened
from mapper.procurement.words import counted

__all__ = ["MERMAID", "write"]

BLOCK = "block"
_MOST = 100
"""So many maps of one file are offered to choose from."""


def _recognises(content: Content) -> bool:
    return "wardley" in content.legible and bool(diagrams(content.legible))


def _questions(content: Content) -> tuple[Question, ...]:
    found = diagrams(content.legible)[:_MOST]
    asked = list[Question]()
    if len(found) > 1:
        names = (f"{number}. {title_of(one)}, line {one.first}" for number, one in enumerate(found, 1))
        choices = tuple((str(number), name) for number, name in enumerate(names, 1))
        asked.append(Question(BLOCK, f"“{content.name}” holds {len(found)} maps. Which one?", choices, "1"))
    if not all(map(has_stage_lines, found)):
        asked.append(stages.question("Mermaid"))
    return tuple(asked)


def _read(content: Content, answers: Answers) -> Opened:
    """The map that the user chose of those in a file. Raises FileProblem if there is none."""
    found = diagrams(content.text)
    if not found:
        raise FileProblem(f"“{content.name}” holds no map that Mermaid would draw: it lacks the line wardley-beta.")
    opened = read(_chosen(found, answers), answers)
    if len(found) == 1:
        return opened
    others = f"The file holds {counted(len(found) - 1, 'other map')}: open it again to choose another."
    return replace(opened, notices=(*opened.notices, others))


def _chosen(found: Sequence[Diagram], answers: Answers) -> Diagram:
    answer = answers.get(BLOCK, "1")
    number = int(answer) if answer.isascii() and answer.isdigit() else 1
    return found[min(max(number, 1), len(found)) - 1]


MERMAID = Importer("mermaid", "Mermaid", (".mmd", ".mermaid", ".md"), _recognises, _read, _questions)
