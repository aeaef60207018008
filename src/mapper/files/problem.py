"""What went wrong with a file, in words for the user."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file's text: line and column count from 1, `text` is that line, shortened. `sheet` names the
    table where a file has several."""

    line: int
    column: int
    text: str
    sheet: str = ""


class FileProblem(Exception):
    """A file could not be read or written. The message is a sentence: what happened, and what to do.

    `place` is where in the file, if the trouble is with its text.
    """

    def __init__(self, message: str, place: Place | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.place = place
