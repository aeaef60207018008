"""The colours of a map by the part they play. Text keeps 4.5:1 and graphics 3:1 against every ground they stand on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from mapper.drawing.marks import Fill, Gradient, Hatch
from mapper.drawing.payment import Payment
from mapper.model import Method, People

ENDS_GONE_AT = (0.27, 0.72)
"""The grey of both ends of evolution fades out at these fractions of the plot's width."""


@dataclass(frozen=True, eq=False)
class Theme:
    """`page` is round the plot, `plot` the ground of the map, `ends` its grey at both ends of evolution.

    `casing` parts an outline from what it crosses; `on_badge` is the text on a filled badge; `faint` what stands back
    when one contract is lit; `accent` shows what is selected; `areas` are the grounds of attitudes.
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
    on_badge: str
    grounds: Mapping[Method, str]
    hatch: str
    payments: Mapping[Payment, str]
    areas: Mapping[People, str]

    def fill(self, method: Method | None) -> Fill:
        """The ground of a contract or disc: light build, hatched rent, dark use; bare when not decided."""
        if method is None:
            return self.plot
        ground = self.grounds[method]
        return Hatch(ground, self.hatch) if method is Method.RENT else ground

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


LIGHT = Theme(
    id="light",
    title="Light",
    page="#FFFFFF",
    plot="#FFFFFF",
    ends="#D5DAE2",
    ink="#17202C",
    soft="#4A5565",
    axis="#17202C",
    stage="#6F7A8A",
    node="#FFFFFF",
    ring="#17202C",
    link="#3A4351",
    crossing="#17202C",
    anchor_link="#404A58",
    evolve="#C00029",
    accent="#0B62D6",
    card="#FFFFFF",
    rim="#C3CAD4",
    casing="#FFFFFF",
    faint="#A9B1BD",
    disc_rim="#6C7787",
    on_badge="#FFFFFF",
    grounds={Method.BUILD: "#F1F4F8", Method.RENT: "#DFE4EB", Method.USE: "#8D97A7"},
    hatch="#B4BDC9",
    payments={
        Payment.TIME: "#1C5CB9",
        Payment.OUTCOME: "#126D3B",
        Payment.FIXED: "#7B3FB0",
        Payment.SUBSCRIPTION: "#0A6879",
        Payment.UNIT: "#AA371A",
        Payment.UNDECIDED: "#555F6E",
    },
    areas={People.PIONEERS: "#EAF3FE", People.SETTLERS: "#E8F4EA", People.TOWN_PLANNERS: "#F3EDFA"},
)

DARK = Theme(
    id="dark",
    title="Dark",
    page="#11151B",
    plot="#171C24",
    ends="#2A323E",
    ink="#F1F4F8",
    soft="#B3BDCB",
    axis="#C9D1DC",
    stage="#7B889A",
    node="#F1F4F8",
    ring="#0B0E13",
    link="#B2BCCA",
    crossing="#E3E8EF",
    anchor_link="#B3BDCB",
    evolve="#FF6680",
    accent="#6CA8FF",
    card="#1D232D",
    rim="#3D4757",
    casing="#171C24",
    faint="#4A5565",
    disc_rim="#8B97A8",
    on_badge="#11151B",
    grounds={Method.BUILD: "#566275", Method.RENT: "#363F4D", Method.USE: "#07090C"},
    hatch="#505C6E",
    payments={
        Payment.TIME: "#7DB2FF",
        Payment.OUTCOME: "#5FD08F",
        Payment.FIXED: "#C79BF2",
        Payment.SUBSCRIPTION: "#55CBDD",
        Payment.UNIT: "#FF9470",
        Payment.UNDECIDED: "#97A3B4",
    },
    areas={People.PIONEERS: "#172637", People.SETTLERS: "#172B24", People.TOWN_PLANNERS: "#271F36"},
)

THEMES: Mapping[str, Theme] = {theme.id: theme for theme in (LIGHT, DARK)}
