"""A pipeline on the map: the box along evolution that hangs from its component and holds its members."""

from __future__ import annotations

from mapper.drawing.marks import Drawn, Rectangle
from mapper.drawing.scene import Scene
from mapper.drawing.strokes import pen
from mapper.drawing.where import pipeline_box
from mapper.model import Pipeline


def draw_pipeline(pipeline: Pipeline, scene: Scene) -> dict[str, Drawn]:
    """What a pipeline puts on each layer."""
    if not scene.is_lit(pipeline.component):
        scene = scene.standing_back()
    box = pipeline_box(pipeline, scene.document, scene.frame)
    name = pipeline.title or scene.document.components[pipeline.component].name
    shape = Rectangle(
        box.left,
        box.top,
        box.right - box.left,
        box.bottom - box.top,
        4.0,
        scene.theme.card,
        pen(scene.theme.crossing, 1.6),
    )
    return {"pipelines": Drawn(pipeline.id, "pipeline", name, (shape,))}
