"""Where labels, titles, outlines, interface numbers and the legend go."""

from __future__ import annotations

from collections.abc import Iterable

from mapper.drawing.first_places import first_places
from mapper.drawing.frame import Frame
from mapper.drawing.layout import Layout
from mapper.drawing.scene import ALL, Show
from mapper.model import Document, Id


def first_layout(document: Document, frame: Frame) -> Layout:
    """Places for the names alone, found in a few milliseconds without numpy: for the first paint."""
    return first_places(document, frame)


def lay_out(
    document: Document,
    frame: Frame,
    show: Show = ALL,
    previous: Layout | None = None,
    near: Iterable[Id] | None = None,
) -> Layout:
    """A place for everything that has none of its own, so that no two texts meet where room can be found.

    A label that the user put somewhere stays there. With a `previous` layout, texts stay where they were unless another
    place is clearly better; with `near` as well, the ids of what moved since, only texts near those are placed again.
    """
    # numpy is loaded only when the first layout is wanted.
    from mapper.drawing.placing.lay import laid_out

    return laid_out(document, frame, show, previous, near)
