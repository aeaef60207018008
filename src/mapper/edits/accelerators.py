"""Edits of accelerators and decelerators."""

from __future__ import annotations

from mapper.edits.components import place
from mapper.model import Accelerator, Document


def add_accelerator(document: Document, accelerator: Accelerator) -> Document:
    """A new force that speeds evolution up or slows it down, its place rounded to four decimals."""
    rounded = accelerator.but(evolution=place(accelerator.evolution), visibility=place(accelerator.visibility))
    return document.put("accelerators", [rounded])
