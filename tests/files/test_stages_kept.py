"""Where stages are quarters, a component keeps its stage and how far along it is."""

from __future__ import annotations

from hypothesis import given

from mapper.files.stages import QUARTERS, keep_stage
from mapper.model import Stage, Stages
from tests.strategies import fractions


@given(fractions)
def test_no_component_changes_its_stage(evolution: float) -> None:
    quarters = Stages(lines=QUARTERS)
    moved = keep_stage(evolution)
    near_a_line = min(abs(evolution - line) for line in QUARTERS) < 0.001
    assert near_a_line or Stages().stage(moved) is quarters.stage(evolution)


def test_lines_lie_on_lines_and_middles_on_middles() -> None:
    assert [keep_stage(line) for line in (0, *QUARTERS, 1)] == [0, *Stages().lines, 1]
    assert keep_stage(0.375) == round((0.175 + 0.4) / 2, 4)
    assert Stages().stage(keep_stage(0.25)) is Stage.CUSTOM
