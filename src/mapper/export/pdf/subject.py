"""What the sections of a pack are written from."""

from __future__ import annotations

from dataclasses import dataclass

from mapper.export.pdf.mapfigure import MapFigures
from mapper.model import Document
from mapper.procurement.breakdown import Breakdown


@dataclass(frozen=True, slots=True)
class Subject:
    """One document, broken down. `fingerprint` is the SHA-256 of its content, so that a pack can be traced to it."""

    document: Document
    breakdown: Breakdown
    figures: MapFigures
    fingerprint: str
