"""The window's colours by role. They belong to the same family as the map's own (`drawing/theme.py`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Tones:
    """Colours as `#RRGGBB`. `text` and `quiet` reach 4.5:1 on every ground here, `edge` and `accent` 3:1."""

    is_dark: bool
    ground: str
    panel: str
    field: str
    rule: str
    edge: str
    text: str
    quiet: str
    faint: str
    accent: str
    on_accent: str
    hover: str
    chosen: str
    wrong: str
    warning: str
    genesis: str
    custom: str
    product: str
    commodity: str


LIGHT: Final = Tones(
    is_dark=False,
    ground="#F3F5F8",
    panel="#FFFFFF",
    field="#FFFFFF",
    rule="#DDE2E9",
    edge="#868F9D",
    text="#17202C",
    quiet="#4A5565",
    faint="#8D97A7",
    accent="#1D5FBF",
    on_accent="#FFFFFF",
    hover="#E8ECF2",
    chosen="#DBE7F9",
    wrong="#B3261E",
    warning="#9A4B00",
    genesis="#1D5FBF",
    custom="#6FA0E6",
    product="#AFB8C5",
    commodity="#5B6676",
)

DARK: Final = Tones(
    is_dark=True,
    ground="#11151B",
    panel="#171C24",
    field="#1D232D",
    rule="#2A323E",
    edge="#6E7B8D",
    text="#F1F4F8",
    quiet="#B3BDCB",
    faint="#6E7B8D",
    accent="#7DB2FF",
    on_accent="#0B0E13",
    hover="#242C38",
    chosen="#24405F",
    wrong="#FF9A8F",
    warning="#F0B061",
    genesis="#7DB2FF",
    custom="#3F6FB3",
    product="#566275",
    commodity="#B3BDCB",
)
