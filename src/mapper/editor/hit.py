"""What is under the pointer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING, Literal

from mapper.drawing.attitudes import word_place
from mapper.drawing.glyphs import glyph
from mapper.drawing.layout import Outline, Point
from mapper.drawing.movements import GHOST
from mapper.drawing.remarks import NUMBER_RADIUS, list_box, note_place
from mapper.drawing.where import ARROW_HEIGHT, ARROW_WIDTH, arrow_box, attitude_box, centre
from mapper.editor.handles import AXIS_BOTTOM, AXIS_TOP, area_handles, area_in_hand, stage_lines, stage_names
from mapper.editor.pointer import Pointer
from mapper.edits import stage_id
from mapper.model import Id

if TYPE_CHECKING:
    from mapper.editor.session import Session

Part = Literal[
    "body",
    "rim",
    "ghost",
    "label",
    "link",
    "note",
    "annotation",
    "annotation list",
    "accelerator",
    "outline",
    "title",
    "edge",
    "area",
    "handle",
    "stage line",
    "stage name",
]
"""An attitude has an "edge", its word included, an "area" within and, while it alone is selected, each "handle"."""

RING = 1.0
"""How far the ring round a component's symbol reaches beyond the symbol's radius, in page units."""
LEAST = 8.0
"""From how many pixels a component can be taken hold of, however small it is drawn."""
RIM = 6.0
"""How many pixels beyond that a link can be dragged from."""
DOT = 4.5
"""How many pixels round each of the four dots on a rim, which are shown there, a link can be dragged from as well."""
HANDLE = 7.0
"""How many pixels from the middle of a handle it can be taken hold of."""
REACH = 8.0
"""The reach of a pointer on a map seen at 100 %, where a page unit is a pixel."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A record and which part of it; `place` tells the places of one annotation apart, the handles of an area, and the
    stages. Lines between stages have no id, nor has the list of annotations."""

    id: Id
    part: Part
    place: int = 0


def hit(session: Session, at: Pointer) -> Hit | None:
    """What the pointer touches: components before words before links before outlines before areas; the nearest of its
    kind. A component's own name lies over its rim, but not over the dots that are shown there."""
    session.ground.follow(session.document, session.frame, session.layout)
    handle = _handle(session, at)
    if handle is not None:
        return handle
    mark = _mark(session, at)
    if mark is not None and mark.part != "rim":
        return mark
    word = _word(session, at)
    if mark is not None and word == Hit(mark.id, "label") and _is_on_dot(session, at, mark.id):
        return mark
    thin = word or mark or _list(session, at) or _link(session, at) or _outline(session, at)
    return thin or _attitude(session, at) or _stage(session, at)


def _handle(session: Session, at: Pointer) -> Hit | None:
    area, reach = area_in_hand(session), HANDLE * at.reach / REACH
    if area is not None:
        for place, (x, y) in enumerate(area_handles(session)):
            if max(abs(at.x - x), abs(at.y - y)) <= reach:
                return Hit(area.id, "handle", place)
    return None


def _stage(session: Session, at: Pointer) -> Hit | None:
    """A line between stages where it crosses the axis, or the name of a stage."""
    axis = session.frame.bottom
    if not axis - AXIS_TOP <= at.y <= axis + AXIS_BOTTOM:
        return None
    for place, x in enumerate(stage_lines(session)):
        if abs(at.x - x) <= at.reach * 0.75:
            return Hit(Id(""), "stage line", place)
    for place, box in enumerate(stage_names(session)):
        if box.holds(at.x, at.y):
            return Hit(stage_id(place), "stage name", place)
    return None


def _mark(session: Session, at: Pointer) -> Hit | None:
    pixel = at.reach / REACH
    near = session.ground.marks.near(at.x, at.y, (LEAST + RIM + DOT) * pixel)
    found = [each for id in near for each in _marks_of(session, at, id)]
    if not found:
        return None
    beyond, nearest = min(found, key=lambda each: each[0])
    if beyond <= 0:
        return nearest
    is_rim = beyond <= RIM * pixel or _is_on_dot(session, at, nearest.id)
    return Hit(nearest.id, "rim") if nearest.part in ("body", "note") and is_rim else None


def _is_on_dot(session: Session, at: Pointer, id: Id) -> bool:
    """Whether the pointer is on one of the four dots that a component has on its rim."""
    document, pixel = session.document, at.reach / REACH
    component = document.components.get(id)
    if component is None:
        return False
    x, y = centre(component, document, session.frame)
    away = max(LEAST * pixel, glyph(component, document).radius) + RIM * pixel
    right, down = abs(at.x - x), abs(at.y - y)
    return min(hypot(right - away, down), hypot(right, down - away)) <= DOT * pixel


def _marks_of(session: Session, at: Pointer, id: Id) -> Iterator[tuple[float, Hit]]:
    """Each mark of a record, and how far beyond it the pointer is; negative is inside."""
    document, frame = session.document, session.frame
    least = LEAST * at.reach / REACH
    if component := document.components.get(id):
        x, y = centre(component, document, frame)
        yield hypot(x - at.x, y - at.y) - max(least, glyph(component, document).radius + RING), Hit(id, "body")
        if component.evolve is not None and "evolve" not in session.view.hidden:
            yield (
                hypot(frame.x(component.evolve.evolution) - at.x, y - at.y) - max(least, GHOST + RING),
                Hit(id, "ghost"),
            )
    elif "notes" in session.view.hidden and (id in document.annotations or id in document.notes):
        return
    elif annotation := document.annotations.get(id):
        for place, spot in enumerate(annotation.positions):
            x, y = frame.x(spot.evolution), frame.y(spot.visibility)
            yield hypot(x - at.x, y - at.y) - max(least, NUMBER_RADIUS), Hit(id, "annotation", place)
    elif accelerator := document.accelerators.get(id):
        box = arrow_box(accelerator, frame)
        across, down = abs(at.x - box.middle[0]), abs(at.y - box.middle[1])
        beyond = max(across - max(least, ARROW_WIDTH / 2), down - max(least, ARROW_HEIGHT / 2))
        yield beyond, Hit(id, "accelerator")
    elif note := document.notes.get(id):
        box = note_place(note, frame).box
        yield max(0.0, box.left - at.x, at.x - box.right, box.top - at.y, at.y - box.bottom), Hit(id, "note")


def _word(session: Session, at: Pointer) -> Hit | None:
    """A label, or a contract's title. By its label an accelerator is held as by its arrow."""
    document, layout, hidden = session.document, session.layout, session.view.hidden
    title = None
    for id in session.ground.words.near(at.x, at.y, 0):
        if "labels" in hidden and id not in document.contracts:
            continue
        if id in document.components and id in layout.labels and layout.labels[id].box.holds(at.x, at.y):
            return Hit(id, "label")
        if id in document.accelerators and id in layout.labels and layout.labels[id].box.holds(at.x, at.y):
            return Hit(id, "accelerator")
        if "contracts" in hidden and id in document.contracts:
            continue
        if id in document.contracts and id in layout.titles and layout.titles[id].box.holds(at.x, at.y):
            title = Hit(id, "title")
    return title


def _list(session: Session, at: Pointer) -> Hit | None:
    """The box that writes the annotations out."""
    box = None if "notes" in session.view.hidden else list_box(session.document, session.frame)
    return Hit(Id(""), "annotation list") if box is not None and box.holds(at.x, at.y) else None


def _link(session: Session, at: Pointer) -> Hit | None:
    reach = at.reach / 2
    lines = session.ground.lines
    near = session.ground.links.near(at.x, at.y, reach)
    found = [(distance(at, *lines[id]), id) for id in near]
    away, id = min(found, default=(reach + 1, Id("")))
    return Hit(id, "link") if away <= reach else None


def _outline(session: Session, at: Pointer) -> Hit | None:
    reach = at.reach / 2
    shown = {} if "contracts" in session.view.hidden else session.ground.outline_boxes
    for id, box in shown.items():
        if id not in session.document.contracts:
            continue
        if box.left - reach <= at.x <= box.right + reach and box.top - reach <= at.y <= box.bottom + reach:
            sides = pieces(session.layout.outlines[id])
            if any(distance(at, start, end) <= reach for start, end in sides):
                return Hit(id, "outline")
    return None


def _attitude(session: Session, at: Pointer) -> Hit | None:
    """The edge of one before the area of another; of two areas the upper one."""
    reach, found = at.reach / 2, None
    for attitude in session.document.attitudes.values():
        box = attitude_box(attitude, session.frame)
        beyond = max(box.left - at.x, at.x - box.right, box.top - at.y, at.y - box.bottom)
        if abs(beyond) <= reach or word_place(attitude, session.frame).box.holds(at.x, at.y):
            return Hit(attitude.id, "edge")
        if beyond < 0:
            found = Hit(attitude.id, "area")
    return found


def pieces(outline: Outline) -> Iterator[tuple[Point, Point]]:
    """Straight pieces close to the drawn curve, which passes through the midpoints of the ring's sides."""
    for ring in outline.rings:
        middles = [
            ((x1 + x2) / 2, (y1 + y2) / 2) for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True)
        ]
        yield from zip(middles, (*middles[1:], middles[0]), strict=True)


def distance(at: Pointer, start: Point, end: Point) -> float:
    """From the pointer to the nearest point of a straight line between two points."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = ((at.x - start[0]) * dx + (at.y - start[1]) * dy) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    return hypot(at.x - start[0] - along * dx, at.y - start[1] - along * dy)
