"""Places of labels: theirs are pixels from the centre to the text's left baseline, ours go to the text's middle."""

from __future__ import annotations

from mapper.drawing.labels import NAME
from mapper.drawing.metrics import text_width
from mapper.drawing.wrap import ways_to_wrap
from mapper.model import LabelOffset

_WRAPS_FROM = 11.0
"""Names of so many ems are broken into lines on our map; there they never are."""
_RISE = NAME.rise - NAME.lead / 2
_FARTHEST = 2000.0
_BESIDE = 8.0
"""How far up or down a line may stand and still count as beside the symbol."""


def offset_of(pixels: tuple[float, ...], name: str) -> LabelOffset:
    """Our place for a label that stands at theirs. It keeps the side that it is on, and its distance there."""
    x, y = pixels
    wide, narrow, extra = _sizes(name)
    if x >= 0:
        right = x + narrow / 2
    elif x <= -wide:
        right = x + wide - narrow / 2
    else:
        right = narrow * (x / wide + 0.5)
    level = y - _RISE
    down = level + extra * max(-1.0, min(1.0, level / _BESIDE))
    return LabelOffset(right=_bounded(right), down=_bounded(down))


def pixels_of(offset: LabelOffset, name: str) -> tuple[float, float]:
    """Their place for a label that stands at ours: what `offset_of` turns back, to a hundredth of a unit."""
    wide, narrow, extra = _sizes(name)
    if offset.right >= narrow / 2:
        x = offset.right - narrow / 2
    elif offset.right <= -narrow / 2:
        x = offset.right - wide + narrow / 2
    else:
        x = (offset.right / narrow - 0.5) * wide
    if abs(offset.down) >= _BESIDE + extra:
        level = offset.down - extra if offset.down > 0 else offset.down + extra
    else:
        level = offset.down * _BESIDE / (_BESIDE + extra)
    return x, level + _RISE


def _bounded(distance: float) -> float:
    return min(_FARTHEST, max(-_FARTHEST, round(distance, 2)))


def _sizes(name: str) -> tuple[float, float, float]:
    """The width of a name on one line, and on our map; half of what its further lines add to its height there."""
    size, weight = NAME.size, NAME.weight
    wide = max(1.0, text_width(name, size, weight))
    if wide < _WRAPS_FROM * size:
        return wide, wide, 0.0
    lines = ways_to_wrap(name, size, weight)[-1][:3]
    narrow = max(1.0, *(text_width(line, size, weight) for line in lines))
    return wide, narrow, NAME.lead * (len(lines) - 1) / 2
