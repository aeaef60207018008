"""The letter of a method, for themes in which hatching alone would have to tell methods apart."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.drawing.layout import Box, Outline, Point
from mapper.drawing.marks import Align, Circle, Mark, Text
from mapper.drawing.scene import Scene
from mapper.drawing.strokes import pen
from mapper.drawing.theme import Theme
from mapper.drawing.where import centre
from mapper.model import Contract, Method
from mapper.procurement.words import word

RADIUS = 7.5
_SIZE = 10.0
_EVERY = 4
"""The place is looked for at every so many points of an outline."""


def letter_marks(method: Method, x: float, y: float, theme: Theme) -> tuple[Mark, ...]:
    """The first letter of a method on a disc round (x, y)."""
    return (
        Circle(x, y, RADIUS, theme.card, pen(theme.ink, 1.4)),
        Text(x, y + 0.355 * _SIZE, word(method)[0], _SIZE, theme.ink, 700, Align.MIDDLE),
    )


def letter_place(contract: Contract, outline: Outline, scene: Scene) -> Point:
    """A point of the outline that is as far as can be from names, symbols and numbers."""
    near = list(_around(contract, outline, scene))
    ring = outline.rings[0]
    return max(ring[::_EVERY] or ring, key=lambda point: min((_away(box, *point) for box in near), default=0.0))


def _around(contract: Contract, outline: Outline, scene: Scene) -> Iterator[Box]:
    """What stands on the outline or near it."""
    layout, bounds = scene.layout, outline.bounds
    boxes = [place.box for places in (layout.labels, layout.titles) for place in places.values()]
    boxes += [Box(mark.x - 9, mark.y - 9, mark.x + 9, mark.y + 9) for mark in layout.interfaces]
    boxes += [card.box for card in layout.legend]
    points = (centre(scene.document.components[id], scene.document, scene.frame) for id in contract.members)
    boxes += [Box(x - 9, y - 9, x + 9, y + 9) for x, y in points]
    return (box for box in boxes if box.meets(bounds, 60.0))


def _away(box: Box, x: float, y: float) -> float:
    """How far a point is from a box; the square of it, as only which is larger counts."""
    across = max(box.left - x, 0.0, x - box.right)
    down = max(box.top - y, 0.0, y - box.bottom)
    return across * across + down * down
