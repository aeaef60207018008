"""What is taken hold of beside the records themselves: the sides of a selected area, and the stages at the axis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapper.drawing.layout import Box, Point
from mapper.drawing.where import attitude_box
from mapper.model import Attitude

if TYPE_CHECKING:
    from mapper.editor.session import Session

SIDES = ((-1, -1), (0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0))
"""The handles of an area, clockwise from its upper left corner: how far right and down of its middle each lies."""
CURSORS = ("falling", "upright", "rising", "across") * 2
"""The way in which each of them is dragged."""
AXIS_TOP, AXIS_BOTTOM = 4.0, 36.0
"""Stages are taken hold of from so far above the axis of evolution to so far below it, in page units."""


def area_in_hand(session: Session) -> Attitude | None:
    """The area that alone is selected and can be resized."""
    if len(session.selection) != 1:
        return None
    (id,) = session.selection
    area = session.document.attitudes.get(id)
    return None if area is None or area.locked else area


def area_handles(session: Session) -> tuple[Point, ...]:
    """Where the handles of the area in hand lie, in the order of `SIDES`; none if there is no such area."""
    area = area_in_hand(session)
    if area is None:
        return ()
    box = attitude_box(area, session.frame)
    x, y = box.middle
    across, down = (box.right - box.left) / 2, (box.bottom - box.top) / 2
    return tuple((x + right * across, y + low * down) for right, low in SIDES)


def stage_lines(session: Session) -> tuple[float, ...]:
    """Where on the page the lines between the stages can be taken hold of, if the map shows its evolution."""
    if session.document.look.hides_evolution:
        return ()
    return tuple(session.frame.x(line) for line in session.document.stages.lines)


def stage_names(session: Session) -> tuple[Box, ...]:
    """Where at the axis the names of the stages stand."""
    lines, frame = stage_lines(session), session.frame
    if not lines:
        return ()
    starts, ends = (frame.left, *lines), (*lines, frame.right - 90)
    top, bottom = frame.bottom + 8, frame.bottom + AXIS_BOTTOM
    return tuple(Box(start + 4, top, max(start + 5, end - 4), bottom) for start, end in zip(starts, ends, strict=True))
