"""A link on the map: thin within a contract, strong where it crosses a boundary, dotted from users."""

from __future__ import annotations

import math
from collections.abc import Mapping
from enum import StrEnum

from mapper.drawing.belonging import Remembered
from mapper.drawing.glyphs import rim
from mapper.drawing.labels import LINK_NAME, halo_marks, text_marks
from mapper.drawing.marks import Cap, Close, Drawn, Line, Mark, Move, Path, Straight, Stroke
from mapper.drawing.scene import Scene
from mapper.drawing.strokes import pen
from mapper.drawing.theme import Theme
from mapper.drawing.where import centre
from mapper.model import Document, Flow, Id, Link

_FLOW_MORE = 1.1
_ASIDE = 4.0
"""Lines that lead both ways keep so far from the middle, each to its right."""
_HEAD, _HEAD_HALF, _TIP = 11.0, 4.8, 1.5
_NECK = _HEAD + _TIP - 1.0
"""The line ends in its arrow head, so far from the rim."""

Ends = tuple[float, float, float, float]
"""A line from one point of the page to another: x, y, x, y."""


class LinkKind(StrEnum):
    """What a link means for the contracts that are shown."""

    PLAIN = "plain"
    USER = "user"
    INNER = "inner"
    CROSSING = "crossing"


def link_kind(link: Link, scene: Scene) -> LinkKind:
    """A link from a user; within one contract; over a boundary; or where there are no contracts."""
    components = scene.document.components
    if components[link.source].is_anchor or components[link.target].is_anchor:
        return LinkKind.USER
    sources, targets = scene.homes(link.source), scene.homes(link.target)
    if not sources and not targets:
        return LinkKind.PLAIN
    return LinkKind.INNER if set(sources) & set(targets) else LinkKind.CROSSING


def link_stroke(kind: LinkKind, theme: Theme) -> Stroke:
    if kind is LinkKind.USER:
        return pen(theme.anchor_link, 1.1, (1.5, 4.0), Cap.ROUND)
    if kind is LinkKind.INNER:
        return pen(theme.link, 1.0, (), Cap.ROUND)
    return pen(theme.crossing, 1.7 if kind is LinkKind.CROSSING else 1.2, (), Cap.ROUND)


def flow_stroke(kind: LinkKind, theme: Theme) -> Stroke:
    """A link over which something passes: the stroke of its kind, unbroken and thicker."""
    plain = link_stroke(kind, theme)
    return pen(plain.colour, plain.width + _FLOW_MORE, (), Cap.ROUND)


def link_words(link: Link) -> str:
    """What is written on a link: its label and the value of what flows over it."""
    return " · ".join(words for words in (link.label.strip(), link.value.strip()) if words)


def link_line(link: Link, scene: Scene) -> Ends | None:
    """From rim to rim; None where the two symbols touch. Two that each need the other are joined by two lines."""
    document = scene.document
    source, target = document.components[link.source], document.components[link.target]
    x1, y1 = centre(source, document, scene.frame)
    x2, y2 = centre(target, document, scene.frame)
    length = math.hypot(x2 - x1, y2 - y1)
    start, end = rim(source, scene), rim(target, scene)
    if length <= start + end:
        return None
    across, down = (x2 - x1) / length, (y2 - y1) / length
    aside = _ASIDE if goes_both_ways(link, document) else 0.0
    x1, y1, x2, y2 = x1 - down * aside, y1 + across * aside, x2 - down * aside, y2 + across * aside
    # Beside the middle the rim is nearer.
    start, end = (math.sqrt(radius * radius - aside * aside) for radius in (start, end))
    return x1 + across * start, y1 + down * start, x2 - across * end, y2 - down * end


def _pairs(links: Mapping[Id, Link]) -> frozenset[tuple[Id, Id]]:
    return frozenset((link.source, link.target) for link in links.values())


_pairs_in = Remembered(_pairs)


def goes_both_ways(link: Link, document: Document) -> bool:
    """Whether what a link needs also needs what the link comes from."""
    return (link.target, link.source) in _pairs_in(document.links)


def draw_link(link: Link, scene: Scene) -> dict[str, Drawn]:
    """What a link puts on each layer."""
    if not scene.is_lit(link.source, link.target):
        scene = scene.standing_back()
    ends = link_line(link, scene)
    if ends is None:
        return {}
    kind = link_kind(link, scene)
    components = scene.document.components
    title = f"{components[link.source].name} needs {components[link.target].name}"
    layer = "crossings" if kind is LinkKind.CROSSING else "links"
    if link.flow is None:
        stroke = link_stroke(kind, scene.theme)
        is_twin = goes_both_ways(link, scene.document)
        marks: tuple[Mark, ...] = flow_marks(ends, Flow.FORWARD, stroke) if is_twin else (Line(*ends, stroke),)
    else:
        marks = flow_marks(ends, link.flow, flow_stroke(kind, scene.theme))
    layers = {layer: Drawn(link.id, f"link {kind}", title, marks)}
    place = scene.layout.labels.get(link.id)
    if place is not None and scene.show.labels:
        words = link_words(link)
        layers["halos"] = Drawn(link.id, "label", words, halo_marks(place, LINK_NAME, scene))
        layers["labels"] = Drawn(link.id, "label", words, text_marks(place, LINK_NAME, scene.theme.ink))
    return layers


def flow_marks(ends: Ends, flow: Flow, stroke: Stroke) -> tuple[Mark, ...]:
    """A line with an arrow head at each end to which something passes, where there is room for heads."""
    x1, y1, x2, y2 = ends
    length = math.hypot(x2 - x1, y2 - y1)
    if length < 2 * _HEAD + _FLOW_MORE:
        return (Line(*ends, stroke),)
    across, down = (x2 - x1) / length, (y2 - y1) / length
    heads: list[Mark] = []
    if flow is not Flow.BACKWARD:
        heads.append(_head(x2, y2, across, down, stroke.colour))
        x2, y2 = x2 - across * _NECK, y2 - down * _NECK
    if flow is not Flow.FORWARD:
        heads.append(_head(x1, y1, -across, -down, stroke.colour))
        x1, y1 = x1 + across * _NECK, y1 + down * _NECK
    return (Line(x1, y1, x2, y2, stroke), *heads)


def _head(x: float, y: float, across: float, down: float, colour: str) -> Path:
    """An arrow head whose tip is at (x, y) and that points along the unit vector (across, down)."""
    x, y = x - across * _TIP, y - down * _TIP
    back_x, back_y = x - across * _HEAD, y - down * _HEAD
    side_x, side_y = down * _HEAD_HALF, -across * _HEAD_HALF
    steps = (
        Move(x, y),
        Straight(back_x + side_x, back_y + side_y),
        Straight(back_x - side_x, back_y - side_y),
        Close(),
    )
    return Path(steps, colour)
