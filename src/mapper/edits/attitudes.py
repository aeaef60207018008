"""Edits of attitudes: the areas where pioneers, settlers and town planners work."""

from __future__ import annotations

from mapper.edits.components import place
from mapper.model import Attitude, Document, Position


def add_attitude(document: Document, attitude: Attitude) -> Document:
    """A new area, its place and size rounded to four decimals."""
    sides = ("evolution", "visibility", "width", "height")
    return document.put("attitudes", [attitude.but(**{side: place(getattr(attitude, side)) for side in sides})])


def far_corner(attitude: Attitude) -> Position:
    """The lower right corner of an area; one that would reach beyond the map ends at its edge."""
    return Position(
        evolution=min(1.0, attitude.evolution + attitude.width),
        visibility=max(0.0, attitude.visibility - attitude.height),
    )
