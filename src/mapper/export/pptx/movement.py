"""Where a component will go, as an arrow glued to it and to what it will be, and what resists it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mapper.drawing.marks import Circle, Drawn, Line
from mapper.export.pptx.shapes import Said, Shape, Shapes
from mapper.export.pptx.sites import Sites

_CASING = 2.0


def ghost_of(movement: Drawn | None) -> Circle | None:
    """The hollow circle where a component will be, among the marks of its movement."""
    circles = (mark for mark in (movement.marks if movement is not None else ()) if isinstance(mark, Circle))
    return next((circle for circle in reversed(list(circles)) if circle.stroke is not None), None)


def movement_shapes(
    movement: Drawn, ghost: Circle, symbol: Sites | None, names: Sequence[Shape], shapes: Shapes
) -> Iterator[Shape]:
    """The arrow to the ghost, and the ghost with its name on the disc of its method."""
    later = f"{movement.title}, evolved"
    future = Sites(shapes.id(), ghost.x, ghost.y, ghost.radius)
    arrow = next((mark for mark in movement.marks if isinstance(mark, Line) and mark.stroke.dash), None)
    if arrow is not None:
        yield shapes.connector(arrow, Said(f"Evolution of {movement.title}"), (symbol, future), (False, True))
    discs = [mark for mark in movement.marks if isinstance(mark, Circle) and mark.stroke and mark is not ghost]
    parts = [shapes.oval(disc, Said(f"Method of {later}")) for disc in discs]
    parts += [shapes.oval(ghost, Said(later), future.shape), *names]
    yield shapes.group(parts, Said(later)) if len(parts) > 1 else parts[0]
