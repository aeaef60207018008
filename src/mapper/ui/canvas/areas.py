"""Where the ground below texts looks different because an attitude's area does."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.drawing.frame import Frame
from mapper.drawing.layout import Box
from mapper.drawing.where import attitude_box
from mapper.model import Attitude, Document

REACH = 6.0
"""So far from a text its halo may reach, in page units."""


def changed_grounds(before: Document, after: Document, frame: Frame) -> Iterator[Box]:
    """Boxes of the page in which the colour below a text may be another than before."""
    if before.attitudes is after.attitudes:
        return
    for id in before.attitudes.keys() | after.attitudes.keys():
        old, new = before.attitudes.get(id), after.attitudes.get(id)
        if old is not new:
            yield from _changed(old, new, frame)


def _changed(old: Attitude | None, new: Attitude | None, frame: Frame) -> Iterator[Box]:
    boxes = [attitude_box(attitude, frame) for attitude in (old, new) if attitude is not None]
    if old is None or new is None or old.people is not new.people:
        yield from boxes
    else:
        yield from _swept(*boxes)


def _swept(one: Box, other: Box) -> Iterator[Box]:
    """What lies in one of two areas but not in both: most of a dragged area stays as it was."""
    left, right = min(one.left, other.left), max(one.right, other.right)
    top, bottom = min(one.top, other.top), max(one.bottom, other.bottom)
    for near, far in ((one.left, other.left), (one.right, other.right)):
        yield Box(min(near, far) - REACH, top - REACH, max(near, far) + REACH, bottom + REACH)
    for near, far in ((one.top, other.top), (one.bottom, other.bottom)):
        yield Box(left - REACH, min(near, far) - REACH, right + REACH, max(near, far) + REACH)
