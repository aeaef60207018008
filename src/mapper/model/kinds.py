"""The kinds of component: listed data. A new kind is a `Kind` here and a glyph in `drawing/glyphs.py`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of component; `key` is the single key that picks its tool."""

    id: str
    title: str
    key: str


COMPONENT = "component"
ANCHOR = "anchor"

KINDS = (
    Kind(COMPONENT, "Component", "C"),
    Kind(ANCHOR, "Anchor (user)", "A"),
    Kind("market", "Market", "M"),
    Kind("ecosystem", "Ecosystem", "E"),
    Kind("submap", "Submap", "S"),
)

KIND = {kind.id: kind for kind in KINDS}
