"""Strokes, made once for each look: a map has thousands of marks and some dozens of pens."""

from __future__ import annotations

from functools import lru_cache

from mapper.drawing.marks import Cap, Stroke


@lru_cache(maxsize=512)
def pen(colour: str, width: float, dash: tuple[float, ...] = (), cap: Cap = Cap.BUTT) -> Stroke:
    return Stroke(colour, width, dash, cap)
