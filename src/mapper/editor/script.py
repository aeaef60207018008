"""The map as text, in step with its session: what is typed moves the map, what is done to the map changes its line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from mapper.editor.signal import Signal
from mapper.editor.splices import Splice, differences, merged
from mapper.editor.tools.base import settle
from mapper.editor.tools.typing import Typing
from mapper.files import owm
from mapper.files.report import Problem
from mapper.model import Document, Id
from mapper.model.source import SourceLine

if TYPE_CHECKING:
    from mapper.editor.session import Session

TYPING = "Typing"
BURST = 1.5
"""Seconds between two keystrokes in one line that are still one step back."""
LARGE = 1500
"""So many lines take a moment to read: not at every keystroke."""
_STAND_INS = {"\r": "␍", "\u2028": "␤", "\u2029": "␞", "\0": "␀", "\ufdd0": "�", "\ufdd1": "�"}
"""Characters at which a text field would break a line or stop, and what stands for them there."""


class Script:
    """The text of a session's map, as somebody beside the map shows it.

    That somebody shows the lines, tells of each change with `type` and lets it be read with `read`; when `changed()` is
    emitted, `catch_up` says what else to show. Lines count from 0 and bear no line ends; a text that ends with a line
    end has an empty last line. `problems` are those of the text that was last read or checked; where the map has gone on
    since, `is_unchecked`.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.changed: Signal[[]] = Signal()
        self.problems: tuple[Problem, ...] = ()
        self._last: tuple[int, float] = (-1, 0.0)
        self._typed: Document | None = None
        self.is_unread, self.is_unchecked = False, True
        self._is_reading = False
        self._take()
        self._shown = self._parts
        session.document_changed.connect(self._document_changed)

    def close(self) -> None:
        """Follow the session no longer; what has been typed is read."""
        self.read()
        self.session.document_changed.disconnect(self._document_changed)

    @property
    def lines(self) -> tuple[str, ...]:
        """What is shown."""
        return tuple(map(_showable, self._shown))

    @property
    def is_large(self) -> bool:
        """Whether reading it at every keystroke would be felt."""
        return len(self._shown) > LARGE

    # From the text to the map.

    def type(self, splice: Splice, now: float) -> None:
        """The user changed some of the lines that are shown, at a time in seconds. The map waits for `read`."""
        line, last = self._last
        is_one_burst = now - last < BURST and splice.removed == 1 and splice.first == line
        if not self.is_unread:
            settle(self.session)
            if not is_one_burst:
                self._typed = None
            self.is_unread = True
            self.session.use(Typing(self._read, self.session.tool))
        self._last = (splice.first + max(0, len(splice.added) - 1), now)
        shown = list(self._shown)
        shown[splice.first : splice.first + splice.removed] = self._parts_of(splice)
        self._shown = shown

    def read(self) -> None:
        """Let the map follow what was typed."""
        if self.is_unread:
            settle(self.session)

    def pause(self) -> None:
        """What is typed next is a step of its own."""
        self.read()
        self._typed = None

    def _read(self) -> None:
        session, before = self.session, self.session.document
        parts = self._shown
        if before is not self._taken:  # the map went on before its text was caught up with
            theirs = differences(self._parts, _parts(owm.lines_of(before)))
            parts = merged(self._parts, theirs, differences(self._parts, self._shown))
        self.is_unread, self._is_reading = False, True
        encoding = before.source.encoding if before.source is not None else "utf-8"
        reading = owm.read("\n".join(parts), previous=before, encoding=encoding)
        self.problems, self.is_unchecked = reading.problems, False
        session.preview(reading.document)
        self._is_reading = False
        self._keep()
        self._take()
        if self._parts != self._shown:
            self.changed.emit()

    def _keep(self) -> None:
        """What was read is a step, or part of the one that the burst began. What a file holds stays a step."""
        session = self.session
        if session.document is session.history.document:
            return
        if self._typed is session.history.document and session.history.is_modified:
            session.amend()
        else:
            session.commit(TYPING)
        self._typed = session.document

    def _parts_of(self, splice: Splice) -> list[str]:
        """The lines of a splice with what a field cannot hold: they end as those ended in whose place they stand."""
        olds = self._shown[splice.first : splice.first + splice.removed]
        is_last = splice.first + splice.removed >= len(self._shown)
        end = "\r" if len(self._shown) > 1 and self._shown[0].endswith("\r") else ""
        made = []
        for place, line in enumerate(splice.added):
            old = olds[place] if place < len(olds) else ""
            for character, stand_in in _STAND_INS.items():
                if character in old.removesuffix("\r"):
                    line = line.replace(stand_in, character)
            is_end = is_last and place == len(splice.added) - 1
            made.append(line + ("" if is_end else "\r" if old.endswith("\r") else end))
        return made

    # From the map to the text.

    def _document_changed(self, *_: Document) -> None:
        if not self._is_reading:
            self._typed = None
            self.is_unchecked = True
            self.changed.emit()

    def catch_up(self) -> list[Splice]:
        """What is to be shown otherwise, from the last line to the first."""
        self.read()
        self._take()
        splices = differences(self._shown, self._parts)
        self._shown = self._parts
        return [Splice(each.first, each.removed, tuple(map(_showable, each.added))) for each in splices]

    def check(self) -> None:
        """Find out the problems of the text as it is. One that was written by the program has none."""
        self.read()
        document = self.session.document
        self.is_unchecked = False
        if document.source is None:
            self.problems = ()
        else:
            self.problems = owm.read(owm.write(document), previous=document, encoding=document.source.encoding).problems

    def _take(self) -> None:
        self._taken = self.session.document
        self._lines = owm.lines_of(self.session.document)
        self._parts = _parts(self._lines)

    # Which line speaks of what.

    def line_of(self, id: Id) -> int | None:
        """The line that says what a record is; its `evolve` is another."""
        found = self.lines_of([id])
        named = [place for place in found if not self._lines[place].text.lstrip().startswith("evolve ")]
        return next(iter(named + found), None)

    def lines_of(self, ids: Iterable[Id]) -> list[int]:
        """Every line that speaks of one of these."""
        wanted = set(ids)
        if not wanted:
            return []
        lines = enumerate(self._lines)
        return [place for place, line in lines if line.id in wanted or not wanted.isdisjoint(line.also)]

    def id_at(self, line: int) -> Id:
        """The record that a line speaks of, or ""."""
        return self._lines[line].id if 0 <= line < len(self._lines) else Id("")

    def named_at(self, line: int, column: int) -> Id:
        """The component whose name stands there, else the record that the line speaks of, or ""."""
        text = _showable(self._shown[line]) if 0 <= line < len(self._shown) else ""
        for token in owm.tokens(text):
            if token.kind == "name" and token.start <= column <= token.start + token.length:
                name = text[token.start : token.start + token.length]
                return self._component(name) or self.id_at(line)
        return self.id_at(line)

    def _component(self, name: str) -> Id:
        """The first component of this name; if none is, the first whose name differs in case and blanks alone."""
        components = self.session.document.components.values()
        exact = (component.id for component in components if component.name == name)
        folded = (component.id for component in components if _folded(component.name) == _folded(name))
        return next(exact, None) or next(folded, Id(""))


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _parts(lines: tuple[SourceLine, ...]) -> list[str]:
    return "".join([line.text for line in lines]).split("\n")


def _showable(part: str) -> str:
    """A line as a text field can hold it."""
    line = part.removesuffix("\r")
    for character, stand_in in _STAND_INS.items():
        if character in line:
            line = line.replace(character, stand_in)
    return line
