"""Where what has a place on the map stands on the page."""

from __future__ import annotations

from mapper.drawing.belonging import pipeline_members
from mapper.drawing.frame import Frame
from mapper.drawing.layout import Box, Point
from mapper.model import Accelerator, Attitude, Component, Document, Pipeline

DROP = 19.5
"""A pipeline's members stand this far under its component, in the box that hangs from it."""
BOX_TOP, BOX_BOTTOM = 8.0, 31.0
"""The pipeline's box, measured down from the centre of its component."""
BOX_SIDE = 14.0
"""The least room in the box beside its outermost member or its component."""

ARROW_WIDTH, ARROW_HEIGHT = 46.0, 30.0
"""An accelerator's arrow, its middle at the accelerator's place."""
ARROW_REACH = ARROW_WIDTH / 2
"""How far a name must keep from the arrow's middle."""
SMALLEST_AREA = 36.0
"""An attitude is drawn at least so wide and high."""


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


def arrow_box(accelerator: Accelerator, frame: Frame) -> Box:
    """What an accelerator's arrow covers."""
    x, y = frame.x(accelerator.evolution), frame.y(accelerator.visibility)
    return Box(x - ARROW_WIDTH / 2, y - ARROW_HEIGHT / 2, x + ARROW_WIDTH / 2, y + ARROW_HEIGHT / 2)


def attitude_box(attitude: Attitude, frame: Frame) -> Box:
    """An attitude's area; one that would reach beyond the map ends at its edge."""
    left, top = frame.x(attitude.evolution), frame.y(attitude.visibility)
    right = min(frame.right, max(left + SMALLEST_AREA, frame.x(attitude.evolution + attitude.width)))
    bottom = min(frame.bottom, max(top + SMALLEST_AREA, frame.y(attitude.visibility - attitude.height)))
    return Box(min(left, right - SMALLEST_AREA), min(top, bottom - SMALLEST_AREA), right, bottom)
