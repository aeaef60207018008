"""Text at its place, with a halo in the colours that lie below it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mapper.drawing.belonging import Remembered
from mapper.drawing.layout import Box, LabelPlace, Outline
from mapper.drawing.marks import Align, Clipped, Close, Mark, Move, Path, Straight, Text
from mapper.drawing.scene import Scene, faint
from mapper.drawing.where import attitude_box
from mapper.model import Accelerator, Component, Id

_NEAR_RING = 8.0
_HALO = 3.0


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: `lead` is from line to line, `rise` from the top of a line to its baseline."""

    size: float
    weight: int
    lead: float
    rise: float


NAME = Setting(15.0, 500, 17.5, 13.7)
ANCHOR_NAME = Setting(16.0, 700, 17.5, 14.0)
LINK_NAME = Setting(12.5, 500, 15.0, 11.8)
GHOST_NAME = Setting(13.0, 500, 15.5, 12.2)
NOTE = Setting(14.0, 400, 18.0, 13.6)
FORCE_NAME = Setting(14.0, 600, 16.5, 13.0)
AREA_NAME = Setting(14.0, 600, 17.0, 13.2)


def setting_of(named: Component | Accelerator) -> Setting:
    if isinstance(named, Accelerator):
        return FORCE_NAME
    return ANCHOR_NAME if named.is_anchor else NAME


def text_marks(place: LabelPlace, setting: Setting, colour: str | None, halo: str | None = None) -> tuple[Text, ...]:
    """The lines of a label, or their halos alone."""
    box, align = place.box, place.align
    x = box.left if align is Align.START else box.right if align is Align.END else (box.left + box.right) / 2
    y, size, weight, lead = box.top + setting.rise, setting.size, setting.weight, setting.lead
    return tuple(
        [Text(x, y + lead * at, line, size, colour, weight, align, halo=halo) for at, line in enumerate(place.lines)]
    )


def halo_marks(place: LabelPlace, setting: Setting, scene: Scene, in_fills: str | None = None) -> tuple[Mark, ...]:
    """Halos in the ground's colour, then in each area's and each contract's within its outline, so that no patch shows.

    A text that would be hard to read on some fills asks for one colour `in_fills` instead.
    """
    middle, _ = place.box.middle
    evolution = (middle - scene.frame.left) / scene.frame.plot_width
    on_ground = text_marks(place, setting, None, scene.theme.ground_at(evolution))
    on_areas = (
        Clipped(path, text_marks(place, setting, None, colour)) for path, colour in _areas_below(place.box, scene)
    )
    in_contracts = (
        Clipped(path, text_marks(place, setting, None, in_fills or colour))
        for path, colour in _fills_below(place.box, scene)
    )
    return (*on_ground, *on_areas, *in_contracts)


def _areas_below(box: Box, scene: Scene) -> Iterator[tuple[Path, str]]:
    """The attitudes whose area a box touches, as their shape and colour."""
    if scene.show.only_contract is not None:
        return
    for attitude in scene.document.attitudes.values():
        if not scene.is_remark_lit(attitude.id):
            continue
        area = attitude_box(attitude, scene.frame)
        if area.meets(box, _HALO):
            yield _rectangle(area), scene.theme.areas[attitude.people]


def _rectangle(box: Box) -> Path:
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    corners = (Straight(right, top), Straight(right, bottom), Straight(left, bottom))
    return Path((Move(left, top), *corners, Close()))


def _bounds(outlines: Mapping[Id, Outline]) -> tuple[tuple[float, float, float, float, Id], ...]:
    boxes = ((id, outline.bounds) for id, outline in outlines.items())
    return tuple((box.left, box.top, box.right, box.bottom, id) for id, box in boxes)


_bounds_of = Remembered(_bounds)


def _fills_below(box: Box, scene: Scene) -> Iterator[tuple[Path, str]]:
    """The contracts whose fill a box touches, as their shape and colour."""
    if not scene.show.contracts or not scene.layout.outlines:
        return
    contracts, outlines = scene.document.contracts, scene.layout.outlines
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    near = [
        id
        for first, upper, last, lower, id in _bounds_of(outlines)
        if left < last and first < right and top < lower and upper < bottom
    ]
    for id in near:
        if id in contracts and outlines[id].meets(box, _NEAR_RING):
            theme = scene.theme if scene.show.lit is None or id in scene.show.lit else faint(scene.theme)
            yield Path(outlines[id].steps), theme.ground(scene.fill_method(contracts[id]))
