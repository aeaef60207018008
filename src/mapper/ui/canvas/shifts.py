"""How one place of a layout becomes another: shifted, reworded, kept beside what it belongs to."""

from __future__ import annotations

from mapper.drawing.frame import Frame
from mapper.drawing.labels import setting_of
from mapper.drawing.layout import Box, LabelPlace, Point
from mapper.drawing.marks import Align
from mapper.drawing.metrics import text_width
from mapper.drawing.place import first_layout
from mapper.drawing.where import arrow_box, centre
from mapper.drawing.wrap import ways_to_wrap
from mapper.model import Accelerator, Component, Document, Id


def position(id: Id, document: Document, frame: Frame) -> Point | None:
    if component := document.components.get(id):
        return centre(component, document, frame)
    accelerator = document.accelerators.get(id)
    return None if accelerator is None else arrow_box(accelerator, frame).middle


def moved(box: Box, right: float, down: float) -> Box:
    return Box(box.left + right, box.top + down, box.right + right, box.bottom + down)


def beside(box: Box, old: Box, new: Box) -> Box:
    """Where a title goes when its outline changes: it keeps to the side that it stands at."""
    x, y = box.middle
    right = new.left - old.left if x < old.left else new.right - old.right if x > old.right else None
    down = new.top - old.top if y < old.top else new.bottom - old.bottom if y > old.bottom else None
    middle_right, middle_down = new.middle[0] - old.middle[0], new.middle[1] - old.middle[1]
    return moved(box, middle_right if right is None else right, middle_down if down is None else down)


def first_label(named: Component | Accelerator, document: Document, frame: Frame) -> LabelPlace:
    """A place for one label, whatever stands round it."""
    accelerators = {named.id: named} if isinstance(named, Accelerator) else {}
    components = {named.id: named} if isinstance(named, Component) else {}
    if isinstance(named, Component) and named.pipeline is not None:
        parent = document.pipelines[named.pipeline].component
        components[parent] = document.components[parent]
    alone = document.model_copy(update={"components": components, "accelerators": accelerators})
    return first_layout(alone, frame).labels.get(named.id, LabelPlace(Box(0, 0, 0, 0), ()))


def reworded(place: LabelPlace, named: Component | Accelerator) -> LabelPlace:
    """Another name at the place of the one before, in as many lines."""
    setting = setting_of(named)
    ways = ways_to_wrap(named.name, setting.size, setting.weight)
    lines = ways[min(len(place.lines), len(ways)) - 1] if place.lines else ways[0]
    wider = max(text_width(line, setting.size, setting.weight) for line in lines) - (place.box.right - place.box.left)
    higher = (len(lines) - len(place.lines)) * setting.lead / 2
    to_left = {Align.START: 0.0, Align.MIDDLE: wider / 2, Align.END: wider}[place.align]
    box = place.box
    grown = Box(box.left - to_left, box.top - higher, box.right + wider - to_left, box.bottom + higher)
    return LabelPlace(grown, lines, place.align)
