"""Where labels, titles, outlines, interface numbers and the legend go."""

from __future__ import annotations

from collections.abc import Iterable

from mapper.drawing.first_places import first_places
from mapper.drawing.frame import Frame
from mapper.drawing.layout import Layout
from mapper.drawing.metrics import Typeface, set_in
from mapper.drawing.scene import ALL, Show
from mapper.drawing.themes import theme_of
from mapper.model import Document, Id


def first_layout(document: Document, frame: Frame) -> Layout:
    """Places for the names alone, found in a few milliseconds without numpy: for the first paint."""
    with set_in(theme_of(document).typeface):
        return first_places(document, frame)


def lay_out(
    document: Document,
    frame: Frame,
    show: Show = ALL,
    previous: Layout | None = None,
    near: Iterable[Id] | None = None,
    typeface: Typeface | None = None,
) -> Layout:
    """A place for everything that has none of its own, so that no two texts meet where room can be found.

    A label that the user put somewhere stays there. With a `previous` layout, texts stay where they were unless another
    place is clearly better; with `near` as well, the ids of what moved since, only texts near those are placed again.
    Texts are as wide as in the typeface of the map's own theme, if no other is named.
    """
    # numpy is loaded only when the first layout is wanted.
    from mapper.drawing.placing.lay import laid_out

    with set_in(typeface or theme_of(document).typeface):
        return laid_out(document, frame, show, previous, near)
