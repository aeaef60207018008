"""Components as shapes of draw.io, with what is expected to become of them and what holds them back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mapper.drawing.draw import Scene, draw
from mapper.drawing.marks import Circle, Clipped, Drawn, Rectangle, Text
from mapper.drawing.movements import GHOST, ghost
from mapper.drawing.strokes import pen
from mapper.export.drawio.diagram import Diagram, Style
from mapper.export.drawio.looks import put_shape, stroked
from mapper.model import Component

ROLES = {
    "component": "Component",
    "anchor": "User",
    "market": "Market",
    "ecosystem": "Ecosystem",
    "submap": "Submap",
}
_INERTIA = "Inertia. Likely to face a resistance to change."
_CHANGE = "Point of change. Where it is expected to have evolved to."
_USER: Style = {"shape": "actor", "perimeter": "ellipsePerimeter"}
_HEAD: Style = {"endArrow": "open", "endSize": 6}


def texts_of(drawn: Mapping[str, Drawn], layer: str = "labels") -> list[Text]:
    """The lines of text that a record has on a layer."""
    marks = drawn[layer].marks if layer in drawn else ()
    return [mark for mark in marks if isinstance(mark, Text)]


def behind(drawn: Mapping[str, Drawn]) -> Style:
    """The ground behind a name, so that links do not run through it; none where it is near a contract's edge."""
    halos = drawn["halos"].marks if "halos" in drawn else ()
    colours = {mark.halo for mark in halos if isinstance(mark, Text)}
    is_plain = len(colours) == 1 and not any(isinstance(mark, Clipped) for mark in halos)
    return {"labelBackgroundColor": str(colours.pop())} if is_plain else {}


def put_component(
    diagram: Diagram, layer: str, scene: Scene, component: Component, id: str, facts: Mapping[str, str]
) -> None:
    """A component with its name, above its arrow and its bar of inertia."""
    drawn = draw(component.id, scene)
    place, texts = scene.layout.labels.get(component.id), texts_of(drawn)
    lines = len(place.lines) if place is not None else 0
    _put_future(diagram, layer, scene, component, id, texts[lines:])
    if component.inertia is not None:
        _, *bar = drawn["inertia"].marks
        put_shape(diagram, layer, f"{id}-inertia", {"tooltip": _INERTIA}, bar, [])
    symbol = drawn["components"].marks
    if component.is_anchor:
        x, y = scene.frame.x(component.evolution), scene.frame.y(component.visibility)
        body = Rectangle(x - 7, y - 10, 14, 16, 0, scene.theme.ink, pen(scene.theme.casing, 1.2))
        put_shape(diagram, layer, id, facts, [body], texts[:lines], _USER)
    else:
        # The disc of a method that is not its contract's is the component's own shape, and the symbol stands on it.
        discs = drawn["discs"].marks if "discs" in drawn else ()
        put_shape(diagram, layer, id, facts, (*discs, *symbol), texts[:lines], behind(drawn))


def _put_future(
    diagram: Diagram, layer: str, scene: Scene, component: Component, id: str, texts: Sequence[Text]
) -> None:
    """A dashed arrow to a circle where the component will be."""
    at = ghost(component, scene)
    if at is None:
        return
    line = pen(scene.theme.evolve, 2.0)
    circle = Circle(*at, GHOST, scene.theme.casing, line)
    put_shape(diagram, layer, f"{id}-later", {"tooltip": _CHANGE}, [circle], texts)
    arrow = {**_HEAD, **stroked(pen(scene.theme.evolve, 2.0, (7.0, 4.0)))}
    diagram.edge(layer, arrow, (id, f"{id}-later"), id=f"{id}-evolves", facts={"tooltip": "Expected evolution."})
