"""The pack's typography: one family, few sizes, one accent."""

from __future__ import annotations

from dataclasses import dataclass, replace

INK = "#17202C"
SOFT = "#4A5565"
RULE = "#C9D0DA"
LINK = "#1D4F9E"
TINT = "#F1F4F8"


@dataclass(frozen=True, slots=True)
class Style:
    """Sizes in points; `before` is the space above, dropped at the top of a page."""

    size: float
    leading: float
    weight: int = 400
    colour: str = INK
    before: float = 0.0
    after: float = 0.0
    italic: bool = False

    def but(self, **changes: float | str | bool) -> Style:
        return replace(self, **changes)  # type: ignore[arg-type]


BODY = Style(9.25, 13.5, after=5)
LEAD = Style(12, 18, colour=SOFT, after=10)
SMALL = Style(8, 11.5, colour=SOFT, after=4)
CELL = Style(8, 11)
DENSE = Style(7.5, 10)
CELL_HEAD = Style(7.5, 10, weight=600, colour=SOFT)
CELL_STRONG = Style(8, 11, weight=600)
TITLE = Style(34, 40, weight=700, after=12)
HEADINGS = {
    1: Style(21, 26, weight=700, before=26, after=10),
    2: Style(12, 16, weight=600, before=12, after=3),
    3: Style(9.25, 13, weight=600, before=6, after=1),
}
CAPTION = Style(11, 14, weight=600)
FURNITURE = Style(7.5, 10, colour=SOFT)
