"""Which lines a text stands over."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mapper.drawing.layout import Box
from mapper.drawing.marks import Line, Stroke
from mapper.export.pptx.below import Below
from mapper.export.pptx.geometry import runs_through

PLACES = st.floats(-300, 900)
LINES = st.lists(st.builds(Line, PLACES, PLACES, PLACES, PLACES, st.just(Stroke("#000000", 1.0))), max_size=12)


@given(lines=LINES, left=PLACES, top=PLACES, width=st.floats(0, 200), height=st.floats(0, 200))
def test_a_text_stands_over_whatever_line_runs_through_its_box(
    lines: list[Line], left: float, top: float, width: float, height: float
) -> None:
    box = Box(left, top, left + width, top + height)
    assert Below(lines).crosses(box) == any(runs_through(line, box) for line in lines)
