"""What covers which part of the page, thing by thing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from mapper.drawing.glyphs import glyph
from mapper.drawing.layout import Box, Point
from mapper.drawing.remarks import NUMBER_RADIUS, note_place
from mapper.drawing.where import arrow_box, attitude_box, centre
from mapper.model import Document, Id

if TYPE_CHECKING:
    from mapper.editor.session import Session


def standing(document: Document, hidden: Collection[str] = ()) -> tuple[Mapping[Id, object], ...]:
    """The tables of what can be walked to as one reads: all that stands on the map and can be selected, but links and
    what is on hidden layers."""
    return (
        document.components,
        {} if "contracts" in hidden else document.contracts,
        {} if "notes" in hidden else document.notes,
        {} if "notes" in hidden else document.annotations,
        document.accelerators,
        document.attitudes,
    )


def is_there(document: Document, id: Id) -> bool:
    """Whether this is something that can be walked to; links are, by name."""
    return id in document.links or any(id in table for table in standing(document))


def box_of(session: Session, id: Id) -> Box | None:
    """What a thing covers on the page, its name left aside; of a contract its title, else its outline, else its members.
    None if it is not on the map, or nowhere on it."""
    document, frame = session.document, session.frame
    if component := document.components.get(id):
        return _round(centre(component, document, frame), glyph(component, document).radius)
    if id in document.contracts:
        return _contract_box(session, id)
    if link := document.links.get(id):
        ends = [centre(document.components[end], document, frame) for end in (link.source, link.target)]
        return _around(_round(end, 0) for end in ends)
    return _remark_box(session, id)


def _remark_box(session: Session, id: Id) -> Box | None:
    document, frame = session.document, session.frame
    if note := document.notes.get(id):
        return note_place(note, frame).box
    if (annotation := document.annotations.get(id)) and annotation.positions:
        at = annotation.positions[0]
        return _round((frame.x(at.evolution), frame.y(at.visibility)), NUMBER_RADIUS)
    if accelerator := document.accelerators.get(id):
        return arrow_box(accelerator, frame)
    if attitude := document.attitudes.get(id):
        return attitude_box(attitude, frame)
    return None


def _contract_box(session: Session, id: Id) -> Box | None:
    layout = session.layout
    if id in layout.titles:
        return layout.titles[id].box
    if id in layout.outlines:
        return layout.outlines[id].bounds
    return _around(box for member in session.document.contracts[id].members if (box := box_of(session, member)))


def _round(middle: Point, reach: float) -> Box:
    x, y = middle
    return Box(x - reach, y - reach, x + reach, y + reach)


def _around(boxes: Iterable[Box]) -> Box | None:
    found = list(boxes)
    if not found:
        return None
    left, top = min(box.left for box in found), min(box.top for box in found)
    return Box(left, top, max(box.right for box in found), max(box.bottom for box in found))
