"""Where a component will go and what holds it back: the arrow to its ghost, and the bar of inertia."""

from __future__ import annotations

from mapper.drawing.glyphs import DISC_BEYOND, reach
from mapper.drawing.layout import Box, Point
from mapper.drawing.marks import Align, Circle, Close, Line, Mark, Move, Path, Rectangle, Straight, Text
from mapper.drawing.scene import Scene
from mapper.drawing.strokes import pen
from mapper.drawing.theme import Theme
from mapper.drawing.where import centre
from mapper.model import Component, Inertia, InertiaKind, Method
from mapper.procurement.words import word

GHOST = 7.0
_HEAD = 9.0
BAR_HEIGHT = 30.0
_WIDTHS = {1: 4.0, 2: 7.0, 3: 11.0}
"""The stronger the inertia, the thicker its bar."""
_BAR_GAP = 7.0
TAG = 13.0
"""The side of the tag on the bar: its letter is that of the kind of inertia."""


def ghost(component: Component, scene: Scene) -> Point | None:
    """Where a component will be once it has evolved."""
    if component.evolve is None or not scene.show.evolve:
        return None
    _, y = centre(component, scene.document, scene.frame)
    return scene.frame.x(component.evolve.evolution), y


def ghost_reach(component: Component, scene: Scene) -> float:
    """From the middle of the ghost to its outer rim, the disc of its new method included."""
    return GHOST + (DISC_BEYOND if _new_method(component, scene) is not None else 0.0)


def _new_method(component: Component, scene: Scene) -> Method | None:
    return component.evolve.method if component.evolve is not None and scene.show.methods else None


def movement(component: Component, scene: Scene) -> tuple[Mark, ...]:
    """The evolve arrow with its ghost, the last of the marks."""
    future = ghost(component, scene)
    return () if future is None else _arrow(component, future, scene)


def resistance(component: Component, scene: Scene) -> tuple[Mark, ...]:
    """The bar of inertia, with the tag of its kind."""
    inertia = component.inertia
    return () if inertia is None else bar(inertia, bar_box(component, inertia, scene), scene.theme)


def _arrow(component: Component, future: Point, scene: Scene) -> tuple[Mark, ...]:
    """A dashed arrow along evolution to a hollow circle. It is cased, as it may cross a dark fill."""
    theme, (end, y) = scene.theme, future
    x, start, far = scene.frame.x(component.evolution), reach(component, scene), ghost_reach(component, scene)
    way = 1.0 if end >= x else -1.0
    first, last = x + way * (start + 2), end - way * (far + 2)
    circles = (Circle(end, y, far + 2.0, theme.casing), *_ghost(component, future, scene))
    if way * (last - first) < _HEAD:
        return circles
    back = last - way * _HEAD
    head = Path((Move(last, y), Straight(back, y - 4.5), Straight(back, y + 4.5), Close()), theme.evolve)
    return (
        Line(first, y, last, y, pen(theme.casing, 6.0)),
        Line(first, y, back, y, pen(theme.evolve, 2.0, (7.0, 4.0))),
        head,
        *circles,
    )


def _ghost(component: Component, future: Point, scene: Scene) -> tuple[Mark, ...]:
    """A hollow circle, on the disc of the method that the component will then be obtained by."""
    theme, method = scene.theme, _new_method(component, scene)
    circle = Circle(*future, GHOST, theme.casing, pen(theme.evolve, 2.0))
    if method is None:
        return (circle,)
    disc = Circle(*future, GHOST + DISC_BEYOND, theme.fill(method), pen(theme.evolve, 1.3, (3.0, 2.5)))
    return (disc, circle)


def bar(inertia: Inertia, box: Box, theme: Theme) -> tuple[Mark, ...]:
    """The bar of inertia at the foot of a box, under the tag of its kind."""
    top, (middle, _), width = box.bottom - BAR_HEIGHT, box.middle, _WIDTHS[inertia.level]
    left = middle - width / 2
    casing = Rectangle(left - 2, top - 2, width + 4, BAR_HEIGHT + 4, 0.0, theme.casing)
    standing = Rectangle(left, top, width, BAR_HEIGHT, 0.0, theme.ink)
    return (casing, standing, *(() if inertia.kind is None else tag(inertia.kind, middle, top - TAG / 2 - 1, theme)))


def tag(kind: InertiaKind, x: float, y: float, theme: Theme) -> tuple[Mark, ...]:
    """The letter of a kind of inertia, round (x, y)."""
    half = TAG / 2
    return (
        Rectangle(x - half, y - half, TAG, TAG, 3.0, theme.ink, pen(theme.casing, 1.4)),
        Text(x, y + 3.4, word(kind)[0], 9.5, theme.casing, 700, Align.MIDDLE),
    )


def bar_box(component: Component, inertia: Inertia, scene: Scene) -> Box:
    """What the bar and its tag cover: before the stage line that is resisted, else just beside the component on its way."""
    _, y = centre(component, scene.document, scene.frame)
    half = _WIDTHS[inertia.level] / 2
    x = _bar_x(component, half, scene)
    top = y - BAR_HEIGHT / 2 - (0.0 if inertia.kind is None else TAG + 1)
    half = half if inertia.kind is None else max(half, TAG / 2)
    return Box(x - half, top, x + half, y + BAR_HEIGHT / 2)


def _bar_x(component: Component, half: float, scene: Scene) -> float:
    x, future = scene.frame.x(component.evolution), ghost(component, scene)
    way = -1.0 if future is not None and future[0] < x else 1.0
    beside = reach(component, scene) + _BAR_GAP + half
    if future is None:
        return x + beside
    # Distances along the way: where it ends, and where a bar would stand before each stage line.
    end = way * (future[0] - x) - ghost_reach(component, scene) - _BAR_GAP - half
    lines = sorted(way * (scene.frame.x(line) - x) - _BAR_GAP - half for line in scene.document.stages.lines)
    crossed = next((line for line in lines if beside <= line <= end), None)
    if crossed is not None:
        return x + way * crossed
    return x + way * max(beside, min((beside + end) / 2, end - _HEAD))
