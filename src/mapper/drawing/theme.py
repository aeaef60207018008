"""What a theme is: the colours of a map by the part they play, and what its words are set in.

Text keeps 4.5:1 and graphics 3:1 against every ground they stand on, and nothing is said by colour alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from mapper.drawing.marks import Fill, Gradient, Hatch
from mapper.drawing.metrics import INTER, Typeface
from mapper.drawing.payment import Payment
from mapper.model import Method, People

ENDS_GONE_AT = (0.27, 0.72)
"""The grey of both ends of evolution fades out at these fractions of the plot's width."""


@dataclass(frozen=True, slots=True)
class Hatching:
    """Lines over the ground of a method: their colour, how far apart and how wide they are."""

    line: str
    gap: float = 7.0
    width: float = 1.3


@dataclass(frozen=True, eq=False)
class Theme:
    """`page` is round the plot, `plot` the ground of the map, `ends` its grey at both ends of evolution.

    `casing` parts an outline from what it crosses; `on_badge` is the text on a filled badge; `faint` what stands back
    when one contract is lit; `accent` shows what is selected; `areas` are the grounds of attitudes; `remark` is the disc
    that an annotation's number stands on. With `letters` a contract's method is told by a letter too.
    """

    id: str
    title: str
    page: str
    plot: str
    ends: str
    ink: str
    soft: str
    axis: str
    stage: str
    node: str
    ring: str
    link: str
    crossing: str
    anchor_link: str
    evolve: str
    accent: str
    card: str
    rim: str
    casing: str
    faint: str
    disc_rim: str
    remark: str
    on_badge: str
    grounds: Mapping[Method, str]
    hatches: Mapping[Method, Hatching]
    payments: Mapping[Payment, str]
    areas: Mapping[People, str]
    letters: bool = False
    typeface: Typeface = INTER

    def fill(self, method: Method | None) -> Fill:
        """The ground of a contract or disc: light build, hatched rent, dark or densely hatched use; bare when not decided."""
        if method is None:
            return self.plot
        ground, hatching = self.grounds[method], self.hatches.get(method)
        return ground if hatching is None else Hatch(ground, hatching.line, hatching.gap, hatching.width)

    def ground(self, method: Method | None) -> str:
        """The one colour nearest to `fill`, for halos."""
        return self.plot if method is None else self.grounds[method]

    def ends_gradient(self) -> Gradient:
        """The plot's ground: grey where things are uncharted or industrialised."""
        first, last = ENDS_GONE_AT
        return Gradient(((0.0, self.ends), (first, self.plot), (last, self.plot), (1.0, self.ends)))

    def ground_at(self, evolution: float) -> str:
        """The colour of the ground at a place along evolution, 0 to 1."""
        first, last = ENDS_GONE_AT
        share = min(1.0, max(0.0, (first - evolution) / first, (evolution - last) / (1 - last)))
        return _mix(self.plot, self.ends, round(share, 2))


@lru_cache(maxsize=512)
def _mix(colour: str, other: str, share: float) -> str:
    if share == 0:
        return colour
    pairs = ((int(colour[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one * (1 - share) + two * share):02X}" for one, two in pairs)
