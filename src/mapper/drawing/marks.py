"""The few marks that every surface can draw. Coordinates are page units, x right and y down; colours are `#RRGGBB`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Cap(StrEnum):
    BUTT = "butt"
    ROUND = "round"


class Align(StrEnum):
    """Which part of a text stands at its point."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Stroke:
    """`dash` is lengths of line and gap in turn, in page units; empty is an unbroken line."""

    colour: str
    width: float
    dash: tuple[float, ...] = ()
    cap: Cap = Cap.BUTT


@dataclass(frozen=True, slots=True)
class Hatch:
    """Lines at 45° on a ground: every `gap` units one of `width`."""

    ground: str
    line: str
    gap: float = 7.0
    width: float = 1.3


@dataclass(frozen=True, slots=True)
class Gradient:
    """From left to right over the filled mark's own width; stops are (0 to 1, colour)."""

    stops: tuple[tuple[float, str], ...]


Fill = str | Hatch | Gradient


@dataclass(frozen=True, slots=True)
class Line:
    x1: float
    y1: float
    x2: float
    y2: float
    stroke: Stroke


@dataclass(frozen=True, slots=True)
class Circle:
    x: float
    y: float
    radius: float
    fill: Fill | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Rectangle:
    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    fill: Fill | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Move:
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Straight:
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Curve:
    """A quadratic curve with one control point."""

    cx: float
    cy: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Close:
    pass


Step = Move | Straight | Curve | Close


@dataclass(frozen=True, slots=True)
class Path:
    """Filled by the even-odd rule."""

    steps: tuple[Step, ...]
    fill: Fill | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """One line; `y` is its baseline. `rotation` is degrees clockwise round (x, y).

    A halo is a stroke of `halo_width` round the letters, drawn before them; a text with a halo and no `colour` is the
    halo alone. `family` is that of a typeface that comes with the program.
    """

    x: float
    y: float
    text: str
    size: float
    colour: str | None
    weight: int = 400
    align: Align = Align.START
    italic: bool = False
    rotation: float = 0.0
    halo: str | None = None
    halo_width: float = 4.5
    family: str = "Inter"


@dataclass(frozen=True, slots=True)
class Clipped:
    """Marks of which only what lies inside a path is seen."""

    path: Path
    marks: tuple[Mark, ...]


Mark = Line | Circle | Rectangle | Path | Text | Clipped


@dataclass(frozen=True, slots=True)
class Drawn:
    """What one record (or, with an empty id, the page itself) puts on one layer."""

    id: str
    role: str
    title: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    name: str
    drawn: tuple[Drawn, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole page, its layers back to front."""

    width: float
    height: float
    title: str
    layers: tuple[Layer, ...]

    def marks(self) -> Iterator[Mark]:
        """Every mark, back to front."""
        for layer in self.layers:
            for drawn in layer.drawn:
                yield from drawn.marks
