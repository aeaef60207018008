"""Amounts of money in words and figures."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

_SIGNS: Mapping[str, str] = {"GBP": "£", "EUR": "€", "USD": "$"}
_MILLION = Decimal(1_000_000)


def money(amount: Decimal, currency: str) -> str:
    """An amount in full, such as “£1,150,000” or “SEK 20.50”: pence only where there are some."""
    digits = f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"
    return f"{_sign(currency)}{digits}"


def short_money(amount: Decimal, currency: str) -> str:
    """An amount for a narrow place: “£1.15m” from a million up, in full and rounded to units below."""
    if amount < _MILLION:
        return money(_rounded(amount, "1"), currency)
    digits = f"{_rounded(amount / _MILLION, '0.01'):,.2f}".rstrip("0").rstrip(".")
    return f"{_sign(currency)}{digits}m"


def _sign(currency: str) -> str:
    # A currency without a sign of its own is written as its code; the blank must not break over two lines.
    return _SIGNS.get(currency, f"{currency}\u00a0")


def _rounded(amount: Decimal, unit: str) -> Decimal:
    return amount.quantize(Decimal(unit), rounding=ROUND_HALF_UP)
