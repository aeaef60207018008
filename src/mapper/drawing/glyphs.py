"""The symbols of the kinds of component: one function a kind, listed in GLYPHS; and the signs that a component bears."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mapper.drawing.belonging import pipeline_under
from mapper.drawing.marks import (
    Align,
    Circle,
    Close,
    Curve,
    Hatch,
    Line,
    Mark,
    Move,
    Path,
    Rectangle,
    Step,
    Straight,
    Text,
)
from mapper.drawing.scene import Scene
from mapper.drawing.strokes import pen
from mapper.drawing.theme import Theme
from mapper.model import Component, ComponentType, Document, Method
from mapper.procurement.methods import contract_method
from mapper.procurement.words import word

RING = 2.0
DISC_BEYOND = 8.0
"""A method's disc reaches this far beyond the symbol on it."""
CONSTRAINT = 9.5
"""The sign of a constraint reaches this far beyond the symbol and its disc."""

Draw = Callable[[float, float, Theme], tuple[Mark, ...]]


@dataclass(frozen=True, slots=True)
class Glyph:
    """A symbol round (x, y); links end at `radius`, or at the rim of the disc below it."""

    radius: float
    draw: Draw


def circle(x: float, y: float, theme: Theme) -> tuple[Mark, ...]:
    return (Circle(x, y, 7.0, theme.node, pen(theme.ring, RING)),)


def choice(x: float, y: float, theme: Theme) -> tuple[Mark, ...]:
    """A member of a pipeline."""
    return (Circle(x, y, 5.5, theme.node, pen(theme.ring, 1.8)),)


def square(x: float, y: float, theme: Theme) -> tuple[Mark, ...]:
    """The component that a pipeline hangs from."""
    return (Rectangle(x - 7, y - 7, 14, 14, 1.5, theme.node, pen(theme.ring, RING)),)


def person(x: float, y: float, theme: Theme) -> tuple[Mark, ...]:
    """A user: head and shoulders."""
    rim = pen(theme.casing, 1.2)
    shoulders: tuple[Step, ...] = (
        Move(x - 6.5, y + 6),
        Straight(x - 6.5, y + 3.6),
        Curve(x - 6.5, y - 1.6, x, y - 2),
        Curve(x + 6.5, y - 1.6, x + 6.5, y + 3.6),
        Straight(x + 6.5, y + 6),
        Close(),
    )
    return (Path(shoulders, theme.ink, rim), Circle(x, y - 6.5, 3.8, theme.ink, rim))


def market(x: float, y: float, theme: Theme) -> tuple[Mark, ...]:
    """A circle with three small connected circles."""
    points = [(x + 5.8 * math.sin(turn), y - 5.8 * math.cos(turn)) for turn in (0.0, math.tau / 3, 2 * math.tau / 3)]
    thin = pen(theme.ring, 1.4)
    joins = tuple(Line(*points[at], *points[at - 1], thin) for at in range(3))
    return (
        Circle(x, y, 12.0, theme.node, pen(theme.ring, RING)),
        *joins,
        *(Circle(at_x, at_y, 3.0, theme.node, thin) for at_x, at_y in points),
    )


def ecosystem(x: float, y: float, theme: Theme) -> tuple[Mark, ...]:
    """A hatched ring round a ring."""
    return (
        Circle(x, y, 12.0, Hatch(theme.node, theme.ring, 4.0, 0.9), pen(theme.ring, RING)),
        Circle(x, y, 7.2, theme.node, pen(theme.ring, 1.4)),
        Circle(x, y, 3.0, theme.node, pen(theme.ring, 1.4)),
    )


def submap(x: float, y: float, theme: Theme) -> tuple[Mark, ...]:
    """A ring that is filled: there is more behind it."""
    return (
        Circle(x, y, 8.0, theme.node, pen(theme.ring, RING)),
        Circle(x, y, 4.4, theme.ring),
    )


def _typed(radius: float, size: float, what: ComponentType) -> Glyph:
    """A circle with the letter of what it is that evolves."""

    def draw(x: float, y: float, theme: Theme) -> tuple[Mark, ...]:
        letter = Text(x, y + 0.36 * size, word(what)[0], size, theme.ring, 700, Align.MIDDLE)
        return (Circle(x, y, radius, theme.node, pen(theme.ring, 1.8)), letter)

    return Glyph(radius, draw)


def constraint(x: float, y: float, radius: float, theme: Theme) -> tuple[Mark, ...]:
    """A bottleneck: what passes is pinched from above and below, beyond the radius of the symbol."""
    rim = pen(theme.casing, 1.2)
    return tuple(
        Path(
            (
                Move(x, y + way * (radius + 1.5)),
                Straight(x - 6.0, y + way * (radius + CONSTRAINT)),
                Straight(x + 6.0, y + way * (radius + CONSTRAINT)),
                Close(),
            ),
            theme.ink,
            rim,
        )
        for way in (-1.0, 1.0)
    )


GLYPHS: Mapping[str, Glyph] = {
    "component": Glyph(7.0, circle),
    "anchor": Glyph(12.0, person),
    "market": Glyph(12.0, market),
    "ecosystem": Glyph(12.0, ecosystem),
    "submap": Glyph(8.0, submap),
}
TYPED: Mapping[ComponentType, Glyph] = {what: _typed(9.0, 11.5, what) for what in ComponentType}
_TYPED_CHOICE = {what: _typed(7.5, 9.5, what) for what in ComponentType}
_CHOICE = Glyph(5.5, choice)
_SQUARE = Glyph(8.0, square)


def glyph(component: Component, document: Document) -> Glyph:
    """The symbol of a component: its kind's, but that a pipeline's component is a square and its members are small."""
    what = component.type
    if component.kind == "component":
        if component.pipeline is not None:
            return _CHOICE if what is None else _TYPED_CHOICE[what]
        if document.pipelines and pipeline_under(component.id, document) is not None:
            return _SQUARE
        if what is not None:
            return TYPED[what]
    return GLYPHS[component.kind]


def has_letter(component: Component, document: Document) -> bool:
    """Whether a component's symbol says what it is that evolves."""
    if component.type is None or component.kind != "component":
        return False
    return component.pipeline is not None or pipeline_under(component.id, document) is None


def odd_method(component: Component, scene: Scene) -> Method | None:
    """The method to show on a disc: the component's own, where no contract's fill says the same."""
    method = component.method
    if method is None or not scene.show.methods:
        return None
    contracts = scene.document.contracts
    said = {contract_method(contracts[home], scene.document) for home in scene.homes(component.id)}
    return None if said == {method} else method


def rim(component: Component, scene: Scene) -> float:
    """From the centre to the outer rim of the symbol and its disc: links end there."""
    radius = glyph(component, scene.document).radius
    return radius + DISC_BEYOND if odd_method(component, scene) else radius


def reach(component: Component, scene: Scene) -> float:
    """From the centre to the farthest that belongs to the symbol: its disc, the sign of a constraint."""
    return rim(component, scene) + (CONSTRAINT if component.constraint else 0.0)
