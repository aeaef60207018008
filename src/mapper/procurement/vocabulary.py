"""What the stages of evolution are called: by the map, and by what it is that evolves."""

from __future__ import annotations

from collections.abc import Mapping

from mapper.model import Component, ComponentType, Stage, Stages

VOCABULARY: Mapping[ComponentType, tuple[str, str, str, str]] = {
    ComponentType.PRACTICE: ("Novel", "Emerging", "Good", "Best"),
    ComponentType.DATA: ("Unmodelled", "Divergent", "Convergent", "Modelled"),
    ComponentType.KNOWLEDGE: ("Concept", "Hypothesis", "Theory", "Accepted"),
}
"""Activities are what maps name their stages for: they go by the map's own words."""


def stage_name(component: Component, stages: Stages, evolution: float | None = None) -> str:
    """What the stage of a component is called, or of where it will be at another `evolution`."""
    stage = stages.stage(component.evolution if evolution is None else evolution)
    words = None if component.type is None else VOCABULARY.get(component.type)
    return stages.name(stage) if words is None else words[tuple(Stage).index(stage)]
