"""What every importer is: listed data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mapper.files.content import Content
from mapper.files.report import Opened

Answers = Mapping[str, str]
"""What the user chose, by question; a question that is not among them has its default."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that a file leaves open and the user can decide. `choices` are pairs of what is kept and what is told."""

    id: str
    text: str
    choices: tuple[tuple[str, str], ...]
    default: str


def no_questions(_: Content, __: Answers) -> tuple[Question, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Importer:
    """A format that maps come in. Files are told apart by content: `recognises` looks, and never raises.

    `suffixes` are what such files usually end in, for file dialogs. `read` raises FileProblem for a file that holds no
    map at all; whatever else it does not understand it reports. `asks` is what a file leaves open, if some of that is
    answered: one answer can raise questions that another does not.
    """

    id: str
    title: str
    suffixes: tuple[str, ...]
    recognises: Callable[[Content], bool]
    read: Callable[[Content, Answers], Opened]
    asks: Callable[[Content, Answers], tuple[Question, ...]] = no_questions

    def questions(self, content: Content, answers: Answers | None = None) -> tuple[Question, ...]:
        """What a file leaves open. Raises FileProblem."""
        return self.asks(content, answers or {})
