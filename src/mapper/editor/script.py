"""The map as text, in step with its session: what is typed moves the map, what is done to the map changes its line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mapper.editor.said import Said
from mapper.editor.signal import Signal
from mapper.editor.splices import Splice, differences, merged
from mapper.editor.tools.base import settle
from mapper.editor.tools.typing import Typing
from mapper.files import owm
from mapper.files.report import Problem
from mapper.model import BLANK, Component, Document, Id
from mapper.model.change import changed_ids
from mapper.model.source import Source, SourceLine

if TYPE_CHECKING:
    from mapper.editor.session import Session

TYPING = "Typing"
BURST = 1.5
"""Seconds between two keystrokes in one line that are still one step back."""
LARGE = 300
"""So many lines take a moment to read: neither at every keystroke nor at every step of a drag."""
MOST_GLIMPSED = 200
"""So many components that are moved together are followed at the pace of a drag."""
STILL_HOLDS = "What the line said before still holds."
_STAND_INS = {"\r": "␍", "\u2028": "␤", "\u2029": "␞", "\0": "␀", "\ufdd0": "�", "\ufdd1": "�"}
"""Characters at which a text field would break a line or stop, and what stands for them there."""


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """What there is to read: `typed` is what has become of `base`, the text of an earlier document than `previous` or of
    that very one. Without `typed`, the text is read as it is."""

    previous: Document
    base: Sequence[str]
    typed: Sequence[str] | None

    @property
    def reading(self) -> owm.Reading:
        """What comes of it. It may be asked for beside the window; `Script.take` takes the answer."""
        parts = now = _parts(owm.lines_of(self.previous))
        if self.typed is not None:
            theirs = differences(self.base, now)
            parts = merged(self.base, theirs, differences(self.base, self.typed)) if theirs else list(self.typed)
        source = self.previous.source
        reading = owm.read("\n".join(parts), self.previous, source.encoding if source is not None else "utf-8")
        owm.lines_of(reading.document)  # remembered there, for when it is shown
        return reading


class Script:
    """The text of a session's map, as somebody beside the map shows it.

    That somebody shows the lines, tells of each change with `type` and lets it be read with `read`; when `changed()` is
    emitted, `catch_up` says what else to show. Lines count from 0 and bear no line ends; a text that ends with a line
    end has an empty last line. `problems` are those of the text that was last read or checked; where the map has gone on
    since, `is_unchecked`. `said` tells which line speaks of what.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.changed: Signal[[]] = Signal()
        self.problems: tuple[Problem, ...] = ()
        self._last: tuple[int, float] = (-1, 0.0)
        self._typed: Document | None = None
        self._answer: tuple[Question, owm.Reading] | None = None
        self.is_unread, self.is_unchecked = False, True
        self._is_reading = False
        self._take()
        self._shown = self._base = self._parts
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
            self.session.use(Typing(self.session.tool, self._read))
        self._last = (splice.first + max(0, len(splice.added) - 1), now)
        shown = list(self._shown)
        shown[splice.first : splice.first + splice.removed] = self._parts_of(splice)
        self._shown = shown

    def read(self) -> None:
        """Let the map follow what was typed."""
        if self.is_unread:
            settle(self.session)

    def question(self) -> Question:
        """What there is to read: what is typed, with what was done to the map since; else the text as it is."""
        return Question(self.session.document, self._base, self._shown if self.is_unread else None)

    def take(self, question: Question, reading: owm.Reading) -> None:
        """What came of a question beside the window. If it is of yesterday, nothing happens."""
        if question.previous is not self.session.document:
            return
        if self.is_unread:
            self._answer = (question, reading)
            self.read()
        else:
            self.problems, self.is_unchecked = _problems(reading), False

    def pause(self) -> None:
        """What is typed next is a step of its own."""
        self.read()
        self._typed = None

    def _read(self) -> None:
        session, before = self.session, self.session.document
        answered, self._answer = self._answer, None
        is_answer = answered is not None and answered[0].previous is before and answered[0].typed is self._shown
        reading = answered[1] if answered is not None and is_answer else self.question().reading
        self.is_unread, self._is_reading = False, True
        self.problems, self.is_unchecked = _problems(reading), False
        session.preview(reading.document)
        self._is_reading = False
        self._keep()
        self._take()
        self._base = self._shown
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
        self._shown = self._base = self._parts
        return [Splice(each.first, each.removed, tuple(map(_showable, each.added))) for each in splices]

    def glimpse(self) -> list[Splice]:
        """Some of what `catch_up` would say, at the pace of a drag: what has become of components that moved."""
        moved = _moved(self._taken, self.session.document)
        if self.is_unread:
            return []
        source = self.session.document.source
        said = tuple(line for line in source.lines if line.id in moved) if source is not None else None
        alone = BLANK.model_copy(
            update={"components": moved, "source": source and Source.model_construct(lines=said or ())}
        )
        news = [line for line in owm.lines_of(alone) if line.id in moved]
        places = [place for place, line in enumerate(self.said.lines) if line.id in moved]
        if [line.id for line in news] != [self.said.lines[place].id for place in places]:
            return []
        shown = list(self._parts)
        for place, line in zip(places, news, strict=True):
            shown[place] = line.text.removesuffix("\n")
        splices = differences(self._shown, shown)
        self._shown = self._base = shown
        return [Splice(each.first, each.removed, tuple(map(_showable, each.added))) for each in splices]

    def check(self) -> None:
        """Find out the problems of the text as it is. One that was written by the program has none."""
        self.read()
        document = self.session.document
        self.is_unchecked = False
        self.problems = _problems(self.question().reading) if document.source is not None else ()

    def _take(self) -> None:
        self._taken = self.session.document
        self.said = Said(self._taken, owm.lines_of(self._taken))
        self._parts = _parts(self.said.lines)


def _parts(lines: tuple[SourceLine, ...]) -> list[str]:
    return "".join([line.text for line in lines]).split("\n")


def _problems(reading: owm.Reading) -> tuple[Problem, ...]:
    """What is wrong with a text that somebody is at: where a line makes no sense for the moment, its record stays."""
    source = reading.document.source
    lines = source.lines if source is not None else ()
    kept = {place for place, line in enumerate(lines, 1) if line.good}
    return tuple(replace(each, done=STILL_HOLDS) if each.line in kept else each for each in reading.problems)


def _moved(before: Document, after: Document) -> Mapping[Id, Component]:
    """The components that are not what they were, but for those in pipelines; too many are none."""
    changed = changed_ids(before, after)
    moved = {id: after.components[id] for id in changed & before.components.keys() & after.components.keys()}
    if len(moved) > MOST_GLIMPSED:
        return {}
    return {id: component for id, component in moved.items() if component.pipeline is None}


def _showable(part: str) -> str:
    """A line as a text field can hold it."""
    line = part.removesuffix("\r")
    for character, stand_in in _STAND_INS.items():
        if character in line:
            line = line.replace(character, stand_in)
    return line
