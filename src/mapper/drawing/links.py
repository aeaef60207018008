"""A link on the map: thin within a contract, strong where it crosses a boundary, dotted from users."""

from __future__ import annotations

import math
from enum import StrEnum

from mapper.drawing.glyphs import glyph
from mapper.drawing.labels import LINK_NAME, halo_marks, text_marks
from mapper.drawing.marks import Cap, Drawn, Line, Stroke
from mapper.drawing.scene import Scene
from mapper.drawing.strokes import pen
from mapper.drawing.theme import Theme
from mapper.drawing.where import centre
from mapper.model import Link


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


def link_line(link: Link, scene: Scene) -> tuple[float, float, float, float] | None:
    """From rim to rim; None where the two symbols touch."""
    document = scene.document
    source, target = document.components[link.source], document.components[link.target]
    x1, y1 = centre(source, document, scene.frame)
    x2, y2 = centre(target, document, scene.frame)
    length = math.hypot(x2 - x1, y2 - y1)
    start, end = glyph(source, document).radius, glyph(target, document).radius
    if length <= start + end:
        return None
    across, down = (x2 - x1) / length, (y2 - y1) / length
    return x1 + across * start, y1 + down * start, x2 - across * end, y2 - down * end


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
    layers = {layer: Drawn(link.id, f"link {kind}", title, (Line(*ends, link_stroke(kind, scene.theme)),))}
    place = scene.layout.labels.get(link.id)
    if place is not None and scene.show.labels:
        layers["halos"] = Drawn(link.id, "label", link.label, halo_marks(place, LINK_NAME, scene))
        layers["labels"] = Drawn(link.id, "label", link.label, text_marks(place, LINK_NAME, scene.theme.ink))
    return layers
