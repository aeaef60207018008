"""Places for labels in no time: good enough for the first paint, before the real placement has been worked out."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.drawing.frame import Frame
from mapper.drawing.glyphs import glyph
from mapper.drawing.labels import FORCE_NAME, Setting, setting_of
from mapper.drawing.layout import Box, LabelPlace, Layout, Point
from mapper.drawing.marks import Align
from mapper.drawing.metrics import text_width
from mapper.drawing.where import ARROW_REACH, arrow_box, centre, clearance
from mapper.drawing.wrap import ways_to_wrap
from mapper.model import Component, Document, Id, LabelOffset

_CELL = 80.0
_GAP = 5.0


class _Taken:
    """Boxes that are taken, found by the cells of a grid that they lie in."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = {}

    def add(self, box: Box) -> None:
        for cell in self._over(box):
            self._cells.setdefault(cell, []).append(box)

    def meets(self, box: Box) -> bool:
        return any(box.meets(other) for cell in self._over(box) for other in self._cells.get(cell, ()))

    @staticmethod
    def _over(box: Box) -> Iterator[tuple[int, int]]:
        for column in range(int(box.left // _CELL), int(box.right // _CELL) + 1):
            for row in range(int(box.top // _CELL), int(box.bottom // _CELL) + 1):
                yield column, row


def first_places(document: Document, frame: Frame) -> Layout:
    """Each name at the first of a few places that is free; where none is, at the right of its component."""
    taken = _Taken()
    for component in document.components.values():
        x, y = centre(component, document, frame)
        radius = glyph(component, document).radius + 2
        taken.add(Box(x - radius, y - radius, x + radius, y + radius))
    for accelerator in document.accelerators.values():
        taken.add(arrow_box(accelerator, frame))
    labels: dict[Id, LabelPlace] = {}
    for component in document.components.values():
        if component.name.strip():
            place = _place(component, document, frame, taken)
            taken.add(place.box)
            labels[component.id] = place
    for accelerator in document.accelerators.values():
        if accelerator.name.strip():
            at = arrow_box(accelerator, frame).middle
            place = _free(list(_places(accelerator.name, at, ARROW_REACH + _GAP, FORCE_NAME)), frame, taken)
            taken.add(place.box)
            labels[accelerator.id] = place
    return Layout(labels=labels)


def _place(component: Component, document: Document, frame: Frame, taken: _Taken) -> LabelPlace:
    at = centre(component, document, frame)
    setting = setting_of(component)
    if component.label is not None:
        return own_place(component.name, setting, component.label, at)
    radius = max(glyph(component, document).radius, clearance(component))
    places = list(_places(component.name, at, radius + _GAP, setting))
    if component.pipeline is not None:
        # Above and below the box before beside it.
        places.sort(key=lambda place: place.align is not Align.MIDDLE)
    return _free(places, frame, taken)


def _free(places: list[LabelPlace], frame: Frame, taken: _Taken) -> LabelPlace:
    """The first on the map that is free, else the first on the map."""
    inside = [place for place in places if frame.left < place.box.left and place.box.right < frame.right]
    return next((place for place in inside if not taken.meets(place.box)), (inside or places)[0])


def _places(name: str, at: Point, away: float, setting: Setting) -> Iterator[LabelPlace]:
    x, y = at
    for lines in ways_to_wrap(name, setting.size, setting.weight, most=2):
        width = max(text_width(line, setting.size, setting.weight) for line in lines)
        half = setting.lead * len(lines) / 2
        yield LabelPlace(Box(x + away, y - half, x + away + width, y + half), lines)
        yield LabelPlace(Box(x - away - width, y - half, x - away, y + half), lines, Align.END)
        yield LabelPlace(Box(x - width / 2, y - away - 2 * half, x + width / 2, y - away), lines, Align.MIDDLE)
        yield LabelPlace(Box(x - width / 2, y + away, x + width / 2, y + away + 2 * half), lines, Align.MIDDLE)


def own_place(name: str, setting: Setting, offset: LabelOffset, at: Point) -> LabelPlace:
    """Where the user put a label: its middle at the offset from the middle of what it names."""
    lines = ways_to_wrap(name, setting.size, setting.weight)[-1][:3]
    if text_width(name, setting.size, setting.weight) < 11 * setting.size:
        lines = (name,)
    width = max(text_width(line, setting.size, setting.weight) for line in lines)
    x, y, half = at[0] + offset.right, at[1] + offset.down, setting.lead * len(lines) / 2
    align = Align.START if offset.right > width / 2 else Align.END if offset.right < -width / 2 else Align.MIDDLE
    return LabelPlace(Box(x - width / 2, y - half, x + width / 2, y + half), lines, align)
