"""A map's places along evolution, where its stages are to end elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from mapper.edits.attitudes import far_corner
from mapper.model import Attitude, Component, Document, Pipeline, Stages

_FINE = 0.0001
"""As finely are places along an axis kept."""
Move = Callable[[float], float]


def keep_stages(document: Document, stages: Stages) -> Document:
    """The document with these stages, everything as far along its own stage as before; the same where they end there."""
    if document.stages.lines == stages.lines:
        return document

    def move(evolution: float) -> float:
        return _moved(evolution, document.stages, stages)

    moved = document.put("components", [_component(each, move) for each in document.components.values()])
    moved = moved.put("pipelines", [_pipeline(each, move) for each in document.pipelines.values()])
    for table in ("notes", "accelerators"):
        moved = moved.put(
            table, [each.but(evolution=move(each.evolution)) for each in getattr(document, table).values()]
        )
    moved = moved.put("attitudes", [_attitude(each, move) for each in document.attitudes.values()])
    remarks = [
        each.but(positions=tuple(at.but(evolution=move(at.evolution)) for at in each.positions))
        for each in document.annotations.values()
    ]
    return moved.put("annotations", remarks).model_copy(update={"stages": stages})


def _moved(evolution: float, old: Stages, new: Stages) -> float:
    """The place in the same stage, as far along it, to four decimals."""
    at = sum(evolution >= line for line in old.lines)
    start, end = (0.0, *old.lines, 1.0)[at : at + 2]
    left, right = (0.0, *new.lines, 1.0)[at : at + 2]
    place = round(left + (evolution - start) / (end - start) * (right - left), 4)
    # A line belongs to the stage on its right: what comes close to one from the left must not be put upon it.
    return max(left, min(place, right if at == 3 else right - min(_FINE, (right - left) / 2)))


def _component(component: Component, move: Move) -> Component:
    evolve = component.evolve and component.evolve.but(evolution=move(component.evolve.evolution))
    return component.but(evolution=move(component.evolution), evolve=evolve)


def _pipeline(pipeline: Pipeline, move: Move) -> Pipeline:
    start, end = pipeline.start, pipeline.end
    return pipeline.but(start=None if start is None else move(start), end=None if end is None else move(end))


def _attitude(area: Attitude, move: Move) -> Attitude:
    left, right = move(area.evolution), move(far_corner(area).evolution)
    return area.but(evolution=left, width=round(right - left, 4))
