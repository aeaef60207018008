"""What one statement of Mermaid's `wardley-beta` says, names still as names."""

from __future__ import annotations

from dataclasses import dataclass

from mapper.files.diary import Statement
from mapper.model import Flow, Method

Pixels = tuple[float, float]
"""Right and down from a component's centre."""


@dataclass(frozen=True, slots=True)
class Place:
    visibility: float
    evolution: float


@dataclass(frozen=True, slots=True)
class Component:
    """Also an anchor, by `kind`."""

    statement: Statement
    name: str
    place: Place
    kind: str
    label: Pixels | None = None
    method: Method | None = None
    has_inertia: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """Of a pipeline."""

    statement: Statement
    name: str
    evolution: float
    label: Pixels | None = None


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Its members follow if a brace has opened it."""

    statement: Statement
    name: str
    is_open: bool
    members: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    statement: Statement
    source: str
    target: str
    flow: Flow | None = None
    value: str = ""
    label: str = ""
    is_dashed: bool = False


@dataclass(frozen=True, slots=True)
class Evolve:
    statement: Statement
    name: str
    evolution: float
    new_name: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Annotation:
    number: int
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Annotations:
    """The box of annotations."""

    place: Place


@dataclass(frozen=True, slots=True)
class Accelerator:
    name: str
    place: Place
    slows: bool


@dataclass(frozen=True, slots=True)
class Size:
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Evolution:
    """The stages' names, and where each ends if the map says so."""

    statement: Statement
    names: tuple[str, ...]
    ends: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Title:
    text: str


@dataclass(frozen=True, slots=True)
class Description:
    """What the diagram says of itself to those who cannot see it."""

    text: str


Said = (
    Component
    | Pipeline
    | Link
    | Evolve
    | Note
    | Annotation
    | Annotations
    | Accelerator
    | Size
    | Evolution
    | Title
    | Description
)
