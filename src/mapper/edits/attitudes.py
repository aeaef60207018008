"""Edits of attitudes: the areas where pioneers, settlers and town planners work."""

from __future__ import annotations

from mapper.edits.components import place
from mapper.model import Attitude, Document, Id, Position

LEAST = 0.01
"""No area can be made narrower or lower than this."""


def add_attitude(document: Document, attitude: Attitude) -> Document:
    """A new area, its place and size rounded to four decimals."""
    sides = ("evolution", "visibility", "width", "height")
    return document.put("attitudes", [attitude.but(**{side: place(getattr(attitude, side)) for side in sides})])


def resize_attitude(document: Document, id: Id, start: Position, end: Position) -> Document:
    """Let an area reach from one corner to the opposite one, in either order, to four decimals."""
    left, right = sorted((place(start.evolution), place(end.evolution)))
    bottom, top = sorted((place(start.visibility), place(end.visibility)))
    width, height = max(LEAST, right - left), max(LEAST, top - bottom)
    area = document.attitudes[id].but(
        evolution=min(left, 1 - width), visibility=max(top, height), width=place(width), height=place(height)
    )
    return document.put("attitudes", [area])


def far_corner(attitude: Attitude) -> Position:
    """The lower right corner of an area; one that would reach beyond the map ends at its edge."""
    return Position(
        evolution=min(1.0, attitude.evolution + attitude.width),
        visibility=max(0.0, attitude.visibility - attitude.height),
    )
