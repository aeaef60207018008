"""The panel with the text of the map in front, in step with it both ways."""

from __future__ import annotations

from operator import attrgetter
from time import monotonic
from weakref import WeakKeyDictionary

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mapper.editor import Session
from mapper.editor.script import Question, Script
from mapper.editor.splices import Splice
from mapper.files import owm
from mapper.files.report import Problem
from mapper.ui.panels.soon import Soon
from mapper.ui.style.appearance import Appearance
from mapper.ui.text.completing import Offer, offers
from mapper.ui.text.field import ScriptField
from mapper.ui.text.find import FindBar
from mapper.ui.text.problems import ProblemLine, neighbour, spans, under
from mapper.ui.workers import Worker

AMID_A_DRAG = 50
AFTER_TYPING = 350
LARGE_AFTER_TYPING = 200
"""Milliseconds: between two looks at what is dragged, until problems are shown, until a large text is read."""


class TextPane(QWidget):
    """Follows a session while it is seen; hidden it does nothing. `left` says that the user wants to go to the map."""

    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session: Session | None = None
        self._script: Script | None = None
        self._places: WeakKeyDictionary[Session, tuple[int, int]] = WeakKeyDictionary()
        self._is_behind = self._is_going_back = False
        self._told: tuple[Problem, ...] = ()
        self.field = ScriptField(appearance.tones)
        self.find_bar = FindBar(self.field)
        self.problem_line = ProblemLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.field, self.find_bar, self.problem_line):
            column.addWidget(part)
        self._soon = Soon(self._glimpse, AMID_A_DRAG, self)
        self._reader = Worker(attrgetter("reading"), self._take_reading, self)
        self._reading = QTimer(self, singleShot=True, interval=LARGE_AFTER_TYPING)
        self._reading.timeout.connect(self._ask)
        self._checking = QTimer(self, singleShot=True)
        self._checking.timeout.connect(self._check)
        self._appearance = appearance
        appearance.changed.connect(self._retone)
        self._connect()

    def _retone(self) -> None:
        self.field.set_tones(self._appearance.tones)

    def _connect(self) -> None:
        field = self.field
        field.spliced.connect(self._typed)
        field.textChanged.connect(self._read)
        field.paused.connect(self._pause)
        field.rested.connect(self.settle)
        field.asked.connect(self._answer)
        field.cursorPositionChanged.connect(self._show_problem)
        field.completion.source = self._offers
        field.tip = self._tip
        self.problem_line.asked.connect(self._answer)
        self.find_bar.closed.connect(field.setFocus)

    # Which map.

    def show_session(self, session: Session | None) -> None:
        """Follow another session, or none."""
        if session is not self._session:
            self._part()
            self._session = session
            self._meet()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._meet()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not self.isVisible():
            self._part()

    def _meet(self) -> None:
        """Show the session's text, as it was left."""
        session = self._session
        if session is None or self._script is not None or not self.isVisible():
            return
        self._script = Script(session)
        self._script.changed.connect(self._fall_behind)
        session.history_changed.connect(self._come_to_rest)
        session.selection_changed.connect(self._mark)
        self._told = ()
        self.field.show_text(self._script.lines)
        self.field.go_to(*self._places.get(session, (0, 0)))
        self._mark()
        self._checking.start(0)

    def _part(self) -> None:
        session, script = self._session, self._script
        if session is None or script is None:
            return
        self._reading.stop()
        self._checking.stop()
        self._places[session] = self.field.place
        script.close()
        self._script = None
        session.history_changed.disconnect(self._come_to_rest)
        session.selection_changed.disconnect(self._mark)

    # From the text to the map.

    def settle(self) -> None:
        """Let the map follow all that was typed."""
        self._reading.stop()
        if self._script is not None:
            self._script.read()

    def _typed(self, splice: Splice) -> None:
        if self._script is not None:
            self._script.type(splice, monotonic())
            self.field.folding.refresh(self.field.lines)
            self._checking.start(0 if splice.growth else AFTER_TYPING)

    def _read(self) -> None:
        """After the field has done with a key: what was typed reaches the map, of a large one once the hands rest."""
        if self._script is not None and self._script.is_unread:
            if self._script.is_large:
                self._reading.start()
            else:
                self._script.read()

    def _ask(self) -> None:
        """Have the text of a large map read beside the window."""
        if self._script is not None:
            self._reader.ask(self._script.question())

    def _take_reading(self, question: Question, reading: owm.Reading) -> None:
        if self._script is None:
            return
        self._script.take(question, reading)
        if self._script.is_unread and not self._reading.isActive():
            self._ask()
        elif self._is_behind and question.previous is self._script.session.document:
            self._catch_up()
        self._check()

    def _pause(self) -> None:
        if self._script is not None:
            self._script.pause()

    # From the map to the text.

    def _fall_behind(self) -> None:
        self._is_behind = True
        self._is_going_back = self._session is not None and self._session.is_travelling
        self._soon.ask()

    def _come_to_rest(self) -> None:
        """A gesture is over: now the text is to be right; that of a large map as soon as it is worked out."""
        if self._is_behind and self._script is not None:
            if self._script.is_large:
                self._glimpse()
                self._ask()
            else:
                self._catch_up()

    def _glimpse(self) -> None:
        """Follow a drag."""
        if self._script is not None and self._is_behind:
            if self._script.is_large:
                self._show(self._script.glimpse())
            else:
                self._catch_up()

    def _catch_up(self) -> None:
        if self._script is not None:
            self._is_behind = False
            self._show(self._script.catch_up())
            self._is_going_back = False
            self._checking.start(AFTER_TYPING)

    def _show(self, splices: list[Splice]) -> None:
        if splices:
            self.field.make(splices, takes_caret=self._is_going_back)
            self._mark()

    def _check(self) -> None:
        """Show what is wrong with the text as it is now."""
        if self._script is None:
            return
        if not self.field.completion.popup.isHidden():  # a word that has only begun is no problem yet
            self._checking.start(AFTER_TYPING)
            return
        if self._script.is_unchecked and not self._script.is_large:
            self._script.check()
        elif self._script.is_unchecked and self._is_at_rest:
            self._ask()
            return
        self._told = self._script.problems
        self.field.mark_problems(spans(self._told))
        self._show_problem()

    @property
    def _is_at_rest(self) -> bool:
        return self._session is not None and self._session.document is self._session.history.document

    def _show_problem(self) -> None:
        self.problem_line.show_problems(self._told, self.field.place[0])

    def _mark(self, *_: object) -> None:
        """Mark the lines of what is selected on the map, and bring the first into sight unless somebody types."""
        if self._session is None or self._script is None:
            return
        lines = self._script.said.lines_of(self._session.selection)
        self.field.mark(lines)
        if lines and not self.field.hasFocus():
            self.field.scroll_to(min(lines))

    # Going places.

    def go_to(self, line: int, column: int = 1) -> None:
        """Put the caret at a line and column, both counted from 1, and the focus into the text."""
        self.field.go_to(max(0, line - 1), max(0, column - 1))
        self.field.setFocus()

    def go_to_selection(self) -> None:
        """Go to the first line that says what is selected on the map, or to where the caret was."""
        if self._session is not None and self._script is not None:
            said = [self._script.said.line_of(id) for id in self._session.selection]
            lines = [line for line in said if line is not None]
            if lines:
                self.field.go_to(min(lines))
        self.field.setFocus()

    def _go_to_component(self) -> None:
        """From a name to the line that says what bears it; the map selects it."""
        session, script = self._session, self._script
        if session is None or script is None:
            return
        script.read()
        id = script.said.named_at(*self.field.place)
        if id:
            session.select([id])
            line = script.said.line_of(id)
            if line is not None and line != self.field.place[0]:
                self.field.go_to(line)

    def _go_to_problem(self, way: int) -> None:
        self._check()
        place = neighbour(self._told, *self.field.place, way)
        if place is not None:
            self.go_to(*place)

    def _answer(self, word: str) -> None:
        """Do what a key of the field asks for."""
        match word:
            case "undo" | "redo" if self._session is not None:
                self._session.undo() if word == "undo" else self._session.redo()
            case "leave":
                self.left.emit()
            case "find" | "find-next":
                self.find_bar.ask(goes_on=word == "find-next")
            case "go-to-component":
                self._go_to_component()
            case "next-problem" | "previous-problem":
                self._go_to_problem(1 if word == "next-problem" else -1)

    # Words beside the text.

    def _tip(self, line: int, column: int) -> str:
        return under(self._told, line, column)

    def _offers(self, before: str, line: int) -> list[Offer]:
        if self._session is None or self._script is None or self.field.highlighter.is_in_comment(line):
            return []
        return offers(before, self._session.document, self._script.said.component_above(line))
