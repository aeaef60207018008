"""What is under the pointer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING, Literal

from mapper.drawing.layout import Outline, Point
from mapper.editor.ground import ends, note_box
from mapper.editor.pointer import Pointer
from mapper.model import Id

if TYPE_CHECKING:
    from mapper.editor.session import Session

Part = Literal["body", "rim", "ghost", "label", "link", "note", "annotation", "outline", "title"]

BODY = 8.0
"""A component's radius with its ring, in page units; on a map seen from afar it is as many pixels."""
RIM = 6.0
"""How many pixels beyond that a link can be dragged from."""
REACH = 8.0
"""The reach of a pointer on a map seen at 100 %, where a page unit is a pixel."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A record and which part of it; `place` tells the places of one annotation apart."""

    id: Id
    part: Part
    place: int = 0


def hit(session: Session, at: Pointer) -> Hit | None:
    """What the pointer touches: components before words before links before outlines; the nearest of its kind."""
    session.ground.follow(session.document, session.frame, session.layout)
    mark = _mark(session, at)
    if mark is not None and mark.part != "rim":
        return mark
    return _word(session, at) or mark or _link(session, at) or _outline(session, at)


def _mark(session: Session, at: Pointer) -> Hit | None:
    pixel = at.reach / REACH
    body = BODY * max(1.0, pixel)
    near = session.ground.marks.near(at.x, at.y, body + RIM * pixel)
    found = [(distance, found) for id in near for distance, found in _marks_of(session, at, id)]
    if not found:
        return None
    distance, nearest = min(found, key=lambda each: each[0])
    if distance <= body:
        return nearest
    return Hit(nearest.id, "rim") if nearest.part == "body" and distance <= body + RIM * pixel else None


def _marks_of(session: Session, at: Pointer, id: Id) -> Iterator[tuple[float, Hit]]:
    """Each mark of a record with its distance from the pointer."""
    document, frame = session.document, session.frame
    if component := document.components.get(id):
        y = frame.y(component.visibility) - at.y
        yield hypot(frame.x(component.evolution) - at.x, y), Hit(id, "body")
        if component.evolve is not None:
            yield hypot(frame.x(component.evolve.evolution) - at.x, y), Hit(id, "ghost")
    elif annotation := document.annotations.get(id):
        for place, spot in enumerate(annotation.positions):
            x, y = frame.x(spot.evolution), frame.y(spot.visibility)
            yield hypot(x - at.x, y - at.y), Hit(id, "annotation", place)
    elif (
        (note := document.notes.get(id)) and id not in session.layout.labels and note_box(frame, note).holds(at.x, at.y)
    ):
        yield 0.0, Hit(id, "note")


def _word(session: Session, at: Pointer) -> Hit | None:
    """A label, a note, or a contract's title."""
    document, layout = session.document, session.layout
    title = None
    for id in session.ground.words.near(at.x, at.y, 0):
        if id in layout.labels and layout.labels[id].box.holds(at.x, at.y):
            if id in document.components:
                return Hit(id, "label")
            if id in document.notes:
                return Hit(id, "note")
        if id in document.contracts and id in layout.titles and layout.titles[id].box.holds(at.x, at.y):
            title = Hit(id, "title")
    return title


def _link(session: Session, at: Pointer) -> Hit | None:
    reach = at.reach / 2
    near = session.ground.links.near(at.x, at.y, reach)
    links = session.document.links
    found = [(_distance(at, *ends(session.document, session.frame, links[id])), id) for id in near]
    distance, id = min(found, default=(reach + 1, Id("")))
    return Hit(id, "link") if distance <= reach else None


def _outline(session: Session, at: Pointer) -> Hit | None:
    reach = at.reach / 2
    for id, box in session.ground.outline_boxes.items():
        if id not in session.document.contracts:
            continue
        if box.left - reach <= at.x <= box.right + reach and box.top - reach <= at.y <= box.bottom + reach:
            lines = _lines(session.layout.outlines[id])
            if any(_distance(at, start, end) <= reach for start, end in lines):
                return Hit(id, "outline")
    return None


def _lines(outline: Outline) -> Iterator[tuple[Point, Point]]:
    """Straight pieces close to the drawn curve, which passes through the midpoints of the ring's sides."""
    for ring in outline.rings:
        middles = [
            ((x1 + x2) / 2, (y1 + y2) / 2) for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True)
        ]
        yield from zip(middles, (*middles[1:], middles[0]), strict=True)


def _distance(at: Pointer, start: Point, end: Point) -> float:
    """From the pointer to the nearest point of a straight line between two points."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = ((at.x - start[0]) * dx + (at.y - start[1]) * dy) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    return hypot(at.x - start[0] - along * dx, at.y - start[1] - along * dy)
