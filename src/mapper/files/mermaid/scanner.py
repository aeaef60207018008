"""Reads a statement from left to right; what it cannot read it says, and what was meant it guesses."""

from __future__ import annotations

import re

from mapper.files.diary import Diary, Statement, closing
from mapper.files.mermaid.said import Pixels, Place
from mapper.files.mermaid.text import unquoted

_BLANKS = re.compile(r"\s*")
_BRACKET = re.compile(r"\[([^\[\]]*)(\]?)")
_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)")
_LABEL = re.compile(r"label\s*\[\s*([-+]?\d+(?:\.\d+)?)\s*,\s*([-+]?\d+(?:\.\d+)?)\s*\]")

ELSEWHERE = Place(visibility=0.9, evolution=0.1)
"""Where OnlineWardleyMaps puts what has no place."""


class Scanner:
    """A statement and how far it has been read. `rest` is what is left."""

    def __init__(self, statement: Statement, diary: Diary, start: int) -> None:
        self.statement = statement
        self.text = statement.text
        self.at = start
        self._diary = diary
        self._skip()

    @property
    def rest(self) -> str:
        return self.text[self.at :]

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What stands here, if it is that; blanks after it are passed."""
        found = pattern.match(self.text, self.at)
        if found:
            self.at = found.end()
            self._skip()
        return found

    def string(self) -> str | None:
        """The text in quotation marks that stands here, if one does."""
        if not self.text.startswith(('"', "'"), self.at):
            return None
        end = closing(self.text, self.at)
        if end < 0:
            return None
        text = unquoted(self.text[self.at + 1 : end])
        self.at = end + 1
        self._skip()
        return text

    def name(self, stop: re.Pattern[str]) -> str:
        """The name that stands here, in quotation marks or else up to where `stop` is found."""
        quoted = self.string()
        if quoted is not None:
            return quoted
        found = stop.search(self.text, self.at)
        end = found.start() if found else len(self.text)
        name = self.text[self.at : end].strip().removeprefix('"')
        self.at = end
        return name

    def has(self, pattern: re.Pattern[str]) -> bool:
        """Whether something is still to come; what it is stays to be read."""
        return pattern.search(self.text, self.at) is not None

    def place(self) -> Place:
        """The two numbers that stand here in brackets."""
        start = self.at
        found = self.take(_BRACKET)
        if not found:
            self._note("There is no position.", "It was put at the top left.", start)
            return ELSEWHERE
        numbers = found[1].split(",")
        if len(numbers) != 2 or not found[2]:
            self._note("This is not a position.", "What could be read of it was taken.", start, found.end() - start)
        visibility, evolution = [*numbers, ""][:2]
        return Place(
            self._fraction(visibility, ELSEWHERE.visibility, start, found.end() - start),
            self._fraction(evolution, ELSEWHERE.evolution, start, found.end() - start),
        )

    def evolution(self) -> float:
        """The one number that stands here in brackets."""
        start = self.at
        found = self.take(_BRACKET)
        if not found:
            self._note("There is no position.", "It was put on the left.", start)
            return 0.2
        return self._fraction(found[1], 0.2, start, found.end() - start)

    def fraction(self, spelled: re.Match[str], group: int = 0) -> float:
        """The place along an axis that a part of the statement spells."""
        start, end = spelled.span(group)
        return self._fraction(spelled[group], ELSEWHERE.evolution, start, end - start)

    def label(self) -> Pixels | None:
        found = self.take(_LABEL)
        return (float(found[1]), float(found[2])) if found else None

    def complain(self, reason: str, done: str) -> None:
        """Report the whole statement."""
        self._diary.note(self.statement, reason, done)

    def finish(self) -> None:
        """Report what has not been read."""
        if self.rest:
            self._note("This part was not understood.", "It was left out; the rest of the line was read.", self.at)

    def _fraction(self, text: str, otherwise: float, start: int, length: int) -> float:
        """From 0 to 1; numbers above 1 are percentages."""
        found = _NUMBER.search(text)
        if not found:
            self._note("A number is missing.", f"{otherwise} was taken.", start, length)
            return otherwise
        number = float(found[0])
        if found[0] != text.strip().removesuffix("%"):
            self._note("A number is not written as one.", f"{found[0]} was taken.", start, length)
        if 1 < number <= 100:
            number /= 100
        if not 0 <= number <= 1:
            self._note("A number lies beyond the map.", "The edge of the map was taken.", start, length)
        return min(1.0, max(0.0, number))

    def _note(self, reason: str, done: str, at: int, length: int | None = None) -> None:
        self._diary.note(self.statement, reason, done, at, length)

    def _skip(self) -> None:
        blanks = _BLANKS.match(self.text, self.at)
        self.at = blanks.end() if blanks else self.at
