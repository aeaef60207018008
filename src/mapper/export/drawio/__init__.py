"""The map as a drawing for draw.io (diagrams.net): every record a shape of its own that can be moved and edited there."""

from __future__ import annotations

from mapper.export.exporter import Exporter, ExportOptions
from mapper.export.losses import of_marks
from mapper.export.partial import without_details, without_plans, without_procurement, without_terms
from mapper.model import Document


def _make(document: Document, options: ExportOptions) -> bytes:
    from mapper.export.drawio.drawing import make

    return make(document, options)


def _losses(document: Document) -> tuple[str, ...]:
    return (
        "A drawing cannot be opened here again as a map: save the map as well.",
        *without_plans("draw.io", document),
        *without_procurement("draw.io", document),
        *without_details("draw.io", document, "in-house", "dates", "titles"),
        *of_marks("draw.io", document, "type", "constraint", "on", "scope"),
        *without_terms("draw.io", document, "pricing", "value", "start", "end", "supplier"),
    )


DRAWIO = Exporter(
    "drawio",
    "Drawing for draw.io",
    ".drawio",
    _make,
    losses=_losses,
    purpose="Every component, link and contract as a shape to go on drawing with.",
    is_drawn=True,
)
