from __future__ import annotations

import pytest

from mapper.drawing.payment import PAYMENT_LINES, Payment, payment
from mapper.drawing.theme import THEMES, Theme
from mapper.model import Method, Pricing

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
    return [theme.plot, theme.ends, theme.card, *theme.grounds.values(), *theme.areas.values(), theme.hatch]


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
def test_build_is_the_lightest_and_use_the_darkest(theme: Theme) -> None:
    build, rent, use = (_light(theme.grounds[method]) for method in (Method.BUILD, Method.RENT, Method.USE))
    assert build > rent > use


def test_every_pricing_has_a_line_and_no_two_lines_look_the_same_without_colour() -> None:
    assert {payment(pricing) for pricing in [*Pricing, None]} == set(Payment)
    looks = [(line.dash, line.width, line.cap, line.code) for line in PAYMENT_LINES.values()]
    assert len(set(looks)) == len(Payment)
    assert len({line.code for line in PAYMENT_LINES.values()}) == len(Payment)
