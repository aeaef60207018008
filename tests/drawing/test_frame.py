from __future__ import annotations

import pytest
from maps import component

from mapper.drawing.frame import NARROWEST, WIDEST, Frame
from mapper.model import Document, Look


def _frame(width: int | None, height: int | None, parts: int = 0) -> Frame:
    document = Document(look=Look(width=width, height=height))
    return Frame.of(document.put("components", [component(f"part {at}", 0.5, 0.5) for at in range(parts)]))


def test_a_map_has_the_usual_page_unless_its_author_gives_both_width_and_height() -> None:
    assert _frame(None, None) == _frame(800, None) == _frame(None, 600) == Frame()


@pytest.mark.parametrize(("width", "height"), [(800, 600), (960, 640), (1200, 700), (1000, 500)])
def test_a_map_has_the_proportions_that_its_author_gives(width: int, height: int) -> None:
    frame = _frame(width, height)
    assert frame.plot_width / frame.plot_height == pytest.approx(width / height)
    usual = Frame()
    assert frame.plot_width * frame.plot_height == pytest.approx(usual.plot_width * usual.plot_height)
    assert (frame.left, frame.top) == (usual.left, usual.top)
    assert frame.width - frame.right == pytest.approx(usual.width - usual.right)


@pytest.mark.parametrize(("width", "height", "drawn"), [(100, 100_000, NARROWEST), (100_000, 1, WIDEST)])
def test_proportions_that_names_would_find_no_room_in_are_drawn_as_near_as_can_be(
    width: int, height: int, drawn: float
) -> None:
    frame = _frame(width, height)
    assert frame.plot_width / frame.plot_height == pytest.approx(drawn)


def test_a_crowded_map_grows_and_keeps_its_proportions() -> None:
    small, large = _frame(800, 600), _frame(800, 600, parts=200)
    assert large.plot_width > 1.4 * small.plot_width
    assert large.plot_width / large.plot_height == pytest.approx(800 / 600)
