from __future__ import annotations

from mapper.drawing.metrics import text_width
from mapper.drawing.wrap import ways_to_wrap, wrapped


def test_a_short_name_stays_on_one_line() -> None:
    assert ways_to_wrap("Tea cup", 15, 500) == (("Tea cup",),)


def test_a_long_name_breaks_where_its_lines_become_most_even() -> None:
    assert ways_to_wrap("System Support Services", 15, 500)[1] == ("System Support", "Services")
    assert ways_to_wrap("System Support Services", 15, 500)[2] == ("System", "Support", "Services")


def test_a_name_of_a_hundred_words_breaks_into_three_lines_without_trying_every_way() -> None:
    ways = ways_to_wrap(" ".join(["word"] * 100), 15, 500)
    assert " ".join(ways[1]).split() == ["word"] * 100
    assert [len(way) for way in ways] == [1, 2, 3]


def test_wrapped_lines_keep_within_the_width_and_lose_no_word() -> None:
    text = "One small contract for each new thing.\nRules stay with the department"
    lines = wrapped(text, 120, 14)
    assert all(text_width(line, 14) <= 120 for line in lines)
    assert " ".join(lines) == text.replace("\n", " ")
