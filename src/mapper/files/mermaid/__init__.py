"""Maps as Mermaid diagrams of the kind `wardley-beta`."""

from __future__ import annotations

from mapper.files import stages
from mapper.files.content import Content
from mapper.files.importer import Answers, Importer, Question
from mapper.files.mermaid.blocks import Diagram, diagram_of
from mapper.files.mermaid.reading import has_stage_lines, read, title_of
from mapper.files.mermaid.writing import write
from mapper.files.problem import FileProblem
from mapper.files.report import Opened

__all__ = ["MERMAID", "Diagram", "diagram_of", "has_stage_lines", "read", "title_of", "write"]


def _recognises(content: Content) -> bool:
    return "wardley" in content.legible and diagram_of(content.legible) is not None


def _questions(content: Content, _: Answers) -> tuple[Question, ...]:
    diagram = diagram_of(content.legible)
    return () if diagram is None or has_stage_lines(diagram) else (stages.question(MERMAID.title),)


def _read(content: Content, answers: Answers) -> Opened:
    """The map that a file draws. Raises FileProblem if it draws none."""
    diagram = diagram_of(content.text)
    if diagram is None:
        raise FileProblem(f"“{content.name}” holds no map that Mermaid would draw: it lacks the line wardley-beta.")
    return read(diagram, answers)


MERMAID = Importer("mermaid", "Mermaid", (".mmd", ".mermaid"), _recognises, _read, _questions)
