"""How a contract is paid for, as a line: one style for the ways of pricing that put the risk in the same place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from mapper.drawing.marks import Cap
from mapper.model import Pricing


class Payment(StrEnum):
    """The ways of paying that a map tells apart, in the order of the legend."""

    TIME = "time"
    OUTCOME = "outcome"
    FIXED = "fixed"
    SUBSCRIPTION = "subscription"
    UNIT = "unit"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """The line of an outline, the code on its badge (empty: none) and the words of the legend."""

    code: str
    words: str
    dash: tuple[float, ...] = ()
    width: float = 2.8
    cap: Cap = Cap.BUTT


PAYMENT_LINES: Mapping[Payment, PaymentLine] = {
    Payment.TIME: PaymentLine("T&M", "Time and materials", (11.0, 5.0)),
    Payment.OUTCOME: PaymentLine("OUT", "By outcome", (14.0, 5.0, 2.5, 5.0)),
    Payment.FIXED: PaymentLine("FIX", "Fixed price"),
    Payment.SUBSCRIPTION: PaymentLine("SUB", "Subscription", (4.5, 3.5), width=3.2),
    Payment.UNIT: PaymentLine("UNIT", "Unit price or utility", (0.1, 6.0), width=3.6, cap=Cap.ROUND),
    Payment.UNDECIDED: PaymentLine("", "Pricing not decided"),
}

_PAYMENT: Mapping[Pricing, Payment] = {
    Pricing.TIME_AND_MATERIALS: Payment.TIME,
    Pricing.TIME_AND_MATERIALS_CAPPED: Payment.TIME,
    Pricing.OUTCOME: Payment.OUTCOME,
    Pricing.FIXED_PRICE_PER_SPRINT: Payment.FIXED,
    Pricing.FIXED_PRICE: Payment.FIXED,
    Pricing.SUBSCRIPTION: Payment.SUBSCRIPTION,
    Pricing.UNIT_PRICE: Payment.UNIT,
    Pricing.PAY_PER_USE: Payment.UNIT,
    Pricing.NOT_APPLICABLE: Payment.UNDECIDED,
}


def payment(pricing: Pricing | None) -> Payment:
    """The line's style for a contract's pricing; None is not decided."""
    return Payment.UNDECIDED if pricing is None else _PAYMENT[pricing]
