"""P2: what a plan buys, contract by contract: ten times the contracts should cost ten times as much."""

from __future__ import annotations

from collections.abc import Iterator

from bench.maps import COMPONENTS_PER_CONTRACT, synthetic
from bench.measure import Row, in_turn, often
from mapper.procurement.breakdown import breakdown

FEW, MANY = 10, 100


def rows() -> Iterator[Row]:
    few, many = (synthetic(contracts * COMPONENTS_PER_CONTRACT) for contracts in (FEW, MANY))
    cost = in_turn({"few": often(5, lambda: breakdown(few)), "many": often(5, lambda: breakdown(many))})
    yield Row("P2", f"5 breakdowns of {MANY} contracts", f"of {FEW} contracts", cost["many"], cost["few"], 13)
