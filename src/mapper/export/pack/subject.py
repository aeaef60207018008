"""What the sections of a pack are written from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Protocol

from mapper.drawing.theme import Theme
from mapper.drawing.themes import WARDLEY
from mapper.export.pack.blocks import Figure
from mapper.model import Contract, Document
from mapper.procurement.breakdown import Breakdown


class Figures(Protocol):
    """The map as a pack of some format shows it; `alt` says in words what is to be seen."""

    def whole(self, alt: str, /) -> Figure: ...

    def locator(self, contract: Contract, alt: str, /) -> Figure:
        """A small map in which one contract is lit."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One document, broken down. `fingerprint` is the SHA-256 of its content, so that a pack can be traced to
    it. `theme` is what explains the map, on white paper."""

    document: Document
    breakdown: Breakdown
    figures: Figures
    fingerprint: str
    theme: Theme = WARDLEY


def fingerprint(document: Document) -> str:
    """The SHA-256 of a document's content."""
    return hashlib.sha256(document.model_dump_json().encode()).hexdigest()
