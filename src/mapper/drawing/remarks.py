"""Notes and annotations on the map."""

from __future__ import annotations

import math

from mapper.drawing.frame import Frame
from mapper.drawing.glyphs import reach
from mapper.drawing.labels import NOTE, halo_marks, text_marks
from mapper.drawing.layout import Box, LabelPlace
from mapper.drawing.marks import Align, Circle, Drawn, Line, Mark, Rectangle, Text
from mapper.drawing.metrics import text_width
from mapper.drawing.scene import Scene
from mapper.drawing.strokes import pen
from mapper.drawing.where import centre
from mapper.drawing.wrap import wrapped
from mapper.model import Annotation, Document, Note

NOTE_WIDTH = 260.0
NUMBER_RADIUS = 10.0
_LEADER_GAP, _DOT = 4.0, 2.6
_LIST_WIDTH = 300.0
_LIST_SIZE, _LIST_LEAD = 13.0, 17.0
_LIST_PAD, _LIST_INDENT = 12.0, 28.0


def note_place(note: Note, frame: Frame) -> LabelPlace:
    """A note's lines from its own place to the right and down."""
    lines = tuple(wrapped(note.text, NOTE_WIDTH, NOTE.size, NOTE.weight))
    width = max(text_width(line, NOTE.size, NOTE.weight) for line in lines)
    left, top = frame.x(note.evolution), frame.y(note.visibility) - NOTE.lead / 2
    left = max(frame.left + 4, min(left, frame.right - width - 4))
    return LabelPlace(Box(left, top, left + width, top + NOTE.lead * len(lines)), lines)


def draw_note(note: Note, scene: Scene) -> dict[str, Drawn]:
    """What a note puts on each layer."""
    if not scene.show.notes:
        return {}
    place = note_place(note, scene.frame)
    colour = scene.theme.ink if scene.is_remark_lit(note.id) else scene.theme.faint
    layers = {
        "halos": Drawn(note.id, "note", note.text, halo_marks(place, NOTE, scene)),
        "notes": Drawn(note.id, "note", note.text, text_marks(place, NOTE, colour)),
    }
    leader = _leader(note, place.box, scene)
    return {**layers, "leaders": Drawn(note.id, "leader", note.text, leader)} if leader else layers


def _leader(note: Note, box: Box, scene: Scene) -> tuple[Mark, ...]:
    """A thin line from the edge of a note to the component that it points at, with a dot where it arrives."""
    if note.component is None:
        return ()
    component = scene.document.components[note.component]
    x, y = centre(component, scene.document, scene.frame)
    from_x = min(max(x, box.left - _LEADER_GAP), box.right + _LEADER_GAP)
    from_y = min(max(y, box.top - 2), box.bottom + 2)
    length = math.hypot(x - from_x, y - from_y)
    short = reach(component, scene) + _LEADER_GAP
    if length <= short + _DOT:
        return ()
    to_x, to_y = x + (from_x - x) * short / length, y + (from_y - y) * short / length
    theme = scene.theme
    return (
        Line(from_x, from_y, to_x, to_y, pen(theme.casing, 4.0)),
        Line(from_x, from_y, to_x, to_y, pen(theme.soft, 1.0)),
        Circle(to_x, to_y, _DOT, theme.soft, pen(theme.casing, 1.0)),
    )


def draw_annotation(annotation: Annotation, scene: Scene) -> dict[str, Drawn]:
    """The annotation's number at each of its places."""
    if not scene.show.notes or not annotation.positions:
        return {}
    if not scene.is_remark_lit(annotation.id):
        scene = scene.standing_back()
    spots = ((scene.frame.x(at.evolution), scene.frame.y(at.visibility)) for at in annotation.positions)
    marks = tuple(mark for x, y in spots for mark in _number(annotation.number, x, y, scene))
    return {"annotations": Drawn(annotation.id, "annotation", annotation.text, marks)}


def _number(number: int, x: float, y: float, scene: Scene) -> tuple[Mark, ...]:
    """White on black: the other way round than an interface's number."""
    theme = scene.theme
    size = 11.5 if number < 100 else 9.0
    return (
        Circle(x, y, NUMBER_RADIUS, theme.remark, pen(theme.casing, 1.6)),
        Text(x, y + 0.355 * size, str(number), size, theme.plot, 700, Align.MIDDLE),
    )


def list_lines(document: Document) -> tuple[tuple[Annotation, tuple[str, ...]], ...]:
    """The annotations by number, each with its wrapped text."""
    room = _LIST_WIDTH - 2 * _LIST_PAD - _LIST_INDENT
    ordered = sorted(document.annotations.values(), key=lambda one: (one.number, one.id))
    return tuple((one, tuple(wrapped(one.text, room, _LIST_SIZE))) for one in ordered)


def list_box(document: Document, frame: Frame) -> Box | None:
    """The box that writes the annotations out, kept within the plot; None without annotations or a place for it."""
    if document.annotations_at is None or not document.annotations:
        return None
    rows = list_lines(document)
    widest = max(text_width(line, _LIST_SIZE) for _, lines in rows for line in lines)
    width = widest + 2 * _LIST_PAD + _LIST_INDENT
    height = sum(_LIST_LEAD * len(lines) + 7 for _, lines in rows) - 7 + 2 * _LIST_PAD
    at = document.annotations_at
    left = max(frame.left + 6, min(frame.x(at.evolution), frame.right - width - 6))
    top = max(frame.top + 6, min(frame.y(at.visibility), frame.bottom - height - 6))
    return Box(left, top, left + width, top + height)


def draw_list(scene: Scene) -> Drawn | None:
    """The annotations written out."""
    box = list_box(scene.document, scene.frame)
    if box is None or not scene.show.notes or scene.show.only_contract is not None:
        return None
    theme = scene.theme
    width, height = box.right - box.left, box.bottom - box.top
    marks: list[Mark] = [Rectangle(box.left, box.top, width, height, 8.0, theme.card, pen(theme.rim, 1.0))]
    top = box.top + _LIST_PAD
    for annotation, lines in list_lines(scene.document):
        marks += _number(annotation.number, box.left + _LIST_PAD + NUMBER_RADIUS, top + _LIST_LEAD / 2, scene)
        for line in lines:
            marks.append(Text(box.left + _LIST_PAD + _LIST_INDENT, top + 13, line, _LIST_SIZE, theme.ink))
            top += _LIST_LEAD
        top += 7
    return Drawn("", "annotation list", "Annotations", tuple(marks))
