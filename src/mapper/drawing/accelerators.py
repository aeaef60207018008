"""Accelerators and decelerators on the map: block arrows along evolution."""

from __future__ import annotations

from mapper.drawing.labels import FORCE_NAME, halo_marks, text_marks
from mapper.drawing.marks import Close, Drawn, Move, Path, Straight
from mapper.drawing.scene import Scene
from mapper.drawing.strokes import pen
from mapper.drawing.theme import Theme
from mapper.drawing.where import ARROW_HEIGHT, ARROW_WIDTH
from mapper.model import Accelerator

_HEAD, _SHAFT = 0.42, 0.5
"""The head's share of the arrow's length, and the shaft's of its height."""


def block_arrow(x: float, y: float, theme: Theme, *, slows: bool, size: float = 1.0) -> Path:
    """An arrow round (x, y) that points to where evolution leads or, if it slows, back."""
    way = -1.0 if slows else 1.0
    reach, head = size * ARROW_WIDTH / 2, size * ARROW_HEIGHT / 2
    shaft, neck = head * _SHAFT, way * (reach - 2 * reach * _HEAD)
    steps = (
        Move(x - way * reach, y - shaft),
        Straight(x + neck, y - shaft),
        Straight(x + neck, y - head),
        Straight(x + way * reach, y),
        Straight(x + neck, y + head),
        Straight(x + neck, y + shaft),
        Straight(x - way * reach, y + shaft),
        Close(),
    )
    return Path(steps, theme.node, pen(theme.ring, 2.0))


def draw_accelerator(accelerator: Accelerator, scene: Scene) -> dict[str, Drawn]:
    """What an accelerator puts on each layer."""
    if not scene.is_remark_lit(accelerator.id):
        scene = scene.standing_back()
    x, y = scene.frame.x(accelerator.evolution), scene.frame.y(accelerator.visibility)
    role = "decelerator" if accelerator.slows else "accelerator"
    arrow = block_arrow(x, y, scene.theme, slows=accelerator.slows)
    layers = {"components": Drawn(accelerator.id, role, accelerator.name, (arrow,))}
    place = scene.layout.labels.get(accelerator.id)
    if place is not None and scene.show.labels:
        name = accelerator.name
        layers["halos"] = Drawn(accelerator.id, "label", name, halo_marks(place, FORCE_NAME, scene))
        layers["labels"] = Drawn(accelerator.id, "label", name, text_marks(place, FORCE_NAME, scene.theme.ink))
    return layers
