"""Dragging components into pipelines and out of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapper.drawing.layout import Box
from mapper.drawing.where import BOX_BOTTOM, BOX_TOP, DROP, centre, pipeline_box
from mapper.editor.tools.moving import Edit, shift
from mapper.edits import join_pipeline, leave_pipeline, move
from mapper.model import Document, Id

if TYPE_CHECKING:
    from mapper.editor.session import Session

ROUND = 6.0
"""How far beside a pipeline's box something is still dropped into it, in page units."""
OUT = 26.0
"""How far above or below its box a choice must be dragged to leave the pipeline, in page units."""


def shift_components(session: Session, ids: frozenset[Id], held: Id) -> Edit:
    """Everything selected moves, and the component that is `held` decides where to: over a pipeline's box the selected
    components become its choices; a choice dragged well out of its own box leaves the pipeline."""
    base, frame, plain = session.document, session.frame, shift(session, ids)
    component, own = base.components[held], base.components[held].pipeline
    is_head = any(pipeline.component == held for pipeline in base.pipelines.values())
    if component.is_anchor or is_head or (own is not None and base.pipelines[own].component in ids):
        return plain
    boxes = {
        id: _round(pipeline_box(pipeline, base, frame))
        for id, pipeline in base.pipelines.items()
        if pipeline.component not in ids and id != own
    }
    joining = [id for id in ids if id in base.components]
    leaving = [] if own is None else [id for id in joining if base.components[id].pipeline == own]
    freed = move(leave_pipeline(base, leaving), leaving, visibility=-DROP / frame.plot_height)
    x, y = centre(component, base, frame)

    def edit(right: float, down: float) -> Document:
        if own is not None and abs(down) <= (BOX_BOTTOM - BOX_TOP) / 2 + OUT:
            return plain(right, down)
        moved = move(freed, ids, evolution=right / frame.plot_width, visibility=-down / frame.plot_height)
        target = next((id for id, box in boxes.items() if box.holds(x + right, y + down)), None)
        return moved if target is None else join_pipeline(moved, target, joining)

    return edit


def _round(box: Box) -> Box:
    return Box(box.left - ROUND, box.top - ROUND, box.right + ROUND, box.bottom + ROUND)
