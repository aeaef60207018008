"""What lies where on the page, brought up to date when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mapper.drawing.belonging import pipeline_members
from mapper.drawing.frame import Frame
from mapper.drawing.layout import Box, Layout, Point
from mapper.drawing.remarks import note_place
from mapper.drawing.where import arrow_box, centre
from mapper.editor.grid import Cell, Grid, cells_of_box, cells_of_line
from mapper.model import BLANK, Document, Id, Link
from mapper.model.change import changed_ids

MARK = 16.0
"""Half the side of the square that a component, a ghost or an annotation's number is looked for in."""


class Ground:
    """Three grids: marks (components, ghosts, notes, annotations, accelerators), links, and words (labels and titles).

    `lines` holds the two ends of each link on the page.
    """

    def __init__(self) -> None:
        self._document = BLANK
        self._frame = Frame()
        self._layout = Layout()
        self.marks = Grid()
        self.links = Grid()
        self.words = Grid()
        self.lines: dict[Id, tuple[Point, Point]] = {}
        self.outline_boxes: dict[Id, Box] = {}

    def follow(self, document: Document, frame: Frame, layout: Layout) -> None:
        """Hold what these hold. What did not change since the last time costs nothing."""
        if frame != self._frame:
            self._document, self._frame = BLANK, frame
            self.marks, self.links, self.lines = Grid(), Grid(), {}
        if document is not self._document:
            self._take_changes(document)
        if layout is not self._layout:
            self._take_layout(layout)

    def _take_changes(self, document: Document) -> None:
        """Take out what changed from where it was, and put it in where it is."""
        changed = changed_ids(self._document, document)
        changed |= _hanging(self._document, changed) | _hanging(document, changed)
        moved = changed & (document.components.keys() | self._document.components.keys())
        links = (*self._document.links.values(), *document.links.values())
        touched = {x.id for x in links if x.id in changed or x.source in moved or x.target in moved}
        self._forget(self._document, changed, touched)
        self._hold(document, changed, touched)
        self._document = document

    def _forget(self, document: Document, changed: Iterable[Id], links: Iterable[Id]) -> None:
        for id in changed:
            self.marks.discard(id, _cells_of_mark(document, self._frame, id))
        for id in links:
            if id in self.lines:
                self.links.discard(id, cells_of_line(*self.lines.pop(id)))

    def _hold(self, document: Document, changed: Iterable[Id], links: Iterable[Id]) -> None:
        for id in changed:
            self.marks.add(id, _cells_of_mark(document, self._frame, id))
        for id in links:
            if id in document.links:
                self.lines[id] = ends(document, self._frame, document.links[id])
                self.links.add(id, cells_of_line(*self.lines[id]))

    def _take_layout(self, layout: Layout) -> None:
        self.words = Grid()
        for places in (layout.labels, layout.titles):
            for id, place in places.items():
                self.words.add(id, cells_of_box(place.box))
        self.outline_boxes = {id: _bounds(outline.rings) for id, outline in layout.outlines.items()}
        self._layout = layout


def _hanging(document: Document, ids: set[Id]) -> set[Id]:
    """The members of the pipelines that hang from these components: they stand where those stand."""
    pipelines = [pipeline.id for pipeline in document.pipelines.values() if pipeline.component in ids]
    return {member for pipeline in pipelines for member in pipeline_members(pipeline, document)}


def ends(document: Document, frame: Frame, link: Link) -> tuple[Point, Point]:
    """The centres of the two components that a link joins, on the page."""
    components = document.components
    return centre(components[link.source], document, frame), centre(components[link.target], document, frame)


def _cells_of_mark(document: Document, frame: Frame, id: Id) -> Iterator[Cell]:
    if component := document.components.get(id):
        x, y = centre(component, document, frame)
        yield from _round(x, y)
        if component.evolve is not None:
            yield from _round(frame.x(component.evolve.evolution), y)
    elif note := document.notes.get(id):
        yield from cells_of_box(note_place(note, frame).box)
    elif annotation := document.annotations.get(id):
        for at in annotation.positions:
            yield from _round(frame.x(at.evolution), frame.y(at.visibility))
    elif accelerator := document.accelerators.get(id):
        yield from cells_of_box(arrow_box(accelerator, frame))


def _round(x: float, y: float) -> Iterator[Cell]:
    return cells_of_box(Box(x - MARK, y - MARK, x + MARK, y + MARK))


def _bounds(rings: tuple[tuple[Point, ...], ...]) -> Box:
    xs = [x for ring in rings for x, _ in ring]
    ys = [y for ring in rings for _, y in ring]
    return Box(min(xs), min(ys), max(xs), max(ys)) if xs else Box(0, 0, 0, 0)
