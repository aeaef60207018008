"""The breakdown as a Word document. It lives here and not in `export`, because its map is a picture that Qt makes."""

from __future__ import annotations

from dataclasses import replace

from mapper.drawing.frame import Frame
from mapper.export.exporter import ExportCancelled, Exporter, ExportOptions
from mapper.export.losses import of_marks
from mapper.model import Document
from mapper.ui import png

_PIXELS = 3400
"""The width of the picture: some 300 to an inch of paper, however large the map is."""


def make(document: Document, options: ExportOptions) -> bytes:
    """The Word document, with the map on a page of its own. Needs no screen. Raises ExportCancelled and ExportFailed."""
    from mapper.export.docx.document import make as written

    if options.cancelled():
        raise ExportCancelled
    least, most = png.SCALES
    scale = min(most, max(least, _PIXELS / Frame.of(document).width))
    drawn = png.make(document, replace(options, scale=scale, transparent=False, carries_map=False))
    return written(document, drawn, options)


def _losses(document: Document) -> tuple[str, ...]:
    return (
        "A Word document cannot be opened here again as a map: save the map as well.",
        "The map is a picture in it; its small maps of one contract each, and how to read a map, are in the PDF alone.",
        *of_marks("A Word document", document, "type", "constraint", "pointing", "on", "scope"),
    )


EXPORTER = Exporter(
    "docx",
    "Contract breakdown (Word)",
    ".docx",
    make,
    losses=_losses,
    purpose="The words and tables of the procurement pack, to go on writing in, with the map as a picture.",
    is_on_paper=True,
    is_drawn=True,
)
