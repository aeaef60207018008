"""The rule that contracts are drawn by: what is new and what is mature do not go together.

Its source is Wardley, “The trouble with contracts”: no mixing of the industrialised with the uncharted.
"""

from __future__ import annotations

from collections.abc import Iterable

from mapper.model import Component, Stage, Stages

NEW = (Stage.GENESIS, Stage.CUSTOM)
"""The stages of what is still being worked out and will change."""
NEAR = 0.02
"""So near to a stage line a component counts as either side."""


def new_and_mature(members: Iterable[Component], stages: Stages) -> tuple[int, int]:
    """How many are clearly new, and how many clearly mature. A contract with some of both mixes."""
    clear = [member for member in members if all(abs(member.evolution - line) > NEAR for line in stages.lines)]
    new = sum(stages.stage(member.evolution) in NEW for member in clear)
    return new, len(clear) - new


def mixing(members: Iterable[Component], stages: Stages) -> str:
    """What is said of components that mix new with mature, as “Mixes new (1) with mature (2)”; of others nothing."""
    new, mature = new_and_mature(members, stages)
    return f"Mixes new ({new}) with mature ({mature})" if new and mature else ""
