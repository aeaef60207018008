"""Where things stand, in words and numbers."""

from __future__ import annotations

from collections.abc import Collection

from mapper.edits import stage_of
from mapper.edits.attitudes import far_corner
from mapper.model import Accelerator, Attitude, Component, Document, Id, Note
from mapper.procurement.vocabulary import stage_name
from mapper.procurement.words import word


def readout(document: Document, ids: Collection[Id]) -> str | None:
    """One line on what has a place ("Tea · Product (+ rental) · evolution 0.62 · visibility 0.45"), on how many things
    there are if there are several, or None if there is nothing to say."""
    if len(ids) > 1:
        return f"{len(ids)} selected"
    for id in ids:
        if id in document.components:
            return _component(document, document.components[id])
        if (standing := document.notes.get(id) or document.accelerators.get(id)) is not None:
            return _standing(document, standing)
        if id in document.attitudes:
            return _area(document.attitudes[id])
        return _stage(document, id)
    return None


def _component(document: Document, component: Component) -> str:
    stages = document.stages
    stage = stage_name(component, stages)
    evolution = f"{component.evolution:.2f}"
    if component.evolve is not None:
        later = stage_name(component, stages, component.evolve.evolution)
        stage = stage if stage == later else f"{stage} → {later}"
        evolution = f"{evolution} → {component.evolve.evolution:.2f}"
    return _joined(component.name, stage, f"evolution {evolution}", f"visibility {component.visibility:.2f}")


def _standing(document: Document, at: Note | Accelerator) -> str:
    name = "Note" if isinstance(at, Note) else at.name
    stage = document.stages.name(document.stages.stage(at.evolution))
    return _joined(name, stage, f"evolution {at.evolution:.2f}", f"visibility {at.visibility:.2f}")


def _joined(*parts: str) -> str:
    """Maps may leave stages without a name."""
    return " · ".join(part for part in parts if part)


def _stage(document: Document, id: Id) -> str | None:
    """Where a stage begins; None of the first, and of anything that is no stage."""
    place = stage_of(id)
    if not place:
        return None
    return _joined(document.stages.names[place], f"from evolution {document.stages.lines[place - 1]:.2f}")


def _area(attitude: Attitude) -> str:
    far = far_corner(attitude)
    evolution = f"evolution {attitude.evolution:.2f} to {far.evolution:.2f}"
    return f"{word(attitude.people)} · {evolution} · visibility {attitude.visibility:.2f} to {far.visibility:.2f}"
