"""Fills and lines of the marks as PowerPoint has them."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.drawing.marks import Cap, Fill, Gradient, Hatch, Stroke
from mapper.export.officexml import Element, element

_SHEER = 65_000
"""How much of a sheer fill is seen, in thousandths of a per cent: outlines below are plain, and dark fills stay dark."""


def colour(value: str) -> Element:
    """A plain fill."""
    return element("a:solidFill", element("a:srgbClr", val=value.removeprefix("#").upper()))


def veil(value: str) -> Element:
    """A fill through which little is seen."""
    tint = element("a:srgbClr", element("a:alpha", val=80_000), val=value.removeprefix("#").upper())
    return element("a:solidFill", tint)


def sheer(value: Fill | None) -> Element:
    """A fill that looks on white as it does elsewhere, but lets be seen what it lies upon.

    Hatches become plain: not every program sees through a pattern.
    """
    form = fill(value.ground if isinstance(value, Hatch) else value)
    for tint in form.iter("{*}srgbClr"):
        tint.set("val", _thinned(tint.get("val", "")))
        tint.append(element("a:alpha", val=_SHEER))
    return form


def _thinned(value: str) -> str:
    """The colour that shows as this one when it is sheer and lies on white; as near to it as there is one."""
    parts = (int(value[at : at + 2], 16) for at in (0, 2, 4))
    return "".join(f"{max(0, round(255 - (255 - part) * 100_000 / _SHEER)):02X}" for part in parts)


def fill(value: Fill | None) -> Element:
    """Hatches become the pattern of thin lines that rise to the right, the nearest to the map's."""
    if value is None:
        return element("a:noFill")
    if isinstance(value, str):
        return colour(value)
    if isinstance(value, Hatch):
        fore, back = element("a:fgClr", *colour(value.line)), element("a:bgClr", *colour(value.ground))
        return element("a:pattFill", fore, back, prst="ltUpDiag")
    return _gradient(value)


def _gradient(value: Gradient) -> Element:
    stops = (element("a:gs", *colour(tint), pos=round(at * 100_000)) for at, tint in value.stops)
    return element("a:gradFill", element("a:gsLst", *stops), element("a:lin", ang=0, scaled=0), rotWithShape=1)


def line(stroke: Stroke | None, scale: float, heads: tuple[bool, bool] = (False, False)) -> Element:
    """A shape's line; `scale` is EMU to a page unit. `heads` says whether it begins and ends with an arrow's head."""
    if stroke is None:
        return element("a:ln", element("a:noFill"))
    cap = "rnd" if stroke.cap is Cap.ROUND else "flat"
    # What the format calls a line's head is where it begins.
    ends = zip(("a:headEnd", "a:tailEnd"), heads, strict=True)
    drawn = (element(end, type="triangle", w="med", len="med") for end, is_drawn in ends if is_drawn)
    parts = (colour(stroke.colour), *_dashes(stroke), element("a:round"), *drawn)
    return element("a:ln", *parts, w=round(stroke.width * scale), cap=cap)


def _dashes(stroke: Stroke) -> Iterator[Element]:
    """Dashes are counted in widths of the line, by the thousandth of a per cent."""
    if stroke.dash:
        lengths = [max(1000, round(length / stroke.width * 100_000)) for length in stroke.dash]
        pairs = zip(lengths[::2], lengths[1::2], strict=True)
        yield element("a:custDash", *(element("a:ds", d=dash, sp=gap) for dash, gap in pairs))
