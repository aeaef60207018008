"""A component on the map: its symbol, the disc of its method, where it will go and what holds it back, its name."""

from __future__ import annotations

from mapper.drawing.glyphs import DISC_BEYOND, glyph
from mapper.drawing.labels import GHOST_NAME, Setting, halo_marks, setting_of, text_marks
from mapper.drawing.layout import Point, ghost_label
from mapper.drawing.marks import Circle, Close, Drawn, Line, Mark, Move, Path, Straight
from mapper.drawing.scene import Scene
from mapper.drawing.strokes import pen
from mapper.drawing.where import centre
from mapper.model import Component, Id, Method
from mapper.procurement.methods import contract_method

GHOST = 7.0
_HEAD = 9.0
_BAR_HEIGHT = 30.0
_BAR_WIDTHS = {1: 4.0, 2: 6.5, 3: 9.5}
_BAR_GAP = 7.0


def odd_method(component: Component, scene: Scene) -> Method | None:
    """The method to show on a disc: the component's own, where no contract's fill says the same."""
    method = component.method
    if method is None or not scene.show.methods:
        return None
    contracts = scene.document.contracts
    said = {contract_method(contracts[home], scene.document) for home in scene.homes(component.id)}
    return None if said == {method} else method


def reach(component: Component, scene: Scene) -> float:
    """From the centre to the outer rim of the symbol and its disc."""
    radius = glyph(component, scene.document).radius
    return radius + DISC_BEYOND if odd_method(component, scene) else radius


def draw_component(component: Component, scene: Scene) -> dict[str, Drawn]:
    """What a component puts on each layer."""
    if not scene.is_lit(component.id):
        scene = scene.standing_back()
    x, y = centre(component, scene.document, scene.frame)
    symbol = glyph(component, scene.document)
    role = component.kind
    layers = {"components": Drawn(component.id, role, component.name, symbol.draw(x, y, scene.theme))}
    method = odd_method(component, scene)
    if method is not None:
        disc = Circle(x, y, symbol.radius + DISC_BEYOND, scene.theme.fill(method), pen(scene.theme.disc_rim, 1.3))
        layers["discs"] = Drawn(component.id, "method", component.name, (disc,))
    movement = _movement((x, y), component, scene)
    if movement:
        layers["movements"] = Drawn(component.id, "movement", component.name, movement)
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


def ghost(component: Component, scene: Scene) -> Point | None:
    """Where a component will be once it has evolved."""
    if component.evolve is None or not scene.show.evolve:
        return None
    _, y = centre(component, scene.document, scene.frame)
    return scene.frame.x(component.evolve.evolution), y


def _movement(at: Point, component: Component, scene: Scene) -> tuple[Mark, ...]:
    """The evolve arrow with its ghost, and the bar of inertia."""
    marks: tuple[Mark, ...] = ()
    future = ghost(component, scene)
    if future is not None:
        marks = _arrow(at, future, reach(component, scene), scene)
    if component.inertia is not None:
        x = bar_x(component, scene)
        width = _BAR_WIDTHS[component.inertia.level]
        top, bottom = at[1] - _BAR_HEIGHT / 2, at[1] + _BAR_HEIGHT / 2
        casing = Line(x, top - 2, x, bottom + 2, pen(scene.theme.casing, width + 4))
        marks = (*marks, casing, Line(x, top, x, bottom, pen(scene.theme.ink, width)))
    return marks


def _arrow(at: Point, future: Point, start: float, scene: Scene) -> tuple[Mark, ...]:
    """A dashed red arrow along evolution to a hollow circle. It is cased, as it may cross a dark fill."""
    theme = scene.theme
    (x, y), (end, _) = at, future
    way = 1.0 if end >= x else -1.0
    first, last = x + way * (start + 2), end - way * (GHOST + 2)
    circle = Circle(end, y, GHOST, theme.casing, pen(theme.evolve, 2.0))
    if way * (last - first) < _HEAD:
        return (Circle(end, y, GHOST + 2.0, theme.casing), circle)
    back = last - way * _HEAD
    head = Path((Move(last, y), Straight(back, y - 4.5), Straight(back, y + 4.5), Close()), theme.evolve)
    return (
        Line(first, y, last, y, pen(theme.casing, 6.0)),
        Line(first, y, back, y, pen(theme.evolve, 2.0, (7.0, 4.0))),
        Circle(end, y, GHOST + 2.0, theme.casing),
        head,
        circle,
    )


def bar_x(component: Component, scene: Scene) -> float:
    """Where the bar of inertia stands: before the stage line that is resisted, else just right of the component."""
    x = scene.frame.x(component.evolution)
    beside = x + reach(component, scene) + _BAR_GAP
    if component.evolve is None or not scene.show.evolve:
        return beside
    end = scene.frame.x(component.evolve.evolution) - GHOST
    lines = (scene.frame.x(line) - _BAR_GAP for line in scene.document.stages.lines)
    crossed = [line for line in lines if beside <= line <= end - _BAR_GAP]
    if crossed:
        return crossed[0]
    return max(beside, min((x + end) / 2, end - 2 * _BAR_GAP))
