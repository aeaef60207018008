"""The procurement pack as a PDF. Its modules are imported when a pack is made: reportlab and pikepdf are heavy."""

from __future__ import annotations

from mapper.export.exporter import Exporter, ExportOptions
from mapper.model import Document


def _make(document: Document, options: ExportOptions) -> bytes:
    from mapper.export.pdf.pack import make

    return make(document, options)


PDF = Exporter("pdf", "Procurement pack (PDF)", ".pdf", _make, "pack", is_on_paper=True, is_drawn=True)
