"""Marks as PDF operators."""

from __future__ import annotations

from mapper.drawing.marks import (
    Cap,
    Circle,
    Clipped,
    Close,
    Curve,
    Gradient,
    Hatch,
    Line,
    Mark,
    Move,
    Path,
    Rectangle,
    Stroke,
    Text,
)
from mapper.export.pdf.press import Press
from mapper.export.pdf.surface import Surface, clipped_together

INK = Stroke("#FF0000", 2.0)
BOX = Rectangle(10, 20, 30, 40, fill="#00FF00")


def drawn(*marks: Mark) -> str:
    press = Press()
    surface = Surface(press.fonts, press.shade)
    surface.draw(marks)
    return "\n".join(surface.operators)


def test_a_state_is_written_only_when_it_changes() -> None:
    code = drawn(Line(0, 0, 1, 1, INK), Line(1, 1, 2, 2, INK), Line(2, 2, 3, 3, Stroke("#FF0000", 3.0)))
    assert code.count("1 0 0 RG") == 1
    assert (code.count("2 w"), code.count("3 w")) == (1, 1)


def test_what_is_done_inside_a_clip_does_not_leak_out_of_it() -> None:
    ring = Path((Move(0, 0), Curve(5, 5, 10, 0), Close()))
    code = drawn(BOX, Clipped(ring, (Rectangle(0, 0, 5, 5, fill="#0000FF"),)), BOX)
    assert code.index("q ") < code.index("0 0 1 rg") < code.index("Q")
    assert code.count("0 1 0 rg") == 1


def test_dashes_and_round_ends_are_kept() -> None:
    code = drawn(Line(0, 0, 9, 0, Stroke("#000000", 3.6, (0.1, 6.0), Cap.ROUND)), Line(0, 0, 9, 0, INK))
    assert "[0.1 6] 0 d" in code
    assert "1 J" in code
    assert code.rindex("[] 0 d") > code.index("[0.1 6] 0 d")
    assert code.rindex("0 J") > code.index("1 J")


def test_a_quadratic_curve_becomes_the_same_cubic() -> None:
    code = drawn(Path((Move(0, 0), Curve(30, 60, 60, 0)), stroke=INK))
    assert "20.0 40.0 40.0 40.0 60.0 0.0 c" in code


def test_a_shape_with_holes_is_filled_by_the_even_odd_rule() -> None:
    assert drawn(Path((Move(0, 0), Close()), fill="#000000")).endswith("f*")
    assert drawn(Path((Move(0, 0), Close()), fill="#000000", stroke=INK)).endswith("B*")


def test_a_hatch_covers_its_shape_with_ground_and_lines() -> None:
    code = drawn(Circle(50, 50, 20, fill=Hatch("#EEEEEE", "#999999")))
    inside = code[code.index("W* n") : code.rindex("Q")]
    assert "30.00 30.00 40.00 40.00 re f" in inside
    assert inside.count(" l") >= 40 * 2 / (7 * 2**0.5) - 1


def test_neighbouring_hatches_are_in_step() -> None:
    step = 7 * 2**0.5
    for x in (0, 33, 200):
        inside = drawn(Rectangle(x, 0, 40, 40, fill=Hatch("#EEEEEE", "#999999"))).split("re f")[1]
        starts = [float(line.split()[-2]) for line in inside.split(" m ")[:-1]]
        assert starts
        assert all(abs(start / step - round(start / step)) < 0.01 for start in starts)


def test_a_gradient_runs_over_the_marks_own_width() -> None:
    press = Press()
    asked: list[tuple[float, float]] = []

    def shade(left: float, right: float, stops: tuple[tuple[float, str], ...]) -> str:
        asked.append((left, right))
        return press.shade(left, right, stops)

    surface = Surface(press.fonts, shade)
    surface.draw([Rectangle(84, 40, 1000, 500, fill=Gradient(((0, "#FFFFFF"), (1, "#000000"))))])
    assert asked == [(84, 1084)]
    assert any(line.endswith(" sh") for line in surface.operators)


def test_a_halo_is_stroked_before_the_letters_and_read_only_once() -> None:
    code = drawn(Text(5, 5, "Tea", 15, "#000000", halo="#FFFFFF"))
    assert code.index("1 Tr") < code.index("0 Tr") < code.rindex("(Tea) Tj")
    assert "/ActualText ()" in code
    assert "1 1 1 RG" in code


def test_a_halo_alone_draws_no_letters() -> None:
    assert drawn(Text(5, 5, "Tea", 15, None, halo="#FFFFFF")).count("Tj") == 1


def test_brackets_and_backslashes_in_names_cannot_end_a_string() -> None:
    assert r"(a\051\050\134 b) Tj" in drawn(Text(0, 0, "a)(\\ b", 10, "#000000"))


def test_marks_that_one_path_clips_are_clipped_by_it_once() -> None:
    ring = Path((Move(0, 0), Curve(9, 0, 9, 9), Close()))
    other = Path((Move(1, 1), Curve(8, 1, 8, 8), Close()))
    names = [Text(0, 0, name, 9, "#000000") for name in "abcd"]
    halos = (Clipped(ring, (names[0],)), names[1], Clipped(other, (names[2],)), Clipped(ring, (names[3],)))
    assert list(clipped_together(halos)) == [
        names[1],
        Clipped(ring, (names[0], names[3])),
        Clipped(other, (names[2],)),
    ]
