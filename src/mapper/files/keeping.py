"""A map and the file that holds it: where it was read or written, and whether the file is still as it was then."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from mapper.data import SAMPLES, TEMPLATES
from mapper.files.content import Content
from mapper.files.importer import Answers, Importer, Question
from mapper.files.native import save
from mapper.files.opening import content_of, importer_of
from mapper.files.report import Opened
from mapper.model import BLANK, Document

Stamp = tuple[int, int]
"""The date and size of a file: another stamp means that someone has written it since."""


class ChangedMeanwhile(Exception):
    """The file is not as it was when the map was read or last saved: someone else has written it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A map as a file holds it. Of `path` every link is followed: two that are equal are one file."""

    opened: Opened
    path: Path
    stamp: Stamp | None

    @property
    def document(self) -> Document:
        return self.opened.document

    @property
    def is_copy(self) -> bool:
        """Whether the map must never be saved over this file: a sample, or a format that is only read here."""
        return self.is_sample or bool(self.opened.format)

    @property
    def is_sample(self) -> bool:
        """Whether the file came with the program: it is there to be copied, never to be saved over."""
        return self.path.parent in (SAMPLES.resolve(), TEMPLATES.resolve())


@dataclass(frozen=True, slots=True)
class Found:
    """A file whose bytes are read and whose format is known, before anything is decided that it leaves open.

    Of `path` every link is followed, as in `Kept`.
    """

    content: Content
    importer: Importer
    path: Path
    stamp: Stamp | None

    @property
    def questions(self) -> tuple[Question, ...]:
        """What the file leaves open. Raises FileProblem."""
        return self.importer.questions(self.content)

    def read(self, answers: Answers) -> Kept:
        """The map in it, with what was not understood. Of a template, title and summary stay behind. Raises FileProblem."""
        opened = self.importer.read(self.content, answers)
        if self.path.parent == TEMPLATES.resolve():
            begun = opened.document.model_copy(update={"title": BLANK.title, "about": BLANK.about})
            opened = replace(opened, document=begun)
        return Kept(opened, self.path, self.stamp)


def find(path: Path) -> Found:
    """A file of any format that maps come in. Raises FileProblem."""
    # What is written while it is being read must look changed later: so the stamp is taken first.
    stamp = _stamp_of(path)
    content = content_of(path)
    return Found(content, importer_of(content), Path(os.path.realpath(path)), stamp)


def fetch(path: Path, answers: Answers | None = None) -> Kept:
    """The map in a file of any format, with what was not understood. Raises FileProblem."""
    return find(path).read(answers or {})


def keep(document: Document, path: Path, expected: Stamp | None, is_wanted: Callable[[], bool]) -> Kept:
    """Write the map whole or not at all; a file that has another stamp than the one expected is left alone.

    Raises FileProblem, ChangedMeanwhile, or `atomic.Unwanted` once it is no longer wanted.
    """
    target = Path(os.path.realpath(path))
    if expected is not None and _stamp_of(target) not in (None, expected):
        raise ChangedMeanwhile(str(path))
    save(document, target, is_wanted)
    return Kept(Opened(document), target, _stamp_of(target))


def _stamp_of(path: Path) -> Stamp | None:
    """None if the file cannot be seen."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size
