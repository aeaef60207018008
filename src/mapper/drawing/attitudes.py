"""Attitudes on the map: quiet areas behind everything, each with the word for who works best there."""

from __future__ import annotations

from collections.abc import Mapping

from mapper.drawing.frame import Frame
from mapper.drawing.labels import AREA_NAME, halo_marks, text_marks
from mapper.drawing.layout import Box, LabelPlace
from mapper.drawing.marks import Cap, Drawn, Rectangle, Stroke
from mapper.drawing.metrics import text_width
from mapper.drawing.scene import Scene
from mapper.drawing.strokes import pen
from mapper.drawing.theme import Theme
from mapper.drawing.where import attitude_box
from mapper.model import Attitude, People
from mapper.procurement.words import word

CORNER = 14.0
_INDENT, _DOWN = 14.0, 9.0
_DASHES: Mapping[People, tuple[float, ...]] = {
    People.PIONEERS: (0.1, 5.0),
    People.SETTLERS: (8.0, 5.0),
    People.TOWN_PLANNERS: (),
}
"""The newer the ground, the looser the edge."""


def area_stroke(people: People, theme: Theme) -> Stroke:
    return pen(theme.stage, 2.0 if people is People.PIONEERS else 1.4, _DASHES[people], Cap.ROUND)


def word_place(attitude: Attitude, frame: Frame) -> LabelPlace:
    """The word for the people, in the area's upper left corner and on the map."""
    name, box = word(attitude.people), attitude_box(attitude, frame)
    width = text_width(name, AREA_NAME.size, AREA_NAME.weight)
    left, top = min(box.left + _INDENT, frame.right - width - 4), box.top + _DOWN
    return LabelPlace(Box(left, top, left + width, top + AREA_NAME.lead), (name,))


def draw_attitude(attitude: Attitude, scene: Scene) -> dict[str, Drawn]:
    """What an attitude puts on each layer; nothing where it is not lit."""
    if not scene.is_remark_lit(attitude.id):
        return {}
    box, theme = attitude_box(attitude, scene.frame), scene.theme
    width, height = box.right - box.left, box.bottom - box.top
    fill, rim = theme.areas[attitude.people], area_stroke(attitude.people, theme)
    name, place = word(attitude.people), word_place(attitude, scene.frame)
    area = Rectangle(box.left, box.top, width, height, CORNER, fill, rim)
    layers = {"areas": Drawn(attitude.id, "attitude", name, (area,))}
    if scene.show.labels:
        layers["halos"] = Drawn(attitude.id, "label", name, halo_marks(place, AREA_NAME, scene))
        layers["labels"] = Drawn(attitude.id, "label", name, text_marks(place, AREA_NAME, theme.soft))
    return layers
