"""Where labels, titles, outlines, interface numbers and the legend go."""

from __future__ import annotations

from mapper.drawing.first_places import first_places
from mapper.drawing.frame import Frame
from mapper.drawing.layout import Layout
from mapper.model import Document


def first_layout(document: Document, frame: Frame) -> Layout:
    """Places for the names alone, found in a few milliseconds without numpy: for the first paint."""
    return first_places(document, frame)
