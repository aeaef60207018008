"""Colours as PDF writes them."""

from __future__ import annotations

from functools import lru_cache


def channels(colour: str) -> tuple[float, float, float]:
    """Red, green and blue, each 0 to 1, of a colour `#RRGGBB`."""
    red, green, blue = bytes.fromhex(colour[1:])
    return red / 255, green / 255, blue / 255


@lru_cache(maxsize=256)
def rgb(colour: str) -> str:
    """The operands of `rg` and `RG`."""
    return " ".join(f"{channel:.4g}" for channel in channels(colour))
