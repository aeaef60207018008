"""The outlines of contracts: what is promised of them, and how to get them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mapper.drawing.frame import Frame
from mapper.drawing.layout import Outline
from mapper.model import Document, Id


def outlines(
    document: Document,
    frame: Frame,
    contracts: Iterable[Id],
    cell: float = 6.0,
    previous: Mapping[Id, Outline] | None = None,
) -> dict[Id, Outline]:
    """The outlines of these contracts of the plan in hand; a contract without members has none.

    All members are inside and all other components outside (those nearer to each other than a grid cell apart), in one
    ring where there is a way between the members. Outlines do not overlap unless their contracts share a component. A
    member moved a little changes its outline a little: where there are `previous` outlines of all contracts, corridors stay
    where they were unless others would be clearly better. `cell` is the grid's in page units: 12 while dragging, 6 to keep.
    """
    # numpy, Pillow and contourpy are loaded only when the first outline is wanted.
    from mapper.drawing.outlining.shapes import shapes

    return shapes(document, frame, contracts, cell, previous or {})
