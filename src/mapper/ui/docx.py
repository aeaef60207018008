"""The breakdown as a Word document. It lives here and not in `export`, because its map is a picture that Qt makes."""

from __future__ import annotations

from dataclasses import replace

from mapper.export.exporter import ExportCancelled, Exporter, ExportOptions
from mapper.model import Document
from mapper.procurement.words import counted
from mapper.ui import png

_SCALE = 2.0
"""Pixels to a page unit: some 300 to an inch of paper."""


def make(document: Document, options: ExportOptions) -> bytes:
    """The Word document, with the map on a page of its own. Needs no screen. Raises ExportCancelled and ExportFailed."""
    from mapper.export.docx.document import make as written

    if options.cancelled():
        raise ExportCancelled
    drawn = png.make(document, replace(options, scale=_SCALE, transparent=False, carries_map=False))
    return written(document, drawn, options)


def _losses(document: Document) -> tuple[str, ...]:
    told = ["A Word document cannot be opened here again as a map: save the map as well."]
    told.append("The map is a picture in it: what is changed in Word does not change the map.")
    if document.contracts:
        few = counted(len(document.contracts), "contract")
        told.append(f"The small maps of {few}, one by one, are in the PDF alone.")
    return tuple(told)


EXPORTER = Exporter("docx", "Contract breakdown (Word)", ".docx", make, losses=_losses)
