"""The colours of the text by what a word is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from mapper.ui.style.tones import Tones

LIGHT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "keyword": "#0B4FA8",
        "name": "#17202C",
        "number": "#8A3F00",
        "operator": "#7A1FA2",
        "comment": "#4A5565",
        "carried": "#4A5565",
        "label": "#00605A",
        "decorator": "#9A1750",
        "unknown": "#A3211A",
    }
)
DARK: Final[Mapping[str, str]] = MappingProxyType(
    {
        "keyword": "#8FBCFF",
        "name": "#F1F4F8",
        "number": "#F2BC7A",
        "operator": "#D9A6F2",
        "comment": "#B3BDCB",
        "carried": "#B3BDCB",
        "label": "#7FD6CB",
        "decorator": "#FF9EC7",
        "unknown": "#FFA79D",
    }
)
"""Colours as `#RRGGBB`: 4.5:1 on a field, on the line with the caret and on lines that are selected on the map."""


def colours_for(tones: Tones) -> Mapping[str, str]:
    """The colours that go with the window's tones, by the kind of token."""
    return DARK if tones.is_dark else LIGHT
