"""Where a component stands on the page."""

from __future__ import annotations

from mapper.drawing.belonging import pipeline_members
from mapper.drawing.frame import Frame
from mapper.drawing.layout import Box, Point
from mapper.model import Component, Document, Pipeline

DROP = 19.5
"""A pipeline's members stand this far under its component, in the box that hangs from it."""
BOX_TOP, BOX_BOTTOM = 8.0, 31.0
"""The pipeline's box, measured down from the centre of its component."""
BOX_SIDE = 14.0
"""The least room in the box beside its outermost member or its component."""


def clearance(component: Component) -> float:
    """How far a name above or below a component must keep from its centre: one in a pipeline's box, beyond the box."""
    return 0.0 if component.pipeline is None else BOX_BOTTOM - DROP + 1.5


def centre(component: Component, document: Document, frame: Frame) -> Point:
    """The middle of a component's symbol. A pipeline's member shares the visibility of the pipeline's component."""
    if component.pipeline is None:
        return frame.x(component.evolution), frame.y(component.visibility)
    parent = document.components[document.pipelines[component.pipeline].component]
    return frame.x(component.evolution), frame.y(parent.visibility) + DROP


def pipeline_box(pipeline: Pipeline, document: Document, frame: Frame) -> Box:
    """The box along evolution that holds a pipeline's members and hangs from its component."""
    parent = document.components[pipeline.component]
    middle, y = frame.x(parent.evolution), frame.y(parent.visibility)
    xs = [frame.x(document.components[member].evolution) for member in pipeline_members(pipeline.id, document)]
    left, right = min([middle, *xs]) - BOX_SIDE, max([middle, *xs]) + BOX_SIDE
    if pipeline.start is not None:
        left = min(left, frame.x(pipeline.start))
    if pipeline.end is not None:
        right = max(right, frame.x(pipeline.end))
    return Box(left, y + BOX_TOP, right, y + BOX_BOTTOM)
