"""The map as a drawing for draw.io (diagrams.net): every record a shape of its own that can be moved and edited there."""

from __future__ import annotations

from mapper.export.exporter import Exporter, ExportOptions
from mapper.export.losses import left_out
from mapper.model import Document


def _make(document: Document, options: ExportOptions) -> bytes:
    from mapper.export.drawio.drawing import make

    return make(document, options)


def _losses(document: Document) -> tuple[str, ...]:
    others = len(document.plans) - 1
    needs = sum(len(component.needs) for component in document.components.values())
    return (
        "A drawing cannot be opened here again as a map: save the map as well.",
        *left_out("draw.io shows one plan", (others, "other plan")),
        *left_out(
            "draw.io shows a map, not what belongs to its procurement",
            (needs, "user need"),
            (len(document.people), "person|people"),
            (len(document.suppliers), "supplier"),
        ),
    )


DRAWIO = Exporter("drawio", "Drawing for draw.io", ".drawio", _make, losses=_losses)
