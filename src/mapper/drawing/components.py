"""A component on the map: its symbol and signs, the disc of its method, its movement, its name."""

from __future__ import annotations

import math

from mapper.drawing.glyphs import CONSTRAINT, DISC_BEYOND, constraint, glyph, odd_method, reach
from mapper.drawing.labels import GHOST_NAME, Setting, halo_marks, setting_of, text_marks
from mapper.drawing.layout import ghost_label
from mapper.drawing.letters import letter_marks
from mapper.drawing.marks import Circle, Drawn
from mapper.drawing.movements import movement, resistance
from mapper.drawing.scene import Scene
from mapper.drawing.strokes import pen
from mapper.drawing.where import centre
from mapper.model import Component, Id

_HALF_RIGHT_ANGLE = math.sqrt(0.5)
"""The letter of a method stands at the lower right of its disc."""


def draw_component(component: Component, scene: Scene) -> dict[str, Drawn]:
    """What a component puts on each layer."""
    if not scene.is_lit(component.id):
        scene = scene.standing_back()
    x, y = centre(component, scene.document, scene.frame)
    symbol = glyph(component, scene.document)
    role, marks = component.kind, symbol.draw(x, y, scene.theme)
    if component.constraint:
        marks = (*marks, *constraint(x, y, reach(component, scene) - CONSTRAINT, scene.theme))
    layers = {"components": Drawn(component.id, role, component.name, marks)}
    method = odd_method(component, scene)
    if method is not None:
        disc = Circle(x, y, symbol.radius + DISC_BEYOND, scene.theme.fill(method), pen(scene.theme.disc_rim, 1.3))
        layers["discs"] = Drawn(component.id, "method", component.name, (disc,))
        if scene.theme.letters:
            aside = (symbol.radius + DISC_BEYOND) * _HALF_RIGHT_ANGLE
            letter = letter_marks(method, x + aside, y + aside, scene.theme)
            layers["letters"] = Drawn(component.id, "method", component.name, letter)
    moving = movement(component, scene)
    if moving:
        layers["movements"] = Drawn(component.id, "movement", component.name, moving)
    resisting = resistance(component, scene)
    if resisting:
        layers["inertia"] = Drawn(component.id, "inertia", component.name, resisting)
    if scene.show.labels:
        _add_label(layers, component.id, component.id, component.name, setting_of(component), scene)
        if component.evolve is not None and scene.show.evolve:
            _add_label(layers, component.id, ghost_label(component.id), component.evolve.name, GHOST_NAME, scene)
    return layers


def _add_label(layers: dict[str, Drawn], id: Id, key: Id, title: str, setting: Setting, scene: Scene) -> None:
    place = scene.layout.labels.get(key)
    if place is None:
        return
    theme, is_future = scene.theme, key != id
    for layer, marks in (
        ("halos", halo_marks(place, setting, scene, theme.casing if is_future else None)),
        ("labels", text_marks(place, setting, theme.evolve if is_future else theme.ink)),
    ):
        already = layers[layer].marks if layer in layers else ()
        layers[layer] = Drawn(id, "label", title, (*already, *marks))
