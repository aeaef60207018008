"""Where OnlineWardleyMaps and Mermaid put a label, in pixels, and where it is here.

Theirs is from a component's centre to the left end of the label's baseline. One pixel is one unit of our page: their
text is about as large as ours, so a label keeps clear of what it was moved away from.
"""

from __future__ import annotations

from mapper.drawing.first_places import own_place
from mapper.drawing.labels import NAME
from mapper.model import LabelOffset

_FARTHEST = 2000.0
_MIDDLE = 5.0
"""How far the middle of a line lies above its baseline."""

Pixels = tuple[float, float]
"""Right and down."""


def offset_of(pixels: Pixels, name: str) -> LabelOffset:
    """The place here of a label that another program has at `pixels`; what is out of all bounds stays within ours."""
    return LabelOffset(right=_bounded(pixels[0] + _half_width(name)), down=_bounded(pixels[1] - _MIDDLE))


def pixels_of(offset: LabelOffset, name: str) -> Pixels:
    """Where another program has a label of ours: what `offset_of` turns back."""
    return offset.right - _half_width(name), offset.down + _MIDDLE


def _half_width(name: str) -> float:
    box = own_place(name, NAME, LabelOffset(right=0, down=0), (0.0, 0.0)).box
    return round((box.right - box.left) / 2, 2)


def _bounded(distance: float) -> float:
    return min(_FARTHEST, max(-_FARTHEST, round(distance, 2)))
