"""A form as data: which fields of a record are shown, in what words and with what kind of editor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum, auto

from mapper.model import Component
from mapper.model.values import Frozen
from mapper.procurement.words import NOT_DECIDED

Value = str | int | float | Decimal | date | Frozen | tuple["Value", ...] | None
"""What a field of a record can hold."""


class Mixed(Enum):
    """The answer when several records hold different values."""

    MIXED = auto()


MIXED = Mixed.MIXED


class Kind(Enum):
    """Which editor a field has."""

    LINE = auto()
    TEXT = auto()
    CHOICE = auto()
    FLAG = auto()
    YES_NO = auto()
    MONEY = auto()
    WHOLE = auto()
    FRACTION = auto()
    MAYBE_FRACTION = auto()
    PERCENT = auto()
    DATE = auto()
    PERSON = auto()
    SUPPLIER = auto()
    LINES = auto()
    ROWS = auto()
    COMPONENT = auto()
    COMPONENTS = auto()
    MEMBERSHIP = auto()
    PART = auto()


def _always(_: Frozen) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form.

    `name` is the record's attribute, dotted when it lies deeper: "inertia.text", "stages.lines.0". `choices` belongs to
    CHOICE: an enumeration or plain words. `undecided` is what None is called; "" says that None is no choice. `low`,
    `high` and `suffix` belong to WHOLE numbers. `row` makes a new row of ROWS, `fields` are its own fields and `summary`
    its two lines; `fits` says which of the map's COMPONENTS may be named; `make` makes what a PART adds. `shown` hides a
    field that does not apply. `problem` says what to write instead, when what was written cannot be kept.
    """

    label: str
    name: str
    kind: Kind = Kind.LINE
    choices: type[StrEnum] | tuple[str, ...] = ()
    undecided: str = NOT_DECIDED
    low: float = 0
    high: float = 1200
    suffix: str = ""
    hint: str = ""
    problem: str = ""
    row: Callable[[], Frozen] | None = None
    fields: tuple[Field, ...] = ()
    summary: Callable[[Frozen], tuple[str, str]] | None = None
    make: Callable[[Frozen], Frozen] | None = None
    fits: Callable[[Component], bool] | None = None
    shown: Callable[[Frozen], bool] = _always


LOCKED = Field("Locked", "locked", Kind.FLAG, hint="It stays where and as it is until it is unlocked")
"""What can be said of everything that has a place of its own."""


def value_at(record: object, name: str) -> Value:
    """The value under a dotted name; None below a part that is None."""
    for step in name.split("."):
        if record is None:
            return None
        record = record[int(step)] if isinstance(record, tuple) else getattr(record, step)
    return record  # type: ignore[return-value]


def with_value(record: Frozen | tuple[Value, ...], name: str, value: Value) -> tuple[str, Value]:
    """The name of the record's own attribute that a dotted name lies in, and its new value.

    Raises pydantic's ValidationError if a deeper record does not accept the value.
    """
    head, _, rest = name.partition(".")
    return head, value if not rest else _inside(value_at(record, head), rest, value)


def _inside(part: Value, name: str, value: Value) -> Value:
    head, new = with_value(part, name, value)  # type: ignore[arg-type]
    if isinstance(part, tuple):
        return (*part[: int(head)], new, *part[int(head) + 1 :])
    assert isinstance(part, Frozen)
    return part.but(**{head: new})
