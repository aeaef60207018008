"""What texts should not cover, as arrays of page units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from mapper.drawing.attitudes import word_place
from mapper.drawing.axes import corners, corners_are_free
from mapper.drawing.first_places import own_place
from mapper.drawing.frame import Frame
from mapper.drawing.glyphs import reach
from mapper.drawing.labels import GHOST_NAME, setting_of
from mapper.drawing.layout import Box, Outline, Point
from mapper.drawing.links import LinkKind, link_kind, link_line
from mapper.drawing.movements import bar_box, ghost, ghost_reach
from mapper.drawing.placing.count import Count
from mapper.drawing.placing.edges import Edges
from mapper.drawing.placing.inside import Inside
from mapper.drawing.placing.rating import Floats, Lines
from mapper.drawing.remarks import NUMBER_RADIUS, list_box, note_place
from mapper.drawing.scene import Scene
from mapper.drawing.where import arrow_box, attitude_box, centre, pipeline_box
from mapper.model import Id

_SPOT_BIN = 5.0
_CROWD = 150
_RIM = 2.5


@dataclass(frozen=True, eq=False)
class Obstacles:
    """Symbols by row: first each component in its order, then ghosts and accelerators, found by `ghost_row` and
    `accelerator_row`; `spots` counts their centres.

    `solid` and `dotted` lines are links and arrows; the `segments` of the solid links are found by `solid_row`. `rims`
    are the edges of attitudes.

    `rings` are the outlines, `edges` the lines of all, and `insides` and `in_any` tell what lies in one or in any.
    """

    frame: Frame
    symbols: Floats
    centres: Floats
    spots: Count
    ghost_row: Mapping[Id, int]
    accelerator_row: Mapping[Id, int]
    segments: Floats
    solid: Lines
    solid_row: Mapping[Id, int]
    dotted: Lines
    rims: Lines
    walls: Floats
    texts: Floats
    edges: Edges
    rings: Mapping[Id, tuple[Floats, ...]]
    insides: Mapping[Id, Inside]
    in_any: Inside | None

    @property
    def crowded(self) -> bool:
        """Whether there is so much on the map that fewer places must be tried for each text."""
        return len(self.symbols) > _CROWD


def obstacles(scene: Scene, outlines: Mapping[Id, Outline]) -> Obstacles:
    """Everything on the map that has a place of its own."""
    components, ghosts, arrows = list(_components(scene)), list(_ghosts(scene)), list(_accelerators(scene))
    symbols = [*components, *ghosts, *arrows]
    centres = _array([middle for _, middle, _ in symbols], 2)
    solid, dotted = _segments(scene)
    rings = {id: tuple(np.array(ring) for ring in outline.rings) for id, outline in outlines.items()}
    return Obstacles(
        frame=scene.frame,
        symbols=_array([bounds for _, _, bounds in symbols]),
        centres=centres,
        spots=Count(scene.frame, centres, _SPOT_BIN),
        ghost_row=_rows(ghosts, len(components)),
        accelerator_row=_rows(arrows, len(components) + len(ghosts)),
        segments=_array(solid.values()),
        solid=Lines.of(_array([*solid.values(), *_arrows(scene)])),
        solid_row={id: at for at, id in enumerate(solid)},
        dotted=Lines.of(_array(dotted)),
        rims=Lines.of(_array(_rims(scene))),
        walls=_array([*_bars(scene), *_pipelines(scene)]),
        texts=_array([_bounds(box) for box in _fixed(scene)]),
        edges=Edges.of(rings, scene.frame),
        rings=rings,
        insides={id: Inside([parts]) for id, parts in rings.items()},
        in_any=Inside(list(rings.values())) if rings else None,
    )


Bounds = tuple[float, float, float, float]
Symbol = tuple[Id, Point, Bounds]
"""What a symbol belongs to, its middle, and what a text should keep off."""


def _components(scene: Scene) -> Iterator[Symbol]:
    for component in scene.document.components.values():
        x, y = centre(component, scene.document, scene.frame)
        yield component.id, (x, y), _around(x, y, reach(component, scene) + _RIM)


def _ghosts(scene: Scene) -> Iterator[Symbol]:
    for component in scene.document.components.values():
        future = ghost(component, scene)
        if future is not None:
            yield component.id, future, _around(*future, ghost_reach(component, scene) + _RIM)


def _accelerators(scene: Scene) -> Iterator[Symbol]:
    for accelerator in scene.document.accelerators.values():
        box = arrow_box(accelerator, scene.frame)
        yield accelerator.id, box.middle, _bounds(box)


def _rows(symbols: Iterable[Symbol], first: int) -> Mapping[Id, int]:
    return {id: row for row, (id, _, _) in enumerate(symbols, first)}


def _array(rows: Iterable[tuple[float, ...]], width: int = 4) -> Floats:
    return np.array(list(rows), np.float64).reshape(-1, width)


def _around(x: float, y: float, radius: float) -> Bounds:
    return x - radius, y - radius, x + radius, y + radius


def _bounds(box: Box) -> Bounds:
    return box.left, box.top, box.right, box.bottom


def _segments(scene: Scene) -> tuple[dict[Id, Bounds], list[Bounds]]:
    """Solid links by id, and users' dotted ones."""
    solid: dict[Id, Bounds] = {}
    dotted: list[Bounds] = []
    for link in scene.document.links.values():
        line = link_line(link, scene)
        if line is None:
            continue
        if link_kind(link, scene) is LinkKind.USER:
            dotted.append(line)
        else:
            solid[link.id] = line
    return solid, dotted


def _arrows(scene: Scene) -> Iterator[Bounds]:
    for component in scene.document.components.values():
        future = ghost(component, scene)
        if future is not None:
            yield *centre(component, scene.document, scene.frame), *future


def _rims(scene: Scene) -> Iterator[Bounds]:
    for attitude in scene.document.attitudes.values():
        left, top, right, bottom = _bounds(attitude_box(attitude, scene.frame))
        yield left, top, right, top
        yield left, bottom, right, bottom
        yield left, top, left, bottom
        yield right, top, right, bottom


def _bars(scene: Scene) -> Iterator[Bounds]:
    for component in scene.document.components.values():
        if component.inertia is not None:
            yield _bounds(bar_box(component, component.inertia, scene))


def _pipelines(scene: Scene) -> Iterator[Bounds]:
    for pipeline in scene.document.pipelines.values():
        yield _bounds(pipeline_box(pipeline, scene.document, scene.frame))


def _chosen(scene: Scene) -> Iterator[Box]:
    """The names that the user put somewhere, of components and of what they will become."""
    document, frame = scene.document, scene.frame
    for component in document.components.values():
        if component.label is not None and component.name.strip():
            at = centre(component, document, frame)
            yield own_place(component.name, setting_of(component), component.label, at).box
        evolve, future = component.evolve, ghost(component, scene)
        if evolve is not None and evolve.label is not None and future is not None and evolve.name.strip():
            yield own_place(evolve.name, GHOST_NAME, evolve.label, future).box


def _fixed(scene: Scene) -> Iterator[Box]:
    """Texts whose place the user chose, and the words in the map's corners."""
    frame, document = scene.frame, scene.document
    if not document.look.hides_evolution and corners_are_free(document, frame):
        yield from corners(frame)
    if scene.show.labels:
        yield from _chosen(scene)
        yield from (word_place(attitude, frame).box for attitude in document.attitudes.values())
    if not scene.show.notes:
        return
    yield from (note_place(note, frame).box for note in document.notes.values())
    for annotation in document.annotations.values():
        for at in annotation.positions:
            yield Box(*_around(frame.x(at.evolution), frame.y(at.visibility), NUMBER_RADIUS + 1))
    written_out = list_box(document, frame)
    if written_out is not None:
        yield written_out
