"""What a small map lights of one contract: its outline, its members with their names, the links that touch it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mapper.drawing.frame import Frame
from mapper.drawing.layout import Box, Outline, Point
from mapper.drawing.marks import Circle, Line, Mark, Path, Stroke, Text
from mapper.drawing.metrics import text_width
from mapper.drawing.payment import payment
from mapper.drawing.theme import Theme
from mapper.drawing.themes import WARDLEY
from mapper.drawing.where import centre
from mapper.model import Contract, Document
from mapper.procurement.methods import contract_method

PALE = replace(WARDLEY, faint="#CBD2DC")
"""For all that is not lit."""
_OUTLINE, _DOT, _RIM, _LINK, _NAME, _HALO = 1.7, 1.9, 0.9, 0.55, 6.4, 1.8
"""Widths, radius and size of letters in points: they stay readable however small the map is."""
_SIDES = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -0.8), (-1, -0.8), (1, 0.8), (-1, 0.8))
_NEAR, _FAR = 4.0, 9.0


def lit(
    document: Document, contract: Contract, outline: Outline | None, frame: Frame, scale: float, theme: Theme
) -> Iterator[Mark]:
    """The marks of the lit contract where a unit of the map's page is `scale` points."""
    members = [document.components[member] for member in contract.members]
    colour = theme.payments[payment(contract.pricing)]
    if outline is not None:
        fill = theme.fill(contract_method(contract, document))
        yield Path(outline.steps, fill, Stroke(theme.casing, (_OUTLINE + 1.6) / scale))
    places = {component.id: centre(component, document, frame) for component in document.components.values()}
    inside = set(contract.members)
    touching = [link for link in document.links.values() if inside & {link.source, link.target}]
    lines = [(places[link.source], places[link.target]) for link in touching]
    yield from (Line(*start, *end, Stroke(theme.soft, _LINK / scale)) for start, end in lines)
    if outline is not None:
        yield Path(outline.steps, None, Stroke(colour, _OUTLINE / scale))
    dots = [places[member.id] for member in members]
    for x, y in dots:
        yield Circle(x, y, _DOT / scale, theme.node, Stroke(theme.ink, _RIM / scale))
    names = [member.name.strip() or "Unnamed component" for member in members]
    beads = [bead for line in lines for bead in _beads(*line, _NAME / scale)]
    yield from _named(list(zip(names, dots, strict=True)), beads, frame, scale)


def _named(names: Sequence[tuple[str, Point]], beads: Sequence[Box], frame: Frame, scale: float) -> Iterator[Mark]:
    """Each name beside its dot, where it covers neither names nor dots and few lines, as far as there is room."""
    reach = 1.5 * _DOT / scale
    taken = [Box(x - reach, y - reach, x + reach, y + reach) for _, (x, y) in names] + list(beads)
    size = _NAME / scale
    for name, dot in names:
        width = text_width(name, size, 600)
        boxes = [_beside(dot, (width, size), side, gap / scale) for gap in (_NEAR, _FAR) for side in _SIDES]
        box = min(boxes, key=lambda box: _covered(box, taken, frame))
        taken.append(box)
        at = box.left, box.bottom - size * 0.2
        yield Text(*at, name, size, WARDLEY.ink, 600, halo=WARDLEY.casing, halo_width=_HALO / scale)


def _beads(start: Point, end: Point, step: float) -> Iterator[Box]:
    """A line as small squares, so that one measure serves for all that a name could cover."""
    (x1, y1), (x2, y2) = start, end
    count = max(1, int(math.hypot(x2 - x1, y2 - y1) / step))
    half = step / 4
    for place in range(1, count):
        x, y = x1 + (x2 - x1) * place / count, y1 + (y2 - y1) * place / count
        yield Box(x - half, y - half, x + half, y + half)


def _beside(dot: Point, extent: tuple[float, float], side: tuple[float, float], gap: float) -> Box:
    width, height = extent
    across, down = side
    x = dot[0] + across * (gap + width / 2)
    y = dot[1] + down * (gap + height / 2)
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _covered(box: Box, taken: Sequence[Box], frame: Frame) -> float:
    """The area of what a name would cover, and of what would stand outside the map, which weighs more."""
    outside = max(0.0, frame.left - box.left) + max(0.0, box.right - frame.right)
    outside += max(0.0, frame.top - box.top) + max(0.0, box.bottom - frame.bottom)
    return sum(_shared(box, other) for other in taken) + 10 * outside * (box.bottom - box.top)


def _shared(box: Box, other: Box) -> float:
    width = min(box.right, other.right) - max(box.left, other.left)
    height = min(box.bottom, other.bottom) - max(box.top, other.top)
    return width * height if width > 0 and height > 0 else 0.0
