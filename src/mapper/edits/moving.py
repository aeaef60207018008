"""Moving what stands on the map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from mapper.edits.attitudes import far_corner
from mapper.edits.components import place
from mapper.edits.locking import is_locked
from mapper.edits.pipelines import members_of, pipelines_of
from mapper.model import Accelerator, Annotation, Attitude, Component, Document, Id, Note, Pipeline, Position

Standing = TypeVar("Standing", Component, Note, Accelerator, Attitude)


def move(document: Document, ids: Iterable[Id], *, evolution: float = 0.0, visibility: float = 0.0) -> Document:
    """Shift what has a place of its own together; the group keeps its shape and stops at the map's edge.

    A contract stands for its members. Moving a component takes the members of its pipeline along; a member on its own
    moves along evolution only, for it shares its pipeline's visibility. A box that is wider than its pipeline's members
    goes with the component. A forecast (evolve) stays where it is, and so does what is locked.
    """
    group = _Group(document, frozenset(ids))
    evolution = _within_map([at.evolution for at in group.places], evolution)
    visibility = _within_map([at.visibility for at in group.free_places], visibility)
    moved = document.put(
        "components",
        [_shifted(c, evolution, visibility) for c in group.free] + [_shifted(c, evolution, 0.0) for c in group.bound],
    )
    moved = moved.put("pipelines", [_shifted_box(pipeline, evolution) for pipeline in group.pipelines])
    moved = moved.put("notes", [_shifted(note, evolution, visibility) for note in group.notes])
    moved = moved.put("accelerators", [_shifted(each, evolution, visibility) for each in group.accelerators])
    moved = moved.put("attitudes", [_shifted(each, evolution, visibility) for each in group.attitudes])
    return moved.put("annotations", [_shifted_annotation(each, evolution, visibility) for each in group.annotations])


def move_annotation_place(document: Document, id: Id, index: int, to: Position) -> Document:
    """Put one of the places that an annotation is shown at elsewhere."""
    annotation = document.annotations[id]
    positions = (*annotation.positions[:index], to, *annotation.positions[index + 1 :])
    return document.put("annotations", [annotation.but(positions=positions)])


class _Group:
    """What moves: `free` along both axes, `bound` and the boxes of `pipelines` along evolution only."""

    def __init__(self, document: Document, ids: frozenset[Id]) -> None:
        chosen = ids.union(*(document.contracts[id].members for id in ids & document.contracts.keys()))
        chosen = frozenset(id for id in chosen if not is_locked(document, id))
        components = [document.components[id] for id in chosen if id in document.components]
        hanging = pipelines_of(document, chosen)
        taken = {member.id: member for member in members_of(document, hanging)}
        self.free = [c for c in components if c.pipeline is None and c.id not in taken] + list(taken.values())
        self.bound = [c for c in components if c.pipeline is not None and c.id not in taken]
        self.pipelines = [document.pipelines[id] for id in hanging]
        self.notes = [document.notes[id] for id in chosen if id in document.notes]
        self.annotations = [document.annotations[id] for id in chosen if id in document.annotations]
        self.accelerators = [document.accelerators[id] for id in chosen if id in document.accelerators]
        self.attitudes = [document.attitudes[id] for id in chosen if id in document.attitudes]
        standing: list[Component | Note | Accelerator | Attitude | Position] = [*self.free, *self.notes]
        standing += [*self.accelerators, *self.attitudes, *map(far_corner, self.attitudes)]
        self.free_places = standing + [at for each in self.annotations for at in each.positions]
        self.places = [*self.free_places, *self.bound]


def _within_map(places: Sequence[float], shift: float) -> float:
    """The shift, shortened so that no place leaves 0 to 1."""
    return max(-min(places), min(1 - max(places), shift)) if places else 0.0


def _shifted(record: Standing, evolution: float, visibility: float) -> Standing:
    return record.but(
        evolution=_shift(record.evolution, evolution),
        visibility=_shift(record.visibility, visibility),
    )


def _shifted_box(pipeline: Pipeline, evolution: float) -> Pipeline:
    return pipeline.but(
        start=None if pipeline.start is None else _shift(pipeline.start, evolution),
        end=None if pipeline.end is None else _shift(pipeline.end, evolution),
    )


def _shifted_annotation(annotation: Annotation, evolution: float, visibility: float) -> Annotation:
    return annotation.but(
        positions=tuple(
            Position(evolution=_shift(at.evolution, evolution), visibility=_shift(at.visibility, visibility))
            for at in annotation.positions
        )
    )


def _shift(value: float, by: float) -> float:
    """Moved and rounded; what does not move keeps all its decimals."""
    return place(value + by) if by else value
