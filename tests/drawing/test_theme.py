from __future__ import annotations

import pytest

from mapper.drawing.payment import PAYMENT_LINES, Payment, payment
from mapper.drawing.theme import Theme
from mapper.drawing.themes import THEMES, theme_of
from mapper.model import Document, Look, MapStyle, Method, Pricing

EVERY_THEME = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)


def _light(colour: str) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, bright = sorted((_light(one), _light(other)))
    return (bright + 0.05) / (dark + 0.05)


def _grounds(theme: Theme) -> list[str]:
    return [
        theme.plot,
        theme.ends,
        theme.card,
        *theme.grounds.values(),
        *theme.areas.values(),
        *(hatching.line for hatching in theme.hatches.values()),
    ]


@EVERY_THEME
def test_names_can_be_read_on_every_ground(theme: Theme) -> None:
    assert min(contrast(theme.ink, ground) for ground in _grounds(theme)) >= 4.5


@EVERY_THEME
def test_second_text_titles_codes_and_future_names_can_be_read_where_they_stand(theme: Theme) -> None:
    colours = [theme.soft, theme.evolve, *theme.payments.values()]
    grounds = (theme.plot, theme.ends, *theme.areas.values())
    assert min(contrast(colour, ground) for colour in colours for ground in grounds) >= 4.5
    assert min(contrast(colour, theme.card) for colour in colours) >= 4.5
    assert min(contrast(theme.on_badge, colour) for colour in theme.payments.values()) >= 4.5


@EVERY_THEME
def test_links_stand_out_from_every_fill(theme: Theme) -> None:
    links = (theme.link, theme.crossing, theme.anchor_link)
    fills = [theme.plot, theme.ends, *theme.grounds.values(), *theme.areas.values()]
    assert min(contrast(link, fill) for link in links for fill in fills) >= 3


@EVERY_THEME
def test_outlines_arrows_and_bars_stand_out_from_the_casing_that_parts_them_from_what_they_cross(theme: Theme) -> None:
    colours = [*theme.payments.values(), theme.evolve, theme.ink]
    assert min(contrast(colour, theme.casing) for colour in colours) >= 3


@EVERY_THEME
def test_stage_lines_axes_and_the_edges_of_areas_stand_out_from_the_ground(theme: Theme) -> None:
    grounds = (theme.plot, theme.ends, *theme.areas.values())
    assert min(contrast(line, ground) for line in (theme.stage, theme.axis) for ground in grounds) >= 3


@EVERY_THEME
def test_a_symbol_stands_out_from_every_ground_by_its_body_or_its_ring(theme: Theme) -> None:
    for ground in _grounds(theme):
        assert max(contrast(theme.node, ground), contrast(theme.ring, ground)) >= 3


@EVERY_THEME
def test_methods_are_told_apart_without_colour_by_light_and_dark_or_by_hatching_and_letter(theme: Theme) -> None:
    build, rent, use = (_light(theme.grounds[method]) for method in (Method.BUILD, Method.RENT, Method.USE))
    fills = {theme.fill(method) for method in Method}
    assert len(fills) == len(Method)
    if theme.letters:
        hatched = [theme.hatches[method] for method in (Method.RENT, Method.USE)]
        assert hatched[0].gap >= 2 * hatched[1].gap
    else:
        assert build > rent > use


@EVERY_THEME
def test_a_hatching_can_be_seen_and_read_over(theme: Theme) -> None:
    for method, hatching in theme.hatches.items():
        assert contrast(theme.ink, hatching.line) >= 4.5
        if theme.letters:
            assert contrast(hatching.line, theme.grounds[method]) >= 2.2


@EVERY_THEME
def test_the_number_of_a_remark_can_be_read_and_its_disc_stands_out(theme: Theme) -> None:
    assert contrast(theme.plot, theme.remark) >= 4.5
    assert min(contrast(theme.remark, ground) for ground in (theme.plot, theme.ends, theme.card)) >= 3


@EVERY_THEME
def test_what_is_selected_stands_out_from_what_parts_it_from_the_map(theme: Theme) -> None:
    assert min(contrast(theme.accent, ground) for ground in (theme.casing, theme.plot, theme.ends)) >= 3


def test_high_contrast_and_print_are_stronger_than_they_must_be() -> None:
    for id in ("high_contrast", "print"):
        theme = THEMES[id]
        grounds = (theme.plot, theme.card, *theme.grounds.values(), *theme.areas.values())
        assert min(contrast(theme.ink, ground) for ground in grounds) >= 7
        colours = [theme.evolve, theme.link, theme.crossing, theme.stage, *theme.payments.values()]
        assert min(contrast(colour, theme.plot) for colour in colours) >= 6


def test_print_is_black_white_and_one_grey_for_hatching_and_one_for_lines_behind() -> None:
    theme = THEMES["print"]
    colours = {value for value in vars(theme).values() if isinstance(value, str) and value.startswith("#")}
    colours |= {*theme.grounds.values(), *theme.payments.values(), *theme.areas.values()}
    assert colours <= {"#000000", "#FFFFFF", theme.stage, theme.faint}
    assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours)


def test_there_is_a_theme_for_every_style_that_a_map_can_ask_for() -> None:
    assert list(THEMES) == [
        style.value
        for style in (
            MapStyle.WARDLEY,
            MapStyle.PLAIN,
            MapStyle.COLOUR,
            MapStyle.HANDWRITTEN,
            MapStyle.DARK,
            MapStyle.HIGH_CONTRAST,
            MapStyle.PRINT,
        )
    ]
    assert {*THEMES} == {*MapStyle}
    for style in MapStyle:
        assert theme_of(Document(look=Look(style=style)), "dark").id == style
    assert theme_of(Document(), "dark").id == "dark"


def test_every_pricing_has_a_line_and_no_two_lines_look_the_same_without_colour() -> None:
    assert {payment(pricing) for pricing in [*Pricing, None]} == set(Payment)
    looks = [(line.dash, line.width, line.cap, line.code) for line in PAYMENT_LINES.values()]
    assert len(set(looks)) == len(Payment)
    assert len({line.code for line in PAYMENT_LINES.values()}) == len(Payment)
