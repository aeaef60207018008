"""Where a component will go, as an arrow glued to it and to what it will be, and what resists it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mapper.drawing.marks import Circle, Drawn, Line, Rectangle, Stroke
from mapper.export.pptx.shapes import Said, Shape, Shapes
from mapper.export.pptx.sites import Sites

_CASING = 2.0


def ghost_of(movement: Drawn | None) -> Circle | None:
    """The hollow circle where a component will be, among the marks of its movement."""
    circles = (mark for mark in (movement.marks if movement is not None else ()) if isinstance(mark, Circle))
    return next((circle for circle in circles if circle.stroke is not None), None)


def movement_shapes(
    movement: Drawn, ghost: Circle, symbol: Sites | None, names: Sequence[Shape], shapes: Shapes
) -> Iterator[Shape]:
    """The arrow to the ghost, the ghost with its name, and the bar between them."""
    later = f"{movement.title}, evolved"
    future = Sites(shapes.id(), ghost.x, ghost.y, ghost.radius)
    arrow = next((mark for mark in movement.marks if isinstance(mark, Line) and mark.stroke.dash), None)
    if arrow is not None:
        yield shapes.connector(arrow, Said(f"Evolution of {movement.title}"), (symbol, future), (False, True))
    circle = shapes.oval(ghost, Said(later), future.shape)
    yield shapes.group([circle, *names], Said(later)) if names else circle
    yield from resisting_bar(movement, shapes)


def resisting_bar(movement: Drawn, shapes: Shapes) -> Iterator[Shape]:
    """The bar of inertia, if there is one, as a rectangle in the colour of the line that casing it leaves free."""
    *_, casing, bar = (None, *movement.marks)
    if isinstance(bar, Line) and isinstance(casing, Line):
        left, width = bar.x1 - bar.stroke.width / 2, bar.stroke.width
        rim = Stroke(casing.stroke.colour, _CASING)
        mark = Rectangle(left, bar.y1, width, bar.y2 - bar.y1, 0.0, bar.stroke.colour, rim)
        yield shapes.rectangle(mark, Said(f"Inertia of {movement.title}"))
