"""Where things stand, in words and numbers."""

from __future__ import annotations

from collections.abc import Collection

from mapper.model import Component, Document, Id, Note


def readout(document: Document, ids: Collection[Id]) -> str | None:
    """One line on a component or a note ("Tea · Product (+ rental) · evolution 0.62 · visibility 0.45"), on how many
    things there are if there are several, or None if there is nothing to say."""
    if len(ids) > 1:
        return f"{len(ids)} selected"
    for id in ids:
        if id in document.components:
            return _component(document, document.components[id])
        if id in document.notes:
            return _note(document, document.notes[id])
    return None


def _component(document: Document, component: Component) -> str:
    stages = document.stages
    stage = stages.name(stages.stage(component.evolution))
    evolution = f"{component.evolution:.2f}"
    if component.evolve is not None:
        later = stages.name(stages.stage(component.evolve.evolution))
        stage = stage if stage == later else f"{stage} → {later}"
        evolution = f"{evolution} → {component.evolve.evolution:.2f}"
    return f"{component.name} · {stage} · evolution {evolution} · visibility {component.visibility:.2f}"


def _note(document: Document, note: Note) -> str:
    stage = document.stages.name(document.stages.stage(note.evolution))
    return f"Note · {stage} · evolution {note.evolution:.2f} · visibility {note.visibility:.2f}"
