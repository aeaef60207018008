"""Opening the map that a command names, read as the user chose."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from mapper.cli.words import Refused
from mapper.files.importer import Answers, Question
from mapper.files.opening import content_of, importer_of
from mapper.files.report import Opened


def add_choose(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--choose",
        metavar="QUESTION=CHOICE",
        action="append",
        default=[],
        help="answer what the map's format leaves open, such as stages=position; may be given again",
    )


def opened(path: Path, choices: Sequence[str]) -> Opened:
    """The map in a file of any format, read as the user chose. Raises FileProblem or Refused."""
    content = content_of(path)
    importer = importer_of(content)
    answers = dict(map(_answer, choices))
    # Which columns there are, say, depends on which sheet is chosen.
    _expect_asked(answers, importer.questions(content, answers) if answers else ())
    return importer.read(content, answers)


def _answer(choice: str) -> tuple[str, str]:
    """The question and the answer of a `--choose`. Raises Refused."""
    id, is_stated, answer = choice.partition("=")
    if not is_stated:
        raise Refused(f"“{choice}” does not choose anything: write it as QUESTION=CHOICE.")
    return id, answer


def _expect_asked(answers: Answers, questions: Sequence[Question]) -> None:
    """Raises Refused for an answer to what the file does not leave open, or one that is not possible."""
    asked = {question.id: question for question in questions}
    for id, answer in answers.items():
        if id not in asked:
            known = f"it asks {', '.join(asked)}" if asked else "it asks nothing"
            raise Refused(f"This file does not ask “{id}”: {known}.")
        possible = [kept for kept, _ in asked[id].choices]
        if answer not in possible:
            told = ", ".join(each or "nothing" for each in possible)
            raise Refused(f"“{answer}” is no answer to “{asked[id].text}”: choose one of {told}.")
