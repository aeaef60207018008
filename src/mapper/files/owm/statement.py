"""What one line of a map's text says, and where in the line it says it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

Value = str | tuple[float, ...]
"""What one part of a statement says: words, or numbers."""
Span = tuple[int, int]


class Role(StrEnum):
    """What a statement is about. A component can have several: where it stands, where it is heading, how it is got."""

    COMPONENT = "component"
    MEMBER = "member"
    EVOLVE = "evolve"
    METHOD = "method"
    ADDRESS = "address"
    PIPELINE = "pipeline"
    OPEN = "open"
    CLOSE = "close"
    LINK = "link"
    NOTE = "note"
    ANNOTATION = "annotation"
    ACCELERATOR = "accelerator"
    ATTITUDE = "attitude"
    TITLE = "title"
    STYLE = "style"
    SIZE = "size"
    EVOLUTION = "evolution"
    HIDE_EVOLUTION = "hide evolution"
    HIDE_VALUE_CHAIN = "hide value chain"
    Y_AXIS = "y axis"
    ANNOTATIONS_AT = "annotations"
    CARRIED = "carried"


SETTINGS = (
    Role.TITLE,
    Role.STYLE,
    Role.SIZE,
    Role.EVOLUTION,
    Role.HIDE_EVOLUTION,
    Role.Y_AXIS,
    Role.HIDE_VALUE_CHAIN,
    Role.ANNOTATIONS_AT,
)
"""In the order in which we write them."""


class Part(StrEnum):
    """The parts that statements are made of."""

    KEYWORD = "keyword"
    NAME = "name"
    PLACE = "place"
    EVOLUTION = "evolution"
    LABEL = "label"
    MARKS = "marks"
    REF = "ref"
    NEW_NAME = "new name"
    SOURCE = "source"
    FLOW = "flow"
    TARGET = "target"
    CONTEXT = "context"
    TEXT = "text"
    NUMBER = "number"
    PLACES = "places"
    CORNERS = "corners"


class Fault(NamedTuple):
    """Something in a line that could not be taken as it stands. What is `broken` leaves a known record as it was."""

    start: int
    end: int
    reason: str
    done: str = ""
    broken: bool = False


class Mark(NamedTuple):
    """Words such as `(build, market)` or a bare `inertia`, at their place."""

    start: int
    end: int
    words: tuple[str, ...]
    bare: bool


class Statement(NamedTuple):
    """One statement of a line. It begins at `start`; new parts go in at `end`, before blanks and a comment.

    `facts` is what it says, defaults included; `spans` is where it says it. A line that begins with a keyword may in
    truth speak of something whose name begins so: then `otherwise` is what it says if there is such a name.
    """

    role: Role
    facts: Mapping[Part, Value]
    spans: Mapping[Part, Span]
    start: int
    end: int
    faults: tuple[Fault, ...] = ()
    marks: tuple[Mark, ...] = ()
    otherwise: Statement | None = None


def words(facts: Mapping[Part, Value], part: Part) -> str:
    """The words of a part; none if it is not there."""
    value = facts.get(part, "")
    return value if isinstance(value, str) else ""


def numbers(facts: Mapping[Part, Value], part: Part) -> tuple[float, ...]:
    """The numbers of a part; none if it is not there."""
    value = facts.get(part, ())
    return value if isinstance(value, tuple) else ()


class Line(NamedTuple):
    """All that one line says. `faults` are those that belong to none of its statements."""

    statements: tuple[Statement, ...] = ()
    faults: tuple[Fault, ...] = ()


def has_faults(line: Line) -> bool:
    """Whether anything is wrong with a line or with one of its statements."""
    for statement in line.statements:  # a loop, as it is asked of every line of a text
        if statement.faults:
            return True
    return bool(line.faults)
