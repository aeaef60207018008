"""Amounts of money as packs and panels write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mapper.procurement.money import money, short_money


@pytest.mark.parametrize(
    ("amount", "currency", "told"),
    [
        ("1150000", "GBP", "£1,150,000"),
        ("20.5", "EUR", "€20.50"),
        ("0", "USD", "$0"),
        ("1234567890123.45", "GBP", "£1,234,567,890,123.45"),
        ("500", "SEK", "SEK\u00a0500"),
    ],
)
def test_an_amount_in_full_shows_pence_only_where_there_are_some(amount: str, currency: str, told: str) -> None:
    assert money(Decimal(amount), currency) == told


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        ("1150000", "£1.15m"),
        ("9350000", "£9.35m"),
        ("2000000", "£2m"),
        ("1200000", "£1.2m"),
        ("390000", "£390,000"),
        ("999999.99", "£1,000,000"),
        ("1005000", "£1.01m"),
        ("99.5", "£100"),
    ],
)
def test_a_short_amount_counts_millions(amount: str, told: str) -> None:
    assert short_money(Decimal(amount), "GBP") == told
