"""The themes that a map can be drawn in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mapper.drawing.metrics import HAND
from mapper.drawing.payment import Payment
from mapper.drawing.theme import Hatching, Theme
from mapper.model import Document, Method, People

WARDLEY = Theme(
    id="wardley",
    title="Wardley",
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
    remark="#4A5565",
    on_badge="#FFFFFF",
    grounds={Method.BUILD: "#F1F4F8", Method.RENT: "#DFE4EB", Method.USE: "#8D97A7"},
    hatches={Method.RENT: Hatching("#B4BDC9")},
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

PLAIN = replace(WARDLEY, id="plain", title="Plain", ends="#FFFFFF")

COLOUR = replace(
    WARDLEY,
    id="colour",
    title="Colour",
    ends="#E2EEFA",
    ink="#1B2A3D",
    soft="#3F5169",
    axis="#B3275C",
    stage="#A04A70",
    node="#F5FCEB",
    ring="#2C5708",
    link="#35506B",
    crossing="#14395C",
    anchor_link="#44506A",
    evolve="#B03A06",
    rim="#BFD0E2",
    disc_rim="#5E7894",
    remark="#015FA5",
    grounds={Method.BUILD: "#EAF6DA", Method.RENT: "#D6E6F7", Method.USE: "#93A9CB"},
    hatches={Method.RENT: Hatching("#A6C3E3")},
    areas={People.PIONEERS: "#E3F0FF", People.SETTLERS: "#E3F5E4", People.TOWN_PLANNERS: "#F2E9FB"},
)

HANDWRITTEN = replace(
    WARDLEY,
    id="handwritten",
    title="Handwritten",
    page="#FFFDF7",
    plot="#FFFDF7",
    ends="#EFE8D8",
    ink="#23242C",
    soft="#555059",
    axis="#23242C",
    stage="#80776A",
    ring="#23242C",
    link="#46454E",
    crossing="#23242C",
    anchor_link="#46454E",
    evolve="#B3122A",
    card="#FFFEFA",
    rim="#CFC7B4",
    casing="#FFFDF7",
    faint="#B5AEA3",
    disc_rim="#7A7468",
    remark="#555059",
    grounds={Method.BUILD: "#F7F2E4", Method.RENT: "#E9E2D0", Method.USE: "#A69D8A"},
    hatches={Method.RENT: Hatching("#BFB59D")},
    areas={People.PIONEERS: "#E9F1F8", People.SETTLERS: "#E9F3E3", People.TOWN_PLANNERS: "#F3EAF4"},
    typeface=HAND,
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
    remark="#B3BDCB",
    on_badge="#11151B",
    grounds={Method.BUILD: "#566275", Method.RENT: "#363F4D", Method.USE: "#07090C"},
    hatches={Method.RENT: Hatching("#505C6E")},
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

HIGH_CONTRAST = Theme(
    id="high_contrast",
    title="High contrast",
    page="#000000",
    plot="#000000",
    ends="#000000",
    ink="#FFFFFF",
    soft="#FFFFFF",
    axis="#FFFFFF",
    stage="#C8C8C8",
    node="#FFFFFF",
    ring="#000000",
    link="#FFFFFF",
    crossing="#FFFFFF",
    anchor_link="#FFFFFF",
    evolve="#FF9AA8",
    accent="#FFE500",
    card="#000000",
    rim="#FFFFFF",
    casing="#000000",
    faint="#6E6E6E",
    disc_rim="#FFFFFF",
    remark="#FFFFFF",
    on_badge="#000000",
    grounds={Method.BUILD: "#4A4A4A", Method.RENT: "#1E1E1E", Method.USE: "#000000"},
    hatches={Method.RENT: Hatching("#595959", 7.0, 1.6), Method.USE: Hatching("#595959", 3.4, 1.0)},
    payments={
        Payment.TIME: "#8CC8FF",
        Payment.OUTCOME: "#6EF09A",
        Payment.FIXED: "#E3B5FF",
        Payment.SUBSCRIPTION: "#5FF0F0",
        Payment.UNIT: "#FFB870",
        Payment.UNDECIDED: "#E0E0E0",
    },
    areas={People.PIONEERS: "#0A1E33", People.SETTLERS: "#08240F", People.TOWN_PLANNERS: "#261136"},
    letters=True,
)

PRINT = Theme(
    id="print",
    title="Print (black and white)",
    page="#FFFFFF",
    plot="#FFFFFF",
    ends="#FFFFFF",
    ink="#000000",
    soft="#000000",
    axis="#000000",
    stage="#5A5A5A",
    node="#FFFFFF",
    ring="#000000",
    link="#000000",
    crossing="#000000",
    anchor_link="#000000",
    evolve="#000000",
    accent="#000000",
    card="#FFFFFF",
    rim="#000000",
    casing="#FFFFFF",
    faint="#B0B0B0",
    disc_rim="#000000",
    remark="#000000",
    on_badge="#FFFFFF",
    grounds={Method.BUILD: "#FFFFFF", Method.RENT: "#FFFFFF", Method.USE: "#FFFFFF"},
    hatches={Method.RENT: Hatching("#8C8C8C", 8.0, 0.9), Method.USE: Hatching("#8C8C8C", 3.2, 1.1)},
    payments=dict.fromkeys(Payment, "#000000"),
    areas=dict.fromkeys(People, "#FFFFFF"),
    letters=True,
)

THEMES: Mapping[str, Theme] = {
    theme.id: theme for theme in (WARDLEY, PLAIN, COLOUR, HANDWRITTEN, DARK, HIGH_CONTRAST, PRINT)
}


def theme_of(document: Document, otherwise: str = WARDLEY.id) -> Theme:
    """What a map's author wants it drawn in; where that is left open, the theme of this id."""
    return THEMES[document.look.style or otherwise]


def on_paper(theme: Theme) -> Theme:
    """What goes with a map of this theme on white paper: the theme itself, if it is dark on light."""
    return WARDLEY if theme in (DARK, HIGH_CONTRAST) else theme
